"""Which kommuner the grants reach: each counted once, whatever number of grants it takes part in.

The goals of the scheme are shares of the kommuner (inv. 52–54), so a joint grant reaches all its kommuner,
and a kommune in three grants is still one. Size bands are those of the evaluation of the programme before
this one: under 5,000, 5,000–20,000 and above.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import func, select

from criteria.sizes import size_class
from figures.queries.parts import AWARDS, in_force, inhabitants_by, municipalities_on, taking_part
from foundation.database import db


class Grouping(StrEnum):
    """How the kommuner are grouped."""

    COUNTY = "county"
    HEALTH_REGION = "health_region"
    SIZE = "size"
    CENTRALITY = "centrality"


@dataclass(frozen=True, slots=True)
class Place:
    """A kommune on a day, and whether a grant has reached it."""

    county: str
    health_region: str
    centrality: int | None
    inhabitants: int
    reached: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """How many kommuner, and inhabitants, of a group a grant has reached."""

    group: str
    municipalities: int
    reached: int
    inhabitants: int
    inhabitants_reached: int

    @property
    def share(self) -> float:
        """The share of the group's kommuner that is reached, 0 to 1."""
        return self.reached / self.municipalities if self.municipalities else 0.0


def places(on: date) -> list[Place]:
    """List every kommune that exists on a day. Two queries.

    A kommune is reached when it is lead or participant in an award that is published and in force and
    has been neither declined nor lapsed.
    """
    now, part, place = in_force(), taking_part(), municipalities_on(on)
    found = set(
        db.session.scalars(
            select(part.c.organisation_id)
            .join(now, now.c.application_id == part.c.application_id)
            .where(now.c.outcome.in_(AWARDS), func.coalesce(now.c.accepted, True))
            .distinct()
        )
    )
    people = inhabitants_by(on.year)
    rows = db.session.execute(
        select(place, people.c.inhabitants)
        .outerjoin(people, people.c.organisation_id == place.c.organisation_id)
        .order_by(place.c.number)
    )
    return [
        Place(
            county=row.county_name,
            health_region=str(row.health_region or ""),
            centrality=row.centrality,
            inhabitants=row.inhabitants or 0,
            reached=row.organisation_id in found,
        )
        for row in rows
    ]


def reached(found: Iterable[Place]) -> Reach:
    """Add all kommuner up."""
    return _reach("", list(found))


def reach_by(grouping: Grouping, found: Iterable[Place]) -> list[Reach]:
    """Group kommuner; the groups add up to all of them, so each is in exactly one."""
    groups: dict[str, list[Place]] = {}
    for place in found:
        groups.setdefault(_KEYS[grouping](place), []).append(place)
    return [_reach(group, groups[group]) for group in sorted(groups)]


def _reach(group: str, found: list[Place]) -> Reach:
    count = Counter(place.reached for place in found)
    return Reach(
        group=group,
        municipalities=len(found),
        reached=count[True],
        inhabitants=sum(place.inhabitants for place in found),
        inhabitants_reached=sum(place.inhabitants for place in found if place.reached),
    )


_KEYS: dict[Grouping, Callable[[Place], str]] = {
    Grouping.COUNTY: lambda place: place.county,
    Grouping.HEALTH_REGION: lambda place: place.health_region,
    Grouping.SIZE: lambda place: size_class(place.inhabitants).value,
    Grouping.CENTRALITY: lambda place: str(place.centrality or ""),
}
