"""Granting more than a decision in force does: which outcome it gives, and over which years."""

from collections import Counter

from sqlalchemy import select

from applications.models import Application, BudgetLine
from criteria.budget import Source
from criteria.instalments import split_years
from decisions.models import Decision, DecisionYear, Outcome
from foundation.database import db
from foundation.money import NOTHING, Ore


def outcome_of(amount: Ore, application: Application) -> Outcome:
    """Tell what it is to grant an amount to a case that asked for what it asked."""
    if amount == NOTHING:
        return Outcome.REFUSAL
    return Outcome.AWARD if amount == application.asked else Outcome.PARTIAL_AWARD


def raised_years(application: Application, before: Decision, amount: Ore) -> list[DecisionYear]:
    """Spread an amount that is more than before; needs the years of the decision before.

    What is granted already stays in its years; the rest is spread by what each year asked for and did
    not get.
    """
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
