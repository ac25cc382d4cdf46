"""What is done once a day is done once, at its hour in Oslo, however many workers there are."""

from datetime import datetime, timedelta

import pytest
from flask import Flask

from foundation import clock, outbox, routines
from foundation.database import db
from foundation.outbox import Job
from tests.races import at_once

SEVEN = datetime(2026, 3, 2, 7, 0, tzinfo=clock.OSLO)
NAME = "water_the_flowers"


@pytest.fixture
def watered(app: Flask, monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """Have one routine only, and give the moments when it was done."""
    del app
    monkeypatch.setattr(routines, "_ROUTINES", {})
    moments: list[datetime] = []
    routines.daily(NAME, hour=7)(moments.append)
    return moments


def test_a_routine_is_put_from_its_hour_on_and_once_a_day(watered: list[datetime]) -> None:
    assert routines.put_due(SEVEN - timedelta(seconds=1)) == []
    assert routines.put_due(SEVEN) == [NAME]
    assert routines.put_due(SEVEN + timedelta(hours=10)) == []
    outbox.work_until_empty(SEVEN)
    assert watered == [SEVEN]
    assert routines.put_due(SEVEN + timedelta(days=1)) == [NAME]


def test_a_worker_that_was_away_does_it_when_it_comes_back(watered: list[datetime]) -> None:
    late = SEVEN + timedelta(days=3, hours=9)
    assert routines.put_due(late) == [NAME]
    outbox.work_until_empty(late)
    assert watered == [late]


def test_the_hour_is_that_of_oslo_across_the_clock_change(watered: list[datetime]) -> None:
    del watered
    in_summer = datetime(2026, 3, 29, 7, 0, tzinfo=clock.OSLO)
    assert routines.put_due(in_summer - timedelta(minutes=1)) == []
    assert routines.put_due(in_summer) == [NAME]


def test_of_two_workers_one_puts_it(app: Flask, watered: list[datetime]) -> None:
    del watered
    for day in range(2):  # the first day the row is made, the next it is changed
        moment = SEVEN + timedelta(days=day)

        def put(moment: datetime = moment) -> list[str]:
            return routines.put_due(moment)

        outcomes = at_once(app, put, put, put)
        assert sorted(outcomes, key=str) == [[NAME], [], []], outcomes
    assert db.session.query(Job).filter_by(kind=NAME).count() == 2
