"""What a project is told by e-mail about its account: that there is an answer, never what it says."""

from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.notices.models import Topic
from accounts.notices.sending import tell
from applications.contacts.current import contact_of
from applications.facts import language_of
from applications.models import Application


def tell_answered(application: Application, at: datetime) -> None:
    """Tell the contact that the office has answered. Inside the act."""
    with force_locale(language_of(application)):
        tell(
            contact_of(application).email,
            Topic.REPORTS,
            subject=_("Sak %(number)s: svar om erfaringene", number=application.case_number),
            body=_("Vi har lest erfaringene dere sendte inn. Logg inn for å se svaret."),
            at=at,
        )
