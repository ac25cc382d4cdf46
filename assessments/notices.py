"""What applicants are told by e-mail: that something awaits them, never what is in the case."""

from datetime import date, datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.notices.models import Topic
from accounts.notices.sending import tell
from applications.contacts.current import contact_of
from applications.facts import language_of
from applications.models import Application
from foundation.wording import format_day


def ask_applicant(application: Application, due_on: date, *, at: datetime) -> None:
    """Tell the contact, and who handed in, that the office asks for more. Inside an act.

    Needs the application whole. The lead's language resolution decides the form of Norwegian.
    """
    with force_locale(language_of(application)):
        subject = _("Sak %(number)s: vi trenger mer fra dere", number=application.case_number)
        body = _(
            "Vi har gått gjennom søknaden i sak %(number)s og trenger flere opplysninger. "
            "Logg inn for å se hva vi ber om, og svar innen %(due_on)s.",
            number=application.case_number,
            due_on=format_day(due_on),
        )
    for recipient in _recipients(application):
        tell(recipient, Topic.DEADLINES, subject=subject, body=body, at=at)


def _recipients(application: Application) -> list[str]:
    found = [contact_of(application).email]
    if application.submitted_by is not None:
        found.append(application.submitted_by.email)
    return list(dict.fromkeys(address.strip().lower() for address in found if address.strip()))
