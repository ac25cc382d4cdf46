"""What is told by e-mail of unused money: that something awaits, never what it says."""

from collections.abc import Iterable
from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.authority.queries import Holder
from accounts.notices.models import Topic
from accounts.notices.sending import tell
from applications.messages.routing import officers_of
from applications.models import Application


def tell_office(application: Application, at: datetime) -> None:
    """Tell whoever has the case that unused money is applied for. Inside the act."""
    for person in officers_of(application):
        with force_locale(person.locale):
            tell(
                person.email,
                Topic.REPORTS,
                subject=_(
                    "Sak %(number)s: søknad om ubrukte midler", number=application.case_number
                ),
                body=_(
                    "Et prosjekt har søkt om å bruke ubrukte midler neste år. "
                    "Logg inn for å behandle søknaden."
                ),
                at=at,
            )


def tell_signers(application: Application, holders: Iterable[Holder], at: datetime) -> None:
    """Tell those with authority for the amount that an answer awaits their signature. Inside the act."""
    for one in holders:
        with force_locale(one.person.locale):
            tell(
                one.person.email,
                Topic.REPORTS,
                subject=_("Sak %(number)s: svar til signering", number=application.case_number),
                body=_("Et svar om ubrukte midler venter på signatur. Logg inn for å lese det."),
                at=at,
            )
