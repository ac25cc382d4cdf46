"""What applicants are told by e-mail: that something awaits them, never what is in the case."""

from datetime import date, datetime

from flask_babel import lazy_gettext as _l

from accounts.notices.models import Topic
from applications.contacts.telling import tell_contact
from applications.models import Application
from foundation.wording import format_day


def ask_applicant(application: Application, due_on: date, *, at: datetime) -> None:
    """Tell the contact, and who handed in, that the office asks for more. Inside an act.

    Needs the application whole. The lead's language resolution decides the form of Norwegian.
    """
    tell_contact(
        application,
        Topic.DEADLINES,
        subject=_l("Sak %(number)s: vi trenger mer fra dere", number=application.case_number),
        body=_l(
            "Vi har gått gjennom søknaden i sak %(number)s og trenger flere opplysninger. "
            "Logg inn for å se hva vi ber om, og svar innen %(due_on)s.",
            number=application.case_number,
            due_on=format_day(due_on),
        ),
        at=at,
        also=application.submitted_by,
    )
