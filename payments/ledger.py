"""The ledger's pen: the one function that writes an entry, and the sums that guard it.

Called inside acts. Entries are written one act at a time: the end of the audit chain is held from before
the sums are read until the act ends, so two acts can never both take the last krone.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from accounts import audit
from accounts.models import Person
from criteria import postings
from criteria.frame import may_book
from criteria.postings import Balance, EntryKind
from decisions.models import Acceptance
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore
from payments.models import Entry

_ANY = 0
"""Stands for the post and year in sums of which only the kinds matter."""


@dataclass(frozen=True, slots=True)
class Posting:
    """What is to be booked: øre with the sign of its kind, for a post and a budget year."""

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


def post(posting: Posting, *, by: Person | None, at: datetime) -> Entry:
    """Write an entry and its line in the audit trail. Raises RuleBrokenError(frame.Refusal).

    The frame is guarded here and nowhere else: no commitment above what is granted to the post for
    the year, no payment above what the case is promised, or before the grant is accepted.
    """
    _guard(posting)
    entry = Entry(
        kind=posting.kind,
        booked_as=posting.counters.booked_as if posting.counters else posting.kind,
        budget_post_id=posting.budget_post_id,
        call_id=posting.call_id,
        application_id=posting.application_id,
        decision_id=posting.decision_id,
        year=posting.year,
        amount=posting.amount,
        text=posting.text,
        booked_on=clock.in_oslo(at).date(),
        posted_at=at,
        posted_by_id=by.id if by else None,
        counters_id=posting.counters.id if posting.counters else None,
        appropriation_id=posting.appropriation_id,
    )
    db.session.add(entry)
    db.session.flush()  # the audit entry names the entry by id, and the next sum must see it
    audit.record(
        f"ledger.{posting.kind.value}",
        subject=f"entry:{entry.id}",
        by=by,
        at=at,
        post=posting.budget_post_id,
        year=posting.year,
        amount=posting.amount,
        application=posting.application_id,
        counters=entry.counters_id,
    )
    return entry


def balance_of_year(budget_post_id: int, year: int) -> Balance:
    """Add up a post's year from its entries."""
    return _balance(Entry.budget_post_id == budget_post_id, Entry.year == year)


def balance_of_case(application_id: int) -> Balance:
    """Add up a case from its entries, over all years."""
    return _balance(Entry.application_id == application_id)


def _guard(posting: Posting) -> None:
    """Wait for one's turn, then ask the rules about the sums as they are now."""
    audit.hold_chain()
    case = posting.application_id
    refusal = may_book(
        postings.Posting(
            kind=posting.kind,
            post=posting.budget_post_id,
            year=posting.year,
            application=case,
            amount=posting.amount,
            reverses=posting.counters.booked_as if posting.counters else None,
        ),
        balance_of_year(posting.budget_post_id, posting.year),
        Balance(NOTHING, NOTHING, NOTHING) if case is None else balance_of_case(case),
        accepted=_is_accepted(posting.decision_id),
    )
    if refusal is not None:
        raise RuleBrokenError(refusal)


def _is_accepted(decision_id: int | None) -> bool:
    accepted = db.session.scalars(
        select(Acceptance.accepted).where(Acceptance.decision_id == decision_id)
    ).first()
    return accepted is True


def _balance(*where: ColumnElement[bool]) -> Balance:
    sums = db.session.execute(
        select(Entry.booked_as, func.sum(Entry.amount)).where(*where).group_by(Entry.booked_as)
    )
    return postings.balance(
        postings.Posting(kind, post=_ANY, year=_ANY, application=None, amount=Ore(int(total)))
        for kind, total in sums
    )
