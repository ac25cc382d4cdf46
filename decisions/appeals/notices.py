"""What is told by e-mail of a complaint: that something has happened, never what stands in it."""

from datetime import datetime

from flask_babel import lazy_gettext as _l

from accounts.models import Organisation, Person
from accounts.notices.models import Topic
from accounts.notices.sending import tell_persons
from accounts.queries import signatories_of
from applications.messages.routing import officers_of
from applications.models import Application
from decisions.appeals.models import Complaint


def tell_office(application: Application, at: datetime) -> None:
    """Tell whoever has the case that something about a complaint has come. Inside the act."""
    tell_persons(
        officers_of(application),
        Topic.DEADLINES,
        subject=_l("Sak %(number)s: nytt om klage", number=application.case_number),
        body=_l("Det er kommet noe om en klage i en sak. Logg inn for å lese det."),
        at=at,
    )


def tell_received(complaint: Complaint, by: Person, at: datetime) -> None:
    """Confirm that a complaint has come, to who sent it (2025 § 10 second paragraph)."""
    tell_persons(
        [by],
        Topic.RECEIPTS,
        subject=_l("Klagen i sak %(number)s er mottatt", number=_case(complaint)),
        body=_l("Vi har mottatt klagen. Logg inn for å lese den og følge behandlingen."),
        at=at,
    )


def tell_party(application: Application, organisation: Organisation, at: datetime) -> None:
    """Tell those who sign for a party that there is something to read in the case. Inside the act."""
    tell_persons(
        signatories_of(organisation.id),
        Topic.DECISIONS,
        subject=_l("Sak %(number)s: nytt i klagesaken", number=application.case_number),
        body=_l(
            "Det er kommet noe i klagesaken. Logg inn for å lese det. "
            "Av hensyn til partene står det ikke noe om innholdet her."
        ),
        at=at,
    )


def _case(complaint: Complaint) -> str:
    return complaint.application.case_number or ""
