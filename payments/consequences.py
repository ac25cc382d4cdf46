"""What follows in the ledger when a decision is published and answered, within the same act."""

from datetime import datetime

from sqlalchemy import select

from accounts.models import Person
from criteria import instalments
from criteria.instalments import Trigger
from criteria.postings import EntryKind
from decisions import consequences
from decisions.models import Acceptance, Decision, DecisionYear
from foundation.database import db
from foundation.money import Ore
from grants.models import PlanStep
from payments import ledger
from payments.models import Instalment


def commit_grant(decision: Decision, *, by: Person, at: datetime) -> None:
    """Book the commitment (tilsagn) of a published award, year by year."""
    for year in _years_of(decision):
        _book(decision, EntryKind.COMMITMENT, year.year, year.amount, "Tilsagn", by=by, at=at)


def release_grant(decision: Decision, acceptance: Acceptance, *, by: Person, at: datetime) -> None:
    """Book that a declined award's commitment lapses; its money is the frame's again."""
    del acceptance
    for year in _years_of(decision):
        _book(
            decision,
            EntryKind.COMMITMENT_LAPSE,
            year.year,
            Ore(-year.amount),
            "Tilsagn bortfalt",
            by=by,
            at=at,
        )


def plan_instalments(
    decision: Decision, acceptance: Acceptance, *, by: Person, at: datetime
) -> None:
    """Divide an accepted award into instalments by the call's plan; what is due at once is due."""
    del by
    steps = db.session.scalars(
        select(PlanStep)
        .where(PlanStep.call_id == decision.application.call_id)
        .order_by(PlanStep.position)
    )
    planned = instalments.plan(
        {year.year: year.amount for year in _years_of(decision)},
        [instalments.PlanStep(one.position, one.percent, one.trigger) for one in steps],
    )
    for part in planned:
        db.session.add(
            Instalment(
                application_id=decision.application_id,
                decision_id=decision.id,
                number=part.number,
                year=part.year,
                amount=part.amount,
                trigger=part.trigger,
                account_number=acceptance.account_number,
                due_at=at if part.trigger is Trigger.ACCEPTED else None,
            )
        )


def release_instalments(application_id: int, trigger: Trigger, year: int, *, at: datetime) -> int:
    """Make a year's instalments due that waited for a fact; give how many. Used inside acts."""
    waiting = db.session.scalars(
        select(Instalment).where(
            Instalment.application_id == application_id,
            Instalment.trigger == trigger,
            Instalment.year <= year,
            Instalment.due_at.is_(None),
        )
    ).all()
    for instalment in waiting:
        instalment.due_at = at
    return len(waiting)


def register() -> None:
    """Let decisions have their consequences in the ledger. Called once, when the app is built."""
    for known, consequence in ((consequences.on_published, commit_grant),):
        if consequence not in known:
            known.append(consequence)
    for answered, answer in (
        (consequences.on_accepted, plan_instalments),
        (consequences.on_declined, release_grant),
    ):
        if answer not in answered:
            answered.append(answer)


def _years_of(decision: Decision) -> list[DecisionYear]:
    return list(
        db.session.scalars(
            select(DecisionYear)
            .where(DecisionYear.decision_id == decision.id)
            .order_by(DecisionYear.year)
        )
    )


def _book(
    decision: Decision,
    kind: EntryKind,
    year: int,
    amount: Ore,
    text: str,
    *,
    by: Person,
    at: datetime,
) -> None:
    application = decision.application
    ledger.post(
        ledger.Posting(
            kind=kind,
            budget_post_id=application.call.budget_post_id,
            year=year,
            amount=amount,
            text=f"{text}, sak {application.case_number}",
            call_id=application.call_id,
            application_id=application.id,
            decision_id=decision.id,
        ),
        by=by,
        at=at,
    )
