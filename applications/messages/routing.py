"""Who is told of a message: on one side those who apply, on the other whoever has the case.

This room does not know who is put on which case: a later room hands in the function that does.
"""

from collections.abc import Callable
from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.models import Person
from accounts.notices.models import Topic
from accounts.notices.sending import tell
from applications.contacts.current import contact_of
from applications.facts import language_of
from applications.messages.queries import all_officers, correspondents
from applications.models import Application


class _Office:
    """Who has a case."""

    officers_of: Callable[[Application], list[Person]] = staticmethod(lambda _application: [])


def set_officers_of(answer: Callable[[Application], list[Person]]) -> None:
    """Hand in the function that tells which officers have a case, or else the call; none for nobody."""
    _Office.officers_of = staticmethod(answer)


def officers_of(application: Application) -> list[Person]:
    """Give who is told in the office: who has the case, who has the call's cases, or every officer."""
    return _Office.officers_of(application) or all_officers()


def tell_office(application: Application, at: datetime) -> None:
    """Tell the office that an applicant has written. Inside the act."""
    for person in officers_of(application):
        with force_locale(person.locale):
            tell(
                person.email,
                Topic.MESSAGES,
                at=at,
                subject=_("Ny melding fra en søker%(which)s", which=_which(application)),
                body=_("En søker har skrevet til oss. Logg inn for å lese meldingen og svare."),
            )


def tell_applicant(application: Application, at: datetime) -> None:
    """Tell the contact, and all who have taken part in the talk, that the office has written."""
    told = {one.email: one.locale for one in correspondents(application)}
    contact = contact_of(application).email.strip().lower()
    if contact:
        told.setdefault(contact, language_of(application))
    for address, language in told.items():
        with force_locale(language):
            tell(
                address,
                Topic.MESSAGES,
                at=at,
                subject=_("Ny melding om søknaden%(which)s", which=_which(application)),
                body=_(
                    "Vi har skrevet til dere om søknaden. Logg inn for å lese meldingen og svare."
                ),
            )


def _which(application: Application) -> str:
    return f", {_('sak')} {application.case_number}" if application.case_number else ""
