"""Playing research: what reached kommuner say of themselves, a key, and an edition of the data."""

from datetime import date, datetime, timedelta

from accounts import queries
from accounts import services as accounts
from applications.contactpersons import ContactPerson, ContactPersons
from applications.factsheets.queries import newest_sheet
from applications.factsheets.services import Facts, confirm_facts
from criteria.reaching import WithoutGrant
from demo.people import DOMAIN, Cast
from figures.research.services import MAKE, accept_terms, ask_for_snapshot
from figures.statistics.reach import places
from foundation import outbox
from foundation.database import db

PURPOSE = "Følgeforskning: hva tilskuddet førte til (demodata)"
KEY_LASTS = timedelta(days=180)
SILENT_EVERY = 6
"""Every n-th kommune that is reached has not said what it would have done without the grant."""
ANSWERS = (
    WithoutGrant.SIMPLE, WithoutGrant.EXTENSIVE, WithoutGrant.NOTHING, WithoutGrant.EXTENSIVE,
    WithoutGrant.SIMPLE,
)  # fmt: skip


def let_research(cast: Cast, on: date, *, at: datetime) -> None:
    """Let kommuner tell what they would have done, and a researcher get a key; have an edition made."""
    _say_without_grant(cast, on, at)
    researcher = queries.person(cast.researcher.id)
    accept_terms(by=researcher, at=at)
    accounts.issue_token(
        researcher, purpose=PURPOSE, expires_on=on + KEY_LASTS, by=cast.administrator, at=at
    )
    ask_for_snapshot(by=cast.administrator, at=at)
    while outbox.work_once(at, kind=MAKE):
        db.session.expunge_all()


def _say_without_grant(cast: Cast, on: date, at: datetime) -> None:
    """Confirm the fact sheets of those that a grant has reached and that have none."""
    kommuner = {one.number: one for one in queries.municipalities(on)}
    reached = [kommuner[place.number] for place in places(on) if place.reached]
    for number, kommune in enumerate(reached, start=1):
        by = cast.signatories[kommune.organisation_id]
        if number % SILENT_EVERY == 0 or newest_sheet(kommune.organisation_id) is not None:
            continue
        facts = Facts(
            persons=ContactPersons(
                ContactPerson(by.name, by.email, "00 00 00 00"),
                ContactPerson(f"Stedfortreder for {by.name}", f"stedfortreder@{DOMAIN}"),
            ),
            without_grant=ANSWERS[number % len(ANSWERS)],
        )
        confirm_facts(kommune.organisation, facts, seen=None, by=by, at=at)
    db.session.expunge_all()
