"""Asking for money back (tilbakekreving): over which years, in which parts, and how far it has come.

A claim takes the money that was paid last first, for that is what the recipient last got; what is paid back
covers the oldest claim first. Amounts are øre. Interest, where the scheme has a rule for it
(`criteria.interest`), is charged beside the claim and never a part of it. Who pays of their own will may say
what a payment covers; where they do not, the creditor decides (Justisdepartementets lovavdeling, 19 August
1999, 1998/11444 E). The state lets it cover the interest that is charged before the principal.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from foundation.money import NOTHING, ORE_PER_KRONE, Ore

MOST_PARTS = 36


class ReclaimRefusal(StrEnum):
    """Why a step of a reclaim may not be taken."""

    OPEN_ALREADY = "open_already"
    NOTHING_TO_CLAIM = "nothing_to_claim"
    OVER_PAID = "over_paid"
    NO_TIME_TO_COMMENT = "no_time_to_comment"
    DECIDED_ALREADY = "decided_already"
    STILL_TIME_TO_COMMENT = "still_time_to_comment"
    SAME_PERSON = "same_person"
    OVER_NOTICE = "over_notice"
    PAY_BY_PASSED = "pay_by_passed"
    NOTHING_OUTSTANDING = "nothing_outstanding"
    OVER_OUTSTANDING = "over_outstanding"
    PAID_IN_FUTURE = "paid_in_future"
    NOT_A_PARTY = "not_a_party"
    COMMENTED_ALREADY = "commented_already"
    WRONG_PARTS = "wrong_parts"


class ReclaimKind(StrEnum):
    """What the party is told may happen."""

    CLAIM_BACK = "claim_back"
    """What is paid is asked back (tilbakebetaling)."""
    REDUCE = "reduce"
    """The grant becomes less (avkorting): of what is not paid first, and of what is paid for the rest."""


class ReclaimState(StrEnum):
    """How far a reclaim has come."""

    NOTICED = "noticed"
    TO_DECIDE = "to_decide"
    DROPPED = "dropped"
    REDUCED = "reduced"
    """The grant is less, and nothing of it was paid too much."""
    CLAIMED = "claimed"
    OVERDUE = "overdue"
    SETTLED = "settled"
    WRITTEN_OFF = "written_off"
    ANNULLED = "annulled"


@dataclass(frozen=True, slots=True)
class Claimed:
    """What the ledger says of a claim: claimed, and of that repaid and written off (all above 0).

    The interest charged on it likewise.
    """

    claimed: Ore = NOTHING
    repaid: Ore = NOTHING
    written_off: Ore = NOTHING
    charged: Ore = NOTHING
    interest_paid: Ore = NOTHING
    interest_written_off: Ore = NOTHING

    @property
    def principal(self) -> Ore:
        """What is still to be paid of the claim itself."""
        return Ore(self.claimed - self.repaid - self.written_off)

    @property
    def interest(self) -> Ore:
        """What is still to be paid of the interest that is charged."""
        return Ore(self.charged - self.interest_paid - self.interest_written_off)

    @property
    def outstanding(self) -> Ore:
        """What is still to be paid in all."""
        return Ore(self.principal + self.interest)

    @property
    def paid(self) -> Ore:
        """What has come in, for the claim and for interest."""
        return Ore(self.repaid + self.interest_paid)

    @property
    def let_go(self) -> Ore:
        """What is written off, of the claim and of interest."""
        return Ore(self.written_off + self.interest_written_off)


@dataclass(frozen=True, slots=True)
class Covered:
    """What a payment covers."""

    interest: Ore
    principal: Ore


def covered(amount: Ore, sums: Claimed, *, principal_first: bool = False) -> Covered:
    """Let a payment cover the interest that is charged first, and the principal with the rest.

    `principal_first`: who paid has said that it shall be the other way round.
    """
    if principal_first:
        principal = min(amount, sums.principal)
        return Covered(Ore(amount - principal), principal)
    interest = min(amount, sums.interest)
    return Covered(interest, Ore(amount - interest))


@dataclass(frozen=True, slots=True)
class Reduction:
    """What a reduction takes: of what is promised and not paid, by budget year, and of what is paid."""

    cut: Mapping[int, Ore]
    back: Ore


def reduced(amount: Ore, unpaid: Mapping[int, Ore]) -> Reduction:
    """Take a reduction from what is not paid, the latest year first; the rest is to be paid back."""
    cut = min(amount, Ore(sum(unpaid.values())))
    return Reduction(over_years(cut, unpaid, latest_first=True), Ore(amount - cut))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an agreement to pay in instalments. `interest`: how much of its amount is interest."""

    number: int
    due_on: date
    amount: Ore
    interest: Ore = NOTHING

    @property
    def principal(self) -> Ore:
        """What is paid of the claim itself with this part."""
        return Ore(self.amount - self.interest)


