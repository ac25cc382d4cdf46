"""The case numbers of a year: gapless, since the counter is raised in the act that uses the number."""

from contextlib import suppress
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, insert, update
from sqlalchemy.exc import IntegrityError

from applications.models import CaseCounter
from applications.queries.lists import LED_ELSEWHERE, led_elsewhere
from foundation import clock
from foundation.database import db, later, plainly


def next_case_number(at: datetime) -> str:
    """Give the year's next case number, such as `2026/00123`, inside an act."""
    year = clock.in_oslo(at).year
    raised = _raised(year)
    if raised is None:
        _begin_counter(year)
        raised = _raised(year)
    return f"{year}/{raised:05d}"


def number_if_alone(application_id: int, call_id: int, lead: int, *, at: datetime) -> str | None:
    """Give the year's next case number, unless the lead has handed in another one in the same round.

    Asked and answered in one statement, of an act that holds the lead. None: it has.
    """
    year = clock.in_oslo(at).year
    asked = {"of_year": year, "application": application_id, "call": call_id, "lead": lead}
    raised = later(_RAISE_IF_ALONE, asked).first()
    if raised is not None:
        return f"{year}/{raised[0]:05d}"
    return None if led_elsewhere(application_id, call_id, lead) else next_case_number(at)


def _raised(year: int) -> int | None:
    return plainly().execute(_RAISE, {"of_year": year}).scalar_one_or_none()


_COUNTER = cast("Table", CaseCounter.__table__)
_RAISE = (
    update(_COUNTER)
    .where(_COUNTER.c.year == bindparam("of_year"))
    .values(last=_COUNTER.c.last + 1)
    .returning(_COUNTER.c.last)
)
_RAISE_IF_ALONE = _RAISE.where(~LED_ELSEWHERE.exists())


def _begin_counter(year: int) -> None:
    """Begin a year's counter; of two first submissions, the later one finds it begun."""
    with suppress(IntegrityError), db.session.begin_nested():
        db.session.execute(insert(CaseCounter).values(year=year, last=0))
