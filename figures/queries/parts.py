"""What all figures are made of: the same few questions to the database, asked in one place.

Each gives a subquery to be joined by `application_id` or `organisation_id`. Sums of money are øre. An
application belongs to the budget year that its call begins in.
"""

from datetime import date

from sqlalchemy import BigInteger, ColumnElement, Subquery, and_, case, cast, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from accounts.models import MunicipalityVersion, Population
from applications.models import Application, Partner, PartnerRole
from criteria.postings import COMMITTED, PAID
from criteria.steps import Step
from decisions.models import Acceptance, Decision, Outcome
from foundation.money import Ore
from payments.models import Entry

AWARDS = (Outcome.AWARD, Outcome.PARTIAL_AWARD)
TAKES_PART = (PartnerRole.LEAD, PartnerRole.PARTICIPANT)
SUBMITTED: ColumnElement[bool] = Application.submitted_at.is_not(None)
WITHDRAWN: ColumnElement[bool] = and_(SUBMITTED, Application.step == Step.WITHDRAWN)
_Later = aliased(Decision)


def in_force() -> Subquery:
    """Give the published decision of each case that no later published one has replaced.

    Columns: decision_id, application_id, outcome, amount, published_at, accepted, answered_at. Never a
    decision that is only drafted or signed.
    """
    later = (
        select(_Later.id)
        .where(
            _Later.application_id == Decision.application_id,
            _Later.number > Decision.number,
            _Later.published_at.is_not(None),
        )
        .exists()
    )
    return (
        select(
            Decision.id.label("decision_id"),
            Decision.application_id,
            Decision.outcome,
            Decision.amount,
            Decision.published_at,
            Acceptance.accepted,
            Acceptance.answered_at,
        )
        .outerjoin(Acceptance, Acceptance.decision_id == Decision.id)
        .where(Decision.published_at.is_not(None), ~later)
        .subquery("in_force")
    )


def leads() -> Subquery:
    """Give the lead of each application: application_id, organisation_id. Always exactly one."""
    return (
        select(Partner.application_id, Partner.organisation_id)
        .where(Partner.role == PartnerRole.LEAD)
        .subquery("lead")
    )


def taking_part() -> Subquery:
    """Give every organisation that takes part: application_id, organisation_id, role.

    Lead and participants who have not declined; observers get no money and are not counted.
    """
    return (
        select(Partner.application_id, Partner.organisation_id, Partner.role)
        .where(Partner.role.in_(TAKES_PART), Partner.declined_at.is_(None))
        .subquery("taking_part")
    )


def case_money(year: int | None = None) -> Subquery:
    """Give each case's sums in the ledger, in all or in a budget year.

    Columns: application_id, committed, paid.
    """
    statement = select(
        Entry.application_id,
        sum_where(Entry.booked_as.in_(COMMITTED), Entry.amount).label("committed"),
        sum_where(Entry.booked_as.in_(PAID), Entry.amount).label("paid"),
    ).where(Entry.application_id.is_not(None))
    if year is not None:
        statement = statement.where(Entry.year == year)
    return statement.group_by(Entry.application_id).subquery("case_money")


def sum_where(holds: ColumnElement[bool], amount: InstrumentedAttribute[Ore]) -> ColumnElement[int]:
    """Add up the amounts of the rows for which something holds, as a whole number on both engines."""
    return cast(func.sum(case((holds, amount), else_=0)), BigInteger)


def municipalities_on(day: date) -> Subquery:
    """Give each kommune that exists on a day as it is that day: one row for each organisation.

    Columns: organisation_id, number, name, county_number, county_name, centrality, language_form,
    health_region.
    """
    version = MunicipalityVersion
    return (
        select(
            version.organisation_id,
            version.number,
            version.name,
            version.county_number,
            version.county_name,
            version.centrality,
            version.language_form,
            version.health_region,
        )
        .where(version.valid_from <= day, or_(version.valid_to.is_(None), version.valid_to >= day))
        .subquery("municipality")
    )


def inhabitants_by(year: int) -> Subquery:
    """Give each kommune's inhabitants as they were last known in a year: organisation_id, inhabitants."""
    newest = (
        select(Population.organisation_id, func.max(Population.year).label("year"))
        .where(Population.year <= year)
        .group_by(Population.organisation_id)
        .subquery()
    )
    return (
        select(Population.organisation_id, Population.inhabitants)
        .join(
            newest,
            (newest.c.organisation_id == Population.organisation_id)
            & (newest.c.year == Population.year),
        )
        .subquery("people")
    )
