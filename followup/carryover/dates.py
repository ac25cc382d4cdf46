"""What unused money puts in the calendar: an answer that is owed, and the last day to apply."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, exists, select

from applications.models import Application
from criteria.carryover import last_day_to_ask
from criteria.deadlines import annual_report_due, interim_reply_due
from criteria.duties import DutyKind
from criteria.steps import Step
from decisions.agenda.dates import Due
from decisions.agenda.sources import due_in, register
from followup.carryover.models import CarryOver
from followup.carryover.money import money_of
from followup.carryover.queries import IS_OPEN
from followup.models import Duty
from foundation import clock
from foundation.database import db


class CarryDate(StrEnum):
    """What falls on a date because of unused money."""

    ANSWER = "carry_over_reply"
    LAST_DAY = "carry_over_last_day"


def answers(which: ColumnElement[bool], today: date) -> Iterator[Due]:
    """Give when applications for unused money are to be answered: within a month, as other applications."""
    del today
    rows = db.session.execute(
        select(Application, CarryOver.asked_at)
        .join(CarryOver, CarryOver.application_id == Application.id)
        .where(which, IS_OPEN)
    )
    for application, asked_at in rows:
        due = interim_reply_due(clock.in_oslo(asked_at).date())
        yield due_in(application, CarryDate.ANSWER, due, owed=True)


def last_days(which: ColumnElement[bool], today: date) -> Iterator[Due]:
    """Give the last day to apply for what is unused of a year that is over, where nobody has applied."""
    applied = exists().where(
        CarryOver.application_id == Duty.application_id,
        CarryOver.year == Duty.year,
        CarryOver.withdrawn_at.is_(None),
    )
    in_time = (Duty.due_on >= today) | (annual_report_due(today.year - 1) >= today)
    rows = db.session.execute(
        select(Application, Duty.year, Duty.due_on)
        .join(Duty, Duty.application_id == Application.id)
        .where(
            which, Application.step == Step.ACCEPTED, Duty.kind == DutyKind.ANNUAL,
            Duty.year < today.year, in_time, ~applied,
        )
    ).all()  # fmt: skip
    money = money_of({application.id for application, _year, _due_on in rows})
    for application, year, due_on in rows:
        of_year = money[application.id].get(year)
        if of_year is not None and of_year.unused:
            last_day = last_day_to_ask(year, due_on)
            yield due_in(application, CarryDate.LAST_DAY, last_day, owed=False)


register("carry_over_answers", answers, in_office=True)
register("carry_over_last_days", last_days, in_office=False)
