"""Going through the budget: how much of what is asked the officer approves, activity by activity."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from accounts.models import Person
from applications import journal
from applications.models import Application
from applications.queries import any_application
from assessments.approval.models import ApprovedBudget, ApprovedLine
from assessments.approval.queries import asked_by_activity
from assessments.holding import hold_round, refuse_decided_beside
from assessments.models import Task
from assessments.notes import CaseNote
from assessments.refusals import Refusal
from assessments.rights import require_step, require_task, require_words
from criteria.procedure import Step
from foundation.database import db, locked, transaction
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.money import NOTHING, Ore, format_kroner

APPROVED_AT = (Step.ELIGIBLE, Step.ASSESSED, Step.PROPOSED)
"""From when the case is fit, until it is decided."""


@dataclass(frozen=True, slots=True)
class Approval:
    """What is approved for an activity, and why it is less than was asked."""

    amount: Ore
    reason: str


def approve_budget(
    application: Application, approvals: Mapping[int, Approval], *, by: Person, at: datetime
) -> ApprovedBudget:
    """Approve the budget, by the ids of the activities; what is not mentioned is approved as asked.

    Each going-through adds a record, and the newest counts. A proposal made before no longer builds on
    what the case holds. Raises RuleBrokenError: not the handler, more than asked, less without a reason.
    """
    with transaction():
        hold_round(application.call_id)
        locked(application)
        require_task(by, application, Task.HANDLE)
        require_step(application, APPROVED_AT, Refusal.NOT_READY_FOR_APPROVAL)
        refuse_decided_beside(application)
        asked = asked_by_activity(any_application(application.id))
        if approvals.keys() - asked.keys():
            raise NotFoundError
        lines = [
            _line(activity, amount, approvals.get(activity) or Approval(amount, ""))
            for activity, amount in asked.items()
        ]
        approved = ApprovedBudget(
            application_id=application.id, approved_at=at, approved_by_id=by.id, lines=lines
        )
        db.session.add(approved)
        journal.note(
            application, CaseNote.BUDGET_APPROVED, by=by, at=at, public=False,
            approved=format_kroner(Ore(sum(line.approved for line in lines))),
            asked=format_kroner(Ore(sum(asked.values()))),
        )  # fmt: skip
    return approved


def _line(activity: int, asked: Ore, approval: Approval) -> ApprovedLine:
    if not NOTHING <= approval.amount <= asked:
        raise RuleBrokenError(Refusal.APPROVED_ABOVE_ASKED, asked=format_kroner(asked))
    less = approval.amount < asked
    return ApprovedLine(
        activity_id=activity,
        asked=asked,
        approved=approval.amount,
        reason=require_words(approval.reason) if less else "",
    )
