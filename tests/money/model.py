"""A little model of the ledger in plain numbers, to hold the real one against: who has what, year by year."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

Figures = Counter[str]


@dataclass
class Model:
    """The sums of one post by year, of its cases by year, and what is left of each claim by year. In øre."""

    years: dict[int, Figures] = field(default_factory=dict)
    cases: dict[tuple[int, int], Figures] = field(default_factory=dict)
    claims: dict[int, tuple[int, dict[int, int]]] = field(default_factory=dict)

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

    def claim(self, number: int, case: int, amount: int) -> None:
        """Claim back what was paid last first."""
        taken = {}
        for year in sorted((year for one, year in self.cases if one == case), reverse=True):
            sums = self.of_case(case, year)
            taken[year] = min(amount, sums["paid"] - sums["claimed"])
            amount -= taken[year]
        self.move("claimed", case, taken)
        self.claims[number] = (case, taken)

    def repay(self, number: int, amount: int) -> None:
        """Take the oldest year of a claim first; what is repaid is paid and promised no more."""
        case, left = self.claims[number]
        for year in sorted(left):
            part = min(amount, left[year])
            amount -= part
            left[year] -= part
            for figure in ("claimed", "paid", "committed"):
                self.move(figure, case, {year: -part})

    def write_off(self, number: int) -> None:
        """Let go of what is left of a claim."""
        case, left = self.claims[number]
        self.move("claimed", case, {year: -part for year, part in left.items()})
        self.claims[number] = (case, dict.fromkeys(left, 0))

    def outstanding(self, number: int) -> int:
        """Tell what is left of a claim."""
        return sum(self.claims[number][1].values())

    def limits_hold(self) -> bool:
        """Tell whether nobody has promised, paid or claimed more than there is."""
        return all(
            0 <= one["committed"] <= one["appropriated"] for one in self.years.values()
        ) and all(
            0 <= one["claimed"] <= one["paid"] <= one["committed"] for one in self.cases.values()
        )
