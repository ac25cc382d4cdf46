"""What is asked for each activity of a case, and what is approved of it."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from applications.models import Application, BudgetLine
from assessments.approval.models import ApprovedBudget, ApprovedLine
from criteria.budget import Source
from criteria.ranking import Activity
from foundation.database import db
from foundation.money import Ore
from grants.models import Activity as CallActivity


def approved_budget(application_id: int) -> ApprovedBudget | None:
    """Give the newest going-through of a case's budget, with activities and who did it."""
    return db.session.scalars(
        select(ApprovedBudget)
        .where(ApprovedBudget.application_id == application_id)
        .options(
            joinedload(ApprovedBudget.approved_by),
            selectinload(ApprovedBudget.lines).joinedload(ApprovedLine.activity),
        )
        .order_by(ApprovedBudget.id.desc())
        .limit(1)
    ).first()


def approved_of(ids: Collection[int]) -> dict[int, tuple[Activity, ...]]:
    """Give what is asked and approved for each activity of the cases that are gone through, by code."""
    newest = (
        select(func.max(ApprovedBudget.id))
        .where(ApprovedBudget.application_id.in_(ids))
        .group_by(ApprovedBudget.application_id)
    )
    rows = db.session.execute(
        select(
            ApprovedBudget.application_id,
            CallActivity.code,
            ApprovedLine.asked,
            ApprovedLine.approved,
        )
        .join(ApprovedLine, ApprovedLine.approved_budget_id == ApprovedBudget.id)
        .join(CallActivity, CallActivity.id == ApprovedLine.activity_id)
        .where(ApprovedBudget.id.in_(newest))
        .order_by(ApprovedBudget.application_id, CallActivity.code)
    )
    found: dict[int, tuple[Activity, ...]] = {}
    for case, code, asked, approved in rows:
        found[case] = (*found.get(case, ()), Activity(code, asked, approved))
    return found


def asked_by_activity(application: Application) -> dict[int, Ore]:
    """Add up what is asked of the state for each activity, by the activities' ids in the call's order.

    Needs the budget lines and the call's activities.
    """
    asked = {
        activity.id: sum(line.amount for line in lines_of(application, activity.id))
        for activity in sorted(application.call.activities, key=lambda one: one.position)
    }
    return {activity: Ore(amount) for activity, amount in asked.items() if amount}


def lines_of(application: Application, activity_id: int) -> list[BudgetLine]:
    """List what is asked of the state for an activity: by year, then as the partners stand."""
    return sorted(
        (
            one
            for one in application.budget_lines
            if one.source is Source.GRANT and one.activity_id == activity_id
        ),
        key=lambda one: (one.year, one.partner_id),
    )
