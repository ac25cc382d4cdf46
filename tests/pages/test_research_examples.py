"""The worked examples of docs/research.md: from a key to a panel with nothing but what stands there."""

import csv
import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from figures.catalogue import RESEARCH
from figures.queries.rows import scheme_years
from tests.builders.accounts import an_administrator
from tests.builders.figures import a_year
from tests.figuring import ore
from tests.pages.test_figures_interface import a_key, a_researcher

DOCS = Path(__file__).parents[2] / "docs"
NOT_COLUMNS = {"granted_per_inhabitant", "awarded"}


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_python_example_makes_a_panel_that_a_regression_reads(
    live_server: str, tmp_path: Path
) -> None:
    year = a_year()
    key = a_key(a_researcher(), an_administrator("Ada Administrator"))
    made = tmp_path / "panel.csv"
    environment = {**os.environ, "TILSAGN_URL": live_server, "TILSAGN_KEY": key}
    command = [sys.executable, str(DOCS / "examples" / "panel.py"), str(made)]
    subprocess.run(command, env=environment, check=True, timeout=60)
    with made.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    known = ore("SELECT count(*) FROM population WHERE year BETWEEN 2024 AND 2028")
    assert len(rows) == known > 0
    assert {int(row["year"]) for row in rows} <= set(scheme_years())
    granted = sum(float(row["granted_per_inhabitant"]) for row in rows)
    lead = year.grant.application.partners[0].organisation_id
    expected = ore(
        "SELECT sum(y.amount) FROM decision_year y WHERE y.year = 2026 AND y.decision_id = :id",
        id=year.grant.decision.id,
    ) / ore("SELECT inhabitants FROM population WHERE organisation_id = :id AND year = 2026", id=lead)
    assert granted == pytest.approx(expected / 100, abs=1e-3)
    regressors = np.array([[1.0, float(row["awarded"])] for row in rows])
    outcome = np.array([float(row["granted_per_inhabitant"]) for row in rows])
    _found, _left, rank, _sizes = np.linalg.lstsq(regressors, outcome, rcond=None)
    assert rank == regressors.shape[1]

    refused = subprocess.run(
        command, env={**environment, "TILSAGN_KEY": "feil"}, capture_output=True, text=True,
        check=False, timeout=60,
    )  # fmt: skip
    assert "401 unknown" in refused.stderr


def test_the_r_example_asks_for_tables_and_columns_that_are_there() -> None:
    written = (DOCS / "examples" / "panel.R").read_text(encoding="utf-8")
    tables = {table.code: table for table in RESEARCH}
    asked = re.findall(r'fetch\("(\w+)', written)
    assert asked
    assert set(asked) <= tables.keys()
    columns = {one.machine_name for code in asked for one in tables[code].columns}
    used = set(re.findall(r"(?:panel|near)\$(\w+)", written)) - NOT_COLUMNS
    assert used
    assert used <= columns


def test_the_page_of_the_docs_lists_every_table() -> None:
    written = (DOCS / "research.md").read_text(encoding="utf-8")
    for table in RESEARCH:
        assert f"| `{table.code}` |" in written
