"""The budget of an application: who pays what, in which year, for which activity (inv. 88–92).

Amounts are øre excluding VAT. The grant covers part of the costs; own money, own effort and other
public funding cover the rest.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from foundation.money import NOTHING, Ore

_HUNDREDTH = Decimal("0.01")


class Source(StrEnum):
    """Who pays for a line."""

    GRANT = "grant"
    OWN_FUNDING = "own_funding"
    OWN_EFFORT = "own_effort"
    OTHER_PUBLIC = "other_public"


@dataclass(frozen=True, slots=True)
class Line:
    """One cell of the budget. `supported`: the grant may cover this activity."""

    year: int
    partner: int
    activity: str
    source: Source
    amount: Ore
    supported: bool


@dataclass(frozen=True, slots=True)
class Totals:
    """What lines add up to, by who pays."""

    asked: Ore
    own_funding: Ore
    own_effort: Ore
    other_public: Ore
    total: Ore

    @property
    def own(self) -> Ore:
        """What the kommuner carry themselves, in money and effort."""
        return Ore(self.own_funding + self.own_effort)

    def share(self, part: Ore) -> Decimal | None:
        """Tell which share of the total a part is, 0 to 1; None of nothing."""
        return Decimal(part) / Decimal(self.total) if self.total > 0 else None


class BudgetProblem(StrEnum):
    """What can be wrong with a budget."""

    YEAR_OUTSIDE_PERIOD = "year_outside_period"
    UNSUPPORTED_ACTIVITY_FROM_GRANT = "unsupported_activity_from_grant"
    NEGATIVE_AMOUNT = "negative_amount"
    NOTHING_ASKED = "nothing_asked"
    NOT_PARTNER = "not_partner"


@dataclass(frozen=True, slots=True)
class Breach:
    """A problem and the line that has it; None when it is the whole budget's."""

    problem: BudgetProblem
    line: Line | None


def totals(lines: Iterable[Line]) -> Totals:
    """Add up lines by who pays."""
    sums = dict.fromkeys(Source, 0)
    for line in lines:
        sums[line.source] += line.amount
    return Totals(
        asked=Ore(sums[Source.GRANT]),
        own_funding=Ore(sums[Source.OWN_FUNDING]),
        own_effort=Ore(sums[Source.OWN_EFFORT]),
        other_public=Ore(sums[Source.OTHER_PUBLIC]),
        total=Ore(sum(sums.values())),
    )


def by_year(lines: Iterable[Line], source: Source) -> dict[int, Ore]:
    """Add up what one source pays per year, earliest year first; years without it are left out."""
    sums: dict[int, int] = {}
    for line in lines:
        if line.source is source:
            sums[line.year] = sums.get(line.year, 0) + line.amount
    return {year: Ore(sums[year]) for year in sorted(sums)}


def by_partner(lines: Iterable[Line]) -> dict[int, Totals]:
    """Add up each partner's part of the budget, lowest partner number first."""
    parts: dict[int, list[Line]] = {}
    for line in lines:
        parts.setdefault(line.partner, []).append(line)
    return {partner: totals(parts[partner]) for partner in sorted(parts)}


def own_share(lines: Iterable[Line]) -> Decimal:
    """Tell how many percent of the total the partners carry, in money and effort (inv. 88).

    Rounded down to hundredths: 19.999 percent is never shown, or taken, as 20. Nothing budgeted
    gives 0.
    """
    sums = totals(lines)
    if sums.total <= 0:
        return Decimal(0)
    return Decimal(sums.own * 10_000 // sums.total) * _HUNDREDTH


def asked_for_unsupported(lines: Iterable[Line]) -> Ore:
    """Add up what is asked for purchase, operation and the like, and must not be (inv. 89–91)."""
    return Ore(sum(line.amount for line in lines if _asks_for_unsupported(line)))


def problems(lines: Iterable[Line], years: range, partners: frozenset[int]) -> tuple[Breach, ...]:
    """List everything wrong with a budget, line by line; what concerns the whole comes last."""
    budget = tuple(lines)
    found = [
        Breach(problem, line) for line in budget for problem in _wrong_with(line, years, partners)
    ]
    if totals(budget).asked <= NOTHING:
        found.append(Breach(BudgetProblem.NOTHING_ASKED, None))
    return tuple(found)


def _wrong_with(line: Line, years: range, partners: frozenset[int]) -> tuple[BudgetProblem, ...]:
    checks = (
        (BudgetProblem.YEAR_OUTSIDE_PERIOD, line.year not in years),
        (BudgetProblem.UNSUPPORTED_ACTIVITY_FROM_GRANT, _asks_for_unsupported(line)),
        (BudgetProblem.NEGATIVE_AMOUNT, line.amount < 0),
        (BudgetProblem.NOT_PARTNER, line.partner not in partners),
    )
    return tuple(problem for problem, wrong in checks if wrong)


def _asks_for_unsupported(line: Line) -> bool:
    return line.source is Source.GRANT and not line.supported and line.amount > 0
