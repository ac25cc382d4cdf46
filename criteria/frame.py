"""The guards of the frame: what may be promised and paid, and what is wrong with a ledger.

Sums are those of `criteria.postings`; amounts are øre with a sign, as told there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from criteria.postings import (
    WITHOUT_CASE,
    Balance,
    EntryKind,
    Posting,
    balance,
    by_post_and_year,
)
from foundation.money import Ore

__all__ = [
    "Balance",
    "EntryKind",
    "Posting",
    "Refusal",
    "Violation",
    "ViolationKind",
    "balance",
    "by_post_and_year",
    "may_book",
    "may_commit",
    "may_pay",
    "problems",
]


class Refusal(StrEnum):
    """Why money may not be promised or paid. NEGATIVE: the amount is not above 0."""

    NEGATIVE = "negative"
    NOT_ACCEPTED = "not_accepted"
    OVER_APPROPRIATION = "over_appropriation"
    OVER_COMMITMENT = "over_commitment"
    OVER_PAID = "over_paid"
    OVER_CLAIM = "over_claim"
    OVER_INTEREST = "over_interest"


def may_commit(balance_of_year: Balance, amount: Ore) -> Refusal | None:
    """Tell why an amount may not be promised from a post in a year, or None.

    Never more than parliament has granted: bevilgningsreglementet § 6, inv. 180.
    """
    if amount <= 0:
        return Refusal.NEGATIVE
    if amount > balance_of_year.available:
        return Refusal.OVER_APPROPRIATION
    return None


def may_pay(case_balance: Balance, amount: Ore, *, accepted: bool) -> Refusal | None:
    """Tell why an amount may not be paid in a case, or None.

    The recipient must have accepted the conditions, and no case gets more in a year than it was promised.
    """
    if amount <= 0:
        return Refusal.NEGATIVE
    if not accepted:
        return Refusal.NOT_ACCEPTED
    if amount > case_balance.remaining:
        return Refusal.OVER_COMMITMENT
    return None


def may_book(posting: Posting, year: Balance, case: Balance, *, accepted: bool) -> Refusal | None:
    """Tell why an entry may not be written beside these sums, or None.

    `year`: those of its post's year; `case`: those of its case in that year. What takes back never takes
    more than is there: no appropriation or commitment falls below what already stands on it, no more is
    claimed than is paid, no more repaid or written off than is claimed, or than is charged of interest.
    """
    if posting.kind is EntryKind.COMMITMENT:
        return may_commit(year, posting.amount)
    if posting.kind is EntryKind.PAYMENT:
        return may_pay(case, posting.amount, accepted=accepted)
    moved = Balance.of(posting)
    if moved.available < 0 and (year + moved).available < 0:
        return Refusal.OVER_APPROPRIATION
    if posting.application is None:
        return None
    after = case + moved
    limits = (
        (Refusal.OVER_COMMITMENT, moved.remaining, after.remaining),
        (Refusal.OVER_PAID, moved.claimable, after.claimable),
        (Refusal.OVER_CLAIM, moved.claimed, after.claimed),
        (Refusal.OVER_INTEREST, moved.interest, after.interest),
    )
    return next((word for word, by, left in limits if by < 0 and left < 0), None)


class ViolationKind(StrEnum):
    """What can be wrong with a ledger."""

    NOTHING_BOOKED = "nothing_booked"
    WRONG_SIGN = "wrong_sign"
    REVERSAL_OF_NOTHING = "reversal_of_nothing"
    CASE_MISSING = "case_missing"
    OVER_APPROPRIATION = "over_appropriation"
    APPROPRIATION_BELOW_ZERO = "appropriation_below_zero"
    COMMITMENT_BELOW_ZERO = "commitment_below_zero"
    OVER_COMMITMENT = "over_commitment"
    PAYMENT_BELOW_ZERO = "payment_below_zero"
    CLAIM_BELOW_ZERO = "claim_below_zero"
    CLAIM_ABOVE_PAYMENT = "claim_above_payment"
    INTEREST_BELOW_ZERO = "interest_below_zero"


@dataclass(frozen=True, slots=True)
class Violation:
    """Something wrong, where, and by how much in øre; application None when it is a whole post."""

    kind: ViolationKind
    post: int
    year: int
    application: int | None
    amount: Ore


def problems(postings: Iterable[Posting]) -> tuple[Violation, ...]:
    """List everything wrong with a ledger: single entries, then posts per year, then cases."""
    ledger = tuple(postings)
    return (
        *(violation for posting in ledger for violation in _of_entry(posting)),
        *_of_posts(ledger),
        *_of_cases(ledger),
    )


_ADDS = frozenset({EntryKind.COMMITMENT, EntryKind.PAYMENT})
_TAKES_BACK = frozenset(
    {
        EntryKind.COMMITMENT_LAPSE,
        EntryKind.PAYMENT_RETURN,
        EntryKind.REPAYMENT,
        EntryKind.WRITE_OFF,
        EntryKind.INTEREST_PAYMENT,
        EntryKind.INTEREST_WRITE_OFF,
    }
)


def _of_entry(posting: Posting) -> Iterator[Violation]:
    is_reversal = posting.kind is EntryKind.REVERSAL
    checks = (
        (ViolationKind.NOTHING_BOOKED, posting.amount == 0),
        (ViolationKind.WRONG_SIGN, _has_wrong_sign(posting)),
        (ViolationKind.REVERSAL_OF_NOTHING, is_reversal != _counters_something(posting)),
        (
            ViolationKind.CASE_MISSING,
            posting.application is None and posting.booked_as not in WITHOUT_CASE,
        ),
    )
    for kind, wrong in checks:
        if wrong:
            yield Violation(kind, posting.post, posting.year, posting.application, posting.amount)


def _counters_something(posting: Posting) -> bool:
    """Tell whether the entry names a kind it counters; a reversal is not itself reversed."""
    return posting.reverses not in (None, EntryKind.REVERSAL)


def _has_wrong_sign(posting: Posting) -> bool:
    """Judge the sign by the kind; a reversal has the opposite one.

    What moves money from one place to another may have either, and so may an appropriation that takes
    from what was granted, and a claim: where it is divided, it leaves the one and comes to the other.
    """
    amount = -posting.amount if posting.kind is EntryKind.REVERSAL else posting.amount
    return (posting.booked_as in _ADDS and amount < 0) or (
        posting.booked_as in _TAKES_BACK and amount > 0
    )


def _of_posts(ledger: tuple[Posting, ...]) -> Iterator[Violation]:
    """Find posts that promised more in a year than was granted for it (inv. 180)."""
    for (post, year), sums in by_post_and_year(ledger).items():
        if sums.appropriated < 0:
            kind = ViolationKind.APPROPRIATION_BELOW_ZERO
            yield Violation(kind, post, year, None, sums.appropriated)
        if sums.available < 0:
            over = Ore(-sums.available)
            yield Violation(ViolationKind.OVER_APPROPRIATION, post, year, None, over)


def _of_cases(ledger: tuple[Posting, ...]) -> Iterator[Violation]:
    """Find cases paid more in a year than promised, or with less than nothing of anything."""
    cases: dict[tuple[int, int, int], list[Posting]] = {}
    for posting in ledger:
        if posting.application is not None:
            key = (posting.post, posting.application, posting.year)
            cases.setdefault(key, []).append(posting)
    for post, application, year in sorted(cases):
        sums = balance(cases[post, application, year])
        checks = (
            (ViolationKind.COMMITMENT_BELOW_ZERO, sums.committed),
            (ViolationKind.OVER_COMMITMENT, sums.remaining),
            (ViolationKind.PAYMENT_BELOW_ZERO, sums.paid),
            (ViolationKind.CLAIM_BELOW_ZERO, sums.claimed),
            (ViolationKind.CLAIM_ABOVE_PAYMENT, sums.claimable),
            (ViolationKind.INTEREST_BELOW_ZERO, sums.interest),
        )
        for kind, left in checks:
            if left < 0:
                yield Violation(kind, post, year, application, Ore(-left))
