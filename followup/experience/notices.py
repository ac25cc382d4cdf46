"""What a project is told by e-mail about its account: that there is an answer, never what it says."""

from datetime import datetime

from flask_babel import lazy_gettext as _l

from accounts.notices.models import Topic
from applications.contacts.telling import tell_contact
from applications.models import Application


def tell_answered(application: Application, at: datetime) -> None:
    """Tell the contact that the office has answered. Inside the act."""
    tell_contact(
        application,
        Topic.REPORTS,
        subject=_l("Sak %(number)s: svar om erfaringene", number=application.case_number),
        body=_l("Vi har lest erfaringene dere sendte inn. Logg inn for å se svaret."),
        at=at,
    )
