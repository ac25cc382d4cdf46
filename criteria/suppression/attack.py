"""What somebody computes who has every release and solves all its sums together.

The unknowns are what was held back. A cell with the same value in two releases is taken for one and the
same, as if the reader knew that it had not changed; and what one release tells, all tell.
"""

from collections.abc import Iterable, Sequence

from criteria.suppression.release import Key, Release

Unknown = tuple[Key, int]
"""A cell and the value that it has."""
_PRIME = (1 << 61) - 1
"""Coefficients are counted modulo this: they are small, and whole numbers stay exact and quick."""
_Line = dict[Unknown, int]


def determined(releases: Sequence[Release]) -> frozenset[Unknown]:
    """Give every cell that was held back and yet follows from what is told."""
    lines = [line for release in releases for line in _lines(release, known(releases))]
    solved = _solved(lines)
    return frozenset(next(iter(line)) for line in solved if len(line) == 1)


def known(releases: Iterable[Release]) -> frozenset[Unknown]:
    """Give every cell, with its value, that some release tells."""
    return frozenset(
        (key, value)
        for release in releases
        for key, value in release.values.items()
        if key not in release.hidden
    )


def _lines(release: Release, told: frozenset[Unknown]) -> Iterable[_Line]:
    for parts, total in release.lines():
        line: _Line = {}
        for key, sign in (*((part, 1) for part in parts), (total, -1)):
            unknown = (key, release.values[key])
            if unknown not in told:
                line[unknown] = line.get(unknown, 0) + sign
        if line := {unknown: factor for unknown, factor in line.items() if factor}:
            yield line


def _solved(lines: Iterable[_Line]) -> list[_Line]:
    """Bring equations to their reduced form (Gauss and Jordan): a lone unknown is determined."""
    solved: dict[Unknown, _Line] = {}
    for line in lines:
        left = dict(line)
        for lead in [one for one in left if one in solved]:
            _take_away(left, lead, solved[lead])
        if not left:
            continue
        lead, factor = next(iter(left.items()))
        inverse = pow(factor, -1, _PRIME)
        left = {unknown: each * inverse % _PRIME for unknown, each in left.items()}
        for other in solved.values():
            _take_away(other, lead, left)
        solved[lead] = left
    return list(solved.values())


def _take_away(line: _Line, lead: Unknown, solved: _Line) -> None:
    factor = line.get(lead, 0)
    if not factor:
        return
    for unknown, each in solved.items():
        line[unknown] = (line.get(unknown, 0) - factor * each) % _PRIME
        if not line[unknown]:
            del line[unknown]
