"""A two-way table as it was told, and what it is made of."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from criteria.persons import is_sensitive

ALL = "all"
Key = tuple[str, str]
"""A row and a column; `ALL` is the sum of the others."""
Counted = Mapping[Key, Mapping[int, int]]
"""What each person gave to each cell."""


@dataclass(frozen=True, slots=True)
class Release:
    """A table with its sums, as it was told: which cells are sensitive, and which were held back."""

    values: Mapping[Key, int]
    sensitive: frozenset[Key]
    hidden: frozenset[Key]

    def lines(self) -> Iterator[tuple[tuple[Key, ...], Key]]:
        """Give what adds up to what: each row and each column, the sums' own too."""
        rows = sorted({row for row, _column in self.values})
        columns = sorted({column for _row, column in self.values})
        for row in rows:
            yield tuple((row, one) for one in columns if one != ALL), (row, ALL)
        for column in columns:
            yield tuple((one, column) for one in rows if one != ALL), (ALL, column)


def with_sums(counted: Counted) -> Release:
    """Add a table up, with nothing held back; every row has every column."""
    parts: dict[Key, Counter[int]] = {}
    rows = sorted({row for row, _column in counted})
    columns = sorted({column for _row, column in counted})
    for row in rows:
        for column in columns:
            given = Counter(counted.get((row, column), {}))
            for key in ((row, column), (row, ALL), (ALL, column), (ALL, ALL)):
                parts[key] = parts.get(key, Counter()) + given
    return Release(
        values={key: given.total() for key, given in parts.items()},
        sensitive=frozenset(key for key, given in parts.items() if is_sensitive(given.values())),
        hidden=frozenset(),
    )
