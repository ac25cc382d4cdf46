"""A proposal's file is enough to make it again, and to see that somebody has changed it."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from commands.recompute import command
from criteria import allocation
from criteria.allocation import (
    ONE_PER_LEAD,
    Aim,
    Line,
    Method,
    Selection,
    Terms,
    allocate,
    inputs,
    inputs_hash,
    results,
)
from criteria.allocation.optimum import SOLVER, find
from criteria.ranking import Candidate, Ranked, TieRule, Ties, rank
from foundation.money import kroner

ROOT = Path(__file__).resolve().parents[2]
NOON = datetime(2024, 1, 10, 12, tzinfo=UTC)
TERMS = Terms(
    frame=kroner(1_000_000),
    threshold=Decimal(40),
    method=Method.FULL_UNTIL_SPENT,
    bounds=(ONE_PER_LEAD,),
    ties=Ties((TieRule.LOT,), "Lotto 10.1.2024: 4 8 15 16 23 42"),
)
BEST = replace(TERMS, selection=Selection.OPTIMUM, aim=Aim.MOST_POINTS)
FIELD = [
    Candidate(
        number, Decimal(95 - 5 * (number // 2)), kroner(300_000), None, 5_000,
        below_threshold=False, submitted_at=NOON, lead=str(number % 4),
    )
    for number in range(1, 8)
]  # fmt: skip
RANKING = rank(FIELD, TERMS.ties)


def content(ranking: tuple[Ranked, ...], terms: Terms, lines: tuple[Line, ...]) -> dict[str, Any]:
    found = {one.application: allocation.Result(one.amount, one.reason) for one in lines}
    return {
        "proposal": 7,
        "sha256": inputs_hash(ranking, terms),
        "allocation": inputs(ranking, terms),
        "lines": results(found),
    }


LISTED = content(RANKING, TERMS, allocate(RANKING, TERMS))


@pytest.fixture
def made_again(tmp_path: Path) -> Callable[[object], Result]:
    def run(written: object) -> Result:
        file = tmp_path / "innstilling-7.json"
        file.write_text(json.dumps(written, indent=2), encoding="utf-8")
        return CliRunner().invoke(command, [str(file)])

    return run


def test_the_same_file_gives_the_same_lines(made_again: Callable[[object], Result]) -> None:
    answer = made_again(LISTED)
    assert answer.exit_code == 0, answer.output
    assert answer.stdout.splitlines() == [
        "Same: made again, every line has the same amount and reason.",
        f"SHA-256 of the inputs: {inputs_hash(RANKING, TERMS)}",
    ]


def test_the_best_combination_is_made_again_and_says_by_what(
    made_again: Callable[[object], Result],
) -> None:
    answer = made_again(content(RANKING, BEST, find(RANKING, BEST).lines))
    assert answer.exit_code == 0, answer.output
    assert answer.stdout.splitlines()[-1] == f"Solver: {SOLVER}"


def test_an_amount_that_was_changed_is_named(made_again: Callable[[object], Result]) -> None:
    changed = json.loads(json.dumps(LISTED))
    changed["lines"][0]["amount"] += 100_000
    gone = changed["lines"].pop()
    answer = made_again(changed)
    assert answer.exit_code == 1
    first, *_, one, other = answer.stdout.splitlines()
    assert first == "Different: made again, these lines come out otherwise."
    assert one.startswith("application 1: ")
    assert " in the file, " in one
    assert other.startswith(f"application {gone['application']}: no line in the file, ")


def test_inputs_that_were_changed_no_longer_fit_the_fingerprint(
    made_again: Callable[[object], Result],
) -> None:
    changed = json.loads(json.dumps(LISTED))
    changed["allocation"]["frame"] += 100
    answer = made_again(changed)
    assert (answer.exit_code, answer.stdout.split(":")[0]) == (1, "Different")
    assert "fingerprint" in answer.stdout


def test_an_order_that_the_tie_rules_do_not_give_is_told(
    made_again: Callable[[object], Result],
) -> None:
    turned = tuple(
        Ranked(place, one.candidate) for place, one in enumerate(reversed(RANKING), start=1)
    )
    answer = made_again(content(turned, TERMS, allocate(turned, TERMS)))
    assert answer.exit_code == 1
    assert "another order" in answer.stdout


@pytest.mark.parametrize(
    "written", [{}, [], {**LISTED, "lines": 7}, {**LISTED, "allocation": {"frame": "much"}}]
)
def test_what_is_not_a_proposals_file_is_refused(
    made_again: Callable[[object], Result], written: object
) -> None:
    answer = made_again(written)
    assert answer.exit_code == 2
    assert "cannot be made again" in answer.stderr


def test_what_is_not_json_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "brev.txt"
    file.write_text("Hei!", encoding="utf-8")
    answer = CliRunner().invoke(command, [str(file)])
    assert answer.exit_code == 2
    assert "not JSON" in answer.stderr


def test_floors_that_cannot_be_met_are_told_and_not_called_different(
    made_again: Callable[[object], Result],
) -> None:
    impossible = replace(
        BEST, bounds=(allocation.Bound(ONE_PER_LEAD.trait, value="nobody", least_cases=1),)
    )
    answer = made_again(content(RANKING, impossible, ()))
    assert answer.exit_code == 2
    assert "floors" in answer.stderr


def test_no_other_command_waits_for_the_solver_to_load() -> None:
    asks = "import sys, commands.__main__; sys.exit('scipy' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", asks], cwd=ROOT, check=False)
    assert answer.returncode == 0
