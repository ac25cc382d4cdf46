"""What the lead is told by e-mail of its plan: that it is another, never what stands in it."""

from datetime import datetime

from flask_babel import lazy_gettext as _l

from accounts.notices.models import Topic
from applications.contacts.telling import tell_contact
from applications.models import Application


def tell_changed(application: Application, at: datetime) -> None:
    """Tell the contact that the money comes otherwise than planned. Inside the act."""
    tell_contact(
        application,
        Topic.DECISIONS,
        subject=_l("Sak %(number)s: ny utbetalingsplan", number=application.case_number),
        body=_l(
            "Planen for når tilskuddet blir betalt, er endret. Logg inn for å lese den nye planen og "
            "hvorfor den er endret."
        ),
        at=at,
    )
