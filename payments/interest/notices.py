"""What one that owes a share of a claim, and does not lead the case, is told by e-mail of interest on it."""

from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.notices.models import Topic
from accounts.notices.sending import tell
from applications.facts import language_of
from applications.models import Application
from decisions.notices import signatories_of


def tell_debtor(application: Application, debtor: int, at: datetime) -> None:
    """Tell who signs for the debtor that interest is charged, never how much. Inside the act."""
    with force_locale(language_of(application)):
        subject = _("Sak %(number)s: renter på et krav", number=application.case_number)
        body = _(
            "Vi har beregnet renter på et krav som dere ikke har betalt innen fristen. Logg inn for å se "
            "hva dere skylder, og hvordan dere betaler."
        )
        for address in signatories_of([debtor]).get(debtor, ()):
            tell(address, Topic.DECISIONS, subject=subject, body=body, at=at)
