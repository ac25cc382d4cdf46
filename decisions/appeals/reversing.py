"""The draft of a decision that reverses another: filled in from the one in force. Used inside acts."""

from datetime import datetime

from accounts.models import Person
from applications.models import Application
from decisions import queries
from decisions.appeals.refusals import Refusal
from decisions.grounds import REVERSIBLE
from decisions.models import Decision, DecisionKind
from decisions.raising import outcome_of, raised_years
from decisions.versions import keep_version, next_version
from foundation.errors import RuleBrokenError
from foundation.money import Ore


def in_force(application: Application) -> Decision:
    """Give the decision of a held case that stands, with its years. Raises RuleBrokenError."""
    found = queries.decision_in_force(application.id)
    if found is None:
        raise RuleBrokenError(Refusal.NO_DECISION)
    return found


def draft_reversal(
    application: Application, amount: Ore, reason: str, *, by: Person, at: datetime
) -> Decision:
    """Draft the decision that grants an amount instead of the one in force, over the same years.

    What is granted already stays in its years; the rest is spread by what each year asked for and did
    not get. The marks, the place and the years are those of the decision it reverses. Raises
    RuleBrokenError where the case has come too far, or a signed draft waits to be published.
    """
    before = in_force(application)
    if application.step not in REVERSIBLE:
        raise RuleBrokenError(Refusal.CASE_IS_OVER)
    _refuse_other_drafts(before)
    decision = next_version(
        application, outcome_of(amount, application), amount, by=by, at=at,
        kind=DecisionKind.REVERSAL,
    )  # fmt: skip
    decision.proposal_line_id = before.proposal_line_id
    decision.reason = reason
    decision.years = raised_years(application, before, amount)
    keep_version(decision, by, at)
    return decision


def _refuse_other_drafts(before: Decision) -> None:
    newest = queries.newest_version(before.application_id)
    if newest is not None and newest.id != before.id and newest.signed_at is not None:
        raise RuleBrokenError(Refusal.OTHER_DRAFT_WAITS)
