"""Holding an application while an act decides: locked, and read anew inside the act."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from sqlalchemy import inspect, select
from sqlalchemy.orm import joinedload
from sqlalchemy.orm.attributes import set_committed_value

from accounts.models import Organisation, Person, Role
from applications import falling
from applications.corrections.opening import open_sections
from applications.models import Application, Confirmation, Partner, PartnerRole
from applications.queries.parts import read_rules
from applications.refusals import Refusal
from criteria.completeness import Section
from criteria.steps import Step
from foundation import clock
from foundation.database import at_the_end, db
from foundation.errors import RuleBrokenError

_PARTS = (
    "partners", "chosen_activities", "budget_lines", "answers", "attachments", "deficiencies",
)  # fmt: skip


def hold(application_id: int) -> Application:
    """Lock an application until the act ends and read it anew, whole, as it is now.

    Organisations and the published call do not change under an act: they are read only where the
    page had not loaded them.
    """
    application = db.session.get_one(Application, application_id)
    columns = [column.key for column in inspect(Application).column_attrs]
    db.session.refresh(
        application, attribute_names=[*columns, *_PARTS], with_for_update={"key_share": True}
    )
    _read_partners(application)
    set_committed_value(application, "call", read_rules(application.call_id))
    return application


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
    if lead.organisation_id not in by.organisations_as(*roles):
        signs = Role.EDITOR not in roles
        raise RuleBrokenError(Refusal.NOT_LEADS_SIGNATORY if signs else Refusal.NOT_LEADS_EDITOR)


def _read_partners(application: Application) -> None:
    ids = [partner.id for partner in application.partners]
    organisation = joinedload(Partner.organisation)
    db.session.scalars(
        select(Partner)
        .where(Partner.id.in_(ids))
        .options(
            organisation.selectinload(Organisation.versions),
            organisation.selectinload(Organisation.populations),
        )
    ).all()
    confirmations = db.session.scalars(
        select(Confirmation).where(Confirmation.partner_id.in_(ids)).order_by(Confirmation.id)
    ).all()
    for partner in application.partners:
        own = [one for one in confirmations if one.partner_id == partner.id]
        set_committed_value(partner, "confirmations", own)
