"""The tables about persons, in editions: counted, held back of, and remembered for the editions after."""

from collections.abc import Iterable, Iterator

from criteria.suppression import Release, hold_back
from figures.catalogue.research import SPREAD
from figures.queries.rows import Row, Selection
from figures.queries.spread import Spread
from figures.sources import Source
from foundation.columns import JsonValue

Releases = dict[int, Release]
"""The release of each year."""


def released(counted: Spread, earlier: Iterable[JsonValue]) -> Releases:
    """Hold back of each year's table what it or the editions before would give away with it."""
    before = [remembered(one) for one in earlier]
    return {
        year: hold_back(table, [one[year] for one in before if year in one])
        for year, table in sorted(counted.items())
    }


def source_of(releases: Releases) -> Source:
    """Give the rows of a release as those of any other table."""
    return Source(SPREAD, lambda chosen: _rows(releases, chosen))


def kept(releases: Releases) -> JsonValue:
    """Write what was counted and held back, as an edition keeps it."""
    return JsonValue(
        spread={
            str(year): [
                [*key, value, key in release.sensitive, key in release.hidden]
                for key, value in sorted(release.values.items())
            ]
            for year, release in releases.items()
        }
    )


def remembered(told: JsonValue) -> Releases:
    """Read what an edition keeps of what it told and held back."""
    return {
        int(year): Release(
            values={(row, column): value for row, column, value, _sensitive, _hidden in cells},
            sensitive=frozenset((one[0], one[1]) for one in cells if one[3]),
            hidden=frozenset((one[0], one[1]) for one in cells if one[4]),
        )
        for year, cells in told["spread"].items()
    }


def _rows(releases: Releases, chosen: Selection) -> Iterator[Row]:
    for year, release in releases.items():
        if chosen.year in (None, year):
            for key, value in sorted(release.values.items()):
                held = key in release.hidden
                yield (year, *key, None if held else value, int(held))
