"""The best combination as a mixed-integer model, in the units that the terms round to.

For each application there is one yes or no; where the method gives parts, also how many units it gets above
the smallest grant. The rows are the frame, the ceilings and the floors, and that nobody gets units without
a yes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from criteria.allocation.contest import Entrant
from criteria.allocation.portfolio import Bound, members
from criteria.allocation.terms import Aim, Terms
from criteria.allocation.worth import HUNDREDTHS, WHOLE_CASE
from foundation.money import NOTHING, Ore

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Minimise `costs` times x; every row of `matrix` times x between its bounds; x whole, 0 to `most`.

    `scale` times the result, with its sign turned, is what the distribution is worth. The first columns
    are the entrants' yes or no, each worth `least` units; then come the further units of those at `parted`.
    """

    costs: Floats
    scale: float
    matrix: csr_array
    lowest: Floats
    highest: Floats
    most: Floats
    least: Whole
    parted: Whole

    def units(self, solution: Floats) -> Whole:
        """Give the units each entrant gets in a solution, made whole again."""
        whole = np.rint(solution).astype(np.int64)
        count = len(self.least)
        units = whole[:count] * self.least
        units[self.parted] += whole[count:]
        return units


@dataclass(frozen=True, slots=True, eq=False)
class _Row:
    columns: Whole
    weights: Floats
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True, eq=False)
class _Columns:
    """Where each entrant's yes and units stand, and how much they weigh in money."""

    least: Whole
    spare: Whole
    parted: Whole

    def money(self, indices: Whole) -> tuple[Whole, Floats]:
        """Give the columns and weights that add up to what some entrants get."""
        units = np.flatnonzero(np.isin(self.parted, indices))
        columns = np.concatenate([indices, units + len(self.least)])
        return columns, np.concatenate([self.least[indices], np.ones(len(units))]).astype(float)


def build(entrants: Sequence[Entrant], terms: Terms) -> Model:
    """Write the model of some entrants, in the order they come in."""
    dues = np.array([one.due // terms.rounding for one in entrants], dtype=np.int64)
    smallest = -(-terms.smallest // terms.rounding)
    least = np.minimum(dues, smallest) if terms.method.gives_parts else dues
    spare = dues - least
    columns = _Columns(least, spare, np.flatnonzero(spare))
    rows = [*_rows(entrants, columns, terms), *_units_need_a_yes(columns)]
    per_unit = _per_unit(entrants, dues, terms)
    values = np.concatenate([per_unit * least, per_unit[columns.parted]])
    scale = float(values.max(initial=0.0)) or 1.0
    return Model(
        costs=-values / scale,
        scale=scale,
        matrix=_matrix(rows, len(values)),
        lowest=np.array([row.lowest for row in rows]),
        highest=np.array([row.highest for row in rows]),
        most=np.concatenate([np.ones(len(dues)), spare[columns.parted]]).astype(float),
        least=least,
        parted=columns.parted,
    )


def _per_unit(entrants: Sequence[Entrant], dues: Whole, terms: Terms) -> Floats:
    points = np.array([int(one.candidate.score * HUNDREDTHS) for one in entrants], dtype=float)
    return points if terms.aim is Aim.POINTS_FOR_MONEY else points * WHOLE_CASE / dues


def _rows(entrants: Sequence[Entrant], columns: _Columns, terms: Terms) -> Iterator[_Row]:
    everybody = np.arange(len(entrants))
    yield _Row(*columns.money(everybody), -np.inf, terms.frame // terms.rounding)
    places = {one.candidate.application: place for place, one in enumerate(entrants)}
    for bound in terms.bounds:
        for group in members(bound, (one.candidate for one in entrants)).values():
            indices = np.array([places[one.application] for one in group], dtype=np.int64)
            yield from _bounded(bound, indices, columns, terms.rounding)


def _bounded(bound: Bound, indices: Whole, columns: _Columns, rounding: Ore) -> Iterator[_Row]:
    """Give the rows of a bound for one group; those that nothing could break are left out."""
    too_many = bound.most_cases is not None and len(indices) > bound.most_cases
    if bound.least_cases or too_many:
        most = np.inf if bound.most_cases is None else bound.most_cases
        yield _Row(indices, np.ones(len(indices)), bound.least_cases, most)
    possible = int((columns.least[indices] + columns.spare[indices]).sum())
    too_much = bound.most_amount is not None and possible > bound.most_amount // rounding
    if bound.least_amount > NOTHING or too_much:
        most = np.inf if bound.most_amount is None else bound.most_amount // rounding
        yield _Row(*columns.money(indices), -(-bound.least_amount // rounding), most)


def _units_need_a_yes(columns: _Columns) -> Iterator[_Row]:
    count = len(columns.least)
    for place, entrant in enumerate(columns.parted):
        yield _Row(
            np.array([count + place, entrant]),
            np.array([1.0, -float(columns.spare[entrant])]),
            -np.inf,
            0.0,
        )


def _matrix(rows: Sequence[_Row], width: int) -> csr_array:
    sizes = [len(row.columns) for row in rows]
    return csr_array(
        (
            np.concatenate([row.weights for row in rows]),
            (
                np.repeat(np.arange(len(rows)), sizes),
                np.concatenate([row.columns for row in rows]),
            ),
        ),
        shape=(len(rows), width),
    )
