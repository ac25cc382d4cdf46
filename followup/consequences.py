"""What follows for reporting when an award is accepted, within the same act."""

from datetime import datetime

from sqlalchemy import select

from accounts.models import Person
from criteria.duties import reports_due
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
    db.session.add_all(
        Duty(
            application_id=decision.application_id,
            kind=due.kind,
            year=due.year,
            due_on=due.due_on,
            created_at=at,
        )
        for due in reports_due(years)
    )


def register() -> None:
    """Let acceptances have their duties. Called once, when the app is built."""
    if oblige not in consequences.on_accepted:
        consequences.on_accepted.append(oblige)
