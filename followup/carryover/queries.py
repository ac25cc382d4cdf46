"""Reading applications for unused money, and what they carried from year to year."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import joinedload
from sqlalchemy.orm.interfaces import LoaderOption

from accounts.models import Person
from applications.models import Application, Partner
from applications.queries.one import ACTS_FOR
from followup.carryover.models import CarryOver
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.money import NOTHING, Ore

IS_OPEN = CarryOver.decided_at.is_(None) & CarryOver.withdrawn_at.is_(None)
"""Neither signed nor withdrawn."""


def whole() -> tuple[LoaderOption, ...]:
    """Load an application for unused money with its case, and those who asked, proposed and signed."""
    return (
        joinedload(CarryOver.application).joinedload(Application.call),
        joinedload(CarryOver.asked_by),
        joinedload(CarryOver.proposed_by),
        joinedload(CarryOver.decided_by),
    )


def carry_over(number: int) -> CarryOver:
    """Find an application for unused money, for the office. Raises NotFoundError."""
    return _one(select(CarryOver).where(CarryOver.id == number))


def carry_over_of(person: Person, number: int) -> CarryOver:
    """Find one of a project that the person's organisations take part in. Raises NotFoundError."""
    takes_part = exists().where(
        Partner.application_id == CarryOver.application_id,
        Partner.declined_at.is_(None),
        Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
    )
    return _one(select(CarryOver).where(CarryOver.id == number, takes_part))


def carry_overs_in(application_id: int) -> Sequence[CarryOver]:
    """List the applications of a case, the newest first, with those who acted."""
    return db.session.scalars(
        select(CarryOver)
        .where(CarryOver.application_id == application_id)
        .options(*whole())
        .order_by(CarryOver.id.desc())
    ).all()


def open_carry_overs() -> Sequence[CarryOver]:
    """List those that are neither signed nor withdrawn, the oldest first, with their cases. One query."""
    return db.session.scalars(
        select(CarryOver)
        .where(IS_OPEN)
        .options(*whole())
        .order_by(CarryOver.asked_at, CarryOver.id)
    ).all()


def is_open(application_id: int, year: int) -> bool:
    """Tell whether money of a year is applied for and not answered."""
    where = (CarryOver.application_id == application_id, CarryOver.year == year)
    return bool(db.session.scalar(select(exists().where(*where, IS_OPEN))))


def kept_in(cases: Collection[int]) -> dict[int, dict[int, Ore]]:
    """Give what received money adds to the years of cases or takes from them: it goes on to the next."""
    rows = db.session.execute(
        select(CarryOver.application_id, CarryOver.year, func.sum(CarryOver.kept))
        .where(CarryOver.application_id.in_(cases), CarryOver.kept.is_not(None))
        .group_by(CarryOver.application_id, CarryOver.year)
    )
    found: dict[int, dict[int, Ore]] = {case: {} for case in cases}
    for case, year, amount in rows:
        kept, received = found[case], int(amount or 0)  # a sum is a Decimal on PostgreSQL
        kept[year] = Ore(kept.get(year, NOTHING) - received)
        kept[year + 1] = Ore(kept.get(year + 1, NOTHING) + received)
    return found


def years_carried_to(application_id: int) -> frozenset[int]:
    """Give the years in which money of the year before may be used."""
    return frozenset(
        year + 1
        for year in db.session.scalars(
            select(CarryOver.year).where(
                CarryOver.application_id == application_id, CarryOver.granted > 0, _SIGNED
            )
        )
    )


def extended_to(application_id: int) -> date | None:
    """Give the last day that signed answers let the project go on to; None where there are none."""
    return db.session.scalar(
        select(func.max(CarryOver.end_on)).where(
            CarryOver.application_id == application_id, CarryOver.granted > 0, _SIGNED
        )
    )


_SIGNED = CarryOver.decided_at.is_not(None)


def _one(statement: Select[CarryOver]) -> CarryOver:
    found = db.session.scalars(statement.options(*whole())).first()
    if found is None:
        raise NotFoundError
    return found
