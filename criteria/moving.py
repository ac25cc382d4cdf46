"""Moving money in the ledger: between posts and years (omdisponering), or along to the next year.

Bevilgningsreglementet § 5: unused money is carried over to the next year only with authority; §§ 6 and 11:
money is moved between posts only as parliament has decided. What moves adds up to 0.
"""

from dataclasses import dataclass
from enum import StrEnum

from foundation.money import Ore


class MoveRefusal(StrEnum):
    """Why money may not be moved. NEGATIVE: the amount is not above 0."""

    NEGATIVE = "negative"
    SAME_PLACE = "same_place"
    NOT_TO_NEXT_YEAR = "not_to_next_year"
    OTHER_POST = "other_post"
    AUTHORITY_MISSING = "authority_missing"
    DOCUMENT_MISSING = "document_missing"


@dataclass(frozen=True, slots=True)
class Place:
    """A post of the state budget in a year."""

    post: int
    year: int


@dataclass(frozen=True, slots=True)
class Move:
    """An amount in øre that leaves one place for another, and by what right."""

    source: Place
    target: Place
    amount: Ore
    authority: str

    @property
    def parts(self) -> tuple[tuple[Place, Ore], tuple[Place, Ore]]:
        """What is booked where, in the order it must be: it leaves before it enters."""
        return (self.source, Ore(-self.amount)), (self.target, self.amount)


def may_transfer(move: Move) -> MoveRefusal | None:
    """Tell why money may not be moved to another post or year, or None."""
    if move.amount <= 0:
        return MoveRefusal.NEGATIVE
    if not move.authority.strip():
        return MoveRefusal.AUTHORITY_MISSING
    if move.source == move.target:
        return MoveRefusal.SAME_PLACE
    return None


def may_carry_over(move: Move, *, documented: bool) -> MoveRefusal | None:
    """Tell why unused money may not be taken along to the next year on the same post, or None."""
    if move.amount <= 0:
        return MoveRefusal.NEGATIVE
    if move.source.post != move.target.post:
        return MoveRefusal.OTHER_POST
    if move.target.year != move.source.year + 1:
        return MoveRefusal.NOT_TO_NEXT_YEAR
    if not move.authority.strip():
        return MoveRefusal.AUTHORITY_MISSING
    if not documented:
        return MoveRefusal.DOCUMENT_MISSING
    return None
