"""When an award must be answered."""

from datetime import date, datetime, timedelta

from decisions.models import Decision
from foundation import clock
from grants.models import Call
from grants.rules import acceptance_days


def accept_on(call: Call, published_on: date) -> date:
    """Give the last day for the answer, counted from the date of publication. Needs the call's rules."""
    return published_on + timedelta(days=acceptance_days(call))


def answer_due(decision: Decision) -> date | None:
    """Give the last day for the answer to a published award; None before publication."""
    if decision.published_at is None:
        return None
    return accept_on(decision.application.call, clock.in_oslo(decision.published_at).date())


def is_late(decision: Decision, at: datetime) -> bool:
    """Tell whether the time to answer is over: to the second, at midnight in Oslo."""
    due = answer_due(decision)
    return due is not None and at >= clock.end_of_day(due)
