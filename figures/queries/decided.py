"""The rows for research on cases and payments: only what is decided and sent out."""

from collections.abc import Iterator

from sqlalchemy import Subquery, and_, func, or_, select

from accounts.models import MunicipalityVersion, Organisation
from applications.models import Application
from criteria.postings import PAID
from figures.queries.cases import number_of_lead, partnership, version_at
from figures.queries.line import placed
from figures.queries.parts import (
    WITHDRAWN,
    in_force,
    leads,
)
from figures.queries.rows import Row, Selection, stream
from figures.queries.told import as_code, as_day
from grants.models import BudgetPost, Call, Measure
from payments.models import Entry

WITHDRAWN_RESULT = "withdrawn"


def decided() -> Subquery:
    """Give the applications that research may know of: application_id, outcome (NULL: withdrawn).

    Those with a decision that is sent out, and those withdrawn in a call that has sent decisions out. A case
    that is not decided, or whose decision is only drafted or signed, is not here.
    """
    now = in_force()
    decided_rounds = (
        select(Call.round_id)
        .join(Application, Application.call_id == Call.id)
        .join(now, now.c.application_id == Application.id)
        .distinct()
    )
    calls_beside = select(Call.id).where(Call.round_id.in_(decided_rounds))
    return (
        select(Application.id.label("application_id"), now.c.outcome)
        .outerjoin(now, now.c.application_id == Application.id)
        .where(
            or_(
                now.c.decision_id.is_not(None),
                and_(WITHDRAWN, Application.call_id.in_(calls_beside)),
            )
        )
        .subquery("decided")
    )


def applications(chosen: Selection) -> Iterator[Row]:
    """Give the decided applications in the order they came in, in the columns of the catalogue."""
    known, lead, size, place = decided(), leads(), partnership(), placed()
    statement = (
        select(
            Application.case_number,
            Call.code,
            Measure.code,
            Call.first_year,
            as_day(Application.submitted_at),
            Organisation.name,
            number_of_lead(),
            as_code(Organisation.kind),
            MunicipalityVersion.county_name,
            MunicipalityVersion.health_region,
            MunicipalityVersion.centrality,
            size.c.organisations,
            size.c.municipalities,
            Application.asked,
            func.coalesce(as_code(known.c.outcome), WITHDRAWN_RESULT),
            place.c.score,
            place.c.place,
            place.c.line_score,
            place.c.score - place.c.line_score,
        )
        .join(known, known.c.application_id == Application.id)
        .join(Call, Call.id == Application.call_id)
        .join(Measure, Measure.id == Call.measure_id)
        .join(lead, lead.c.application_id == Application.id)
        .join(Organisation, Organisation.id == lead.c.organisation_id)
        .join(size, size.c.application_id == Application.id)
        .outerjoin(MunicipalityVersion, version_at(Call.closes_on))
        .outerjoin(place, place.c.application_id == Application.id)
        .order_by(Application.submitted_at, Application.id)
    )
    if chosen.year is not None:
        statement = statement.where(Call.first_year == chosen.year)
    return stream(statement)


def decisions(chosen: Selection) -> Iterator[Row]:
    """Give the decisions in force as they were sent out, in the columns of the catalogue."""
    now = in_force()
    statement = (
        select(
            Application.case_number,
            Call.code,
            Call.first_year,
            as_code(now.c.outcome),
            now.c.amount,
            as_day(now.c.published_at),
            now.c.accepted,
        )
        .join(now, now.c.application_id == Application.id)
        .join(Call, Call.id == Application.call_id)
        .order_by(now.c.published_at, now.c.decision_id)
    )
    if chosen.year is not None:
        statement = statement.where(Call.first_year == chosen.year)
    return stream(statement)


def payments(chosen: Selection) -> Iterator[Row]:
    """Give the entries of money paid and paid back, in the columns of the catalogue."""
    now = in_force()
    statement = (
        select(
            Entry.id,
            Entry.booked_on,
            Entry.year,
            BudgetPost.chapter,
            BudgetPost.post,
            Application.case_number,
            as_code(Entry.kind),
            Entry.amount,
        )
        .join(BudgetPost, BudgetPost.id == Entry.budget_post_id)
        .join(Application, Application.id == Entry.application_id)
        .join(now, now.c.application_id == Application.id)
        .where(Entry.booked_as.in_(PAID))
        .order_by(Entry.id)
    )
    if chosen.year is not None:
        statement = statement.where(Entry.year == chosen.year)
    return stream(statement)
