"""What is told by e-mail of unused money: that something awaits, never what it says."""

from collections.abc import Iterable
from datetime import datetime

from flask_babel import lazy_gettext as _l

from accounts.authority.queries import Holder
from accounts.notices.models import Topic
from accounts.notices.sending import tell_persons
from applications.messages.routing import officers_of
from applications.models import Application


def tell_office(application: Application, at: datetime) -> None:
    """Tell whoever has the case that unused money is applied for. Inside the act."""
    tell_persons(
        officers_of(application),
        Topic.REPORTS,
        subject=_l(
            "Sak %(number)s: søknad om ubrukte midler", number=application.case_number
        ),
        body=_l(
            "Et prosjekt har søkt om å bruke ubrukte midler neste år. "
            "Logg inn for å behandle søknaden."
        ),
        at=at,
    )


def tell_signers(application: Application, holders: Iterable[Holder], at: datetime) -> None:
    """Tell those with authority for the amount that an answer awaits their signature. Inside the act."""
    tell_persons(
        [one.person for one in holders],
        Topic.REPORTS,
        subject=_l("Sak %(number)s: svar til signering", number=application.case_number),
        body=_l("Et svar om ubrukte midler venter på signatur. Logg inn for å lese det."),
        at=at,
    )
