"""A payment and what comes to hold it back, at the same time: one is before the other, and sees it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import DatabaseError

from accounts.models import AuditEntry
from accounts.queries import person
from applications.queries import any_application
from decisions.accountchange import services as accounts
from decisions.appeals import queries as appeals
from decisions.appeals import services as complaining
from figures.checks import violations
from foundation.database import db
from payments import services
from payments.models import Entry
from payments.reclaims.stops import stop_payment
from tests.acts.test_payments_races import authorising, reasons
from tests.builders.accountchange import ANOTHER_ACCOUNT
from tests.builders.appeals import a_written_complaint
from tests.builders.decisions import NOW
from tests.builders.payments import Grant, an_accepted_grant, signatory_of
from tests.builders.withheld import HOLDING, a_payment
from tests.races import at_once

WAITS = "lock timeout|locked"
"""What a connection that will not wait is told while another writes in the case."""


def test_whoever_pays_and_whoever_holds_back_wait_for_each_other(app: Flask) -> None:
    """Of two that write in a case at once, by hand, the later is asked what the earlier has written."""
    del app
    grant = an_accepted_grant()
    payment = a_payment(grant)
    for table, made, _word in HOLDING:
        values = made(grant)
        with db.engine.connect() as first, impatient() as second:
            writes(first)
            first.execute(insert(table).values(**values))
            with pytest.raises(DatabaseError, match=WAITS):
                second.execute(insert(Entry).values(**payment))
            first.rollback()
        with db.engine.connect() as first, impatient() as second:
            writes(first)
            first.execute(insert(Entry).values(**payment))
            with pytest.raises(DatabaseError, match=WAITS):
                second.execute(insert(table).values(**values))
            first.rollback()


def writes(connection: Connection) -> None:
    """Begin to write, as an act does: on SQLite the whole database is held from now on."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("UPDATE scheme SET id = id")


@contextmanager
def impatient() -> Iterator[Connection]:
    """Open a connection that waits for nobody."""
    with db.engine.connect() as connection:
        on_sqlite = connection.dialect.name == "sqlite"
        connection.exec_driver_sql(
            "PRAGMA busy_timeout=0" if on_sqlite else "SET LOCAL lock_timeout = '20ms'"
        )
        yield connection
        connection.rollback()
        if on_sqlite:
            connection.invalidate()


@pytest.mark.parametrize("what", [0, 1, 2])
def test_a_payment_that_was_booked_first_is_right_though_its_request_came_last(
    app: Flask, what: int
) -> None:
    del app
    grant = an_accepted_grant()
    services.attest(grant.first(), by=grant.attester, at=NOW)
    holds = ACTS[what][0](grant)
    services.authorise(grant.first(), by=grant.authoriser, at=NOW + timedelta(seconds=1))
    holds()
    assert list(violations()) == []


@pytest.mark.parametrize("what", [0, 1, 2])
def test_a_payment_and_what_holds_it_back_at_once_come_one_after_the_other(
    app: Flask, what: int
) -> None:
    (_table, _made, word), (holds, said) = HOLDING[what], ACTS[what]
    grant = an_accepted_grant()
    services.attest(grant.first(), by=grant.attester, at=NOW)
    outcomes = at_once(app, authorising(grant, grant.authoriser.id), holds(grant))
    told = db.session.scalars(select(AuditEntry.act).order_by(AuditEntry.id)).all()
    if "ledger.payment" in told:
        assert reasons(outcomes) == []
        assert told.index("ledger.payment") < told.index(said)
    else:
        assert reasons(outcomes) == [word]
    assert list(violations()) == []


def complains(grant: Grant) -> Callable[[], object]:
    signatory = signatory_of(grant.application)
    draft = a_written_complaint(grant.decision, signatory, NOW).id

    def complain() -> object:
        by = person(signatory.id)
        return complaining.submit_complaint(appeals.complaint_of(by, draft), by=by, at=NOW).id

    return complain


def stops(grant: Grant) -> Callable[[], object]:
    case, officer = grant.application.id, grant.round.team[0].id

    def stop() -> object:
        application = any_application(case)
        return stop_payment(application, reason="Mistanke.", by=person(officer), at=NOW).id

    return stop


def asks(grant: Grant) -> Callable[[], object]:
    case = grant.application.id

    def ask() -> object:
        application = any_application(case)
        by = signatory_of(application)
        return accounts.ask(application, ANOTHER_ACCOUNT, by=by, at=NOW).id

    return ask


ACTS = (
    (complains, "case.complaint_submitted"),
    (stops, "case.payment_stopped"),
    (asks, "case.account_change_asked"),
)
"""The acts that come to hold a payment back, and what the trail calls them."""
