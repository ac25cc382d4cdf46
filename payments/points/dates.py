"""What stage gates put in the calendar of both sides: the day to tell by, and what awaits a decision."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import contains_eager, selectinload

from applications.models import Application
from criteria.stagegates import PASSING, PointState
from criteria.steps import Step
from decisions.agenda.dates import Due
from decisions.agenda.sources import due_in, register
from foundation.database import db
from payments.points.models import PointAccount, StageGate


class PointDate(StrEnum):
    """What falls on the day of a stage gate."""

    TELL = "point_tell_by"
    DECIDE = "point_decide_by"


def point_dates(which: ColumnElement[bool], today: date) -> Iterator[Due]:
    """Give the days of points that nobody has told at, or that are not decided. Two queries."""
    del today
    found = db.session.scalars(
        select(StageGate)
        .join(StageGate.application)
        .where(
            which,
            Application.step == Step.ACCEPTED,
            StageGate.withdrawn_at.is_(None),
            ~StageGate.accounts.any(PointAccount.outcome.in_(PASSING)),
        )
        .options(contains_eager(StageGate.application), selectinload(StageGate.accounts))
        .order_by(StageGate.id)
    )
    for one in found:
        if one.state is PointState.AWAITS_ACCOUNT:
            yield due_in(one.application, PointDate.TELL, one.due_on, owed=True)
        elif one.state is PointState.AWAITS_DECISION:
            yield due_in(one.application, PointDate.DECIDE, one.due_on, owed=True)


register("stage gates", point_dates, in_office=True)
