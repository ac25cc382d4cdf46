"""What is told by e-mail of later days for reports: that something awaits, never what it says."""

from datetime import date, datetime

from flask_babel import lazy_gettext as _l

from accounts.notices.models import Topic
from accounts.notices.sending import tell_persons
from applications.contacts.telling import tell_contact
from applications.messages.routing import officers_of
from applications.models import Application
from foundation.wording import format_day


def tell_office(application: Application, at: datetime) -> None:
    """Tell whoever has the case that a later day is asked for. Inside the act."""
    tell_persons(
        officers_of(application),
        Topic.REPORTS,
        subject=_l(
            "Sak %(number)s: ønske om utsatt rapport", number=application.case_number
        ),
        body=_l("Et prosjekt ber om å få rapportere senere. Logg inn for å svare."),
        at=at,
    )


def tell_answered(application: Application, at: datetime) -> None:
    """Tell the contact that there is an answer. Inside the act."""
    tell_contact(
        application,
        Topic.REPORTS,
        subject=_l("Sak %(number)s: svar om utsatt rapport", number=application.case_number),
        body=_l("Vi har svart på ønsket om å rapportere senere. Logg inn for å lese svaret."),
        at=at,
    )


def tell_due(application: Application, due_on: date, at: datetime) -> None:
    """Remind the contact that a report is due. Inside the act."""
    tell_contact(
        application,
        Topic.DEADLINES,
        subject=_l("Sak %(number)s: en rapport har frist snart", number=application.case_number),
        body=_l(
            "En rapport har frist %(day)s. Logg inn for å skrive og sende den. Trenger dere mer "
            "tid, kan dere be om utsettelse der.",
            day=format_day(due_on),
        ),
        at=at,
    )
