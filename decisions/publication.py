"""Laying one decision out for its parties, with all that follows of it. Used inside acts.

A decision that reverses another, or grants more of an extra frame, replaces the one in force: a refusal
becomes an award, and who has accepted already is granted more on the same conditions.
"""

from datetime import datetime

from sqlalchemy import select

from accounts.models import Person
from applications import journal
from criteria.procedure import Act
from criteria.steps import Step
from decisions import consequences
from decisions.accountchange.queries import account_of
from decisions.grounds import AWARDS
from decisions.models import Acceptance, Decision, DecisionKind, Outcome
from decisions.notes import CaseNote
from decisions.refusals import Refusal
from foundation.columns import JsonValue
from foundation.database import db
from foundation.errors import RuleBrokenError

_ACTS = {
    Outcome.AWARD: Act.PUBLISH_AWARD,
    Outcome.PARTIAL_AWARD: Act.PUBLISH_AWARD,
    Outcome.REFUSAL: Act.PUBLISH_REFUSAL,
    Outcome.REJECTION: Act.PUBLISH_REJECTION,
}
_FROM_REFUSAL = {
    DecisionKind.REVERSAL: Act.REVERSE,
    DecisionKind.SUPPLEMENT: Act.AWARD_FROM_RESERVE,
}
_RAISED = {
    DecisionKind.REVERSAL: CaseNote.REVERSED,
    DecisionKind.SUPPLEMENT: CaseNote.SUPPLEMENTED,
}


def publish(decision: Decision, *, by: Person, at: datetime) -> None:
    """Publish a signed decision of a held case; what follows in other rooms is written with it."""
    decision.published_at, decision.published_by_id = at, by.id
    step = decision.application.step
    if decision.kind is DecisionKind.ORIGINAL:
        _move(decision, _ACTS[decision.outcome], by, at)
    elif step is Step.REFUSED and decision.outcome in AWARDS:
        _move(decision, _FROM_REFUSAL[decision.kind], by, at)
    else:
        journal.note(
            decision.application, _RAISED[decision.kind], by=by, at=at, public=True,
            decision=decision.id, amount=decision.amount,
        )  # fmt: skip
    for follows in consequences.on_published:
        follows(decision, by=by, at=at)
    if step is Step.ACCEPTED:
        answer = _carried_answer(decision)
        for raises in consequences.on_raised:
            raises(decision, answer, by=by, at=at)


def _move(decision: Decision, act: Act, by: Person, at: datetime) -> None:
    journal.move(
        decision.application, act, by=by, at=at, decision=decision.id, amount=decision.amount
    )


def _carried_answer(decision: Decision) -> Acceptance:
    """Let the lead's yes stand for a decision that only grants more, on the conditions it was said to.

    The answer keeps its own moment and person, and names the decision that it was given to.
    """
    given = db.session.scalars(
        select(Acceptance)
        .join(Decision, Decision.id == Acceptance.decision_id)
        .where(Decision.application_id == decision.application_id, Acceptance.accepted.is_(True))
        .order_by(Decision.number.desc())
    ).first()
    if given is None:
        raise RuleBrokenError(Refusal.NOT_READY_FOR_DECISION)
    answer = Acceptance(
        decision_id=decision.id,
        accepted=True,
        account_number=account_of(decision.application_id),
        answered_at=given.answered_at,
        answered_by_id=given.answered_by_id,
        content=JsonValue(given.content, carried_from=given.decision_id),
    )
    db.session.add(answer)
    db.session.flush()  # the ledger asks whether the decision is accepted
    return answer
