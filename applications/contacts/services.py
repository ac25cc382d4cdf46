"""Naming a new contact for a case."""

from datetime import datetime

from accounts.models import Person, Role
from accounts.notices.refusals import NoticeRefusal
from accounts.notices.services import ADDRESS
from applications import journal
from applications.contacts.current import Contact
from applications.contacts.models import CaseContact
from applications.contacts.refusals import ContactRefusal
from applications.holding import hold, refuse_unless_for_lead
from applications.models import Application
from criteria.steps import Step
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError


def name_contact(
    application: Application, contact: Contact, *, by: Person, at: datetime
) -> CaseContact:
    """Name who is reached about a case from now on. A draft has its contact among its basics.

    Raises RuleBrokenError for others than the lead's people, and for what is no address.
    """
    with transaction():
        held = hold(application.id)
        refuse_unless_for_lead(held, by, Role.EDITOR, Role.SIGNATORY)
        if held.step is Step.DRAFT:
            raise RuleBrokenError(ContactRefusal.STILL_A_DRAFT)
        if not contact.name.strip():
            raise RuleBrokenError(ContactRefusal.NAME_MISSING)
        if not ADDRESS.fullmatch(contact.email.strip()):
            raise RuleBrokenError(NoticeRefusal.NOT_AN_ADDRESS)
        named = CaseContact(
            application_id=held.id,
            name=contact.name.strip(),
            email=contact.email.strip().lower(),
            phone=contact.phone.strip(),
            since=at,
            named_by_id=by.id,
        )
        db.session.add(named)
        journal.note(held, "contact_named", by=by, at=at, public=True, name=named.name)
    return named
