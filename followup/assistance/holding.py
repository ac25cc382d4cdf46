"""Holding a request for help while an act on it decides."""

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from accounts.models import Person, Role
from applications.models import Application
from assessments.rights import require_unhindered
from decisions.rights import require_role
from followup.assistance.models import AssistanceRequest
from followup.assistance.queries import whole
from followup.assistance.refusals import Refusal
from followup.benefits.queries import takes_part
from followup.holding import hold_case
from foundation.database import db
from foundation.errors import RuleBrokenError


def hold_request(request: AssistanceRequest) -> tuple[Application, AssistanceRequest]:
    """Hold the case of a request, and read the request and what was given anew; the rest stays loaded."""
    case = hold_case(request.application_id)
    one = select(AssistanceRequest).where(AssistanceRequest.id == request.id)
    given = selectinload(AssistanceRequest.given)
    db.session.scalars(one.options(given).execution_options(populate_existing=True)).one()
    return case, db.session.scalars(one.options(*whole())).one()


def hold_for_office(
    request: AssistanceRequest, by: Person
) -> tuple[Application, AssistanceRequest]:
    """Hold a request for an officer who is not hindered in its case. Raises RuleBrokenError."""
    case, held = hold_request(request)
    require_role(by, Role.CASE_OFFICER)
    require_unhindered(by, case.id)
    return case, held


def refuse_other_kommune(application_id: int, organisation_id: int, by: Person) -> None:
    """Refuse who does not act for a kommune that still takes part. Raises RuleBrokenError."""
    own = by.organisations_as(Role.EDITOR, Role.SIGNATORY)
    if organisation_id not in own or not takes_part(application_id, organisation_id):
        raise RuleBrokenError(Refusal.NOT_OWN_KOMMUNE)


def refuse_unless_underway(held: AssistanceRequest) -> None:
    """Refuse a request that is not taken on, or that is closed. Raises RuleBrokenError."""
    if held.closed_at is not None:
        raise RuleBrokenError(Refusal.CLOSED)
    if not held.taken_on:
        raise RuleBrokenError(Refusal.NOT_TAKEN_ON)
