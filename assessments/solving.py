"""Finding the best combination in a process of its own, and the job that does it.

The solver takes half a second to load and all of a processor while it works; nobody else waits for it.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assessments.models import RunFailure
from criteria.allocation import Line, from_inputs
from criteria.allocation.contest import Contest
from criteria.allocation.written import results_from
from foundation.errors import TilsagnError

FIND = "find_optimum"
PROGRAM = ("-m", "criteria.allocation.solving")
ROOT = Path(__file__).resolve().parent.parent


class SolverError(TilsagnError):
    """The program that finds the best combination did not answer."""


@dataclass(frozen=True, slots=True)
class Solved:
    """The lines in the order of the list, what they are worth, and what nothing can be worth more than."""

    lines: tuple[Line, ...]
    worth: int
    bound: int
    solver: str


def run_subject(run_id: int) -> str:
    """Name a search in the outbox."""
    return f"proposal_run:{run_id}"


def solve(allocation: Mapping[str, Any]) -> Solved | RunFailure:
    """Find the best combination of what `criteria.allocation.inputs` wrote, or tell why there is none."""
    said = _asked({"allocation": allocation})
    if "failure" in said:
        return RunFailure(said["failure"])
    ranking, terms = from_inputs(allocation)
    amounts = {one: result.amount for one, result in results_from(said["lines"]).items()}
    lines = Contest.of(ranking, terms).lines(amounts)
    return Solved(lines, said["worth"], said["bound"], said["solver"])


def is_as_good(allocation: Mapping[str, Any], lines: list[dict[str, Any]]) -> bool:
    """Tell whether a distribution keeps every rule and is worth as much as any other, within the gap."""
    return _asked({"allocation": allocation, "lines": lines}).get("proves") is True


def _asked(question: Mapping[str, Any]) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, *PROGRAM],
        input=json.dumps(question),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    if done.returncode:
        raise SolverError(done.stderr.strip().rpartition("\n")[2] or str(done.returncode))
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
