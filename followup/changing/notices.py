"""What is told by e-mail of a change: that something awaits, never what it says."""

from collections.abc import Iterable
from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.notices.models import Topic
from accounts.notices.sending import tell
from accounts.queries import signatories_of
from applications.contacts.current import contact_of
from applications.facts import language_of
from applications.messages.routing import officers_of
from applications.models import Application, Partner


def tell_concerned(application: Application, partners: Iterable[Partner], at: datetime) -> None:
    """Ask those who sign for some participants to confirm their part of a change. Inside the act."""
    for partner in partners:
        for person in signatories_of(partner.organisation_id):
            with force_locale(person.locale):
                tell(
                    person.email,
                    Topic.PARTNERS,
                    subject=_("Sak %(number)s: bekreft en endring", number=application.case_number),
                    body=_(
                        "Hovedsøkeren har søkt om å endre et prosjekt dere deltar i, og endringen "
                        "gjelder deres del. Logg inn for å lese den og bekrefte."
                    ),
                    at=at,
                )


def tell_office(application: Application, at: datetime) -> None:
    """Tell whoever has the case that a change is asked for. Inside the act."""
    for person in officers_of(application):
        with force_locale(person.locale):
            tell(
                person.email,
                Topic.REPORTS,
                subject=_("Sak %(number)s: ny endringssøknad", number=application.case_number),
                body=_("Et prosjekt har søkt om en endring. Logg inn for å behandle den."),
                at=at,
            )


def tell_lead(application: Application, at: datetime) -> None:
    """Tell the lead that a participant wants out of the project. Inside the act."""
    with force_locale(language_of(application)):
        tell(
            contact_of(application).email,
            Topic.PARTNERS,
            subject=_("Sak %(number)s: en deltaker vil ut", number=application.case_number),
            body=_(
                "En deltaker vil ut av prosjektet, og det er laget et utkast til endringssøknad. "
                "Logg inn for å gjøre den ferdig og sende den."
            ),
            at=at,
        )
