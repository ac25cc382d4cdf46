from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select

from criteria.paying import LeftOut
from criteria.postings import EntryKind
from figures.checks import run
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.money import Ore
from payments import queries as money
from payments import services as paying
from payments.batches import queries, services
from payments.batches.kinds import Ending
from payments.batches.overview import reconciliation_view
from payments.batches.reconciling import Period, reconciliation_of
from payments.batches.refusals import BatchRefusal
from payments.batches.selecting import select_for
from payments.models import Entry, Instalment
from tests.builders import bank
from tests.builders.batches import OWN_ACCOUNT, RULE, a_desk
from tests.builders.decisions import NOW
from tests.builders.payments import forget


def refusal(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as error:
        act()
    return error.value.reason


def returns() -> int:
    booked = select(func.count(Entry.id)).where(Entry.kind == EntryKind.PAYMENT_RETURN)
    return db.session.scalar(booked) or 0


def test_what_the_bank_refuses_comes_back_once_and_waits_until_it_is_looked_into(
    app: Flask,
) -> None:
    del app
    desk = a_desk()
    batch = desk.authorise(desk.compose())
    early = bank.read_order(
        services.fetch_file(queries.batch(batch.id), by=desk.authoriser, at=NOW)
    )
    assert (
        refusal(lambda: desk.take_in(bank.status_report(early, {}))) is BatchRefusal.ORDER_NOT_SENT
    )
    order = desk.send(batch)
    bad, good = order.payments
    report = bank.status_report(order, {bad.reference: ("AC04", "Kontoen er avsluttet")})
    desk.take_in(report)
    assert refusal(lambda: desk.take_in(report)) is BatchRefusal.ALREADY_RECEIVED
    again = report.replace(b"12:00:00", b"12:00:01")
    assert refusal(lambda: desk.take_in(again)) is BatchRefusal.ALREADY_RECEIVED
    first, second = desk.lines(batch)
    assert (first.ending, first.code, second.ending, second.status) == (
        Ending.RETURNED, "AC04", None, "ACSP",
    )  # fmt: skip
    one, other = desk.grants
    assert money.case_balance(one.application.id).paid == 0
    assert money.case_balance(other.application.id).paid == good.amount
    assert returns() == 1

    forget(Instalment)
    (left,) = select_for(RULE, desk.attester, at=NOW).left_out[:1]
    assert left.because is LeftOut.RETURNED
    assert refusal(desk.compose) is BatchRefusal.NOTHING_TO_PAY
    alone = desk.lines(batch)[0].instalment
    assert refusal(lambda: paying.attest(alone, by=desk.attester, at=NOW)) is LeftOut.RETURNED
    services.look_into(
        queries.line(first.id), finding="Kontoen er åpnet igjen.", by=desk.attester, at=NOW
    )
    paid_again = desk.authorise(desk.compose())
    assert paid_again.total == bad.amount
    assert money.case_balance(one.application.id).paid == bad.amount
    assert list(run("batches")) == []
    assert list(run("instalments")) == []
    assert list(run("ledger")) == []


def test_a_whole_order_is_refused_and_a_strangers_answer_is_not_taken_in(app: Flask) -> None:
    del app
    desk = a_desk()
    order = desk.send(desk.authorise(desk.compose()))
    other = bank.Read("983544622-0000099", OWN_ACCOUNT, order.payments)
    assert (
        refusal(lambda: desk.take_in(bank.status_report(other, {}))) is BatchRefusal.UNKNOWN_ORDER
    )
    more = bank.Read(order.message_id, OWN_ACCOUNT, (bank.Ordered("X", Ore(1), "", ""),))
    assert (
        refusal(lambda: desk.take_in(bank.status_report(more, {}))) is BatchRefusal.UNKNOWN_PAYMENT
    )
    strange = bank.statement("86011117947", [bank.Booked(None, Ore(1), "B1")])
    assert refusal(lambda: desk.take_in(strange)) is BatchRefusal.OTHER_ACCOUNT
    assert queries.messages() == []
    desk.take_in(bank.refusal_of_all(order, "AM04"))
    assert returns() == len(order.payments)
    for one in desk.grants:
        assert money.case_balance(one.application.id).paid == 0


def test_the_reconciliation_has_three_lists_and_a_movement_told_twice_counts_once(
    app: Flask,
) -> None:
    del app
    desk = a_desk(3)
    order = desk.send(desk.authorise(desk.compose()))
    first, second, third = bank.booked(order)
    found = reconciliation_of(Period())
    assert [one.reference for one in found.missing] == [one.reference for one in order.payments]

    desk.take_in(bank.notice(OWN_ACCOUNT, [first]))
    assert len(reconciliation_of(Period()).missing) == 2
    less = bank.Booked(second.reference, Ore(second.amount - 100), second.number)
    fee = bank.Booked(None, Ore(50_00), "GEBYR")
    desk.take_in(bank.statement(OWN_ACCOUNT, [first, less, third, fee]))
    later = bank.statement(OWN_ACCOUNT, [third, bank.sent_back(third, "AC04")], message_id="S-2")
    desk.take_in(later)

    found = reconciliation_of(Period())
    assert [one.reference for one in found.agreed] == [first.reference, third.reference]
    assert [(one.reference, one.difference) for one in found.differing] == [(second.reference, 100)]
    assert [one.amount for one in found.extra] == [fee.amount]
    assert found.ours == first.amount + second.amount
    assert found.theirs == found.ours - 100 + fee.amount
    assert found.explained == found.ours - found.theirs
    assert returns() == 1
    assert reconciliation_of(Period(from_on=bank.BANK_DAY)).ours == 0
    bridge = reconciliation_view(Period()).bridge
    assert (bridge.sent, bridge.ledger, bridge.outside.number) == (found.ours, found.ours, 0)


def test_what_is_paid_past_the_batches_and_what_waits_is_told_and_all_is_what_the_ledger_has(
    app: Flask,
) -> None:
    del app
    desk = a_desk(3)
    alone = desk.grants[0].first()
    paying.attest(alone, by=desk.attester, at=NOW)
    entry = paying.authorise(alone, by=desk.authoriser, at=NOW)
    batch = desk.authorise(desk.compose())
    bridge = reconciliation_view(Period()).bridge
    assert (bridge.sent, bridge.unsent.number, bridge.unsent.amount) == (0, 2, batch.total)
    assert ([one.id for one in bridge.entries], bridge.outside.amount) == ([entry.id], entry.amount)
    assert (bridge.ledger, bridge.unexplained) == (batch.total + entry.amount, 0)
    desk.send(batch)
    bridge = reconciliation_view(Period(), shown=None).bridge
    assert (bridge.sent, bridge.unsent.number, bridge.unexplained) == (batch.total, 0, 0)
    later = reconciliation_view(Period(from_on=bank.BANK_DAY)).bridge
    assert (later.ledger, later.outside.number, later.sent) == (None, 0, 0)
