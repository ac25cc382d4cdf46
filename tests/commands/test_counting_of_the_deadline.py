"""What `bench deadline` counts: a sound database counts nothing, and each thing that goes wrong is seen."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from flask import Flask

from bench.kept import RECEIVED, Sent, counted
from foundation import clock
from foundation.database import db
from tests.builders.applications import a_submitted
from tests.builders.damage import planted

A_SECOND = timedelta(seconds=1)
NOT_RECEIVED = 999_999
WRONG = ("lost", "doubled", "gaps", "refused_in_time", "accepted_late")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_nothing_is_wrong_until_something_is(app: Flask) -> None:
    del app
    case = a_submitted()
    now = clock.now()
    sent = Sent(case.id, now - A_SECOND, now, RECEIVED)
    refused = Sent(NOT_RECEIVED, now - A_SECOND, now, 200)

    assert wrong(sent, deadline=now + A_SECOND) == {}
    assert wrong(sent, refused, deadline=now + A_SECOND) == {"refused_in_time": 1}
    assert wrong(sent, refused, deadline=now - A_SECOND / 2) == {"accepted_late": 1}
    assert wrong(sent, replace(refused, status=RECEIVED), deadline=now + A_SECOND) == {"lost": 1}
    db.session.rollback()
    again = (
        "INSERT INTO event "
        "(application_id, act, kind, step_from, step_to, at, person_id, public, detail) "
        "SELECT application_id, act, kind, step_from, step_to, at, person_id, public, detail "
        "FROM event WHERE act = 'submit'"
    )
    for what, damage in (("doubled", again), ("gaps", "UPDATE case_counter SET last = last + 1")):
        with planted(damage):
            db.session.commit()
        assert wrong(sent, deadline=now + A_SECOND)[what] == 1


def wrong(*sent: Sent, deadline: datetime) -> dict[str, float]:
    url = db.engine.url.render_as_string(hide_password=False)
    found = counted(url, sent, deadline)
    return {name: found[name] for name in WRONG if found[name]}
