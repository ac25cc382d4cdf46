"""What follows for reporting when an award is accepted, within the same act."""

from datetime import datetime

from sqlalchemy import select

from accounts.models import Person
from criteria.duties import DutyKind, reports_due
from decisions import consequences
from decisions.models import Acceptance, Decision, DecisionYear
from followup.models import Duty
from foundation.database import db


def oblige(decision: Decision, acceptance: Acceptance, *, by: Person, at: datetime) -> None:
    """Make the duties to report that an accepted grant carries, as `criteria.duties` lists them."""
    del acceptance, by
    years = db.session.scalars(
        select(DecisionYear.year).where(DecisionYear.decision_id == decision.id)
    )
    known = _known(decision.application_id)
    db.session.add_all(
        Duty(
            application_id=decision.application_id,
            kind=due.kind,
            year=due.year,
            due_on=due.due_on,
            created_at=at,
        )
        for due in reports_due(years)
        if (due.kind, due.year) not in known
    )


def _known(application_id: int) -> set[tuple[DutyKind, int]]:
    """Give the duties that a case has already: more money in other years may bring further ones."""
    rows = db.session.execute(
        select(Duty.kind, Duty.year).where(Duty.application_id == application_id)
    )
    return {(kind, year) for kind, year in rows}


def register() -> None:
    """Let acceptances have their duties. Called once, when the app is built."""
    for answered in (consequences.on_accepted, consequences.on_raised):
        if oblige not in answered:
            answered.append(oblige)
