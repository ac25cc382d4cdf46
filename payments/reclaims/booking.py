"""What the acts of a reclaim share: its entries in the ledger, its lines in the journal. Used inside acts."""

from collections.abc import Mapping
from datetime import date, datetime

from accounts.models import Person
from applications import journal
from applications.models import Application
from criteria.postings import EntryKind
from foundation.money import Ore
from payments import ledger
from payments.notes import CaseNote
from payments.posting import LONGEST_TEXT, Posting
from payments.reclaims.models import Reclaim


def book(
    held: Reclaim,
    kind: EntryKind,
    by_year: Mapping[int, Ore],
    text: str,
    *,
    by: Person,
    at: datetime,
    movement_id: int | None = None,
    happened_on: date | None = None,
) -> list[int]:
    """Book an entry of a claim for each budget year, and give their numbers."""
    application = held.application
    return ledger.post_all(
        [
            Posting(
                kind=kind,
                budget_post_id=application.call.budget_post_id,
                year=year,
                amount=amount,
                text=f"{text}, sak {application.case_number}"[:LONGEST_TEXT],
                call_id=application.call_id,
                application_id=application.id,
                organisation_id=held.organisation_id,
                movement_id=movement_id,
                reclaim_id=held.id,
                happened_on=happened_on,
            )
            for year, amount in by_year.items()
        ],
        by=by,
        at=at,
    )


def note(application: Application, what: CaseNote, amount: Ore, by: Person, at: datetime) -> None:
    """Write a line in the case's journal, with its amount."""
    journal.note(application, what.value, by=by, at=at, public=True, amount=amount)
