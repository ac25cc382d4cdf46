"""What is told by e-mail of local decisions: that one is wanted, or cannot be read, never what it says."""

from datetime import datetime

from flask_babel import lazy_gettext as _l

from accounts.notices.models import Topic
from accounts.notices.sending import tell_persons
from accounts.queries import signatories_of
from applications.models import Application


def tell_owing(application: Application, organisation_id: int, at: datetime) -> None:
    """Ask those who sign for a kommune to register what it has decided. Inside an act."""
    tell_persons(
        signatories_of(organisation_id),
        Topic.PARTNERS,
        subject=_l("Sak %(number)s: registrer kommunens eget vedtak", number=application.case_number),
        body=_l(
            "Ingen penger blir utbetalt før alle kommunene i prosjektet har gjort sitt eget vedtak "
            "om å delta. Logg inn for å registrere vedtaket deres."
        ),
        at=at,
    )


def tell_infected(application: Application, organisation_id: int, at: datetime) -> None:
    """Tell those who sign for a kommune that its document cannot be used. Inside an act."""
    tell_persons(
        signatories_of(organisation_id),
        Topic.FILES,
        subject=_l("En fil kan ikke brukes"),
        body=_l(
            "Viruskontrollen har funnet noe i dokumentet med kommunens eget vedtak i sak %(number)s. "
            "Filen kan ikke åpnes. Logg inn og registrer vedtaket på nytt fra en trygg maskin.",
            number=application.case_number,
        ),
        at=at,
    )
