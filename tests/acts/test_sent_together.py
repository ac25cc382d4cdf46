"""What an act says can wait goes out with the next question, or with the commit, or with neither."""

from typing import cast

import pytest
from sqlalchemy import Table, bindparam, func, insert, select
from sqlalchemy.exc import DBAPIError

from accounts import audit
from accounts.models import AuditEntry
from foundation import clock, outbox
from foundation.database import db, later, plainly, transaction
from foundation.errors import NotFoundError

pytestmark = pytest.mark.usefixtures("app")
_JOB, _TRAIL = cast("Table", outbox.Job.__table__), cast("Table", AuditEntry.__table__)
_COUNT = select(func.count()).select_from(_JOB).where(_JOB.c.subject == "together")


def put() -> None:
    """Put a job, which nobody needs the answer of."""
    outbox.put("wait", subject="together", at=clock.now())


def kept() -> int:
    """Count the jobs that were put, in a transaction of its own."""
    with db.engine.connect() as connection:
        return connection.scalar(_COUNT) or 0


def test_what_is_asked_next_sees_what_waited() -> None:
    with transaction():
        put()
        assert plainly().scalar(_COUNT) == 1
        put()
        assert db.session.scalar(_COUNT) == 2


def test_what_waits_at_the_end_is_kept() -> None:
    with transaction():
        put()
    assert kept() == 1
    put()  # in no act: at once
    assert db.session.scalar(_COUNT) == 2


def test_an_answer_is_there_when_it_is_asked_for() -> None:
    with transaction():
        first, second = later(_COUNT, {}), later(select(bindparam("said")), {"said": "so"})
        put()
        assert (first.first(), second.first()) == ((0,), ("so",))
        assert first.first() == (0,)
    assert kept() == 1


@pytest.mark.parametrize("refuses_first", [True, False])
def test_what_waits_is_refused_with_its_act(*, refuses_first: bool) -> None:
    with pytest.raises(NotFoundError):
        _put_and_refuse(refuses_first=refuses_first)
    with transaction():
        audit.record("tried", subject="together", by=None, at=clock.now())
    assert kept() == 0


def test_what_cannot_be_written_takes_the_act_with_it() -> None:
    with pytest.raises(DBAPIError):
        _put_and_write_half_a_line()
    assert kept() == 0
    with transaction():
        put()
    assert kept() == 1


def _put_and_refuse(*, refuses_first: bool) -> None:
    with transaction(refuses_first=refuses_first):
        put()
        raise NotFoundError


def _put_and_write_half_a_line() -> None:
    with transaction():
        put()
        later(insert(_TRAIL).inline(), {"id": 1, "act": "tried"})
