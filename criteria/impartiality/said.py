"""What a person has said of the own impartiality, and what the leader has ruled after it.

The person judges first; on doubt, on partiality and when a party objects, the nearest leader rules
(fvl. 1967 § 8, 2025 § 29). Nothing said is edited: what is newest holds, and a ruling holds for what it
was given on. New facts take a new ruling.
"""

from dataclasses import dataclass
from enum import StrEnum

from criteria.impartiality.hindrances import Hindrance


class View(StrEnum):
    """What a person has declared about the own impartiality in a case."""

    IMPARTIAL = "impartial"
    DOUBT = "doubt"
    PARTIAL = "partial"


class Outcome(StrEnum):
    """What a leader has ruled of a person in a case."""

    IMPARTIAL = "impartial"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A person's word in a case, and the newest ruling.

    `settled`: the ruling was given on this very declaration. `objected`: a party has objected, and no
    ruling was given on it. `covers_all`: the declaration was made against everyone who takes part now.
    """

    view: View | None = None
    covers_all: bool = True
    ruled: Outcome | None = None
    settled: bool = False
    objected: bool = False


_UNRULED = {
    View.PARTIAL: Hindrance.DECLARED_PARTIAL,
    View.DOUBT: Hindrance.IN_DOUBT_UNRULED,
    View.IMPARTIAL: None,
}


def hindrance_by_word(said: Said) -> Hindrance | None:
    """Tell what stands in the way after all that is said and ruled; None when the case is open.

    Who is ruled partial stays so until ruled otherwise, whatever the person declares later.
    """
    if said.ruled is Outcome.PARTIAL:
        return Hindrance.RULED_PARTIAL
    if said.objected:
        return Hindrance.OBJECTION_UNRULED
    if said.view is None:
        return Hindrance.NOT_DECLARED
    unruled = None if said.settled else _UNRULED[said.view]
    if unruled is None and not said.covers_all:
        return Hindrance.PARTICIPANTS_CHANGED
    return unruled


def awaits_ruling(said: Said) -> bool:
    """Tell whether the leader has something to rule on.

    An objection, a declaration that is not plain, or one that disagrees with an earlier ruling.
    """
    if said.objected:
        return True
    if said.view is None or said.settled:
        return False
    if said.ruled is Outcome.PARTIAL:
        return said.view is not View.PARTIAL
    return said.view is not View.IMPARTIAL
