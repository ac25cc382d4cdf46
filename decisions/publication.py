"""Laying decisions out for their parties, with all that follows of them. Used inside acts.

A decision that reverses another, or grants more of an extra frame, replaces the one in force: a refusal
becomes an award, and who has accepted already is granted more on the same conditions.
"""

from collections.abc import Sequence
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


def publish_all(decisions: Sequence[Decision], *, by: Person, at: datetime) -> None:
    """Publish signed decisions of held cases; what follows in other rooms is written with them."""
    raised = [one for one in decisions if one.application.step is Step.ACCEPTED]
    moves: dict[Act, list[Decision]] = {}
    for one in decisions:
        one.published_at, one.published_by_id = at, by.id
        act = _act_of(one)
        if act is None:
            journal.note(
                one.application, _RAISED[one.kind], by=by, at=at, public=True,
                decision=one.id, amount=one.amount,
            )  # fmt: skip
        else:
            moves.setdefault(act, []).append(one)
    for act, moved in moves.items():
        lines = [(one.application, {"decision": one.id, "amount": one.amount}) for one in moved]
        journal.move_all(lines, act, by=by, at=at)
    for follows in consequences.on_published:
        follows(decisions, by=by, at=at)
    for one in raised:
        answer = _carried_answer(one)
        for raises in consequences.on_raised:
            raises(one, answer, by=by, at=at)


def _act_of(decision: Decision) -> Act | None:
    """Tell how a case moves by the publication of its decision; None where it stays."""
    if decision.kind is DecisionKind.ORIGINAL:
        return _ACTS[decision.outcome]
    if decision.application.step is Step.REFUSED and decision.outcome in AWARDS:
        return _FROM_REFUSAL[decision.kind]
    return None


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
        account_number=account_of(decision.application_id) or given.account_number,
        answered_at=given.answered_at,
        answered_by_id=given.answered_by_id,
        content=JsonValue(given.content, carried_from=given.decision_id),
    )
    db.session.add(answer)
    db.session.flush()  # the ledger asks whether the decision is accepted
    return answer
