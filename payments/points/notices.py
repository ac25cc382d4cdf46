"""What is told by e-mail of stage gates: that something awaits, never what it says."""

from datetime import datetime

from flask_babel import lazy_gettext as _l

from accounts.models import Person
from accounts.notices.models import Topic
from accounts.notices.sending import tell_persons
from applications.contacts.telling import tell_contact
from applications.messages.routing import officers_of
from applications.models import Application


def tell_set(application: Application, at: datetime) -> None:
    """Tell the contact of a case that a point is set, changed or withdrawn. Inside the act."""
    tell_contact(
        application,
        Topic.DEADLINES,
        subject=_l("Sak %(number)s: stoppunkt eller kontrollpunkt", number=application.case_number),
        body=_l(
            "Et stoppunkt eller kontrollpunkt i prosjektet er satt, endret eller trukket. Logg inn for å se "
            "hva dere skal vise, og når."
        ),
        at=at,
    )


def tell_office(application: Application, at: datetime) -> None:
    """Tell whoever has the case that a project asks to go on. Inside the act."""
    tell_persons(
        officers_of(application),
        Topic.REPORTS,
        subject=_l("Sak %(number)s: prosjektet ber om å gå videre", number=application.case_number),
        body=_l("Prosjektet har rapportert til et stoppunkt eller kontrollpunkt. Logg inn for å svare."),
        at=at,
    )


def tell_decided(application: Application, teller: Person, at: datetime) -> None:
    """Tell the contact of the case, and who told, that it is decided. Inside the act."""
    tell_contact(
        application,
        Topic.DECISIONS,
        subject=_l("Sak %(number)s: svar om å gå videre", number=application.case_number),
        body=_l(
            "Vi har tatt stilling til om prosjektet kan gå videre fra et stoppunkt eller kontrollpunkt. "
            "Logg inn for å lese svaret og begrunnelsen."
        ),
        at=at,
        also=teller,
    )
