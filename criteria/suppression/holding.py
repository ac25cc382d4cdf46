"""Choosing what to hold back beside what is sensitive: as little as will do, the smallest first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from criteria.suppression.attack import Unknown, determined, known
from criteria.suppression.release import ALL, Counted, Key, Release, with_sums


def hold_back(counted: Counted, earlier: Sequence[Release]) -> Release:
    """Release a table after others: no sensitive cell of any of them follows from them all.

    What was held back before and has not changed is held back still.
    """
    release = with_sums(counted)
    before = {(key, one.values[key]) for one in earlier for key in one.hidden} - known(earlier)
    still = {key for key, value in release.values.items() if (key, value) in before}
    release = replace(release, hidden=release.sensitive | still)
    while _open(release, earlier):
        more = _next(release, earlier)
        if more is None:
            return replace(release, hidden=frozenset(release.values))
        release = replace(release, hidden=release.hidden | {more})
    return release


def _open(release: Release, earlier: Sequence[Release]) -> frozenset[Unknown]:
    """Give the sensitive cells, of all releases, that somebody could compute."""
    releases = (*earlier, release)
    sensitive = {(key, one.values[key]) for one in releases for key in one.sensitive}
    return determined(releases) & sensitive - known(earlier)


def _next(release: Release, earlier: Sequence[Release]) -> Key | None:
    """Choose another cell to hold back: rather a cell than a sum, the smallest of those that do most.

    In a row or a column with one cell held back alone, that cell follows from the sum: the next is put there,
    best in both at once. Nothing that an earlier release has told helps, nor an empty cell.
    """
    told = known(earlier)
    fit = [
        key
        for key, value in release.values.items()
        if value and key not in release.hidden and (key, value) not in told
    ]
    rows = Counter(row for row, _column in release.hidden)
    columns = Counter(column for _row, column in release.hidden)
    return min(
        fit,
        key=lambda key: (
            key.count(ALL),
            -((rows[key[0]] == 1) + (columns[key[1]] == 1)),
            release.values[key],
            key,
        ),
        default=None,
    )