def over_years(amount: Ore, by_year: Mapping[int, Ore], *, latest_first: bool) -> dict[int, Ore]:
    """Spread an amount over years that have room, and leave out those that get nothing.

    Raises ValueError when there is not room for all of it.
    """
    left, spread = amount, {}
    for year in sorted(by_year, reverse=latest_first):
        part = min(left, by_year[year])
        if part > 0:
            spread[year] = Ore(part)
            left = Ore(left - part)
    if left > 0:
        raise ValueError("more than there is room for")
    return dict(sorted(spread.items()))


def in_parts(
    amount: Ore, number: int, first_due: date, *, interest: Ore = NOTHING
) -> tuple[Part, ...]:
    """Divide an amount into monthly parts of whole kroner; the last one takes what is left over.

    `interest`: how much of the amount is interest; the first parts cover it.
    """
    if not 1 <= number <= MOST_PARTS or amount < number * ORE_PER_KRONE:
        raise ValueError("cannot be divided so")
    each = Ore(amount // number // ORE_PER_KRONE * ORE_PER_KRONE)
    amounts = [each] * (number - 1) + [Ore(amount - each * (number - 1))]
    parts = []
    for place, part in enumerate(amounts):
        of_interest = min(interest, part)
        interest = Ore(interest - of_interest)
        parts.append(Part(place + 1, _months_after(first_due, place), part, of_interest))
    return tuple(parts)


OUTSIDE = 0
"""Where what is outstanding beside the parts of an agreement is told of; the parts are numbered from 1."""


def unpaid_parts(parts: Mapping[int, Ore], outstanding: Ore) -> dict[int, Ore]:
    """Give what is not paid of each part of an agreement, by its number; the first parts were paid first.

    Of the claim itself or of interest. What is outstanding beyond the parts is of `OUTSIDE`.
    """
    left, found = int(outstanding), {}
    for number in sorted(parts, reverse=True):
        found[number] = Ore(min(left, parts[number]))
        left -= found[number]
    return found | {OUTSIDE: Ore(left)}


def due_by(day: date, parts: tuple[Part, ...], pay_by: date, outstanding_of: Claimed) -> Ore:
    """Give what should have been paid by the end of a day and is not; never below 0.

    Interest is due when it is charged, but for what an agreement has put into a later part.
    """
    later = [part for part in parts if part.due_on >= day]
    if parts:
        # What was settled before the agreement stands outside its parts.
        should = outstanding_of.claimed - sum(part.principal for part in later)
    else:
        should = outstanding_of.claimed if pay_by < day else 0
    overdue = should - outstanding_of.repaid - outstanding_of.written_off
    interest = outstanding_of.interest - sum(part.interest for part in later)
    return Ore(max(0, min(overdue, outstanding_of.principal)) + max(0, interest))


def after_decision(sums: Claimed, overdue: Ore) -> ReclaimState:
    """Tell how far a claim has come."""
    if sums.claimed <= 0:
        return ReclaimState.ANNULLED
    if sums.outstanding > 0:
        return ReclaimState.OVERDUE if overdue else ReclaimState.CLAIMED
    return ReclaimState.WRITTEN_OFF if sums.written_off else ReclaimState.SETTLED


def _months_after(day: date, months: int) -> date:
    """Give the same day some months later, or the last day of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise ValueError(day)
