"""The draft of a decision that reverses another: filled in from the one in force. Used inside acts."""

from collections import Counter
from datetime import datetime

from sqlalchemy import select

from accounts.models import Person
from applications.models import Application, BudgetLine
from criteria.budget import Source
from criteria.instalments import split_years
from decisions import queries
from decisions.appeals.refusals import Refusal
from decisions.grounds import REVERSIBLE
from decisions.models import Decision, DecisionKind, DecisionYear, Outcome
from decisions.versions import keep_version, next_version
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore


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
        application, _outcome(amount, application), amount, by=by, at=at,
        kind=DecisionKind.REVERSAL,
    )  # fmt: skip
    decision.proposal_line_id = before.proposal_line_id
    decision.reason = reason
    decision.years = _years(application, before, amount)
    keep_version(decision, by, at)
    return decision


def _refuse_other_drafts(before: Decision) -> None:
    newest = queries.newest_version(before.application_id)
    if newest is not None and newest.id != before.id and newest.signed_at is not None:
        raise RuleBrokenError(Refusal.OTHER_DRAFT_WAITS)


def _outcome(amount: Ore, application: Application) -> Outcome:
    if amount == NOTHING:
        return Outcome.REFUSAL
    return Outcome.AWARD if amount == application.asked else Outcome.PARTIAL_AWARD


def _years(application: Application, before: Decision, amount: Ore) -> list[DecisionYear]:
    granted = {one.year: Ore(one.amount) for one in before.years}
    asked = _asked_by_year(application)
    lacking = {
        year: max(NOTHING, Ore(wanted - granted.get(year, NOTHING)))
        for year, wanted in asked.items()
    }
    more = split_years(Ore(amount - before.amount), lacking)
    together = {
        year: Ore(granted.get(year, NOTHING) + more.get(year, NOTHING))
        for year in sorted(granted.keys() | more.keys())
    }
    return [DecisionYear(year=year, amount=part) for year, part in together.items() if part]


def _asked_by_year(application: Application) -> dict[int, Ore]:
    lines = db.session.scalars(
        select(BudgetLine).where(
            BudgetLine.application_id == application.id, BudgetLine.source == Source.GRANT
        )
    )
    asked: Counter[int] = Counter()
    for line in lines:
        asked[line.year] += line.amount
    return {year: Ore(amount) for year, amount in asked.items()}
