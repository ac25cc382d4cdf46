"""What the office is told by e-mail of a reclaim: that the party has said something, never what."""

from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.notices.models import Topic
from accounts.notices.sending import tell
from applications.messages.routing import officers_of
from applications.models import Application


def tell_office(application: Application, at: datetime) -> None:
    """Tell whoever has the case that the party has commented. Inside the act."""
    for person in officers_of(application):
        with force_locale(person.locale):
            tell(
                person.email,
                Topic.DEADLINES,
                subject=_("Sak %(number)s: svar på varsel", number=application.case_number),
                body=_("Mottakeren har uttalt seg om et varsel. Logg inn for å lese det."),
                at=at,
            )
