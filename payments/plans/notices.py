"""What the lead is told by e-mail of its plan: that it is another, never what stands in it."""

from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.notices.models import Topic
from accounts.notices.sending import tell
from applications.contacts.current import contact_of
from applications.facts import language_of
from applications.models import Application


def tell_changed(application: Application, at: datetime) -> None:
    """Tell the contact that the money comes otherwise than planned. Inside the act."""
    with force_locale(language_of(application)):
        tell(
            contact_of(application).email,
            Topic.DECISIONS,
            subject=_("Sak %(number)s: ny utbetalingsplan", number=application.case_number),
            body=_(
                "Planen for når tilskuddet blir betalt, er endret. Logg inn for å lese den nye planen og "
                "hvorfor den er endret."
            ),
            at=at,
        )
