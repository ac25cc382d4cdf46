"""Notices by e-mail to those who wait: they say that something has happened, never what stands in it."""

from datetime import datetime

from flask_babel import lazy_gettext as _l

from accounts.notices.models import Topic
from accounts.notices.sending import tell_persons
from accounts.queries import signatories_of
from applications.contacts.telling import tell_contact
from applications.models import Application


def tell_received(application: Application, at: datetime) -> None:
    """Tell the contact that the application has come in. Inside the act that keeps the receipt."""
    tell_contact(
        application,
        Topic.RECEIPTS,
        subject=_l("Vi har mottatt søknaden, sak %(number)s", number=application.case_number),
        body=_l(
            "Søknaden er mottatt og har fått saksnummer %(number)s. "
            "Logg inn for å se kvitteringen og følge saken.",
            number=application.case_number,
        ),
        at=at,
    )


def tell_invited(organisation_id: int, at: datetime) -> None:
    """Tell those who sign for a partner that it is invited. Inside the act that takes it in."""
    tell_persons(
        signatories_of(organisation_id),
        Topic.PARTNERS,
        subject=_l("Dere er invitert til å delta i en søknad"),
        body=_l(
            "En hovedsøker har tatt dere med i en søknad om tilskudd. "
            "Logg inn for å se delen deres, og bekreft eller takk nei."
        ),
        at=at,
    )
