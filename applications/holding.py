"""Holding an application while an act decides: locked, and read anew inside the act."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from accounts.models import Person, Role
from applications import falling, ready
from applications.corrections.opening import open_sections
from applications.models import Application, PartnerRole
from applications.queries.parts import read_again
from applications.refusals import Refusal
from criteria.completeness import Section
from criteria.steps import Step
from foundation import clock
from foundation.database import at_the_end, db, locked
from foundation.errors import RuleBrokenError


def hold(application_id: int) -> Application:
    """Lock an application until the act ends and read it anew, whole, as it is now.

    When the act has written, a draft is found ready or not (`ready.py`).
    """
    application = held_alone(application_id)
    read_again(application)
    at_the_end(partial(ready.settle, application))
    return application


def held_alone(application_id: int) -> Application:
    """Lock an application until the act ends and read it anew, without what hangs on it."""
    return locked(db.session.get_one(Application, application_id))


def hold_draft(
    application_id: int,
    by: Person,
    at: datetime | None = None,
    *,
    section: Section | None = None,
) -> Application:
    """Hold a draft that the person may edit, as one who acts for its lead. Raises RuleBrokenError.

    A `section` that the office has opened for correction may be edited also in the case it has become.

    When the act has written, confirmations that no longer cover their part have fallen, as of `at`
    (now, when nothing is said).
    """
    application = hold(application_id)
    refuse_unless_for_lead(application, by, Role.EDITOR, Role.SIGNATORY)
    if section is None or section not in open_sections(application):
        refuse_unless_draft(application)
    at_the_end(partial(falling.settle, application, by, at or clock.now()))
    return application


def hold_parts(
    application_id: int, partner_ids: Iterable[int], by: Person, at: datetime
) -> Application:
    """Hold a draft some of whose partners' parts the person may edit: its lead's people may edit all.

    Confirmations fall as after `hold_draft`. Raises RuleBrokenError.
    """
    application = hold(application_id)
    own = by.organisations_as(Role.EDITOR, Role.SIGNATORY)
    parts = {one.id: one.organisation_id for one in application.partners}
    leads = any(
        one.role is PartnerRole.LEAD and one.organisation_id in own for one in application.partners
    )
    if not leads and any(parts.get(number) not in own for number in partner_ids):
        raise RuleBrokenError(Refusal.NOT_PARTNERS_EDITOR)
    refuse_unless_draft(application)
    at_the_end(partial(falling.settle, application, by, at))
    return application


def refuse_unless_draft(application: Application) -> None:
    """Refuse to change what has been handed in or withdrawn. Raises RuleBrokenError."""
    if application.step is not Step.DRAFT:
        raise RuleBrokenError(Refusal.NOT_A_DRAFT)


def refuse_unless_for_lead(application: Application, by: Person, *roles: Role) -> None:
    """Refuse persons who hold none of the roles for the lead. Raises RuleBrokenError."""
    lead = next(one for one in application.partners if one.role is PartnerRole.LEAD)
    refuse_unless_acts_for(lead.organisation_id, by, *roles)


def refuse_unless_acts_for(lead: int, by: Person, *roles: Role) -> None:
    """Refuse persons who hold none of the roles for an organisation that leads. Raises RuleBrokenError."""
    if lead not in by.organisations_as(*roles):
        signs = Role.EDITOR not in roles
        raise RuleBrokenError(Refusal.NOT_LEADS_SIGNATORY if signs else Refusal.NOT_LEADS_EDITOR)
