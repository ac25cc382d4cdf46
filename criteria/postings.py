"""The sums of a scheme: what parliament grants, what is promised, what is paid (inv. 5–6, 180).

Amounts are øre with a sign. A commitment, a payment and a claim are positive of their kind; what
takes back from one of them is negative: a lapse from commitments, a return by the bank and a repayment
from payments, a repayment and a write-off from claims. An appropriation is positive, or negative when
parliament takes from what it granted. A carry-over to a later year and a transfer (omdisponering) to
another post or year are negative where the money leaves and positive where it enters; so is a change of a
commitment, which moves what a case was promised to another year, or makes it less. A reversal carries the
opposite sign of the entry it counters and says which kind that was.

A claim, its repayments and what is written off of it belong to the budget year of the payment that is
claimed; when they happened is told by the day they are booked. What is repaid is no longer promised: the
commitment is made less by the same act. Where a claim is divided among those that took a kommune over, what
the others owe of it, with its interest, is claimed of them and, negative, no more of the first.

Interest on a claim that is paid late is the state's income and no part of any grant: charging it is positive,
paying it and writing it off are negative, and it counts in no other sum than its own. It belongs to the year
of the last day that it is charged for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from foundation.money import NOTHING, Ore


class EntryKind(StrEnum):
    """The kinds of posting in the ledger."""

    APPROPRIATION = "appropriation"
    CARRY_OVER = "carry_over"
    TRANSFER = "transfer"
    COMMITMENT = "commitment"
    COMMITMENT_CHANGE = "commitment_change"
    COMMITMENT_LAPSE = "commitment_lapse"
    PAYMENT = "payment"
    PAYMENT_RETURN = "payment_return"
    CLAIM = "claim"
    REPAYMENT = "repayment"
    WRITE_OFF = "write_off"
    INTEREST = "interest"
    INTEREST_PAYMENT = "interest_payment"
    INTEREST_WRITE_OFF = "interest_write_off"
    REVERSAL = "reversal"


@dataclass(frozen=True, slots=True)
class Posting:
    """One entry of the ledger. `reverses` is the kind that a reversal counters, else None."""

    kind: EntryKind
    post: int
    year: int
    application: int | None
    amount: Ore
    reverses: EntryKind | None = None

    @property
    def booked_as(self) -> EntryKind:
        """The kind whose sum this entry moves: its own, or the one it reverses."""
        return self.reverses if self.reverses is not None else self.kind


@dataclass(frozen=True, slots=True)
class Balance:
    """What postings add up to. `claimed`: claims neither repaid nor written off; `interest` likewise."""

    appropriated: Ore
    committed: Ore
    paid: Ore
    claimed: Ore = NOTHING
    interest: Ore = NOTHING

    @classmethod
    def of(cls, posting: Posting) -> "Balance":
        """Give what one posting adds to each sum."""
        kind, amount = posting.booked_as, posting.amount
        return cls(
            amount if kind in APPROPRIATED else NOTHING,
            amount if kind in COMMITTED else NOTHING,
            amount if kind in PAID else NOTHING,
            amount if kind in CLAIMED else NOTHING,
            amount if kind in INTEREST_OWED else NOTHING,
        )

    def __add__(self, other: "Balance") -> "Balance":
        """Add two sums of different postings together."""
        return Balance(
            appropriated=Ore(self.appropriated + other.appropriated),
            committed=Ore(self.committed + other.committed),
            paid=Ore(self.paid + other.paid),
            claimed=Ore(self.claimed + other.claimed),
            interest=Ore(self.interest + other.interest),
        )

    @property
    def available(self) -> Ore:
        """What can still be promised."""
        return Ore(self.appropriated - self.committed)

    @property
    def remaining(self) -> Ore:
        """What is promised and not yet paid."""
        return Ore(self.committed - self.paid)

    @property
    def claimable(self) -> Ore:
        """What is paid and not yet claimed back."""
        return Ore(self.paid - self.claimed)


APPROPRIATED = frozenset({EntryKind.APPROPRIATION, EntryKind.CARRY_OVER, EntryKind.TRANSFER})
"""The kinds that the sum of what is granted is made of; so for the next four."""
COMMITTED = frozenset(
    {EntryKind.COMMITMENT, EntryKind.COMMITMENT_CHANGE, EntryKind.COMMITMENT_LAPSE}
)
PAID = frozenset({EntryKind.PAYMENT, EntryKind.PAYMENT_RETURN, EntryKind.REPAYMENT})
CLAIMED = frozenset({EntryKind.CLAIM, EntryKind.REPAYMENT, EntryKind.WRITE_OFF})
INTEREST_OWED = frozenset(
    {EntryKind.INTEREST, EntryKind.INTEREST_PAYMENT, EntryKind.INTEREST_WRITE_OFF}
)
WITHOUT_CASE = APPROPRIATED
"""The kinds that concern a post and no case."""


def balance(postings: Iterable[Posting]) -> Balance:
    """Add postings up; their order means nothing."""
    sums = dict.fromkeys(EntryKind, 0)
    for posting in postings:
        sums[posting.booked_as] += posting.amount
    return Balance(
        appropriated=_together(sums, APPROPRIATED),
        committed=_together(sums, COMMITTED),
        paid=_together(sums, PAID),
        claimed=_together(sums, CLAIMED),
        interest=_together(sums, INTEREST_OWED),
    )


def by_post_and_year(postings: Iterable[Posting]) -> dict[tuple[int, int], Balance]:
    """Give the balance of each post and year, in order."""
    groups: dict[tuple[int, int], list[Posting]] = {}
    for posting in postings:
        groups.setdefault((posting.post, posting.year), []).append(posting)
    return {key: balance(groups[key]) for key in sorted(groups)}


def _together(sums: dict[EntryKind, int], kinds: frozenset[EntryKind]) -> Ore:
    return Ore(sum(sums[kind] for kind in kinds))
