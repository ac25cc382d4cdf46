"""The database itself withholds payments that must wait, whoever writes them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Update, insert, update
from sqlalchemy.exc import DatabaseError

from applications.facts import lead_of
from criteria.postings import EntryKind
from decisions.accountchange.models import AccountChange
from decisions.models import Acceptance
from figures.checks import violations
from foundation import schema
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from payments import ledger, payouts, queries, services
from payments.models import Entry, Instalment
from payments.posting import countering
from payments.reclaims.models import PaymentStop
from payments.refusals import PaymentRefusal
from tests.builders.decisions import NOW
from tests.builders.payments import Grant, an_accepted_grant
from tests.builders.withheld import HOLDING, a_change, a_payment, a_stop, over

BEFORE_THAT = "0035"


def refuse(said: str, values: dict[str, Any]) -> None:
    """See that the database refuses an entry."""
    with pytest.raises(DatabaseError, match=said), transaction():
        db.session.execute(insert(Entry).values(**values))


def would_take(values: dict[str, Any]) -> None:
    """See that the database takes an entry, and take it back."""
    with db.engine.connect() as connection:
        connection.execute(insert(Entry).values(**values))
        connection.rollback()


def why(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refused:
        act()
    return refused.value.reason


def test_the_database_withholds_what_a_complaint_a_stop_or_a_change_of_account_holds(
    app: Flask,
) -> None:
    del app
    grant = an_accepted_grant()
    payment = a_payment(grant)
    would_take(payment)
    for table, made, word in HOLDING:
        with transaction():
            number = db.session.execute(
                insert(table).values(**made(grant)).returning(table.id)
            ).scalar_one()
        refuse("holds the payment|is stopped|being changed", payment)
        assert why(lambda: pay_past_the_rules(grant)) is word
        ended = over(table, grant.authoriser.id)
        with transaction():
            db.session.execute(update(table).where(table.id == number).values(**ended))
        would_take(payment)
    assert queries.case_balance(grant.application.id).paid == 0


def pay_past_the_rules(grant: Grant) -> None:
    """Book the first instalment as an act would that had forgotten to ask what holds it back."""
    posting = payouts.payment_of(queries.instalment(grant.first().id))
    with transaction():
        ledger.post_all([posting], by=grant.authoriser, at=NOW)


def test_only_the_account_of_who_is_paid_holds_the_payment(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    other = grant.application.partners[1].organisation_id
    with transaction():
        db.session.execute(insert(AccountChange).values(**a_change(grant), organisation_id=other))
    would_take(a_payment(grant))
    would_take(a_payment(grant, organisation_id=lead_of(grant.application).organisation_id))
    refuse("being changed", a_payment(grant, organisation_id=other))


def test_the_database_withholds_what_is_not_accepted_or_not_planned(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    payment = a_payment(grant)
    refuse("not accepted", payment | {"decision_id": None})
    no = update(Acceptance).values(accepted=False, account_number=None)
    with planted_after(no):
        refuse_in_place("not accepted", payment)
    last = grant.instalments()[-1].id
    for values in ({"amount": Instalment.amount - 1}, {"year": Instalment.year + 1}):
        with planted_after(update(Instalment).where(Instalment.id == last).values(**values)):
            refuse_in_place("not what is promised", payment)
    with transaction():
        db.session.execute(
            update(Instalment).where(Instalment.id == last).values(amount=Instalment.amount - 1)
        )
    assert why(lambda: pay_past_the_rules(grant)) is PaymentRefusal.UNLIKE_PROMISED
    assert [one.split(":")[0] for one in violations()] == ["instalments"] * 2


@contextmanager
def planted_after(change: Update) -> Iterator[None]:
    """Change rows in a transaction that is taken back when the block ends."""
    db.session.rollback()
    db.session.execute(change, execution_options={"synchronize_session": False})
    yield
    db.session.rollback()


def refuse_in_place(said: str, values: dict[str, Any]) -> None:
    with pytest.raises(DatabaseError, match=said), db.session.begin_nested():
        db.session.execute(insert(Entry).values(**values))


def test_corrections_are_booked_whatever_holds_the_case_and_pay_nothing_out_again(
    app: Flask,
) -> None:
    del app
    grant = an_accepted_grant()
    services.attest(grant.first(), by=grant.attester, at=NOW)
    paid = services.authorise(grant.first(), by=grant.authoriser, at=NOW)
    with transaction():
        db.session.execute(insert(PaymentStop).values(**a_stop(grant)))
    with transaction():
        back = ledger.post(countering(paid, "Motpostering"), by=grant.authoriser, at=NOW)
    refuse(
        "is stopped",
        a_payment(grant, kind=EntryKind.REVERSAL, counters_id=back.id),
    )
    assert queries.case_balance(grant.application.id).paid == 0


def test_what_was_paid_before_the_database_withheld_anything_stays_as_it_is(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    payment = a_payment(grant)
    db.session.remove()
    schema.downgrade(db.engine, BEFORE_THAT)
    with db.engine.begin() as connection:
        connection.execute(insert(PaymentStop).values(**a_stop(grant)))
        connection.execute(insert(Entry).values(**payment))
    schema.upgrade(db.engine)
    assert queries.case_balance(grant.application.id).paid == payment["amount"]
    refuse("is stopped", payment | {"amount": 1})
