"""The lead's answer to an award: yes, no, or none in time."""

from datetime import datetime

from sqlalchemy import select

from accounts.models import Person, Role
from applications import journal
from applications.facts import lead_of
from criteria.procedure import Act
from criteria.steps import Step
from decisions import consequences
from decisions.account import read_account
from decisions.deadlines import answer_due, is_late
from decisions.grounds import AWARDS
from decisions.holding import hold_decisions
from decisions.models import Acceptance, Decision
from decisions.refusals import Refusal
from decisions.rights import require_role
from foundation.columns import JsonValue
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.wording import format_day
from grants import queries as grants


def answer_award(
    decision: Decision, *, accepted: bool, account_number: str | None, by: Person, at: datetime
) -> Acceptance:
    """Accept an award with its conditions and say where to pay it, or decline it.

    The same answer once more changes nothing. `at` is the moment when the request reached the server.
    Needs the decision as `queries.published_decision` gives it. Raises RuleBrokenError: anybody but the
    lead's signatory, another answer before, too late, a wrong account number.
    """
    with transaction():
        _refuse_strangers(decision, by)
        hold_decisions([decision])
        number = _account(account_number) if accepted else None
        answer = _answer_to(decision)
        if answer is not None and (answer.accepted, answer.account_number) == (accepted, number):
            return answer
        if answer is not None:
            raise RuleBrokenError(Refusal.ALREADY_ANSWERED)
        _refuse_closed(decision)
        if is_late(decision, at):
            due = answer_due(decision)
            raise RuleBrokenError(Refusal.ANSWERED_TOO_LATE, due_on=format_day(due) if due else "")
        answer = _write(decision, number, by, at)
        journal.move(
            decision.application, Act.ACCEPT if accepted else Act.DECLINE, by=by, at=at,
            decision=decision.id,
        )  # fmt: skip
        for follows in consequences.on_accepted if accepted else consequences.on_declined:
            follows(decision, answer, by=by, at=at)
    return answer


def register_lapse(decision: Decision, *, by: Person, at: datetime) -> Acceptance:
    """Register that the lead let the time to answer pass: the award lapses, its money is free again.

    Raises RuleBrokenError when there is time left, or an answer.
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        hold_decisions([decision])
        if _answer_to(decision) is not None:
            raise RuleBrokenError(Refusal.ALREADY_ANSWERED)
        _refuse_closed(decision)
        if not is_late(decision, at):
            raise RuleBrokenError(Refusal.NOT_LATE_YET)
        for asks in consequences.before_lapse:
            asks(decision)
        answer = _write(decision, None, by, at)
        journal.move(decision.application, Act.LAPSE, by=by, at=at, decision=decision.id)
        for follows in consequences.on_declined:
            follows(decision, answer, by=by, at=at)
    return answer


def _refuse_strangers(decision: Decision, by: Person) -> None:
    lead = lead_of(decision.application)
    if lead.organisation_id not in by.organisations_as(Role.SIGNATORY):
        raise RuleBrokenError(Refusal.NOT_LEADS_SIGNATORY)


def _refuse_closed(decision: Decision) -> None:
    open_award = decision.published_at is not None and decision.outcome in AWARDS
    if not open_award or decision.application.step is not Step.AWARDED:
        raise RuleBrokenError(Refusal.NOT_AN_AWARD)


def _account(typed: str | None) -> str:
    if not (typed or "").strip():
        raise RuleBrokenError(Refusal.ACCOUNT_NUMBER_MISSING)
    number = read_account(typed or "")
    if number is None:
        raise RuleBrokenError(Refusal.ACCOUNT_NUMBER_WRONG)
    return number


def _answer_to(decision: Decision) -> Acceptance | None:
    return db.session.scalars(
        select(Acceptance).where(Acceptance.decision_id == decision.id)
    ).first()


def _write(decision: Decision, account_number: str | None, by: Person, at: datetime) -> Acceptance:
    """Write the answer: with an account number it is a yes."""
    call = grants.call(decision.application.call_id)
    answer = Acceptance(
        decision_id=decision.id,
        accepted=account_number is not None,
        account_number=account_number,
        answered_at=at,
        answered_by_id=by.id,
        content=JsonValue(
            decision=decision.content_hash,
            amount=decision.amount,
            years={str(one.year): one.amount for one in decision.years},
            conditions=[one.code for one in call.conditions],
        ),
    )
    db.session.add(answer)
    db.session.flush()  # what follows in other rooms may name it by id
    return answer
