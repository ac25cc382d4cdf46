"""What successors are told by e-mail when a case is passed on to them."""

from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.notices.models import Topic
from accounts.notices.sending import tell
from applications.contacts.current import contact_of
from applications.facts import language_of
from applications.models import Application
from applications.succession.models import Succession
from decisions.notices import signatories_of


def tell_passed(
    application: Application, made: Succession, at: datetime, *, claimed: bool
) -> None:
    """Tell who signs for each successor, and the contact until now, what is asked of them. Inside the act."""
    by_organisation = signatories_of([one.organisation.id for one in made.shares])
    told = [one for those in by_organisation.values() for one in those]
    told.append(contact_of(application).email.strip().lower())
    with force_locale(language_of(application)):
        subject = _(
            "Sak %(number)s er ført over fra %(former)s",
            number=application.case_number,
            former=made.former.name,
        )
        body = _passed(made)
        if claimed:
            body += " " + _(
                "Det som er krevd tilbake i saken og ikke betalt, skylder de som har tatt over, hver sin "
                "del. Hver kommunes krav står på saken."
            )
        for address in dict.fromkeys(one for one in told if one):
            tell(address, Topic.DECISIONS, subject=subject, body=body, at=at)


def _passed(made: Succession) -> str:
    if not made.led:
        text: str = _(
            "%(former)s har opphørt, og %(names)s deltar videre i saken.",
            former=made.former.name,
            names=", ".join(one.organisation.name for one in made.shares),
        )
        return text
    text = _(
        "%(former)s har opphørt, og %(main)s fører saken videre. Logg inn, bekreft hvem som er "
        "kontaktperson, og oppgi kontonummeret til den nye kommunen. Ingenting betales i saken før "
        "kontonummeret er oppgitt og bekreftet av to personer.",
        former=made.former.name,
        main=made.main.name,
    )
    return text
