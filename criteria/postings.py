"""The sums of a scheme: what parliament grants, what is promised, what is paid (inv. 5–6, 180).

Amounts are øre with a sign. A commitment, a payment and a claim are positive of their kind; what
takes back from one of them is negative: a lapse from commitments, a return and a repayment from
payments (and from claims). An appropriation is positive, or negative when parliament takes from
what it granted. A carry-over is negative in the year it leaves and positive in the year it enters.
A reversal carries the opposite sign of the entry it counters and says which kind that was.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from foundation.money import NOTHING, Ore


class EntryKind(StrEnum):
    """The kinds of posting in the ledger."""

    APPROPRIATION = "appropriation"
    CARRY_OVER = "carry_over"
    COMMITMENT = "commitment"
    COMMITMENT_LAPSE = "commitment_lapse"
    PAYMENT = "payment"
    PAYMENT_RETURN = "payment_return"
    CLAIM = "claim"
    REPAYMENT = "repayment"
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
    """What postings add up to. `claimed`: claims that are not yet repaid."""

    appropriated: Ore
    committed: Ore
    paid: Ore
    claimed: Ore = NOTHING

    def __add__(self, other: "Balance") -> "Balance":
        """Add two sums of different postings together."""
        return Balance(
            appropriated=Ore(self.appropriated + other.appropriated),
            committed=Ore(self.committed + other.committed),
            paid=Ore(self.paid + other.paid),
            claimed=Ore(self.claimed + other.claimed),
        )

    @property
    def available(self) -> Ore:
        """What can still be promised."""
        return Ore(self.appropriated - self.committed)

    @property
    def remaining(self) -> Ore:
        """What is promised and not yet paid."""
        return Ore(self.committed - self.paid)


APPROPRIATED = frozenset({EntryKind.APPROPRIATION, EntryKind.CARRY_OVER})
"""The kinds that the sum of what is granted is made of; so for the next two."""
COMMITTED = frozenset({EntryKind.COMMITMENT, EntryKind.COMMITMENT_LAPSE})
PAID = frozenset({EntryKind.PAYMENT, EntryKind.PAYMENT_RETURN, EntryKind.REPAYMENT})
_CLAIMED = frozenset({EntryKind.CLAIM, EntryKind.REPAYMENT})


def balance(postings: Iterable[Posting]) -> Balance:
    """Add postings up; their order means nothing."""
    sums = dict.fromkeys(EntryKind, 0)
    for posting in postings:
        sums[posting.booked_as] += posting.amount
    return Balance(
        appropriated=_together(sums, APPROPRIATED),
        committed=_together(sums, COMMITTED),
        paid=_together(sums, PAID),
        claimed=_together(sums, _CLAIMED),
    )


def by_post_and_year(postings: Iterable[Posting]) -> dict[tuple[int, int], Balance]:
    """Give the balance of each post and year, in order."""
    groups: dict[tuple[int, int], list[Posting]] = {}
    for posting in postings:
        groups.setdefault((posting.post, posting.year), []).append(posting)
    return {key: balance(groups[key]) for key in sorted(groups)}


def _together(sums: dict[EntryKind, int], kinds: frozenset[EntryKind]) -> Ore:
    return Ore(sum(sums[kind] for kind in kinds))
