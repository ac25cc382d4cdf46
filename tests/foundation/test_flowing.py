"""Rows that come a batch at a time are those that come at once, and nobody is left waiting for them."""

from collections.abc import Iterator
from itertools import chain

import pytest
from flask import Flask
from sqlalchemy import Numeric, Select, cast, literal, select
from sqlalchemy.exc import InvalidRequestError

from foundation.database import db, snapshot
from foundation.errors import NotFoundError
from foundation.flowing import flow

SIZE = 7


def numbers(last: int) -> Select[int, object]:
    """Ask for so many numbers, each with its half."""
    one = select(literal(1).label("number")).cte(recursive=True)
    every = one.union_all(select(one.c.number + 1).where(one.c.number < last))
    return select(every.c.number, cast(every.c.number / 2, Numeric(8, 1))).where(
        every.c.number <= last
    )


@pytest.mark.parametrize("last", [1, SIZE - 1, SIZE, SIZE + 1, 5 * SIZE])
def test_they_are_the_rows_that_come_at_once(app: Flask, last: int) -> None:
    with app.app_context(), snapshot():
        connection = db.session.connection()
        batches = list(flow(connection, numbers(last), SIZE))
        at_once = [tuple(row) for row in connection.execute(numbers(last))]
    assert list(chain.from_iterable(batches)) == at_once
    assert len(at_once) == last
    assert max(map(len, batches)) <= SIZE


def test_nothing_comes_of_nothing(app: Flask) -> None:
    with app.app_context(), snapshot():
        assert list(flow(db.session.connection(), numbers(0), SIZE)) == []


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_who_asks_in_between_is_refused_and_does_not_wait_for_ever(app: Flask) -> None:
    with app.app_context():
        rows = flow(db.session.connection(), numbers(5_000), SIZE)
        next(rows)
        with pytest.raises(InvalidRequestError):
            db.session.execute(select(1))


def test_whoever_fails_halfway_leaves_nothing_behind(app: Flask) -> None:
    def fail_after(rows: Iterator[object]) -> None:
        next(rows)
        raise NotFoundError

    with app.app_context():
        with snapshot():
            left = flow(db.session.connection(), numbers(5_000), SIZE)
            with pytest.raises(NotFoundError):
                fail_after(left)
        assert db.session.scalar(select(1)) == 1
