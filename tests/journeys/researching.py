"""An administrator lets a researcher in, who pulls the benefits and the panel with nothing but the docs."""

import csv
import io
import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from playwright.sync_api import APIRequestContext, expect

from tests.journeys import sums
from tests.journeys.benefiting import BASELINE, BENEFIT, FIRST, INDICATOR, SECOND, TARGET
from tests.journeys.browsing import Visits, follow, press, words
from tests.journeys.longrun import YEARS
from tests.journeys.threeyears import LEAD, STAYS, UNIVERSITY, Project

DOCS = Path(__file__).parents[2] / "docs"
NAME, EMAIL = "Frida Forsker", "frida.forsker@example.org"
PURPOSE = "Følgeforskning av ordningen"
LAST_DAY = "2031-12-31"
ORE_PER_KRONE = 100
NUMBER_OF = "SELECT number FROM municipality_version WHERE name = :name AND valid_to IS NULL"
PAID = """SELECT coalesce(sum(e.amount), 0) FROM entry e WHERE e.application_id = :case
    AND e.booked_as IN ('payment', 'payment_return', 'repayment')"""
PAID_IN = f"{PAID} AND e.year = :year"
INHABITANTS = """SELECT p.inhabitants FROM population p JOIN municipality_version v
    ON v.organisation_id = p.organisation_id
    WHERE v.name = :name AND v.valid_to IS NULL AND p.year = :year"""
VALUES = "SELECT count(*) FROM benefit_measurement WHERE value IS NOT NULL"


class Researcher(NamedTuple):
    """A researcher, with the password that was shown once."""

    name: str
    email: str
    password: str


def let_in(visits: Visits, project: Project) -> Researcher:
    """Register the researcher and give the role, as the administrator; the password is shown once."""
    with visits.of(project.administrator) as page:
        page.goto("/forvaltning/personer/ny")
        page.get_by_label("Navn", exact=True).fill(NAME)
        page.get_by_label("E-postadresse").fill(EMAIL)
        press(page, "Registrer personen")
        password = page.locator("main code").inner_text()
        follow(page, f"Gi {NAME} en rolle")
        page.get_by_label("Rolle", exact=True).select_option("Følgeforsker")
        page.get_by_label("Organisasjon", exact=True).select_option(label=f"{UNIVERSITY} (UNI)")
        press(page, "Gi rollen")
        assert "Rollen er gitt." in words(page)
    return Researcher(NAME, EMAIL, password)


def issue_a_key(visits: Visits, project: Project) -> str:
    """Issue a key for a purpose and until a day; it is shown once."""
    with visits.of(project.administrator) as page:
        page.goto("/forvaltning/nokler")
        page.get_by_label("Forsker").select_option(NAME)
        page.get_by_label("Formål").fill(PURPOSE)
        page.get_by_label("Siste dag nøkkelen gjelder").fill(LAST_DAY)
        press(page, "Utsted nøkkelen")
        return page.locator("main code").inner_text()


def accept_the_terms(visits: Visits, researcher: Researcher) -> None:
    """Sign in with the password that was handed over, and accept what the data are given on."""
    with visits.stranger() as page:
        page.goto("/logg-inn")
        page.get_by_label("E-postadresse").fill(researcher.email)
        page.get_by_label("Passord").fill(researcher.password)
        press(page, "Logg inn")
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Hei, {researcher.name}")
        page.goto("/forskning")
        assert PURPOSE in words(page)
        press(page, "Godta vilkårene")


def is_shut_out(visits: Visits, key: str) -> None:
    """Be told by the interface, before the terms are accepted, what is missing."""
    answer = visits.program(key).get("/api/v1/kommuner")
    assert (answer.status, json.loads(answer.text())["error"]) == (403, "terms")


def pull(visits: Visits, project: Project, key: str) -> None:
    """Fetch what the documentation lists, by its names alone, and hold it against independent SQL."""
    described = Docs(visits.program(key))
    _the_benefits(described)
    _the_payments(described, project)
    _the_kommuner(described, project)


