"""What lets money of a case fall due: reports that are approved, points passed, and days that have come."""

from datetime import datetime

from sqlalchemy import ColumnElement, select

from criteria.instalments import Trigger
from criteria.planning import Facts
from foundation import clock, routines
from foundation.database import db, transaction
from payments.models import Instalment
from payments.plans.models import PlanFact
from payments.points.queries import passed_points


def facts_of(application_id: int) -> Facts:
    """Give what has happened in a case that may release money."""
    found = db.session.execute(
        select(PlanFact.trigger, PlanFact.year).where(PlanFact.application_id == application_id)
    ).all()
    return Facts(
        reports=frozenset(
            year for trigger, year in found if trigger is Trigger.REPORT_APPROVED and year
        ),
        final=any(trigger is Trigger.FINAL_REPORT_APPROVED for trigger, _year in found),
        points=passed_points(application_id),
    )


def keep_fact(application_id: int, trigger: Trigger, year: int | None, *, at: datetime) -> None:
    """Keep that something has happened, once. Needs the case held."""
    there = select(PlanFact.id).where(
        PlanFact.application_id == application_id,
        PlanFact.trigger == trigger,
        PlanFact.year.is_not_distinct_from(year),
    )
    if db.session.scalars(there).first() is None:
        db.session.add(
            PlanFact(application_id=application_id, trigger=trigger, year=year, happened_at=at)
        )


def release_point(point_id: int, *, at: datetime) -> int:
    """Let the instalments fall due that wait for a point that is passed; give how many. Inside an act."""
    return let_fall_due(Instalment.stage_gate_id == point_id, at=at)


@routines.daily("fall_due", hour=routines.NIGHT)
def fall_due(at: datetime) -> None:
    """Let the instalments fall due whose day has come. What is of a later year waits for it all the same."""
    with transaction():
        let_fall_due(
            Instalment.trigger == Trigger.ON_DATE,
            Instalment.due_on <= clock.in_oslo(at).date(),
            at=at,
        )


def let_fall_due(*released: ColumnElement[bool], at: datetime) -> int:
    """Let the instalments fall due that something has released; give how many. Inside an act."""
    waiting = db.session.scalars(
        select(Instalment)
        .where(*released, Instalment.due_at.is_(None), Instalment.amount > 0)
        .order_by(Instalment.id)
        .with_for_update(key_share=True)
    ).all()
    for one in waiting:
        one.due_at = at
    return len(waiting)
