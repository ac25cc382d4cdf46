"""Who asked in a proposal, as the register had them on the call's last day."""

from collections.abc import Collection

from sqlalchemy import Row, func, select
from sqlalchemy import case as when

from accounts.models import HealthRegion, LanguageForm
from applications.models import PartnerRole
from assessments.models import Proposal, ProposalLine
from figures.queries.parts import inhabitants_by, municipalities_on, taking_part
from figures.success.groups import Counting, Subject
from foundation.database import db


def subjects_of(
    proposal: Proposal, counting: Counting, closed: Collection[int] = ()
) -> list[Subject]:
    """List the applications or the kommuner of a proposal. One query. Needs the proposal's call.

    Without the cases that are closed to the reader: what they get is closed too.
    A kommune gets something when one of the applications that it takes part in does.
    """
    day = proposal.call.closes_on
    part, place, people = taking_part(), municipalities_on(day), inhabitants_by(day.year)
    by_lead = counting is Counting.APPLICATIONS
    key = part.c.application_id if by_lead else part.c.organisation_id
    asked = (
        select(
            key.label("one"),
            func.min(part.c.organisation_id).label("organisation_id"),
            func.max(when((ProposalLine.amount > 0, 1), else_=0)).label("funded"),
        )
        .join(ProposalLine, ProposalLine.application_id == part.c.application_id)
        .where(ProposalLine.proposal_id == proposal.id, ProposalLine.application_id.not_in(closed))
        .group_by(key)
    )
    if by_lead:
        asked = asked.where(part.c.role == PartnerRole.LEAD)
    those = asked.subquery("asked")
    rows = db.session.execute(
        select(those.c.funded, place, people.c.inhabitants)
        .join(place, place.c.organisation_id == those.c.organisation_id, isouter=by_lead)
        .outerjoin(people, people.c.organisation_id == place.c.organisation_id)
        .order_by(those.c.one)
    )
    return [_subject(row) for row in rows]


def _subject(row: Row[tuple[object, ...]]) -> Subject:
    return Subject(
        inhabitants=row.inhabitants,
        centrality=row.centrality,
        county=row.county_name,
        health_region=HealthRegion(row.health_region) if row.health_region else None,
        language_form=LanguageForm(row.language_form) if row.language_form else None,
        funded=bool(row.funded),
    )
