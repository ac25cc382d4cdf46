"""What is told by e-mail of help with standards: that something awaits, never what it says."""

from datetime import datetime

from flask_babel import lazy_gettext as _l

from accounts.models import Person
from accounts.notices.models import Topic
from accounts.notices.sending import tell_persons
from applications.contacts.telling import tell_contact
from applications.messages.routing import officers_of
from applications.models import Application


def tell_office(application: Application, at: datetime) -> None:
    """Tell whoever has the case that a kommune asks for help. Inside the act."""
    tell_persons(
        officers_of(application),
        Topic.REPORTS,
        subject=_l("Sak %(number)s: ønske om bistand", number=application.case_number),
        body=_l("En kommune ber om bistand med standarder. Logg inn for å svare."),
        at=at,
    )


def tell_answered(application: Application, asker: Person, at: datetime) -> None:
    """Tell the contact of the case, and who asked, that there is an answer. Inside the act."""
    tell_contact(
        application,
        Topic.REPORTS,
        subject=_l("Sak %(number)s: svar om bistand", number=application.case_number),
        body=_l("Vi har svart på ønsket om bistand med standarder. Logg inn for å se svaret."),
        at=at,
        also=asker,
    )
