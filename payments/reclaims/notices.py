"""What the office is told by e-mail of a reclaim: that the party has said something, never what."""

from datetime import datetime

from flask_babel import lazy_gettext as _l

from accounts.notices.models import Topic
from accounts.notices.sending import tell_persons
from applications.messages.routing import officers_of
from applications.models import Application


def tell_office(application: Application, at: datetime) -> None:
    """Tell whoever has the case that the party has commented. Inside the act."""
    tell_persons(
        officers_of(application),
        Topic.DEADLINES,
        subject=_l("Sak %(number)s: svar på varsel", number=application.case_number),
        body=_l("Mottakeren har uttalt seg om et varsel. Logg inn for å lese det."),
        at=at,
    )
