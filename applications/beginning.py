"""What several acts do to begin an application: make it with its lead, and take organisations in.

Called inside an act, which holds what it decides on.
"""

from datetime import datetime

from accounts.models import Organisation, Person, Role
from applications import journal, notices
from applications.contactpersons import name_persons, persons_of
from applications.factsheets.models import FactSheet, SheetUse
from applications.factsheets.queries import valid_sheet
from applications.foreknown import first_answers
from applications.models import Answer, Application, Partner, PartnerRole
from applications.queries.parts import read_calls
from applications.refusals import Refusal
from criteria.deadlines import is_open
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError
from grants import rounds
from grants.models import Call
from grants.rules import may_lead


def begin(
    call_id: int, lead: Organisation, *, title: str, by: Person, at: datetime
) -> tuple[Application, Call]:
    """Make an application of an open call, led by an organisation that the person acts for.

    What is known already is answered (`applications.foreknown`). Gives it with the call as acts read it.
    Raises RuleBrokenError when the call is not open, the organisation may not lead, or the title is empty.
    """
    if not title.strip():
        raise RuleBrokenError(Refusal.TITLE_MISSING)
    call = _refuse_start(call_id, lead, by, at)
    application = Application(
        call_id=call.id,
        title=title.strip(),
        contact_name=by.name,
        contact_email=by.email,
        created_at=at,
        created_by_id=by.id,
    )
    db.session.add(application)
    db.session.flush()  # the lead and the journal name the application by its id
    partner = Partner(
        application_id=application.id,
        organisation_id=lead.id,
        role=PartnerRole.LEAD,
        invited_at=at,
    )
    db.session.add(partner)
    sheet = _use_fact_sheet(partner, lead, at)
    if sheet is not None and sheet.contact_email:
        application.contact_name, application.contact_email = sheet.contact_name, sheet.contact_email
        application.contact_phone = sheet.contact_phone
    db.session.add_all(
        Answer(
            application_id=application.id, question_id=question.id, value=value,
            answered_at=at, answered_by_id=by.id,
        )
        for question, value in first_answers(call, lead.id, clock.in_oslo(at).date())
    )  # fmt: skip
    journal.note(application, "started", by=by, at=at, public=True)
    return application, call


def take_in(
    application: Application,
    call: Call,
    organisation: Organisation,
    role: PartnerRole,
    *,
    message: str = "",
    by: Person,
    at: datetime,
) -> Partner:
    """Make an organisation a partner, and tell it; it reads the message when it has signed in.

    What it has confirmed of itself this year is not asked again. Raises RuleBrokenError for a kind
    that may not take part.
    """
    if organisation.kind not in {kind.kind for kind in call.kinds}:
        raise RuleBrokenError(Refusal.KIND_MAY_NOT_TAKE_PART, name=organisation.name)
    partner = Partner(
        application_id=application.id,
        organisation=organisation,
        role=role,
        invited_at=at,
        invitation=message.strip(),
        confirmations=[],
    )
    db.session.add(partner)
    _use_fact_sheet(partner, organisation, at)
    journal.note_of_partner(application, "partner_added", organisation, by=by, at=at)
    notices.tell_invited(organisation.id, at)
    return partner


def _use_fact_sheet(
    partner: Partner, organisation: Organisation, at: datetime
) -> FactSheet | None:
    """Take systems and contacts from the organisation's fact sheet, and note that it was so."""
    sheet = valid_sheet(organisation.id, clock.in_oslo(at).date())
    if sheet is not None:
        partner.systems_before = len(sheet.systems)
        name_persons(partner, persons_of(sheet))
        db.session.flush()  # the use names the partner by its id
        db.session.add(SheetUse(partner_id=partner.id, fact_sheet_id=sheet.id, used_at=at))
    return sheet


def _refuse_start(call_id: int, lead: Organisation, by: Person, at: datetime) -> Call:
    _refuse_gone(call_id)
    call = read_calls([call_id])[0]
    published = call.published_at is not None and call.published_at <= at
    if not published or not is_open(call.opens_on, call.closes_on, at):
        raise RuleBrokenError(Refusal.CALL_NOT_OPEN)
    if lead.id not in by.organisations_as(Role.EDITOR, Role.SIGNATORY):
        raise RuleBrokenError(Refusal.NOT_LEADS_EDITOR)
    if not may_lead(call, lead):
        named = call.only_lead_id is not None
        raise RuleBrokenError(Refusal.NOT_THE_NAMED if named else Refusal.KIND_MAY_NOT_LEAD)
    return call


def _refuse_gone(call_id: int) -> None:
    """Refuse a call that is withdrawn or has a newer edition, and let neither happen meanwhile."""
    if rounds.is_withdrawn(call_id):
        raise RuleBrokenError(Refusal.CALL_NOT_OPEN)
    if not rounds.is_newest(call_id):
        raise RuleBrokenError(Refusal.CALL_HAS_CHANGED)
