"""The whole budget as a page shows it: sums by year, partner, activity and source, and what is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from applications import facts
from applications.models import Application, Partner
from criteria import budget
from criteria.budget import Breach, Line, Source, Totals
from foundation.money import Ore
from grants.models import Activity
from grants.rules import rules_of


class SourceRow(NamedTuple):
    """What one source pays, year by year."""

    source: Source
    amounts: tuple[Ore, ...]
    total: Ore


class PartnerRow(NamedTuple):
    """One partner's part."""

    partner: Partner
    totals: Totals


class ActivityRow(NamedTuple):
    """One activity's costs."""

    activity: Activity
    totals: Totals


class OwnLine(NamedTuple):
    """One amount in a partner's part."""

    year: int
    activity: Activity
    source: Source
    amount: Ore


class Wrong(NamedTuple):
    """A breach and the partner whose part it stands in; None when it is the whole budget's."""

    breach: Breach
    partner: Partner | None
    activity: Activity | None


@dataclass(frozen=True, slots=True)
class BudgetTable:
    """A budget added up. `own_share` and `required_share` are percent of the total."""

    years: tuple[int, ...]
    sources: tuple[SourceRow, ...]
    year_totals: tuple[Ore, ...]
    partners: tuple[PartnerRow, ...]
    activities: tuple[ActivityRow, ...]
    totals: Totals
    own_share: Decimal
    required_share: int
    wrong: tuple[Wrong, ...]

    @property
    def own_share_is_enough(self) -> bool:
        """Tell whether the partners carry what the call asks for."""
        return self.own_share >= self.required_share


def budget_table(application: Application) -> BudgetTable:
    """Add an application's budget up."""
    lines = facts.budget_lines(application)
    years = tuple(
        sorted({*facts.project_years(application), *(line.year for line in lines)})
    )
    return BudgetTable(
        years=years,
        sources=tuple(_source_row(source, lines, years) for source in Source),
        year_totals=tuple(
            budget.totals(line for line in lines if line.year == year).total for year in years
        ),
        partners=_partner_rows(application, lines),
        activities=_activity_rows(application, lines),
        totals=budget.totals(lines),
        own_share=budget.own_share(lines),
        required_share=rules_of(application.call).own_share_percent,
        wrong=tuple(_wrong(application, one) for one in facts.budget_breaches(application)),
    )


def own_lines(application: Application, partner: Partner) -> list[OwnLine]:
    """List what a partner's part of the budget holds, year by year."""
    offered = {one.id: one for one in application.call.activities}
    lines = [
        OwnLine(line.year, offered[line.activity_id], line.source, Ore(line.amount))
        for line in application.budget_lines
        if line.partner_id == partner.id
    ]
    return sorted(lines, key=lambda one: (one.year, one.activity.position, list(Source).index(one.source)))


def _source_row(source: Source, lines: Iterable[Line], years: Iterable[int]) -> SourceRow:
    sums = budget.by_year(lines, source)
    amounts = tuple(sums.get(year, Ore(0)) for year in years)
    return SourceRow(source, amounts, Ore(sum(amounts)))


def _partner_rows(application: Application, lines: tuple[Line, ...]) -> tuple[PartnerRow, ...]:
    parts = budget.by_partner(lines)
    nothing = budget.totals(())
    return tuple(
        PartnerRow(partner, parts.get(partner.id, nothing)) for partner in application.partners
    )


def _activity_rows(application: Application, lines: tuple[Line, ...]) -> tuple[ActivityRow, ...]:
    rows = []
    for activity in application.call.activities:
        own = [line for line in lines if line.activity == activity.code]
        if own:
            rows.append(ActivityRow(activity, budget.totals(own)))
    return tuple(rows)


def _wrong(application: Application, breach: Breach) -> Wrong:
    line = breach.line
    if line is None:
        return Wrong(breach, None, None)
    return Wrong(
        breach,
        next(one for one in application.partners if one.id == line.partner),
        next(one for one in application.call.activities if one.code == line.activity),
    )
