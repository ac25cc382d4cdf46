"""Workbook, CSV, JSON and the ledger agree to the øre, by sums that are asked of the database here."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal

import pytest
from flask import Flask
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from accounts.models import Person
from figures.asking import exported
from figures.extracts import Maker
from figures.extracts.cells import harmless
from figures.queries.rows import Selection
from figures.sources import WORKBOOK
from foundation.money import ORE_PER_KRONE, Ore, kroner
from payments.running.kinds import CostKind
from tests.builders.decisions import NOW
from tests.builders.figures import FORMULA, a_year
from tests.builders.running import a_cost, take_back
from tests.figuring import (
    ASKED,
    BOOKED,
    COSTS,
    GRANTED,
    RATES,
    booked_as,
    content,
    ore,
    read_csv,
    typed,
)

SHEETS = [
    "Sammendrag", "Søknader", "Vedtak", "Hovedbok", "Rater", "Mottakere", "Deltakere", "Avvik",
    "Driftskostnader", "Definisjoner",
]  # fmt: skip
YEARS = (None, 2026, 2027)
ALL = Selection()
LEDGER_HEADINGS = (
    "Bilag;Bokført;Budsjettår;Kapittel og post;Telles som;Type;Saksnummer;Utlysning;Tekst;Beløp;"
    "Retter bilag;Bokført av;Registrert;Mottaker;Gjelder dagen;Flytting;Krav"
)


@contextmanager
def as_a_page(app: Flask) -> Iterator[None]:
    """Take out as a page does, in bokmål."""
    with app.test_request_context("/eksport"):
        yield


def the_workbook(chosen: Selection, *, values: bool = False) -> Workbook:
    extract = exported(WORKBOOK, chosen, Maker("Line Thorsen", NOW, made_up=True), "nb")
    return load_workbook(io.BytesIO(content(extract)), data_only=values)


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    first, *rest = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, first), row, strict=True)) for row in rest]


def in_ore(amount: object) -> int:
    """Read kroner as a sheet has them; no amount there has less than an øre."""
    exact = Decimal(str(amount)) * ORE_PER_KRONE
    assert exact == exact.to_integral_value()
    return int(exact)


def column(sheet: Worksheet, name: str) -> int:
    return sum(in_ore(row[name]) for row in rows(sheet))


def summary_line(sheet: Worksheet, *begins: object) -> list[object]:
    """Find the line of the summary that begins so."""
    for line in sheet.iter_rows(values_only=True):
        if line[: len(begins)] == begins:
            return list(line[len(begins) :])
    raise AssertionError(begins)


EXPECTED = {
    "Søknader": ASKED,
    "Vedtak": GRANTED,
    "Hovedbok": BOOKED,
    "Rater": RATES,
    "Driftskostnader": COSTS,
}
SUMMED = {
    "Søknader": "Søkt beløp",
    "Vedtak": "Tilskudd i utvalget",
    "Hovedbok": "Beløp",
    "Rater": "Beløp",
    "Mottakere": "Tilsagn",
    "Deltakere": "Andel av tilsagnet",
    "Avvik": "Beløp",
    "Driftskostnader": "Beløp",
}


def test_sheets_files_and_summary_agree_with_the_ledger_to_the_ore(app: Flask) -> None:
    costs_of(a_year().controller)
    for year in YEARS:
        with as_a_page(app):
            book, figures = (
                the_workbook(Selection(year)),
                the_workbook(Selection(year), values=True),
            )
            assert book.sheetnames == SHEETS
            compare_with_the_database(figures, year)
            compare_with_csv(figures, year)
            compare_years(figures, year)
            compare_costs(figures, year)
            add_the_formulas_up(book, figures)
    assert booked_as(2026, "payment", "payment_return") > 0
    assert ore(typed(BOOKED), year=2026) % ORE_PER_KRONE == 89


def compare_with_the_database(book: Workbook, year: int | None) -> None:
    for name, query in EXPECTED.items():
        expected = ore(typed(query), year=year)
        assert column(book[name], SUMMED[name]) == expected, (name, year)
        line = summary_line(book["Sammendrag"], name)
        assert [line[0], in_ore(line[1]), in_ore(line[2]), line[3], line[4]] == [
            len(rows(book[name])), expected, expected, 0, SUMMED[name]
        ]  # fmt: skip
    committed = booked_as(year, "commitment", "commitment_lapse")
    assert column(book["Mottakere"], "Tilsagn") == committed
    assert column(book["Deltakere"], "Andel av tilsagnet") == committed
    assert column(book["Mottakere"], "Utbetalt") == booked_as(year, "payment", "repayment")


def compare_with_csv(book: Workbook, year: int | None) -> None:
    codes = (
        "applications", "decisions", "ledger", "instalments", "recipients", "overlaps", "deviations",
        "running_costs",
    )  # fmt: skip
    for code, (name, summed) in zip(codes, SUMMED.items(), strict=True):
        extract = exported(code, Selection(year), Maker("x", NOW, made_up=False), "nb")
        written = content(extract).decode("utf-8-sig")
        records = read_csv(written, ";")
        total = sum(in_ore(one[summed].replace(",", ".")) for one in records)
        assert len(records) == extract.count.rows == len(rows(book[name]))
        assert total == extract.count.control_sum == column(book[name], summed)


def compare_years(book: Workbook, year: int | None) -> None:
    for one in range(2024, 2029) if year is None else (year,):
        line = summary_line(book["Sammendrag"], "kap. 701 post 60", one)
        appropriated = booked_as(one, "appropriation", "carry_over")
        committed = booked_as(one, "commitment", "commitment_lapse")
        paid = booked_as(one, "payment", "payment_return")
        assert [in_ore(amount) for amount in line[:5]] == [
            appropriated, committed, paid, appropriated - committed, committed - paid
        ]  # fmt: skip


def costs_of(controller: Person) -> None:
    """Let the scheme have cost something in two years, one of them with a line taken back."""
    a_cost(CostKind.SETUP, 2024, kroner(13_500_000), controller)
    a_cost(CostKind.GUIDANCE, 2026, Ore(4_321_099), controller)
    wrong = a_cost(CostKind.ADMINISTRATION, 2026, kroner(900_000), controller)
    take_back(wrong, controller)
    a_cost(CostKind.ADMINISTRATION, 2026, kroner(90_000), controller)


def compare_costs(book: Workbook, year: int | None) -> None:
    """Compare each year's line with the database, kind by kind, and read the line's own sum."""
    if year not in (None, 2026):
        return
    line = summary_line(book["Sammendrag"], 2026)
    setup, operation, administration, guidance, total = [in_ore(one) for one in line[:5]]
    assert (setup, operation) == (0, 0)
    assert guidance == ore(typed(COSTS) + " AND kind = 'guidance'", year=2026)
    assert administration == kroner(90_000)
    assert total == ore(typed(COSTS), year=2026) == guidance + administration


def add_the_formulas_up(book: Workbook, figures: Workbook) -> None:
    """Do what a spreadsheet does with the formulas, and compare with the values they carry."""
    summary, stored = book["Sammendrag"], figures["Sammendrag"]
    added = 0
    for line in summary.iter_rows():
        for cell in line:
            if isinstance(cell.value, str) and cell.value.startswith("=ROUND(SUM('"):
                name, cells = cell.value[len("=ROUND(SUM('") :].split("'!")
                first, last = cells.split(")")[0].replace("$", "").split(":")
                amounts = [one[0].value for one in figures[name][f"{first}:{last}"]]
                value = stored[cell.coordinate].value
                assert in_ore(value) == sum(in_ore(one or 0) for one in amounts)
                added += 1
    assert added == len(SUMMED)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_cells_are_what_they_hold_heads_are_frozen_and_columns_are_defined(app: Flask) -> None:
    year = a_year()
    with as_a_page(app):
        book = the_workbook(ALL)
        read_as_csv()
    read_the_definitions(book)
    applications = rows(book["Søknader"])
    undecided = next(one for one in applications if one["Prosjekt"] == FORMULA)
    assert undecided["Søkt beløp"] == year.undecided.asked // ORE_PER_KRONE
    assert undecided["Sendt inn"] == datetime.fromisoformat("2026-03-02T10:00")
    entry = rows(book["Hovedbok"])[0]
    assert isinstance(entry["Bokført"], datetime)
    assert isinstance(entry["Beløp"], int)
    for name in SHEETS[1:]:
        assert book[name].freeze_panes in ("B2", "A2")
        kinds = {cell.data_type for line in book[name].iter_rows() for cell in line}
        assert "f" not in kinds
    note = [line[:2] for line in book["Sammendrag"].iter_rows(min_row=3, values_only=True)]
    assert ("Tatt ut av", "Line Thorsen") in note
    assert ("Tatt ut", datetime.fromisoformat("2026-05-04T10:00")) in note
    assert ("Utvalg", "Alle år") in note
    assert ("Merk", "Dette er oppdiktede data til demonstrasjon.") in note


def read_the_definitions(book: Workbook) -> None:
    defined = {(one["Ark"], one["Kolonne"]) for one in rows(book["Definisjoner"])}
    for name in SHEETS[1:-1]:
        headings = next(book[name].iter_rows(max_row=1, values_only=True))
        assert {(name, heading) for heading in headings} <= defined
    for one in rows(book["Definisjoner"]):
        assert one["Definisjon"]


def read_as_csv() -> None:
    """See that a Norwegian spreadsheet opens it, and that no cell begins a formula."""
    written = content(exported("applications", ALL, Maker("x", NOW, made_up=False), "nb"))
    ledger = content(exported("ledger", ALL, Maker("x", NOW, made_up=False), "nb"))
    assert written.startswith("\ufeffSaksnummer;Utlysning;Budsjettår;Prosjekt;".encode())
    titles = [line["Prosjekt"] for line in read_csv(written.decode("utf-8-sig"), ";")]
    assert f"'{FORMULA}" in titles
    amounts = {line["Beløp"] for line in read_csv(ledger.decode("utf-8-sig"), ";")}
    assert {"-12345,67", "12345,67", "7,89"} <= amounts  # numbers stay numbers, also below zero


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_table_of_nothing_still_has_its_headings_and_its_formulas(app: Flask) -> None:
    with as_a_page(app):
        book = the_workbook(ALL, values=True)
        written = content(exported("ledger", ALL, Maker("x", NOW, made_up=False), "nb"))
    assert book.sheetnames == SHEETS
    assert summary_line(book["Sammendrag"], "Søknader") == [0, 0, 0, 0, "Søkt beløp", None, None]
    assert written.decode("utf-8-sig").splitlines() == [LEDGER_HEADINGS]


@pytest.mark.parametrize(
    "begins", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\u00a0@", "\uff1d", "\uff0b"]
)
def test_a_text_that_begins_a_formula_is_made_harmless(begins: str) -> None:
    assert harmless(f"{begins}1+1") == f"'{begins}1+1"


@pytest.mark.parametrize("text_", ["Fjell", "a=b", "2026/00001", "", "'=1", "Årdal - nord"])
def test_other_texts_stay_as_they_are(text_: str) -> None:
    assert harmless(text_) == text_
