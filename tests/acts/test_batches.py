from collections.abc import Callable

import pytest
from flask import Flask
from lxml import etree
from sqlalchemy import func, select

from accounts.queries import person
from criteria.paying import LeftOut
from criteria.postings import EntryKind
from decisions.models import Acceptance
from figures.checks import run
from foundation import files
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore
from payments import queries as money
from payments import services as singly
from payments.bank.schema import schema_of
from payments.batches import queries, services
from payments.batches.kinds import BatchState
from payments.batches.models import PaymentBatch
from payments.batches.refusals import BatchRefusal
from payments.batches.selecting import select_for
from payments.batches.states import state_of
from payments.models import Entry, Instalment
from payments.refusals import PaymentRefusal
from tests.builders.accounts import authorise
from tests.builders.bank import read_order
from tests.builders.batches import RULE, TODAY, a_desk, kept_file
from tests.builders.damage import planted
from tests.builders.decisions import NOW
from tests.builders.payments import forget
from tests.races import at_once


def refusal(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as error:
        act()
    return error.value.reason


def payments_booked() -> int:
    return (
        db.session.scalar(select(func.count(Entry.id)).where(Entry.kind == EntryKind.PAYMENT)) or 0
    )


def test_a_batch_is_attested_by_one_authorised_by_another_and_its_file_is_made_once(
    app: Flask,
) -> None:
    del app
    desk = a_desk()
    batch = desk.compose()
    dues = [one.first() for one in desk.grants]
    assert (batch.number, batch.total) == (2, sum(one.amount for one in dues))
    assert {one.attested_by_id for one in dues} == {desk.attester.id}
    assert payments_booked() == 0
    assert refusal(desk.compose) is BatchRefusal.NOTHING_TO_PAY
    assert (
        refusal(lambda: services.authorise_batch(queries.batch(batch.id), by=desk.attester, at=NOW))
        is BatchRefusal.SAME_PERSON
    )
    assert (
        refusal(lambda: singly.authorise(money.instalment(dues[0].id), by=desk.authoriser, at=NOW))
        is PaymentRefusal.IN_A_BATCH
    )

    batch = desk.authorise(batch)
    assert state_of(batch) is BatchState.TO_SEND
    content = kept_file(batch)
    assert files.store().is_whole(batch.file_sha256 or "")
    order = read_order(content)
    assert order.total == batch.total
    assert [(one.reference, one.amount, one.account) for one in order.payments] == [
        (one.reference, one.amount, one.account_number) for one in desk.lines(batch)
    ]
    assert refusal(lambda: desk.authorise(batch)) is BatchRefusal.ALREADY_AUTHORISED
    assert payments_booked() == 2
    for one in desk.grants:
        assert money.case_balance(one.application.id).paid == one.first().amount

    def sent() -> None:
        services.mark_sent(queries.batch(batch.id), by=desk.authoriser, at=NOW)

    assert refusal(sent) is BatchRefusal.NOT_FETCHED
    fetched = [
        services.fetch_file(queries.batch(batch.id), by=desk.authoriser, at=NOW) for _ in range(2)
    ]
    assert fetched == [content, content]
    sent()
    assert refusal(sent) is BatchRefusal.ALREADY_SENT
    assert (
        refusal(
            lambda: services.withdraw(
                queries.batch(batch.id), reason="Feil", by=desk.attester, at=NOW
            )
        )
        is BatchRefusal.ALREADY_SENT
    )


def test_the_page_shows_what_is_left_out_with_each_reason(app: Flask) -> None:
    del app
    desk = a_desk()
    first, second = (one.first() for one in desk.grants)
    with transaction():
        db.session.get_one(Instalment, first.id).account_number = "12345678901"
        second_answer = db.session.scalars(
            select(Acceptance).where(Acceptance.decision_id == second.decision_id)
        ).one()
        second_answer.account_number = "76940512057"
    forget(Instalment)
    found = select_for(RULE, desk.attester, at=NOW)
    assert [(one.instalment.id, one.because) for one in found.left_out] == [
        (first.id, LeftOut.ACCOUNT_WRONG), (second.id, LeftOut.ACCOUNT_UNLIKE),
    ]  # fmt: skip
    assert found.withheld == first.amount + second.amount
    assert found.chosen == []
    assert refusal(desk.compose) is BatchRefusal.NOTHING_TO_PAY


def test_a_batch_is_withdrawn_until_it_is_sent_and_its_rates_can_be_paid_again(app: Flask) -> None:
    del app
    desk = a_desk()
    batch = desk.authorise(desk.compose())

    def withdraw(why: str) -> None:
        services.withdraw(queries.batch(batch.id), reason=why, by=desk.attester, at=NOW)

    assert refusal(lambda: withdraw(" ")) is BatchRefusal.REASON_MISSING
    withdraw("Feil dag.")
    assert refusal(lambda: withdraw("Igjen")) is BatchRefusal.ALREADY_WITHDRAWN
    assert refusal(lambda: desk.send(batch)) is BatchRefusal.ALREADY_WITHDRAWN
    for one in desk.grants:
        assert money.case_balance(one.application.id).paid == 0
        assert one.first().attested_at is None
    again = desk.authorise(desk.compose())
    assert again.message_id != batch.message_id
    assert again.total == batch.total
    assert payments_booked() == 4
    for one in desk.grants:
        assert money.case_balance(one.application.id).paid == one.first().amount


def test_those_who_press_together_make_one_batch_and_book_it_once(app: Flask) -> None:
    desk = a_desk()
    attester, authoriser = desk.attester.id, desk.authoriser.id

    def compose() -> int:
        return services.attest_batch(RULE, execute_on=TODAY, by=person(attester), at=NOW).id

    made = at_once(app, compose, compose, compose)
    (batch_id,) = [one for one in made if isinstance(one, int)]

    def authorise() -> str | None:
        services.authorise_batch(queries.batch(batch_id), by=person(authoriser), at=NOW)
        return queries.batch(batch_id).file_sha256

    done = at_once(app, authorise, authorise, authorise)
    reasons = [one.reason for one in done if isinstance(one, RuleBrokenError)]
    assert reasons == [BatchRefusal.ALREADY_AUTHORISED] * 2
    assert payments_booked() == 2
    total = db.session.scalar(select(func.sum(PaymentBatch.total)))
    assert Ore(int(total or 0)) == sum(one.first().amount for one in desk.grants)


def test_the_bank_file_follows_its_schema(app: Flask) -> None:
    del app
    desk = a_desk()
    content = kept_file(desk.authorise(desk.compose()))
    schema = schema_of("pain.001.001.09")
    assert schema.validate(etree.fromstring(content)), schema.error_log


DAMAGE = (
    "UPDATE payment_batch SET total = total + 100",
    "UPDATE payment_line SET account_number = '76940512057' WHERE position = 1",
    "UPDATE payment_line SET amount = amount + 100 WHERE position = 2",
    "DELETE FROM payment_line WHERE position = 1",
    "UPDATE payment_line SET entry_id = NULL",
    "UPDATE payment_batch SET execute_on = '2026-06-01'",
)


def test_a_batch_that_somebody_changed_past_the_acts_is_noticed(app: Flask) -> None:
    del app
    desk = a_desk()
    desk.authorise(desk.compose())
    assert list(run("batches")) == []
    unnoticed = []
    for damage in DAMAGE:
        with planted(damage):
            if not list(run("batches")):
                unnoticed.append(damage)
    assert unnoticed == []
    assert list(run("batches")) == []


def test_a_batch_is_held_against_the_authority_of_both_as_a_whole(app: Flask) -> None:
    del app
    desk = a_desk()
    dues = [one.first().amount for one in desk.grants]
    total = Ore(sum(dues))
    authorise(desk.attester, Ore(total - 1))
    assert max(dues) < total - 1  # each of them by itself is within it
    assert refusal(desk.compose) is BatchRefusal.OVER_LIMIT_TO_ATTEST
    authorise(desk.attester, total)
    batch = desk.compose()

    authorise(desk.authoriser, Ore(total - 1))
    assert refusal(lambda: desk.authorise(batch)) is BatchRefusal.OVER_LIMIT_TO_AUTHORISE
    assert payments_booked() == 0
    authorise(desk.authoriser, total)
    assert state_of(desk.authorise(batch)) is BatchState.TO_SEND
