"""A partner's confirmation is bound to its own part: any change to that part makes it void.

Partners must be truly and bindingly anchored (inv. 64, 68): what was signed is the part as it
was then, so its fingerprint covers every fact of it and nothing of the other partners' parts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from criteria.canonical import Fact, digest

Place = tuple[int, str, str]
"""Where an amount stands in a part: year, activity, source."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one partner says yes to. Budget rows are (year, activity, source, øre), in any order."""

    application: int
    organisation: int
    role: str
    budget: tuple[tuple[int, str, str, int], ...]
    effort_hours: int
    title: str
    period: tuple[date, date] | None
    cost_key: str | None = None
    """How the members divide what they carry themselves, when they have agreed on it."""
    cost_percent: int | None = None
    """This partner's part of it in hundredths of a percent, when the key is of agreed percentages."""


class Covered(StrEnum):
    """What a confirmation covers, and so what can make it fall."""

    TITLE = "title"
    PERIOD = "period"
    ROLE = "role"
    EFFORT = "effort"
    COST_KEY = "cost_key"
    COST_PERCENT = "cost_percent"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Change:
    """A covered fact that is another than before. `place` is that of an amount; None of either is none.

    Values are as the part has them: a text, hours, hundredths of a percent, øre, or a pair of days.
    """

    what: Covered
    before: str | int | tuple[date, date] | None
    after: str | int | tuple[date, date] | None
    place: Place | None = None


def fingerprint(part: Part) -> str:
    """Give the SHA-256 (hex) of a part; the order of the budget rows means nothing."""
    return digest(written(part))


def written(part: Part) -> dict[str, Fact]:
    """Write a part down, so that it can be kept with the signature; `read_part` reads it again.

    What is not agreed is not written: a part without it is the part that it was before there were keys.
    """
    agreed = {"cost_key": part.cost_key, "cost_percent": part.cost_percent}
    return {
        "application": part.application,
        "organisation": part.organisation,
        "role": part.role,
        "budget": sorted(part.budget),
        "effort_hours": part.effort_hours,
        "title": part.title,
        "period": [day.isoformat() for day in part.period] if part.period else None,
        **{name: value for name, value in agreed.items() if value is not None},
    }


def read_part(kept: Mapping[str, object]) -> Part:
    """Read a part that was written down."""
    match kept:
        case {
            "application": int(application),
            "organisation": int(organisation),
            "role": str(role),
            "budget": [*rows],
            "effort_hours": int(effort_hours),
            "title": str(title),
            "period": None | [str(), str()] as period,
        }:
            return Part(
                application=application,
                organisation=organisation,
                role=role,
                budget=tuple(_row(row) for row in rows),
                effort_hours=effort_hours,
                title=title,
                period=_period(period),
                cost_key=_text(kept.get("cost_key")),
                cost_percent=_number(kept.get("cost_percent")),
            )
    raise ValueError("this is no part that was written down")


def changes(before: Part, after: Part) -> tuple[Change, ...]:
    """List what differs between two states of a part: nothing exactly when the fingerprints agree.

    A part has at most one amount at each place. Amounts come last, by year, activity and source.
    """
    return (*_of_facts(before, after), *_of_amounts(before, after))


def _of_facts(before: Part, after: Part) -> Iterator[Change]:
    if before.title != after.title:
        yield Change(Covered.TITLE, before.title, after.title)
    if before.period != after.period:
        yield Change(Covered.PERIOD, before.period, after.period)
    if before.role != after.role:
        yield Change(Covered.ROLE, before.role, after.role)
    if before.effort_hours != after.effort_hours:
        yield Change(Covered.EFFORT, before.effort_hours, after.effort_hours)
    if before.cost_key != after.cost_key:
        yield Change(Covered.COST_KEY, before.cost_key, after.cost_key)
    if before.cost_percent != after.cost_percent:
        yield Change(Covered.COST_PERCENT, before.cost_percent, after.cost_percent)


def _of_amounts(before: Part, after: Part) -> Iterator[Change]:
    old, new = _amounts(before), _amounts(after)
    for place in sorted(old.keys() | new.keys()):
        if old.get(place) != new.get(place):
            yield Change(Covered.AMOUNT, old.get(place), new.get(place), place)


def _amounts(part: Part) -> dict[Place, int]:
    return {(year, activity, source): amount for year, activity, source, amount in part.budget}


def _row(row: object) -> tuple[int, str, str, int]:
    match row:
        case [int(year), str(activity), str(source), int(amount)]:
            return year, activity, source, amount
    raise ValueError("this is no budget row that was written down")


def _text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise ValueError("this is no text that was written down")


def _number(value: object) -> int | None:
    if value is None or isinstance(value, int):
        return value
    raise ValueError("this is no number that was written down")


def _period(days: Sequence[str] | None) -> tuple[date, date] | None:
    if days is None:
        return None
    first, last = days
    return date.fromisoformat(first), date.fromisoformat(last)