class Docs:
    """The interface as a program meets it that has read OpenAPI and the codebook."""

    def __init__(self, program: APIRequestContext) -> None:
        """Read both."""
        self._program = program
        self._paths = json.loads(program.get("/api/v1/openapi.json").text())["paths"]
        book = csv.DictReader(io.StringIO(program.get("/api/v1/codebook.csv").text()))
        self._columns: dict[str, list[str]] = {}
        for line in book:
            self._columns.setdefault(line["table"], []).append(line["column"])

    def fetch(self, table: str) -> list[dict[str, Any]]:
        """Give a table as JSON, which has the columns of the codebook and says the same as the CSV."""
        address = f"/api/v1/{table}"
        assert "get" in self._paths[address]
        told = json.loads(self._program.get(f"{address}?format=json").text())
        rows: list[dict[str, Any]] = told["data"]
        written = self._program.get(f"{address}?format=csv").text()
        records = list(csv.DictReader(io.StringIO(written)))
        assert list(records[0]) == self._columns[table]
        assert set(rows[0]) == set(self._columns[table])
        for row, record in zip(rows, records, strict=True):
            assert [name for name in row if not _same(row[name], record[name])] == []
        return rows


def _the_benefits(docs: Docs) -> None:
    """Find the baseline, the target and both measurements of the kommune that measured."""
    rows = docs.fetch("benefits")
    assert len(rows) == sums.ore(VALUES)
    assert {(one["number"], one["benefit"], one["indicator"]) for one in rows} == {
        (_number_of(STAYS), BENEFIT, INDICATOR)
    }
    assert [
        (one["kind"], one["valid_on"], Decimal(str(one["value"]))) for one in rows
    ] == [
        ("nullpunkt", "2026-06-08", BASELINE),
        ("maling", "2030-01-14", FIRST),
        ("maling", "2031-01-17", SECOND),
        ("mal", "2031-12-31", TARGET),
    ]  # fmt: skip


def _the_payments(docs: Docs, project: Project) -> None:
    """Find every payment of the grant."""
    rows = docs.fetch("payments")
    assert {one["case_number"] for one in rows} == {project.number}
    paid = sum(one["amount_ore"] for one in rows)
    assert paid == sums.ore(PAID, case=project.case) == sum(map(project.granted, YEARS))


def _the_kommuner(docs: Docs, project: Project) -> None:
    """Find what the lead was paid in each year, and nobody else anything."""
    rows = docs.fetch("kommuner")
    paid = {(one["number"], one["year"]): one["paid_as_lead_ore"] for one in rows}
    assert {key: amount for key, amount in paid.items() if amount} == {
        (_number_of(LEAD), year): sums.ore(PAID_IN, case=project.case, year=year) for year in YEARS
    }
    assert len(paid) == len(rows), "a kommune stands once in a year"


def make_the_panel(base_url: str, project: Project, key: str, folder: Path) -> None:
    """Run the example of the docs, and put what it writes through a regression."""
    made = folder / "panel.csv"
    subprocess.run(
        [sys.executable, str(DOCS / "examples" / "panel.py"), str(made)],
        env={**os.environ, "TILSAGN_URL": base_url, "TILSAGN_KEY": key},
        check=True,
        timeout=60,
    )
    with made.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    paid = np.array([float(one["paid_per_inhabitant"]) for one in rows])
    known = {int(one["year"]) for one in rows if one["number"] == _number_of(LEAD)}
    assert known & set(YEARS)
    expected = sum(
        sums.ore(PAID_IN, case=project.case, year=year)
        / ORE_PER_KRONE
        / sums.ore(INHABITANTS, name=LEAD, year=year)
        for year in known & set(YEARS)
    )
    assert paid.sum() == pytest.approx(expected, abs=1e-3)
    regressors = np.array(
        [[1.0, float(one["log_inhabitants"]), float(one["awarded"])] for one in rows]
    )
    _found, _left, rank, _sizes = np.linalg.lstsq(regressors, paid, rcond=None)
    assert rank == regressors.shape[1]


def _number_of(name: str) -> str:
    return f"{sums.ore(NUMBER_OF, name=name):04d}"


def _same(value: object, written: str) -> bool:
    """Tell whether CSV has the value of JSON."""
    if value is None:
        return not written
    if isinstance(value, int | float):
        return Decimal(written) == Decimal(str(value))
    return written == value
