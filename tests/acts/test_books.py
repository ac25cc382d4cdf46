from datetime import date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import insert, select
from sqlalchemy.exc import DatabaseError

from criteria.frame import Refusal
from criteria.moving import Move, MoveRefusal, Place
from criteria.periods import CloseRefusal, last_day_of
from criteria.postings import EntryKind
from figures.checks import violations
from foundation import clock, files
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore, kroner
from payments import queries, services
from payments.books import services as books
from payments.books.models import MovementKind
from payments.books.queries import counter_of_movement, entries_of
from payments.books.recording import Document
from payments.models import Entry
from payments.refusals import PaymentRefusal
from tests.builders.decisions import NOW, a_controller
from tests.builders.payments import an_accepted_grant, an_appropriation
from tests.races import at_once


def why(error: pytest.ExceptionInfo[RuleBrokenError]) -> object:
    return error.value.reason


def available(post: int, year: int) -> Ore:
    return next(
        row.balance.available
        for row in queries.year_rows()
        if (row.post.id, row.year) == (post, year)
    )


def a_document() -> Document:
    return Document(files.store().keep(b"%PDF-1.7 authority", "application/pdf"), "brev.pdf")


def test_money_is_moved_and_carried_over_by_two_entries_and_taken_back_by_two_more(
    app: Flask,
) -> None:
    del app
    by = a_controller()
    granted = an_appropriation(2026, kroner(100))
    services.book_appropriation(granted, by=by, at=NOW)
    post = granted.budget_post_id
    there, here = Place(post, 2026), Place(post, 2027)

    with pytest.raises(RuleBrokenError) as too_much:
        books.transfer(Move(there, here, kroner(101), "Prop. 1 S"), by=by, at=NOW)
    assert why(too_much) is Refusal.OVER_APPROPRIATION
    with pytest.raises(RuleBrokenError) as undocumented:
        books.carry_over(Move(there, here, kroner(1), "Brev"), None, by=by, at=NOW)
    assert why(undocumented) is MoveRefusal.DOCUMENT_MISSING

    moved = books.transfer(Move(there, here, kroner(40), "Prop. 1 S"), by=by, at=NOW)
    carried = books.carry_over(Move(there, here, kroner(60), "Brev"), a_document(), by=by, at=NOW)
    assert [one.amount for one in entries_of(moved.id)] == [kroner(-40), kroner(40)]
    assert {one.kind for one in entries_of(carried.id)} == {EntryKind.CARRY_OVER}
    assert (available(post, 2026), available(post, 2027)) == (0, kroner(100))

    back = books.reverse_movement(moved, reason="Feil post.", by=by, at=NOW)
    assert counter_of_movement(moved.id) == back
    assert (available(post, 2026), available(post, 2027)) == (kroner(40), kroner(60))
    for one in (moved, back):
        with pytest.raises(RuleBrokenError) as twice:
            books.reverse_movement(one, reason="Igjen.", by=by, at=NOW)
        assert why(twice) is PaymentRefusal.ALREADY_REVERSED
    assert back.kind is MovementKind.REVERSAL
    assert list(violations()) == []


def test_a_closed_month_takes_no_more_and_what_comes_late_goes_into_the_next(app: Flask) -> None:
    by = a_controller()
    first = services.book_appropriation(an_appropriation(2026, kroner(9)), by=by, at=NOW)
    month = first.booked_on.replace(day=1)
    after = datetime.combine(last_day_of(month) + timedelta(days=9), NOW.timetz())
    with pytest.raises(RuleBrokenError) as too_early:
        books.close_month(month, by=by, at=NOW)
    assert why(too_early) is CloseRefusal.NOT_OVER
    outcomes = at_once(app, *([lambda: books.close_month(month, by=by, at=after).entries] * 3))
    assert sorted(map(str, outcomes)) == ["1", *["CloseRefusal.ALREADY_CLOSED"] * 2]

    late = services.book_appropriation(
        an_appropriation(2027, kroner(1)), happened_on=first.booked_on, by=by, at=after
    )
    assert late.booked_on == last_day_of(month) + timedelta(days=1)
    assert late.happened_on == first.booked_on
    in_time = services.book_appropriation(an_appropriation(2028, kroner(1)), by=by, at=after)
    assert (in_time.booked_on, in_time.happened_on) == (clock.in_oslo(after).date(), None)
    for day in (first.booked_on, date(2024, 1, 1)):
        with pytest.raises(DatabaseError, match="month is closed"), transaction():
            db.session.execute(insert(Entry).values(**values_of(first), booked_on=day))
    assert list(violations()) == []


def test_the_database_itself_promises_and_pays_no_more_than_there_is(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    promised = db.session.scalars(select(Entry).where(Entry.kind == EntryKind.COMMITMENT)).one()
    free = available(promised.budget_post_id, promised.year)
    for kind, amount in (
        (EntryKind.COMMITMENT, free + 1),
        (EntryKind.PAYMENT, promised.amount + 1),
        (EntryKind.PAYMENT_RETURN, -1),
        (EntryKind.CLAIM, 1),
        (EntryKind.REPAYMENT, -1),
        (EntryKind.APPROPRIATION, -free - 1),
        (EntryKind.COMMITMENT_LAPSE, -promised.amount - 1),
    ):
        values = values_of(promised) | {"kind": kind, "booked_as": kind, "amount": amount}
        with pytest.raises(DatabaseError, match=r"CHECK|check"), transaction():
            db.session.execute(insert(Entry).values(**values, booked_on=promised.booked_on))
    assert queries.case_balance(grant.application.id).committed == promised.amount
    assert list(violations()) == []


def values_of(entry: Entry) -> dict[str, object]:
    left_out = {"id", "booked_on", "appropriation_id"}
    return {
        column.key: getattr(entry, column.key)
        for column in Entry.__table__.columns
        if column.key not in left_out
    }
