"""The journal systems that kommuner use, by what they confirm in their fact sheets."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from accounts.models import Organisation, OrganisationKind
from applications.factsheets.models import FactSheet
from criteria.systems import InUse, Landscape, Told, landscapes
from figures.queries.parts import inhabitants_by, municipalities_on
from foundation import clock
from foundation.database import db
from foundation.saying import compared


class User(NamedTuple):
    """A kommune as it is today; `inhabitants`: 0 where nobody is known to live there."""

    organisation_id: int
    number: str
    name: str
    county: str
    inhabitants: int


def system_years(today: date) -> list[Landscape]:
    """Give what is in use year by year until today, of kommuner that have told. Two queries."""
    sheets = db.session.scalars(
        select(FactSheet)
        .join(FactSheet.organisation)
        .where(Organisation.kind == OrganisationKind.MUNICIPALITY)
        .options(selectinload(FactSheet.systems))
        .order_by(FactSheet.confirmed_at, FactSheet.id)
    )
    told = [
        Told(
            one.organisation_id,
            clock.in_oslo(one.confirmed_at).year,
            tuple(each.name for each in one.systems),
        )
        for one in sheets
    ]
    return landscapes(told, today.year)


def users_of(system: InUse, today: date) -> list[User]:
    """List the kommuner that use a system, by their numbers, as they are today. One query."""
    place, people = municipalities_on(today), inhabitants_by(today.year)
    rows = db.session.execute(
        select(
            place.c.organisation_id, place.c.number, place.c.name, place.c.county_name,
            people.c.inhabitants,
        )
        .outerjoin(people, people.c.organisation_id == place.c.organisation_id)
        .where(place.c.organisation_id.in_(system.organisations))
        .order_by(place.c.number)
    )  # fmt: skip
    return [User(who, number, name, county or "", people or 0) for who, number, name, county, people in rows]


def named(systems: Sequence[InUse], name: str) -> InUse | None:
    """Find a system by its name, however it is written."""
    return next((one for one in systems if compared(one.name) == compared(name)), None)
