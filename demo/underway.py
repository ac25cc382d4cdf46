"""Projects under way: those that a round has given money to, and the officer who has each case."""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from accounts.models import Person
from applications.models import Application
from applications.queries import any_application
from assessments import services as assessing
from criteria.steps import Step
from demo.applying import Stage
from foundation.database import db

SETTLED = timedelta(days=30)
"""How long after its decisions a round's projects have begun."""


def projects_under_way(stage: Stage, on: date, number: int) -> list[int]:
    """Give the first cases of a round whose projects are under way on a day; none before they have begun."""
    if on < stage.plan.decided_on + SETTLED:
        return []
    return list(
        db.session.scalars(
            select(Application.id)
            .where(Application.call_id == stage.call.id, Application.step == Step.ACCEPTED)
            .order_by(Application.id)
            .limit(number)
        )
    )


def officer_of(stage: Stage, case: int, at: datetime) -> Person:
    """Give the officer who has a case, declared impartial in it."""
    officer: Person = stage.cast.officers[case % len(stage.cast.officers)]
    assessing.declare_impartial([any_application(case)], by=officer, at=at)
    db.session.expunge_all()
    return officer
