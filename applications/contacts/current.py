"""Who is the contact of a case now."""

from typing import NamedTuple

from sqlalchemy import ColumnElement, func, select

from applications.contacts.models import CaseContact
from applications.models import Application
from foundation.database import db


class Contact(NamedTuple):
    """A name, an address and a telephone number."""

    name: str
    email: str
    phone: str


def contact_of(application: Application) -> Contact:
    """Give the contact of a case now: the newest that was named, or the one it was handed in with."""
    newest = db.session.scalars(
        select(CaseContact)
        .where(CaseContact.application_id == application.id)
        .order_by(CaseContact.id.desc())
        .limit(1)
    ).first()
    if newest is not None:
        return Contact(newest.name, newest.email, newest.phone)
    return Contact(application.contact_name, application.contact_email, application.contact_phone)


def contact_email() -> ColumnElement[str]:
    """Say in a query, of each application, the address of its contact now, in small letters."""
    newest = (
        select(CaseContact.email)
        .where(CaseContact.application_id == Application.id)
        .order_by(CaseContact.id.desc())
        .limit(1)
        .correlate(Application)
        .scalar_subquery()
    )
    return func.lower(func.trim(func.coalesce(newest, Application.contact_email)))
