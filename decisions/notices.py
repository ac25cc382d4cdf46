"""What parties are told by e-mail: that a letter awaits them, never what stands in it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import select

from accounts.models import Membership, Person, Role
from accounts.notices.models import Topic
from accounts.notices.sending import tell
from applications.contacts.current import contact_of
from applications.facts import lead_of
from applications.models import Application
from decisions.models import Decision, Letter
from decisions.queries.readiness import living
from foundation.database import db


def tell_published(decisions: Sequence[Decision], at: datetime) -> None:
    """Tell the contact and the signatories of all who take part. Inside the act that publishes.

    Each is written to once for each case, in the form of Norwegian of the organisation's own letter.
    Needs the decisions with their letters.
    """
    letters = [letter for one in decisions for letter in living(one)]
    signatories = signatories_of({letter.organisation_id for letter in letters})
    for decision in decisions:
        told: dict[str, str] = {}
        for letter in living(decision):
            for address in signatories.get(letter.organisation_id, ()):
                told.setdefault(address, letter.language)
        contact = contact_of(decision.application).email.strip().lower()
        if contact:
            told.setdefault(contact, living(decision)[0].language)
        for address, language in told.items():
            _tell(decision.application, address, language, at)


def tell_letter(application: Application, letter: Letter, at: datetime) -> None:
    """Tell the recipient's signatories, and the contact when it is the lead, that a letter awaits them.

    Inside the transaction that makes the letter known. Needs the case with its contact and participants.
    """
    told = list(signatories_of([letter.organisation_id]).get(letter.organisation_id, ()))
    if letter.organisation_id == lead_of(application).organisation_id:
        told.append(contact_of(application).email.strip().lower())
    for address in dict.fromkeys(one for one in told if one):
        _tell(application, address, letter.language, at)


def _tell(application: Application, address: str, language: str, at: datetime) -> None:
    with force_locale(language):
        tell(
            address,
            Topic.DECISIONS,
            subject=_("Sak %(number)s: et brev venter på dere", number=application.case_number),
            body=_(
                "Det er kommet et brev i sak %(number)s. Logg inn for å lese det. "
                "Av hensyn til partene står det ikke noe om innholdet her.",
                number=application.case_number,
            ),
            at=at,
        )


def signatories_of(organisations: Iterable[int]) -> dict[int, list[str]]:
    """Give the addresses of those who sign for some organisations; one that has nobody is not in it."""
    rows = db.session.execute(
        select(Membership.organisation_id, Person.email)
        .join(Membership.person)
        .where(
            Membership.organisation_id.in_(list(organisations)),
            Membership.role == Role.SIGNATORY,
            Membership.ended_at.is_(None),
            Person.deactivated_at.is_(None),
        )
        .order_by(Membership.organisation_id, Person.id)
    )
    found: dict[int, list[str]] = {}
    for organisation, email in rows:
        found.setdefault(organisation, []).append(email)
    return found
