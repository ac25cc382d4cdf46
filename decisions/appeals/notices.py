"""What is told by e-mail of a complaint: that something has happened, never what stands in it."""

from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.models import Organisation, Person
from accounts.notices.models import Topic
from accounts.notices.sending import tell
from accounts.queries import signatories_of
from applications.messages.routing import officers_of
from applications.models import Application
from decisions.appeals.models import Complaint


def tell_office(application: Application, at: datetime) -> None:
    """Tell whoever has the case that something about a complaint has come. Inside the act."""
    for person in officers_of(application):
        with force_locale(person.locale):
            tell(
                person.email,
                Topic.DEADLINES,
                subject=_("Sak %(number)s: nytt om klage", number=application.case_number),
                body=_("Det er kommet noe om en klage i en sak. Logg inn for å lese det."),
                at=at,
            )


def tell_received(complaint: Complaint, by: Person, at: datetime) -> None:
    """Confirm that a complaint has come, to who sent it (2025 § 10 second paragraph)."""
    with force_locale(by.locale):
        tell(
            by.email,
            Topic.RECEIPTS,
            subject=_("Klagen i sak %(number)s er mottatt", number=_case(complaint)),
            body=_("Vi har mottatt klagen. Logg inn for å lese den og følge behandlingen."),
            at=at,
        )


def tell_party(application: Application, organisation: Organisation, at: datetime) -> None:
    """Tell those who sign for a party that there is something to read in the case. Inside the act."""
    for person in signatories_of(organisation.id):
        with force_locale(person.locale):
            tell(
                person.email,
                Topic.DECISIONS,
                subject=_("Sak %(number)s: nytt i klagesaken", number=application.case_number),
                body=_(
                    "Det er kommet noe i klagesaken. Logg inn for å lese det. "
                    "Av hensyn til partene står det ikke noe om innholdet her."
                ),
                at=at,
            )


def _case(complaint: Complaint) -> str:
    return complaint.application.case_number or ""
