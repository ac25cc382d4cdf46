"""How far assessors agree beyond what chance would give: Krippendorff's alpha and weighted kappa.

Alpha takes any number of assessors, also different ones from case to case: Krippendorff, "Computing
Krippendorff's Alpha-Reliability" (2011). Its interval is a bootstrap over cases with a fixed seed, so the
same marks give the same interval. Weighted kappa is for two who have marked the same cases, with the
large-sample error of Fleiss, Cohen and Everitt (1969).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.stats import bootstrap, norm

from criteria.quality.measures import Agreement, Given, Scale, Weights

Floats = npt.NDArray[np.float64]
_CONFIDENCE = 0.95
_RESAMPLES = 999
_SEED = 20_240_110
_FEWEST = 2


@dataclass(frozen=True, slots=True, eq=False)
class _Meetings:
    """How often each two values meet in a case: one square for each case, in the order of the values."""

    values: Floats
    by_case: Floats


def alpha(marks: Iterable[Given], scale: Scale) -> Agreement | None:
    """Give Krippendorff's alpha. 1 is full agreement, 0 what chance gives.

    None when fewer than two cases have two marks, or when all marks are alike: then nothing can be said.
    """
    meetings = _meetings(tuple(marks))
    cases = len(meetings.by_case)
    estimate = _alpha(meetings.by_case.sum(axis=0), meetings.values, scale)
    if cases < _FEWEST or estimate is None:
        return None

    def of_sample(chosen: npt.NDArray[np.int64]) -> float:
        found = _alpha(meetings.by_case[chosen].sum(axis=0), meetings.values, scale)
        return 1.0 if found is None else found

    interval = bootstrap(
        (np.arange(cases),),
        of_sample,
        vectorized=False,
        method="percentile",
        n_resamples=_RESAMPLES,
        confidence_level=_CONFIDENCE,
        rng=np.random.default_rng(_SEED),
    ).confidence_interval
    return Agreement(estimate, float(interval.low), float(interval.high), cases)


def weighted_kappa(pairs: Iterable[tuple[int, int]], weights: Weights) -> Agreement | None:
    """Give Cohen's weighted kappa of two assessors' marks, a pair for each case they both have marked.

    None when there are fewer than two cases, or when chance alone would make them agree fully.
    """
    marks = tuple(pairs)
    values = sorted({mark for pair in marks for mark in pair})
    table = np.zeros((len(values), len(values)))
    for first, second in marks:
        table[values.index(first), values.index(second)] += 1
    if len(marks) < _FEWEST or len(values) < _FEWEST:
        return None
    shares, agreed = table / len(marks), _agreed(np.array(values, dtype=float), weights)
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    by_chance = float((np.outer(rows, columns) * agreed).sum())
    if by_chance == 1:
        return None
    kappa = (float((shares * agreed).sum()) - by_chance) / (1 - by_chance)
    usual = (agreed @ columns)[:, None] + (rows @ agreed)[None, :]
    varied = float((shares * (agreed - usual * (1 - kappa)) ** 2).sum())
    variance = (varied - (kappa - by_chance * (1 - kappa)) ** 2) / len(marks)
    error = float(norm.ppf((1 + _CONFIDENCE) / 2)) * max(variance, 0.0) ** 0.5 / (1 - by_chance)
    return Agreement(kappa, kappa - error, min(kappa + error, 1.0), len(marks))


def _meetings(marks: Sequence[Given]) -> _Meetings:
    values = sorted({one.mark for one in marks})
    rows = {case: row for row, case in enumerate(sorted({one.case for one in marks}))}
    counts = np.zeros((len(rows), len(values)))
    for one in marks:
        counts[rows[one.case], values.index(one.mark)] += 1
    counts = counts[counts.sum(axis=1) >= _FEWEST]
    pairs = counts[:, :, None] * (counts[:, None, :] - np.eye(len(values)))
    return _Meetings(np.array(values, dtype=float), pairs / (counts.sum(axis=1) - 1)[:, None, None])


def _alpha(observed: Floats, values: Floats, scale: Scale) -> float | None:
    totals = observed.sum(axis=0)
    distances = _distances(values if scale is Scale.INTERVAL else _middles(totals))
    expected = float((np.outer(totals, totals) * distances).sum())
    if expected == 0:
        return None
    return 1 - (float(totals.sum()) - 1) * float((observed * distances).sum()) / expected


def _middles(totals: Floats) -> Floats:
    """Give where each value lies when all marks stand in order: its middle, so steps are in marks passed."""
    middles: Floats = np.cumsum(totals) - totals / 2
    return middles


def _distances(places: Floats) -> Floats:
    distances: Floats = (places[:, None] - places[None, :]) ** 2
    return distances


def _agreed(values: Floats, weights: Weights) -> Floats:
    """Give how much of an agreement each two values are: 1 the same, 0 the two ends of the scale."""
    steps = np.abs(values[:, None] - values[None, :]) / (values.max() - values.min())
    agreed: Floats = 1 - (steps if weights is Weights.LINEAR else steps**2)
    return agreed
