"""The ledger's pen: the one place that writes entries, and the sums that guard them.

Called inside acts. Entries are written one act at a time: the end of the audit chain is held from before
the sums are read until the act ends, so two acts can never both take the last krone. The database keeps the
sums as entries are written, and holds the same limits itself (`payments.books.models`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from accounts import audit
from accounts.models import Person
from applications.models import Partner, PartnerRole
from criteria import periods, postings
from criteria.frame import may_book
from criteria.postings import CLAIMED, PAID, EntryKind
from decisions.models import Acceptance
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.money import Ore
from payments.books.balances import Sums
from payments.books.queries import books_so_far
from payments.models import Entry


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


def post(posting: Posting, *, by: Person | None, at: datetime) -> Entry:
    """Write an entry and its line in the audit trail. Raises RuleBrokenError(frame.Refusal).

    The frame is guarded here and nowhere else: no commitment above what is granted to the post for
    the year, no payment above what the case is promised for it, or before the grant is accepted.
    """
    return post_all([posting], by=by, at=at)[0]


def post_all(given: Sequence[Posting], *, by: Person | None, at: datetime) -> list[Entry]:
    """Write entries in their order, each guarded with those before it: all of them, or none.

    Raises RuleBrokenError(frame.Refusal).
    """
    audit.hold_chain()  # wait for one's turn before the sums are read
    _guard(given)
    books, today = books_so_far(), clock.in_oslo(at).date()
    leads = _leads_of(given)
    entries = []
    for posting in given:
        happened_on = posting.happened_on or today
        booked_on = periods.booking_day(happened_on, books)
        entries.append(
            Entry(
                kind=posting.kind,
                booked_as=posting.booked_as,
                budget_post_id=posting.budget_post_id,
                call_id=posting.call_id,
                application_id=posting.application_id,
                decision_id=posting.decision_id,
                year=posting.year,
                amount=posting.amount,
                text=posting.text,
                booked_on=booked_on,
                happened_on=happened_on if happened_on != booked_on else None,
                posted_at=at,
                posted_by_id=by.id if by else None,
                counters_id=posting.counters.id if posting.counters else None,
                appropriation_id=posting.appropriation_id,
                organisation_id=posting.organisation_id or leads.get(posting.application_id or 0),
                movement_id=posting.movement_id,
                reclaim_id=posting.reclaim_id,
            )
        )
    db.session.add_all(entries)
    db.session.flush()  # the audit entries name the entries by id, and the next sums must see them
    for entry in entries:
        audit.record(
            f"ledger.{entry.kind.value}",
            subject=f"entry:{entry.id}",
            by=by,
            at=at,
            post=entry.budget_post_id,
            year=entry.year,
            amount=entry.amount,
            application=entry.application_id,
            counters=entry.counters_id,
        )
    return entries


def _guard(given: Sequence[Posting]) -> None:
    """Ask the rules about the sums as they are now, one posting after another."""
    sums = Sums.beside((one.budget_post_id, one.year, one.application_id) for one in given)
    accepted = _accepted_among({one.decision_id for one in given if one.decision_id})
    for posting in given:
        moved = postings.Posting(
            kind=posting.kind,
            post=posting.budget_post_id,
            year=posting.year,
            application=posting.application_id,
            amount=posting.amount,
            reverses=posting.counters.booked_as if posting.counters else None,
        )
        refusal = may_book(
            moved,
            sums.of_post(moved),
            sums.of_case(moved),
            accepted=posting.decision_id in accepted,
        )
        if refusal is not None:
            raise RuleBrokenError(refusal)
        sums.add(moved)


def _accepted_among(decisions: set[int]) -> frozenset[int]:
    if not decisions:
        return frozenset()
    return frozenset(
        db.session.scalars(
            select(Acceptance.decision_id).where(
                Acceptance.decision_id.in_(decisions), Acceptance.accepted.is_(True)
            )
        )
    )


_TO_SOMEBODY = PAID | CLAIMED


def _leads_of(given: Sequence[Posting]) -> dict[int, int]:
    """Give the leads of the cases that money goes to or comes from, where nobody else is told."""
    cases = {
        one.application_id
        for one in given
        if one.application_id and not one.organisation_id and one.booked_as in _TO_SOMEBODY
    }
    if not cases:
        return {}
    rows = db.session.execute(
        select(Partner.application_id, Partner.organisation_id).where(
            Partner.application_id.in_(cases), Partner.role == PartnerRole.LEAD
        )
    )
    return dict(rows.all())
