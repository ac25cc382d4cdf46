"""How hearings are shown: point by point, with what was said of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from criteria import deadlines
from foundation import words
from foundation.language import Bilingual
from grants.hearings.models import Hearing, HearingComment, HearingPoint, PointKind

WHOLE = 0
"""Where the draft as a whole stands among its points."""


@dataclass(frozen=True, slots=True)
class PointShown:
    """A point, or (without one) the draft as a whole, with what was said of it."""

    position: int
    code: str
    title: Bilingual | str
    text: Bilingual | None
    comments: list[HearingComment]


@dataclass(frozen=True, slots=True)
class PartShown:
    """Points of one kind."""

    title: str
    points: list[PointShown]


@dataclass(frozen=True, slots=True)
class HearingRow:
    """A hearing in a list."""

    hearing: Hearing
    is_open: bool


def is_open(hearing: Hearing, at: datetime) -> bool:
    """Tell whether comments come in time."""
    return at < deadlines.closing_moment(hearing.closes_on)


def show_hearings(found: Sequence[Hearing], at: datetime) -> list[HearingRow]:
    """Say where each hearing stands."""
    return [HearingRow(one, is_open(one, at)) for one in found]


def show_points(hearing: Hearing, comments: Iterable[HearingComment]) -> list[PartShown]:
    """Sort what was said by what it is about: the whole draft first, then criteria, then rules."""
    by_point: dict[int | None, list[HearingComment]] = {}
    for one in comments:
        by_point.setdefault(one.point_id, []).append(one)
    whole = PointShown(WHOLE, "", whole_said(), None, by_point.get(None, []))
    parts = [PartShown(whole_said(), [whole])]
    for kind in PointKind:
        found = [
            PointShown(one.position, one.code, one.title, one.text, by_point.get(one.id, []))
            for one in hearing.points
            if one.kind is kind
        ]
        parts.append(PartShown(words.say(kind), found))
    return [part for part in parts if part.points]


def only_commented(parts: Iterable[PartShown]) -> list[PartShown]:
    """Leave out the points that nobody said anything of."""
    kept = [
        PartShown(part.title, [one for one in part.points if one.comments]) for part in parts
    ]
    return [part for part in kept if part.points]


def point_codes(hearing: Hearing) -> dict[int | None, str]:
    """Name each point shortly, for lists."""
    return {None: whole_said()} | {one.id: one.code for one in hearing.points}


def whole_said() -> str:
    """Name the draft as a whole."""
    return str(_("Hele utkastet"))


def point_at(hearing: Hearing, position: int) -> HearingPoint | None:
    """Find a point by its place; None where there is none there, as for the whole draft."""
    return next((one for one in hearing.points if one.position == position), None)
