"""The worked examples of docs/research.md: from a key to a panel with nothing but what stands there."""

import csv
import os
import re
import shutil
import subprocess
import sys
from math import log
from pathlib import Path

import numpy as np
import pytest
from flask import Flask
from sqlalchemy import select

from accounts.models import Population
from figures.catalogue import RESEARCH
from figures.queries.rows import scheme_years
from foundation.database import db, transaction
from tests.builders.accounts import an_administrator
from tests.builders.figures import a_year
from tests.figuring import ore
from tests.pages.test_figures_interface import a_key, a_researcher, ask
from tests.web import Web

DOCS = Path(__file__).parents[2] / "docs"
MADE_HERE = {"granted_per_inhabitant", "awarded"}


def test_a_stranger_finds_the_examples_beside_the_codebook(app: Flask, web: Web) -> None:
    del app
    page = web.open("/api")
    links = [str(one["href"]) for one in page.select("a[href^='/api/eksempler/']")]
    assert [one.rsplit("/", 1)[1] for one in links] == ["panel.py", "panel.R"]
    for address in links:
        kept = (DOCS / "examples" / address.rsplit("/", 1)[1]).read_bytes()
        assert web.get(address).data == kept
    web.get("/api/eksempler/panel.sh", status=404)


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
    ) / ore(
        "SELECT inhabitants FROM population WHERE organisation_id = :id AND year = 2026", id=lead
    )
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


def test_the_r_example_makes_the_same_panel_and_fits_it(
    app: Flask, live_server: str, tmp_path: Path
) -> None:
    """Run it where R is; elsewhere see that each address answers, with the columns that it uses."""
    a_year()
    with transaction():
        for number, one in enumerate(db.session.scalars(select(Population)).all(), start=2):
            one.inhabitants *= number
            grown = {"year": one.year + 1, "inhabitants": one.inhabitants + number}
            db.session.add(Population(organisation_id=one.organisation_id, **grown))
    key = a_key(a_researcher(), an_administrator("Ada Administrator"))
    written = (DOCS / "examples" / "panel.R").read_text(encoding="utf-8")
    asked = re.findall(r'fetch\("([^"]+)"', written)
    assert {one.partition("?")[0] for one in asked} == {"kommuner", "applications"}
    tables = {one.partition("?")[0]: ask(app, one, key).text for one in asked}
    used = set(re.findall(r"(?:panel|near)\$(\w+)", written)) - MADE_HERE
    assert used <= {name for text in tables.values() for name in text.splitlines()[0].split(",")}
    granted = {
        (one["number"], one["year"]): int(one["granted_as_lead_ore"])
        / 100
        / int(one["inhabitants"])
        for one in csv.DictReader(tables["kommuner"].splitlines())
        if one["inhabitants"]
    }
    assert sum(granted.values()) > 0
    rscript = shutil.which("Rscript")
    if rscript is None:
        return
    made = tmp_path / "panel.csv"
    told = subprocess.run(
        [rscript, str(DOCS / "examples" / "panel.R"), str(made)],
        env={**os.environ, "TILSAGN_URL": live_server, "TILSAGN_KEY": key},
        check=False, timeout=60, capture_output=True, text=True,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    with made.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    panel = {(row["number"], row["year"]): float(row["granted_per_inhabitant"]) for row in rows}
    assert panel == pytest.approx(granted)
    slope = re.search(r"log\(inhabitants\)\s+(\S+)", told.stdout)
    assert slope is not None, told.stdout
    assert float(slope[1]) == pytest.approx(_slope_of(rows), rel=1e-4)


def _slope_of(rows: list[dict[str, str]]) -> float:
    """Fit kroner per inhabitant by log inhabitants and year, and give what a log inhabitant counts."""
    years = sorted({row["year"] for row in rows})
    regressors = np.array(
        [
            [float(row["year"] == one) for one in years] + [log(int(row["inhabitants"]))]
            for row in rows
        ]
    )
    outcome = np.array([float(row["granted_per_inhabitant"]) for row in rows])
    found, _left, _rank, _sizes = np.linalg.lstsq(regressors, outcome, rcond=None)
    return float(found[-1])


def test_the_page_of_the_docs_lists_every_table() -> None:
    written = (DOCS / "research.md").read_text(encoding="utf-8")
    for table in RESEARCH:
        assert f"| `{table.code}` |" in written
