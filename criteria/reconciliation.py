"""Holding what we say is paid against what the bank says (avstemming), as three lists whose sums add up.

Amounts are øre out of our account: what comes in is negative. Both sides are matched by the reference that
each payment carries through the banks (end-to-end id).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from foundation.money import Ore


@dataclass(frozen=True, slots=True)
class Ours:
    """A payment that we sent. `amount` is 0 when it is booked as returned."""

    reference: str
    amount: Ore


@dataclass(frozen=True, slots=True)
class Theirs:
    """What went over the account by the bank's own word; without a reference it is nobody's payment.

    `number` tells which movement it is.
    """

    reference: str | None
    amount: Ore
    number: int = 0


@dataclass(frozen=True, slots=True)
class Differing:
    """The same payment with two amounts."""

    reference: str
    ours: Ore
    theirs: Ore

    @property
    def difference(self) -> Ore:
        """How much more we say than they do."""
        return Ore(self.ours - self.theirs)


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The three lists, and what agrees."""

    agreed: tuple[Ours, ...]
    missing: tuple[Ours, ...]
    """We have, and they lack."""
    extra: tuple[Theirs, ...]
    """They have, and we lack."""
    differing: tuple[Differing, ...]

    @property
    def ours(self) -> Ore:
        """All that we say went out."""
        parts = [one.amount for one in (*self.agreed, *self.missing)]
        return Ore(sum(parts) + sum(one.ours for one in self.differing))

    @property
    def theirs(self) -> Ore:
        """All that they say went out."""
        agreed, extra = (
            sum(one.amount for one in self.agreed),
            sum(one.amount for one in self.extra),
        )
        return Ore(agreed + extra + sum(one.theirs for one in self.differing))

    @property
    def between(self) -> Ore:
        """How much more we say than they do of the payments that differ."""
        return Ore(sum(one.difference for one in self.differing))

    @property
    def explained(self) -> Ore:
        """What the three lists come to: `ours` less `theirs`, or something is lost."""
        missing = sum(one.amount for one in self.missing)
        extra = sum(one.amount for one in self.extra)
        return Ore(missing - extra + self.between)


def reconcile(ours: Iterable[Ours], theirs: Iterable[Theirs]) -> Reconciliation:
    """Match by reference, each list in the order of its side.

    Several movements of one reference are added together: a payment that went out and came back is nothing.
    What is nothing on our side and unknown on theirs was stopped before it left, and is in no list.
    """
    sent = {one.reference: one for one in ours}
    moved: dict[str, int] = {}
    extra = []
    for movement in theirs:
        reference = movement.reference
        if reference is None or reference not in sent:
            extra.append(movement)
        else:
            moved[reference] = moved.get(reference, 0) + movement.amount
    both = [(one, Ore(moved[one.reference])) for one in sent.values() if one.reference in moved]
    return Reconciliation(
        agreed=tuple(one for one, amount in both if one.amount == amount),
        missing=tuple(one for one in sent.values() if one.amount and one.reference not in moved),
        extra=tuple(extra),
        differing=tuple(
            Differing(one.reference, one.amount, amount)
            for one, amount in both
            if one.amount != amount
        ),
    )
