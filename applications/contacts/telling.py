"""Telling the contact of a case something, in the form of Norwegian that its lead is written to in."""

from datetime import datetime

from flask_babel import LazyString

from accounts.models import Person
from accounts.notices.models import Topic
from accounts.notices.sending import tell_in
from applications.contacts.current import contact_of
from applications.facts import language_of
from applications.models import Application


def tell_contact(
    application: Application,
    topic: Topic,
    *,
    subject: LazyString,
    body: LazyString,
    at: datetime,
    also: Person | None = None,
) -> None:
    """Tell the contact of a case, and who sent what it is about, each address once. Inside an act."""
    found = [contact_of(application).email, also.email if also else ""]
    language = language_of(application)
    for address in dict.fromkeys(one.strip().lower() for one in found if one.strip()):
        tell_in(language, address, topic, subject=subject, body=body, at=at)
