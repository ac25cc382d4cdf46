"""The rows of applications and decisions, as a controller takes them out."""

from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy import ColumnElement, Subquery, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from accounts.models import MunicipalityVersion, Organisation, OrganisationKind, Person
from applications.models import Application
from decisions.models import Decision, DecisionYear
from figures.queries.parts import (
    SUBMITTED,
    case_money,
    in_force,
    leads,
    taking_part,
)
from figures.queries.rows import Cell, Row, Selection, stream
from foundation import clock
from grants.models import Call


def applications(chosen: Selection) -> Iterator[Row]:
    """Give the applications that were handed in, oldest first, in the columns of the catalogue."""
    lead, size, money = leads(), partnership(), case_money()
    statement = (
        select(
            Application.case_number,
            Call.code,
            Call.first_year,
            Application.title,
            Organisation.name,
            number_of_lead(),
            MunicipalityVersion.county_name,
            func.coalesce(size.c.organisations, 0),
            func.coalesce(size.c.municipalities, 0),
            Application.submitted_at,
            Application.step,
            Application.asked,
            func.coalesce(money.c.committed, 0),
            func.coalesce(money.c.paid, 0),
        )
        .join(Call, Call.id == Application.call_id)
        .join(lead, lead.c.application_id == Application.id)
        .join(Organisation, Organisation.id == lead.c.organisation_id)
        .outerjoin(MunicipalityVersion, version_at(Call.closes_on))
        .outerjoin(size, size.c.application_id == Application.id)
        .outerjoin(money, money.c.application_id == Application.id)
        .where(SUBMITTED, *chosen.within(Call.first_year))
        .order_by(Application.submitted_at, Application.id)
    )
    return stream(statement)


def decisions(chosen: Selection) -> Iterator[Row]:
    """Give the decisions in force that are sent out, oldest first, in the columns of the catalogue."""
    lead, now = leads(), in_force()
    signer, part = aliased(Person), aliased(DecisionYear)
    in_year = func.coalesce(part.amount, 0) if chosen.year else Decision.amount
    statement = (
        select(
            Application.case_number,
            Call.code,
            Call.first_year,
            Organisation.name,
            Decision.number,
            Decision.outcome,
            Decision.amount,
            in_year,
            Decision.signed_at,
            signer.name,
            Decision.published_at,
            now.c.accepted,
            now.c.answered_at,
        )
        .join(now, now.c.decision_id == Decision.id)
        .join(Application, Application.id == Decision.application_id)
        .join(Call, Call.id == Application.call_id)
        .join(lead, lead.c.application_id == Application.id)
        .join(Organisation, Organisation.id == lead.c.organisation_id)
        .join(signer, signer.id == Decision.signed_by_id)
        .outerjoin(part, and_(part.decision_id == Decision.id, part.year == chosen.year))
        .order_by(Decision.published_at, Decision.id)
    )
    if chosen.year is not None:
        statement = statement.where(or_(Call.first_year == chosen.year, part.amount.is_not(None)))
    for row in stream(statement):
        yield (*row[:10], day_of(row[10]), *row[11:])


def partnership() -> Subquery:
    """Count who takes part in each application: application_id, organisations, municipalities."""
    part = taking_part()
    return (
        select(
            part.c.application_id,
            func.count().label("organisations"),
            func.count(Organisation.id)
            .filter(Organisation.kind == OrganisationKind.MUNICIPALITY)
            .label("municipalities"),
        )
        .join(Organisation, Organisation.id == part.c.organisation_id)
        .group_by(part.c.application_id)
        .subquery("partnership")
    )


def version_at(day: "InstrumentedAttribute[object]") -> ColumnElement[bool]:
    """Match an organisation with its version as a kommune on a day that the row itself has."""
    version = MunicipalityVersion
    return and_(
        version.organisation_id == Organisation.id,
        version.valid_from <= day,
        or_(version.valid_to.is_(None), version.valid_to >= day),
    )


def number_of_lead() -> ColumnElement[str | None]:
    """Give the kommune's number on the day of `version_at`, or the organisation number of others."""
    return func.coalesce(MunicipalityVersion.number, Organisation.organisation_number)


def day_of(moment: Cell) -> date | None:
    """Give the date in Oslo of a moment that a row holds."""
    return clock.in_oslo(moment).date() if isinstance(moment, datetime) else None
