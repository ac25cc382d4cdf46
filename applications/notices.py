"""Notices by e-mail to those who wait: they say that something has happened, never what stands in it."""

from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from applications.facts import language_of
from applications.models import Application
from foundation import outbox


def tell_received(application: Application, at: datetime) -> None:
    """Tell the contact that the application has come in. Inside the act that hands it in."""
    with force_locale(language_of(application)):
        outbox.put_mail(
            recipient=application.contact_email,
            subject=_("Vi har mottatt søknaden, sak %(number)s", number=application.case_number),
            body=_(
                "Søknaden er mottatt og har fått saksnummer %(number)s. "
                "Logg inn for å se kvitteringen og følge saken.",
                number=application.case_number,
            ),
            at=at,
        )
