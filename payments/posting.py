"""What is to be booked, before it is an entry; and what corrects an entry."""

from dataclasses import dataclass
from datetime import date

from criteria.postings import EntryKind
from foundation.money import Ore
from payments.models import Entry

LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class Posting:
    """What is to be booked: øre with the sign of its kind, for a post and a budget year.

    `organisation_id`: whom the money goes to or comes from; the lead of the case where it is not told.
    `happened_on`: the day it belongs to, where that is another than today (Oslo).
    """

    kind: EntryKind
    budget_post_id: int
    year: int
    amount: Ore
    text: str
    call_id: int | None = None
    application_id: int | None = None
    decision_id: int | None = None
    counters: Entry | None = None
    appropriation_id: int | None = None
    organisation_id: int | None = None
    movement_id: int | None = None
    reclaim_id: int | None = None
    happened_on: date | None = None

    @property
    def booked_as(self) -> EntryKind:
        """The kind whose sum it moves."""
        return self.counters.booked_as if self.counters else self.kind


def countering(entry: Entry, text: str, *, movement_id: int | None = None) -> Posting:
    """Write what corrects an entry: the opposite amount at the same place, booked as its kind."""
    return Posting(
        kind=EntryKind.REVERSAL,
        budget_post_id=entry.budget_post_id,
        year=entry.year,
        amount=Ore(-entry.amount),
        text=text[:LONGEST_TEXT],
        call_id=entry.call_id,
        application_id=entry.application_id,
        decision_id=entry.decision_id,
        organisation_id=entry.organisation_id,
        reclaim_id=entry.reclaim_id,
        counters=entry,
        movement_id=movement_id,
    )
