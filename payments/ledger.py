"""The ledger's pen: the one place that writes entries, and the sums that guard them.

Called inside acts. Entries are written one act at a time: the end of the audit chain is held from before
the sums are read until the act ends, so two acts can never both take the last krone. The database keeps the
sums as entries are written, and holds the same limits itself (`payments.books.models`). It also withholds
payments that must wait, whoever writes them (`payments.withheld`).

An act that books many writes them in one statement and seals them in one pass (docs/decisions/0041).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, select

from accounts import audit
from accounts.models import Person
from applications.models import Partner, PartnerRole
from criteria import periods, postings
from criteria.frame import Refusal, may_book
from criteria.postings import CLAIMED, INTEREST_OWED, PAID, EntryKind
from decisions.models import Acceptance
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.rows import insert_all, numbers_for
from payments import withheld
from payments.books.balances import Sums
from payments.books.queries import books_so_far
from payments.models import Entry
from payments.posting import Posting, countering

__all__ = ["Posting", "countering", "post", "post_all", "refusals"]


def post(posting: Posting, *, by: Person | None, at: datetime) -> Entry:
    """Write an entry and its line in the audit trail. Raises RuleBrokenError(frame.Refusal).

    The frame is guarded here and nowhere else: no commitment above what is granted to the post for
    the year, no payment above what the case is promised for it, or before the grant is accepted.
    """
    return db.session.get_one(Entry, post_all([posting], by=by, at=at)[0])


def post_all(given: Sequence[Posting], *, by: Person | None, at: datetime) -> list[int]:
    """Write entries in their order, each guarded with those before it: all of them, or none.

    Gives their numbers. Raises RuleBrokenError(frame.Refusal), or what the database withholds a payment for.
    """
    if not given:
        return []
    audit.hold_chain()  # wait for one's turn before the sums are read
    for refusal in _refusals(given).values():
        raise RuleBrokenError(refusal)
    return _write(given, by, at)


def refusals(given: Sequence[Posting]) -> dict[int, Refusal]:
    """Tell which of some postings the frame does not have room for, by their places in the order given.

    What is refused leaves its room to those after it. The turn that is waited for lasts until the act ends,
    so that the others can be posted.
    """
    audit.hold_chain()
    return _refusals(given)


def _write(given: Sequence[Posting], by: Person | None, at: datetime) -> list[int]:
    books, today = books_so_far(), clock.in_oslo(at).date()
    leads = _leads_of(given)
    numbers = numbers_for(_ENTRIES, len(given))
    rows = []
    for number, posting in zip(numbers, given, strict=True):
        happened_on = posting.happened_on or today
        booked_on = periods.booking_day(happened_on, books)
        rows.append(
            {
                "id": number,
                "kind": posting.kind,
                "booked_as": posting.booked_as,
                "budget_post_id": posting.budget_post_id,
                "call_id": posting.call_id,
                "application_id": posting.application_id,
                "decision_id": posting.decision_id,
                "year": posting.year,
                "amount": posting.amount,
                "text": posting.text,
                "booked_on": booked_on,
                "happened_on": happened_on if happened_on != booked_on else None,
                "posted_at": at,
                "posted_by_id": by.id if by else None,
                "counters_id": posting.counters.id if posting.counters else None,
                "appropriation_id": posting.appropriation_id,
                "organisation_id": posting.organisation_id
                or leads.get(posting.application_id or 0),
                "movement_id": posting.movement_id,
                "reclaim_id": posting.reclaim_id,
            }
        )
    with withheld.in_words():
        insert_all(_ENTRIES, rows, asked=any(one.kind is EntryKind.PAYMENT for one in given))
    audit.record_lines(map(_told, rows), by=by, at=at)
    return numbers


_ENTRIES = cast("Table", Entry.__table__)


def _told(row: Mapping[str, Any]) -> audit.Line:
    return audit.Line(
        f"ledger.{row['kind'].value}",
        f"entry:{row['id']}",
        {
            "post": row["budget_post_id"],
            "year": row["year"],
            "amount": row["amount"],
            "application": row["application_id"],
            "counters": row["counters_id"],
        },
    )


def _refusals(given: Sequence[Posting]) -> dict[int, Refusal]:
    """Ask the rules about the sums as they are now, one posting after another."""
    sums = Sums.beside((one.budget_post_id, one.year, one.application_id) for one in given)
    accepted = _accepted_among({one.decision_id for one in given if one.decision_id})
    found = {}
    for place, posting in enumerate(given):
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
        if refusal is None:
            sums.add(moved)
        else:
            found[place] = refusal
    return found


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


_TO_SOMEBODY = PAID | CLAIMED | INTEREST_OWED


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
