"""Where a duty stands: read from its reports, or from when it was met; never stored."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from followup.models import Duty, Report


class DutyState(StrEnum):
    """How far a report has come, seen from the one who owes it."""

    NOT_BEGUN = "not_begun"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    MET = "met"


OWED = frozenset({DutyState.NOT_BEGUN, DutyState.DRAFT, DutyState.RETURNED})
"""The states in which the one who owes a report has something to do."""

FINISHED = frozenset({DutyState.APPROVED, DutyState.MET})
"""The states in which nobody has anything to do."""


def state_of(report: Report | None) -> DutyState:
    """Read a duty's state from its newest report."""
    if report is None:
        return DutyState.NOT_BEGUN
    if report.submitted_at is None:
        return DutyState.DRAFT
    if report.approved is None:
        return DutyState.SUBMITTED
    return DutyState.APPROVED if report.approved else DutyState.RETURNED


def standing(duty: Duty, report: Report | None) -> DutyState:
    """Read where a duty stands: one without a report form is met where it is done."""
    return state_of(report) if duty.met_at is None else DutyState.MET


def newest(reports: Sequence[Report]) -> Report | None:
    """Give the newest of a duty's reports, which stand in the order of their numbers."""
    return reports[-1] if reports else None


def is_overdue(duty: Duty, state: DutyState, today: date) -> bool:
    """Tell whether a report is owed after its day: it is in time to the last second of that."""
    return state in OWED and today > duty.due_on
