"""What follows for reporting when an award is accepted, within the same act."""

from datetime import datetime

from sqlalchemy import select

from accounts.models import Person
from applications.queries import any_application
from criteria.duties import DutyKind, reports_due
from decisions import consequences
from decisions.models import Acceptance, Decision, DecisionYear
from followup.models import Duty
from foundation import clock
from foundation.database import db
from grants.rules import duty_terms


def oblige(decision: Decision, acceptance: Acceptance, *, by: Person, at: datetime) -> None:
    """Make the duties that an accepted grant carries, as `criteria.duties` lists them.

    A status report whose day has passed when the grant is accepted is not owed: there is nothing to tell yet.
    """
    del acceptance, by
    case, today = any_application(decision.application_id), clock.in_oslo(at).date()
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
        for due in reports_due(years, duty_terms(case.call))
        if (due.kind, due.year) not in known
        and not (due.kind is DutyKind.STATUS and due.due_on < today)
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
