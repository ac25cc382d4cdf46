"""What is taken out is of one moment, whatever others write meanwhile."""

import pytest
from flask import Flask
from sqlalchemy import func, insert, select

from accounts.models import Person
from foundation import clock
from foundation.database import NestedTransactionError, db, snapshot, transaction


def persons() -> int:
    return db.session.scalar(select(func.count()).select_from(Person)) or 0


def somebody_registers() -> None:
    with db.engine.begin() as another:
        another.execute(
            insert(Person).values(
                name="Ny Person", email="ny@example.org", locale="nb", created_at=clock.now()
            )
        )


def test_nothing_that_others_write_is_seen_until_the_moment_is_over(app: Flask) -> None:
    del app
    with snapshot():
        before = persons()
        somebody_registers()
        assert persons() == before
    assert persons() == before + 1


def test_a_moment_is_not_taken_inside_an_act(app: Flask) -> None:
    del app
    with pytest.raises(NestedTransactionError), transaction(), snapshot():
        pass
