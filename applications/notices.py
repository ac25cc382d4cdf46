"""Notices by e-mail to those who wait: they say that something has happened, never what stands in it."""

from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.notices.models import Topic
from accounts.notices.sending import tell
from accounts.queries import signatories_of
from applications.contacts.current import contact_of
from applications.facts import language_of
from applications.models import Application


def tell_received(application: Application, at: datetime) -> None:
    """Tell the contact that the application has come in. Inside the act that keeps the receipt."""
    with force_locale(language_of(application)):
        tell(
            contact_of(application).email,
            Topic.RECEIPTS,
            subject=_("Vi har mottatt søknaden, sak %(number)s", number=application.case_number),
            body=_(
                "Søknaden er mottatt og har fått saksnummer %(number)s. "
                "Logg inn for å se kvitteringen og følge saken.",
                number=application.case_number,
            ),
            at=at,
        )


def tell_invited(organisation_id: int, at: datetime) -> None:
    """Tell those who sign for a partner that it is invited. Inside the act that takes it in."""
    for person in signatories_of(organisation_id):
        with force_locale(person.locale):
            tell(
                person.email,
                Topic.PARTNERS,
                subject=_("Dere er invitert til å delta i en søknad"),
                body=_(
                    "En hovedsøker har tatt dere med i en søknad om tilskudd. "
                    "Logg inn for å se delen deres, og bekreft eller takk nei."
                ),
                at=at,
            )
