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

from sqlalchemy import case, func, select

from accounts.tilemap import Counted
from applications.factsheets.models import FactSheet
from applications.models import Application, PartnerRole
from criteria.reaching import MunicipalityType, WithoutGrant, type_of
from criteria.sizes import size_class
from figures.queries.parts import AWARDS, in_force, inhabitants_by, municipalities_on, taking_part
from foundation.database import db
from foundation.money import Ore


class Grouping(StrEnum):
    """How the kommuner are grouped."""

    COUNTY = "county"
    HEALTH_REGION = "health_region"
    SIZE = "size"
    CENTRALITY = "centrality"
    TYPE = "type"


@dataclass(frozen=True, slots=True)
class Case:
    """A grant that reaches a kommune."""

    application_id: int
    case_number: str
    led: Ore
    """What is granted, where the kommune leads it; nothing where it only takes part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A kommune on a day, and the grants that have reached it."""

    number: str
    name: str
    county: str
    health_region: str
    centrality: int | None
    inhabitants: int
    without_grant: WithoutGrant | None
    cases: tuple[Case, ...]

    @property
    def reached(self) -> bool:
        """Tell whether a grant has reached it."""
        return bool(self.cases)

    @property
    def granted(self) -> Ore:
        """Give what is granted to projects that it leads: a joint grant is counted once, at its lead."""
        return Ore(sum(one.led for one in self.cases))

    @property
    def counted(self) -> Counted:
        """Count the grants that have reached it, for the tiles."""
        return Counted(
            number=self.number, name=self.name, county=self.county, count=len(self.cases)
        )

    @property
    def kind(self) -> MunicipalityType:
        """Give its kind, by whether it is reached and what it has said."""
        return type_of(reached=self.reached, without_grant=self.without_grant)


@dataclass(frozen=True, slots=True)
class Reach:
    """How many kommuner, and inhabitants, of a group a grant has reached."""

    group: str
    municipalities: int
    reached: int
    inhabitants: int
    inhabitants_reached: int
    granted: Ore

    @property
    def per_inhabitant(self) -> Ore | None:
        """Give what is granted for each inhabitant of the group; None where nobody lives there."""
        return Ore(round(self.granted / self.inhabitants)) if self.inhabitants else None

    @property
    def share(self) -> float:
        """The share of the group's kommuner that is reached, 0 to 1."""
        return self.reached / self.municipalities if self.municipalities else 0.0


def places(on: date) -> list[Place]:
    """List every kommune that exists on a day. Three queries.

    A kommune is reached when it is lead or participant in an award that is published and in force and
    has been neither declined nor lapsed.
    """
    cases, said, place = _cases(), _said(), municipalities_on(on)
    people = inhabitants_by(on.year)
    rows = db.session.execute(
        select(place, people.c.inhabitants)
        .outerjoin(people, people.c.organisation_id == place.c.organisation_id)
        .order_by(place.c.number)
    )
    return [
        Place(
            number=row.number,
            name=row.name,
            county=row.county_name,
            health_region=str(row.health_region or ""),
            centrality=row.centrality,
            inhabitants=row.inhabitants or 0,
            without_grant=said.get(row.organisation_id),
            cases=tuple(cases.get(row.organisation_id, ())),
        )
        for row in rows
    ]


def group_of(grouping: Grouping, place: Place) -> str:
    """Give the group that a kommune is in; empty where the register does not say."""
    return _KEYS[grouping](place)


def reached(found: Iterable[Place]) -> Reach:
    """Add all kommuner up."""
    return _reach("", list(found))


def reach_by(grouping: Grouping, found: Iterable[Place]) -> list[Reach]:
    """Group kommuner; the groups add up to all of them, so each is in exactly one."""
    groups: dict[str, list[Place]] = {}
    for place in found:
        groups.setdefault(group_of(grouping, place), []).append(place)
    return [_reach(group, groups[group]) for group in sorted(groups)]


def _cases() -> dict[int, list[Case]]:
    """Give the grants that reach each organisation."""
    now, part = in_force(), taking_part()
    rows = db.session.execute(
        select(
            part.c.organisation_id, Application.id, Application.case_number,
            case((part.c.role == PartnerRole.LEAD, now.c.amount), else_=0),
        )
        .join(now, now.c.application_id == part.c.application_id)
        .join(Application, Application.id == part.c.application_id)
        .where(now.c.outcome.in_(AWARDS), func.coalesce(now.c.accepted, True))
        .order_by(Application.id)
    )  # fmt: skip
    found: dict[int, list[Case]] = {}
    for organisation_id, application_id, number, led in rows:
        found.setdefault(organisation_id, []).append(Case(application_id, number, Ore(led)))
    return found


def _said() -> dict[int, WithoutGrant]:
    """Give what organisations have said, in their newest fact sheets, that they would have done."""
    newest = select(func.max(FactSheet.id)).group_by(FactSheet.organisation_id)
    rows = db.session.execute(
        select(FactSheet.organisation_id, FactSheet.without_grant).where(FactSheet.id.in_(newest))
    )
    return {organisation_id: said for organisation_id, said in rows if said is not None}


def _reach(group: str, found: list[Place]) -> Reach:
    count = Counter(place.reached for place in found)
    return Reach(
        group=group,
        municipalities=len(found),
        reached=count[True],
        inhabitants=sum(place.inhabitants for place in found),
        inhabitants_reached=sum(place.inhabitants for place in found if place.reached),
        granted=Ore(sum(place.granted for place in found)),
    )


_KEYS: dict[Grouping, Callable[[Place], str]] = {
    Grouping.COUNTY: lambda place: place.county,
    Grouping.HEALTH_REGION: lambda place: place.health_region,
    Grouping.SIZE: lambda place: size_class(place.inhabitants).value,
    Grouping.CENTRALITY: lambda place: str(place.centrality or ""),
    Grouping.TYPE: lambda place: place.kind.value,
}
