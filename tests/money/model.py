"""A little model of the ledger in plain numbers, to hold the real one against: who has what, year by year."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

Figures = Counter[str]
POINTS = 1200
"""The rate of interest on what is paid late, in hundredths of a percent a year."""


@dataclass
class Model:
    """The sums of one post by year, of its cases by year, and what is left of each claim by year. In øre.

    `interest`: of each claim, what is left of it by year, and the last day that nothing runs for.
    """

    years: dict[int, Figures] = field(default_factory=dict)
    cases: dict[tuple[int, int], Figures] = field(default_factory=dict)
    claims: dict[int, tuple[int, dict[int, int]]] = field(default_factory=dict)
    interest: dict[int, tuple[date, dict[int, int]]] = field(default_factory=dict)

    def of_year(self, year: int) -> Figures:
        """Give a year's sums."""
        return self.years.setdefault(year, Counter())

    def of_case(self, case: int, year: int) -> Figures:
        """Give a case's sums of a year."""
        return self.cases.setdefault((case, year), Counter())

    def room(self, year: int) -> int:
        """Tell what can still be promised of a year."""
        return self.of_year(year)["appropriated"] - self.of_year(year)["committed"]

    def move(self, figure: str, case: int, by_year: Mapping[int, int]) -> None:
        """Add amounts to a figure of a case, and so of the post."""
        for year, amount in by_year.items():
            self.of_case(case, year)[figure] += amount
            self.of_year(year)[figure] += amount

    def forget(self, case: int) -> None:
        """Promise a case nothing any more."""
        for (one, year), sums in list(self.cases.items()):
            if one == case:
                self.move("committed", case, {year: -sums["committed"]})

    def claim(self, number: int, case: int, amount: int, pay_by: date) -> None:
        """Claim back what was paid last first."""
        taken = {}
        for year in sorted((year for one, year in self.cases if one == case), reverse=True):
            sums = self.of_case(case, year)
            taken[year] = min(amount, sums["paid"] - sums["claimed"])
            amount -= taken[year]
        self.move("claimed", case, taken)
        self.claims[number] = (case, taken)
        self.interest[number] = (pay_by, {})

    def run(self, number: int, day: date) -> int:
        """Tell what runs of interest on a claim until a day; half an øre is rounded upwards."""
        since, _ = self.interest[number]
        exact = self.outstanding(number) * POINTS * max((day - since).days, 0)
        return (2 * exact + 3_650_000) // (2 * 3_650_000)

    def charge(self, number: int, day: date) -> None:
        """Charge what has run."""
        (case, _), (_, owed), run = self.claims[number], self.interest[number], self.run(number, day)
        if run:
            owed[day.year] = owed.get(day.year, 0) + run
            self.move("interest", case, {day.year: run})
            self.interest[number] = (day, owed)

    def repay(self, number: int, amount: int, day: date) -> None:
        """Take the interest first, then the oldest year; what is repaid is paid and promised no more."""
        self.charge(number, day)
        case, left = self.claims[number]
        since, owed = self.interest[number]
        for year in sorted(owed):
            part = min(amount, owed[year])
            amount -= part
            owed[year] -= part
            self.move("interest", case, {year: -part})
        if amount:
            self.interest[number] = (max(since, day), owed)
        for year in sorted(left):
            part = min(amount, left[year])
            amount -= part
            left[year] -= part
            for figure in ("claimed", "paid", "committed"):
                self.move(figure, case, {year: -part})

    def write_off(self, number: int, day: date) -> None:
        """Let go of what is left of a claim, and of its interest."""
        self.charge(number, day)
        case, left = self.claims[number]
        since, owed = self.interest[number]
        self.move("interest", case, {year: -part for year, part in owed.items()})
        self.interest[number] = (since, {})
        self.move("claimed", case, {year: -part for year, part in left.items()})
        self.claims[number] = (case, dict.fromkeys(left, 0))

    def divide(
        self, number: int, others: Mapping[int, Fraction], numbers: Mapping[int, int], day: date
    ) -> None:
        """Let others owe parts of a claim and of its interest, as claims of their own; the rest stays.

        `others`: what each is to have; `numbers`: the claims that they have got.
        """
        whole = self.outstanding(number)
        if not others or not whole:
            return
        self.charge(number, day)
        case, left = self.claims[number]
        since, owed = self.interest[number]
        bears = sum(owed.values())
        for one, part in sorted(others.items()):
            if int(whole * part):
                self.claims[numbers[one]] = (case, _taken(int(whole * part), left))
                self.interest[numbers[one]] = (since, _taken(int(bears * part), owed))

    def outstanding(self, number: int) -> int:
        """Tell what is left of a claim."""
        return sum(self.claims[number][1].values())

    def owed(self, number: int, day: date) -> int:
        """Tell what is to be paid on a day, with what has run until then."""
        _, owed = self.interest[number]
        return self.outstanding(number) + sum(owed.values()) + self.run(number, day)

    def limits_hold(self) -> bool:
        """Tell whether nobody has promised, paid or claimed more than there is."""
        return all(
            0 <= one["committed"] <= one["appropriated"] for one in self.years.values()
        ) and all(
            0 <= one["claimed"] <= one["paid"] <= one["committed"] and one["interest"] >= 0
            for one in self.cases.values()
        )


def _taken(amount: int, left: dict[int, int]) -> dict[int, int]:
    """Take an amount from the years in proportion; the øre that are left over come from the largest first."""
    whole, most = sum(left.values()), sorted(left, key=lambda year: (-left[year], year))
    parts = {year: amount * left[year] // whole if whole else 0 for year in left}
    for year in most:
        parts[year] += min(amount - sum(parts.values()), left[year] - parts[year])
    for year, part in parts.items():
        left[year] -= part
    return parts
