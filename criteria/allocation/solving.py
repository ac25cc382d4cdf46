"""A program that finds the best combination: `python -m criteria.allocation.solving` from JSON to JSON.

It is a process of its own, since the solver takes half a second to load and all of a processor while it
works. In: what `criteria.allocation.inputs` writes. Out: the lines and how they are proven, or why not.
"""

import json
import sys
from collections.abc import Mapping
from typing import Any

from criteria.allocation.lines import Line
from criteria.allocation.optimum import SOLVER, ImpossibleBoundsError, OptimumError, find, proves
from criteria.allocation.written import Result, from_inputs, results, results_from


def answer(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Find the best combination of some inputs, or tell whether `amounts` are as good as it."""
    ranking, terms = from_inputs(asked["allocation"])
    try:
        if "lines" in asked:
            amounts = {one: result.amount for one, result in results_from(asked["lines"]).items()}
            return {"solver": SOLVER, "proves": proves(ranking, terms, amounts)}
        found = find(ranking, terms)
    except OptimumError as error:
        impossible = isinstance(error, ImpossibleBoundsError)
        return {"solver": SOLVER, "failure": "impossible_bounds" if impossible else "unproven"}
    return {
        "solver": SOLVER,
        "worth": found.worth,
        "bound": found.bound,
        "lines": results({one.application: _result(one) for one in found.lines}),
    }


def _result(line: Line) -> Result:
    return Result(line.amount, line.reason)


if __name__ == "__main__":
    json.dump(answer(json.load(sys.stdin)), sys.stdout)
