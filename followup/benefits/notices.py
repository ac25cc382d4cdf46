"""What is told by e-mail of benefits: that something awaits, never what it says."""

from datetime import datetime

from flask_babel import lazy_gettext as _l

from accounts.notices.models import Topic
from accounts.notices.sending import tell_persons
from accounts.queries import signatories_of
from applications.messages.routing import officers_of
from applications.models import Application


def tell_asked(application: Application, organisation_id: int, at: datetime) -> None:
    """Tell those who sign for a kommune that the office asks about its figures. Inside the act."""
    tell_persons(
        signatories_of(organisation_id),
        Topic.REPORTS,
        subject=_l("Sak %(number)s: spørsmål om en gevinst", number=application.case_number),
        body=_l("Vi har spurt om tall dere har registrert. Logg inn for å lese og svare."),
        at=at,
    )


def tell_answered(application: Application, at: datetime) -> None:
    """Tell whoever has the case that a kommune has answered. Inside the act."""
    tell_persons(
        officers_of(application),
        Topic.REPORTS,
        subject=_l("Sak %(number)s: svar om en gevinst", number=application.case_number),
        body=_l("En kommune har svart på spørsmålet om tallene sine. Logg inn for å lese."),
        at=at,
    )
