"""What duties put in the calendar of those who owe them: the days their reports are due."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import contains_eager, selectinload

from applications.models import Application
from criteria.steps import Step
from decisions.agenda.dates import Due
from decisions.agenda.sources import due_in, register
from followup.models import Duty
from followup.states import OWED, newest, standing
from foundation.database import db

_HAS_DUTIES = (Step.ACCEPTED, Step.COMPLETED)


def reports_due(which: ColumnElement[bool], today: date) -> Iterator[Due]:
    """Give the days of what is not sent, or is sent back. The office has its own list of reports."""
    del today
    duties = db.session.scalars(
        select(Duty)
        .join(Duty.application)
        .where(which, Application.step.in_(_HAS_DUTIES), Duty.met_at.is_(None))
        .options(contains_eager(Duty.application), selectinload(Duty.reports))
    )
    for one in duties:
        if standing(one, newest(one.reports)) in OWED:
            yield due_in(one.application, one.kind, one.due_on, owed=True)


register("reports", reports_due, in_office=False)
