"""How many systems kommuner use, and how far the most used dominate, year by year (inv. 292–295).

Systems are named by the kommuner themselves: names are compared as where kommuner find each other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from foundation.saying import compared

LEADING = 3
"""The draft of the scheme finds three suppliers that dominate each market (inv. 295)."""
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Told:
    """The systems that a kommune said in a year that it uses."""

    organisation: int
    year: int
    systems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InUse:
    """A system as most kommuner write it, and who uses it."""

    name: str
    organisations: frozenset[int]


@dataclass(frozen=True, slots=True)
class Landscape:
    """What is in use by the end of a year, by the newest that each kommune has told."""

    year: int
    organisations: int
    systems: tuple[InUse, ...]
    """The most used first."""
    uses: int
    """Systems in all kommuner, added up."""
    alone: int
    """Kommuner that use one system alone."""

    @property
    def each(self) -> Decimal | None:
        """How many systems a kommune uses on average, with one decimal; None of nobody."""
        return (Decimal(self.uses) / self.organisations).quantize(_TENTH) if self.organisations else None

    @property
    def on_leading(self) -> int:
        """How many kommuner use one or more of the three most used."""
        return len(frozenset[int]().union(*(one.organisations for one in self.systems[:LEADING])))

    @property
    def leading_share(self) -> float | None:
        """The share of the kommuner that use one or more of the three most used, 0 to 1; None of nobody."""
        return self.on_leading / self.organisations if self.organisations else None


def landscapes(told: Iterable[Told], until: int) -> list[Landscape]:
    """Give each year from the first that somebody told of to `until`. `told`: the oldest first."""
    given = list(told)
    if not given:
        return []
    holding: dict[int, tuple[str, ...]] = {}
    found, left = [], iter(given)
    following = next(left, None)
    for year in range(min(one.year for one in given), until + 1):
        while following is not None and following.year <= year:
            holding[following.organisation] = following.systems
            following = next(left, None)
        found.append(_landscape(year, holding))
    return found


def _landscape(year: int, holding: Mapping[int, tuple[str, ...]]) -> Landscape:
    users: defaultdict[str, set[int]] = defaultdict(set)
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    said = {one: names for one, names in holding.items() if any(compared(name) for name in names)}
    for organisation, names in said.items():
        for name in filter(compared, names):
            users[compared(name)].add(organisation)
            written[compared(name)][" ".join(name.split())] += 1
    systems = [InUse(_usual(written[key]), frozenset(who)) for key, who in users.items()]
    count = Counter(one for each in systems for one in each.organisations)
    return Landscape(
        year,
        len(said),
        tuple(sorted(systems, key=lambda one: (-len(one.organisations), one.name))),
        count.total(),
        sum(number == 1 for number in count.values()),
    )


def _usual(written: Counter[str]) -> str:
    """Give what most write; the first by letters where as many write otherwise."""
    return min(written, key=lambda name: (-written[name], name))
