"""Acts on the books: moving money between posts and years, taking a movement back, closing a month."""

from datetime import date, datetime

from accounts import audit
from accounts.models import Person
from criteria.moving import Move, MoveRefusal, may_carry_over, may_transfer
from criteria.periods import last_day_of, may_close
from criteria.postings import EntryKind
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from payments import ledger
from payments.books.models import BY_THEIR_OWN_ACT, ClosedMonth, Movement, MovementKind
from payments.books.queries import booked_in, books_so_far, counter_of_movement, entries_of
from payments.books.recording import Document, keep_movement
from payments.interest.charges import charged_after
from payments.posting import LONGEST_TEXT, Posting
from payments.refusals import PaymentRefusal


def transfer(move: Move, *, by: Person, at: datetime) -> Movement:
    """Move money to another post or year (omdisponering): two entries that add up to 0.

    Raises RuleBrokenError: MoveRefusal, the money is promised where it would leave.
    """
    with transaction():
        _refuse(may_transfer(move))
        made = keep_movement(MovementKind.TRANSFER, move.authority, None, by=by, at=at)
        _post(EntryKind.TRANSFER, move, made, by, at)
    return made


def carry_over(move: Move, document: Document | None, *, by: Person, at: datetime) -> Movement:
    """Take a post's unused money along to the next year, by an authority and its document.

    Raises RuleBrokenError: MoveRefusal, the money is promised in the year it would leave.
    """
    with transaction():
        _refuse(may_carry_over(move, documented=document is not None))
        made = keep_movement(MovementKind.CARRY_OVER, move.authority, document, by=by, at=at)
        _post(EntryKind.CARRY_OVER, move, made, by, at)
    return made


def reverse_movement(movement: Movement, *, reason: str, by: Person, at: datetime) -> Movement:
    """Take a movement back: each of its entries is countered, the last one first, by one act.

    Raises RuleBrokenError: no reason, taken back already, the money is promised, its instalments moved too,
    interest was charged after it.
    """
    with transaction():
        locked(movement)
        words = reason.strip()
        if not words:
            raise RuleBrokenError(PaymentRefusal.REASON_MISSING)
        if counter_of_movement(movement.id) or movement.kind is MovementKind.REVERSAL:
            raise RuleBrokenError(PaymentRefusal.ALREADY_REVERSED)
        if movement.kind in BY_THEIR_OWN_ACT:
            raise RuleBrokenError(PaymentRefusal.REVERSED_BY_ITS_OWN_ACT)
        entries = entries_of(movement.id)
        if any(one.reclaim_id and charged_after(one.reclaim_id, entries[-1].id) for one in entries):
            raise RuleBrokenError(PaymentRefusal.INTEREST_FIRST)
        made = keep_movement(
            MovementKind.REVERSAL, words, None, by=by, at=at, counters_id=movement.id
        )
        countered = [
            ledger.countering(entry, f"Motpostering: {words}", movement_id=made.id)
            for entry in reversed(entries)
        ]
        ledger.post_all(countered, by=by, at=at)
    return made


def close_month(first_day: date, *, by: Person, at: datetime) -> ClosedMonth:
    """Close a month, after which nothing is booked in it or before it. It is never opened again.

    Raises RuleBrokenError(CloseRefusal): it is not over, skips one, is closed, or nothing is booked.
    """
    with transaction():
        audit.hold_chain()  # nobody books while the month is added up
        books = books_so_far()
        refusal = may_close(first_day, books, clock.in_oslo(at).date())
        if refusal is not None:
            raise RuleBrokenError(refusal)
        booked = booked_in(first_day)
        closed = ClosedMonth(
            first_day=first_day,
            last_day=last_day_of(first_day),
            follows=_month_before(first_day) if books.closed_through else None,
            entries=booked.entries,
            amount=booked.amount,
            closed_at=at,
            closed_by_id=by.id,
        )
        db.session.add(closed)
        audit.record(
            "books.month_closed", subject=f"month:{first_day.isoformat()}", by=by, at=at,
            entries=booked.entries, amount=booked.amount,
        )  # fmt: skip
    return closed


def _refuse(refusal: MoveRefusal | None) -> None:
    if refusal is not None:
        raise RuleBrokenError(refusal)


def _post(kind: EntryKind, move: Move, made: Movement, by: Person, at: datetime) -> None:
    ledger.post_all(
        [
            Posting(
                kind=kind,
                budget_post_id=place.post,
                year=place.year,
                amount=amount,
                text=made.authority[:LONGEST_TEXT],
                movement_id=made.id,
            )
            for place, amount in move.parts
        ],
        by=by,
        at=at,
    )


def _month_before(first_day: date) -> date:
    return first_day.fromordinal(first_day.toordinal() - 1).replace(day=1)
