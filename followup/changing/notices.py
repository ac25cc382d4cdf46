"""What is told by e-mail of a change: that something awaits, never what it says."""

from collections.abc import Iterable
from datetime import datetime

from flask_babel import lazy_gettext as _l

from accounts.notices.models import Topic
from accounts.notices.sending import tell_persons
from accounts.queries import signatories_of
from applications.contacts.telling import tell_contact
from applications.messages.routing import officers_of
from applications.models import Application, Partner


def tell_concerned(application: Application, partners: Iterable[Partner], at: datetime) -> None:
    """Ask those who sign for some participants to confirm their part of a change. Inside the act."""
    for partner in partners:
        tell_persons(
            signatories_of(partner.organisation_id),
            Topic.PARTNERS,
            subject=_l("Sak %(number)s: bekreft en endring", number=application.case_number),
            body=_l(
                "Hovedsøkeren har søkt om å endre et prosjekt dere deltar i, og endringen "
                "gjelder deres del. Logg inn for å lese den og bekrefte."
            ),
            at=at,
        )


def tell_office(application: Application, at: datetime) -> None:
    """Tell whoever has the case that a change is asked for. Inside the act."""
    tell_persons(
        officers_of(application),
        Topic.REPORTS,
        subject=_l("Sak %(number)s: ny endringssøknad", number=application.case_number),
        body=_l("Et prosjekt har søkt om en endring. Logg inn for å behandle den."),
        at=at,
    )


def tell_lead(application: Application, at: datetime) -> None:
    """Tell the lead that a participant wants out of the project. Inside the act."""
    tell_contact(
        application,
        Topic.PARTNERS,
        subject=_l("Sak %(number)s: en deltaker vil ut", number=application.case_number),
        body=_l(
            "En deltaker vil ut av prosjektet, og det er laget et utkast til endringssøknad. "
            "Logg inn for å gjøre den ferdig og sende den."
        ),
        at=at,
    )
