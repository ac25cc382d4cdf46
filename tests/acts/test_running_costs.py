"""What it costs to run the scheme: registered once, never changed, and no part of the grants' money."""

from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DatabaseError

from accounts.models import AuditEntry
from figures.checks import violations
from figures.economics.queries import paid_by_year, spent_by_year
from figures.yearly import year_view
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore, kroner
from grants import queries as grants
from payments import services
from payments.books.models import PostBalance
from payments.queries import year_rows
from payments.running.kinds import CostKind, CostRefusal
from payments.running.models import RunningCost
from payments.running.queries import cost_line, costs_by_year
from payments.running.services import Spent, register_cost, take_cost_back
from tests.builders.accounts import an_administrator
from tests.builders.decisions import NOW, a_controller
from tests.builders.payments import an_appropriation
from tests.builders.running import a_cost, take_back
from tests.races import at_once


def balances() -> list[tuple[object, ...]]:
    columns = PostBalance.__table__.columns
    return [tuple(row) for row in db.session.execute(select(*columns))]


def test_costs_are_added_up_by_year_and_touch_no_post_of_the_grants(app: Flask) -> None:
    del app
    by = a_controller()
    services.book_appropriation(an_appropriation(2026, kroner(100)), by=by, at=NOW)
    before, rows = balances(), [row.balance for row in year_rows()]
    a_cost(CostKind.SETUP, 2023, kroner(13), by)
    wrong = a_cost(CostKind.GUIDANCE, 2026, kroner(9), by)
    a_cost(CostKind.GUIDANCE, 2026, kroner(4), by)
    a_cost(CostKind.OPERATION, 2026, kroner(3), by)
    counter = take_back(wrong, by)
    assert (counter.amount, counter.year, counter.counters_id) == (kroner(-9), 2026, wrong.id)
    assert (balances(), [row.balance for row in year_rows()]) == (before, rows)
    first, last = costs_by_year()
    assert (first.total, first.operation) == (kroner(13), NOTHING)
    assert (last.of(CostKind.GUIDANCE), last.operation) == (kroner(4), kroner(7))
    view = year_view(2026)
    assert view.costs == last
    assert (view.off, view.total.paid, paid_by_year()) == (0, 0, {})
    setup, operation = spent_by_year()
    assert [int(one * 1_000_000) for one in (setup[2023], operation[2026])] == [13, 7]
    acts = db.session.scalars(
        select(AuditEntry.act).where(AuditEntry.act.startswith("running_cost.")).order_by(AuditEntry.id)
    ).all()
    assert acts == ["running_cost.registered"] * 4 + ["running_cost.taken_back"]
    assert list(violations()) == []


def test_what_cannot_be_is_refused_and_nothing_is_written(app: Flask) -> None:
    del app
    an_appropriation(2026, kroner(1))
    by, scheme, today = a_controller(), grants.scheme(), clock.in_oslo(NOW).date()
    good = Spent(CostKind.OPERATION, 2026, kroner(1), today, "Regnskapet")
    for wrong, reason in (
        (replace(good, amount=Ore(0)), CostRefusal.NOTHING),
        (replace(good, year=1999), CostRefusal.OUTSIDE_YEARS),
        (replace(good, happened_on=today + timedelta(days=1)), CostRefusal.IN_FUTURE),
    ):
        with pytest.raises(RuleBrokenError) as refused:
            register_cost(scheme, wrong, by=by, at=NOW)
        assert refused.value.reason is reason
    for spent, who in ((replace(good, source=" "), by), (good, an_administrator("Arne Annen"))):
        with pytest.raises(RuleBrokenError):
            register_cost(scheme, spent, by=who, at=NOW)
    assert costs_by_year() == []


def test_a_line_is_taken_back_once_whoever_does_and_the_database_lets_none_be_changed(
    app: Flask,
) -> None:
    an_appropriation(2026, kroner(1))
    by = a_controller()
    number = a_cost(CostKind.OPERATION, 2026, kroner(5), by).id
    outcomes = at_once(app, *([
        lambda: take_cost_back(cost_line(number), reason="Feil.", by=by, at=NOW).amount
    ] * 3))  # fmt: skip
    assert sorted(map(str, outcomes)) == ["-500", *["CostRefusal.TAKEN_BACK"] * 2]
    counter = db.session.scalars(
        select(RunningCost).where(RunningCost.counters_id == number)
    ).one()
    with pytest.raises(RuleBrokenError) as refused:
        take_cost_back(counter, reason="Igjen.", by=by, at=NOW)
    assert refused.value.reason is CostRefusal.IS_COUNTER
    for change in (update(RunningCost).values(source="x"), delete(RunningCost)):
        with pytest.raises(DatabaseError, match="only added to"), transaction():
            db.session.execute(change, execution_options={"synchronize_session": False})
    assert costs_by_year()[0].total == NOTHING
