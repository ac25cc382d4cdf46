"""The page of a budget year, put together. A fixed number of queries, however many cases there are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from criteria.yearend import Assumption, expected
from figures.yearly.parts import Control, Line, Part, PartView, control, joint, part_view
from figures.yearly.queries import (
    CaseYear,
    InterestSums,
    asked_of,
    cases_of,
    interest_sums,
    ledger_sums,
)
from foundation import clock
from foundation.database import snapshot
from foundation.errors import NotFoundError
from foundation.language import Bilingual
from foundation.money import NOTHING, Ore
from payments.queries import YearRow, year_rows
from payments.running.queries import YearCosts, costs_by_year


@dataclass(frozen=True, slots=True)
class YearView:
    """A budget year: its sum, its parts, the control of them, and what is expected and why."""

    year: int
    years: Sequence[int]
    total: Line
    parts: Sequence[PartView]
    controls: Sequence[Control]
    joint_grants: int
    joint_committed: Ore
    assumptions: Sequence[Assumption]
    past: Sequence[tuple[int, Ore, Ore, Ore]]
    """Each year of the scheme with what is appropriated, promised and paid."""
    interest: InterestSums
    interest_off: Ore
    """How far the interest is from what the database keeps; nothing when all is right."""

    costs: YearCosts | None
    """What it cost to run the scheme; no part of any other figure. None: nothing is registered."""

    @property
    def off(self) -> Ore:
        """How far the parts are from the ledger in all; nothing when every case is counted once."""
        return Ore(sum(one.off for one in self.controls) + self.interest_off)

    def part(self, part: Part) -> PartView:
        """Give one division of the year."""
        return next(one for one in self.parts if one.part is part)


def year_view(year: int) -> YearView:
    """Put a year together from one moment of the data. Raises NotFoundError for a year of no scheme."""
    with snapshot():
        booked = year_rows()
        years = sorted({row.year for row in booked})
        if year not in years:
            raise NotFoundError
        cases, ledger = cases_of(asked_of(year)), ledger_sums(year)
        interest = interest_sums(year)
        costs = next(iter(costs_by_year(year)), None)
    is_over = year < clock.today().year
    posts = _posts([row for row in booked if row.year == year], cases, is_over=is_over)
    rest = [part_view(part, cases, is_over=is_over) for part in Part if part is not Part.POST]
    parts = [posts, *rest]
    joint_grants, joint_committed = joint(cases)
    return YearView(
        year=year,
        years=years,
        total=posts.total,
        parts=parts,
        controls=[control(one, ledger) for one in parts],
        joint_grants=joint_grants,
        joint_committed=joint_committed,
        assumptions=expected(NOTHING, NOTHING, is_over=is_over).assumptions,
        past=[_year_of(booked, one) for one in years],
        interest=interest,
        costs=costs,
        interest_off=Ore(
            abs(interest.left - sum(row.balance.interest for row in booked if row.year == year))
        ),
    )


def _posts(rows: Sequence[YearRow], cases: Sequence[CaseYear], *, is_over: bool) -> PartView:
    """Divide a year by post: what is granted, promised and paid by the ledger's own sums."""
    found = {one.key: one for one in part_view(Part.POST, cases, is_over=is_over).lines}
    lines = []
    for row in rows:
        key = str(row.post.id)
        name = Bilingual(
            f"Kap. {row.post.chapter} post {row.post.post}: {row.post.name.nb}",
            f"Kap. {row.post.chapter} post {row.post.post}: {row.post.name.nn}",
        )
        empty = Line(key, name, 0, NOTHING, NOTHING, NOTHING, NOTHING)
        sums = row.balance
        lines.append(
            replace(
                found.get(key, empty),
                name=name,
                appropriated=sums.appropriated,
                committed=sums.committed,
                paid=sums.paid,
            )
        )
    return PartView(Part.POST, lines, _sum_of(lines))


def _sum_of(lines: Sequence[Line]) -> Line:
    return Line(
        key="",
        name=Bilingual("", ""),
        cases=sum(one.cases for one in lines),
        committed=Ore(sum(one.committed for one in lines)),
        paid=Ore(sum(one.paid for one in lines)),
        overdue=Ore(sum(one.overdue for one in lines)),
        expected=Ore(sum(one.expected for one in lines)),
        appropriated=Ore(sum(one.appropriated or NOTHING for one in lines)),
    )


def _year_of(rows: Sequence[YearRow], year: int) -> tuple[int, Ore, Ore, Ore]:
    found = [row.balance for row in rows if row.year == year]
    return (
        year,
        Ore(sum(one.appropriated for one in found)),
        Ore(sum(one.committed for one in found)),
        Ore(sum(one.paid for one in found)),
    )
