"""Step 10: workbook, CSV and the researcher's tables agree with the ledger to the øre."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import Page

from tests.journeys import sums
from tests.journeys.applying import ASKED
from tests.journeys.browsing import Visits, fetched, press, words
from tests.journeys.deciding import BY_YEAR
from tests.journeys.handing_in import Case
from tests.journeys.paying import APPROPRIATED, FIRST_INSTALMENT
from tests.journeys.people import Cast, Somebody
from tests.journeys.proposing import GRANTED

YEAR = 2026
OTHERS_ASKED = 1_800_000_00
ORE_PER_KRONE = 100


def the_database_agrees() -> None:
    """Hold the sums of independent SQL against what every step before has shown."""
    assert sums.booked(YEAR, "appropriation") == APPROPRIATED
    assert sums.booked(YEAR, "commitment") == BY_YEAR[YEAR]
    assert sums.booked(YEAR, "payment") == FIRST_INSTALMENT
    assert sums.ore(sums.GRANTED, year=YEAR) == BY_YEAR[YEAR]
    assert sums.ore(sums.ASKED) == ASKED + OTHERS_ASKED


def export(visits: Visits, controller: Somebody, case: Case) -> None:
    """Take the year out as a workbook and the ledger as CSV."""
    with visits.of(controller) as page:
        _read_the_workbook(_taken_out(page, "Regneark med alle arkene (XLSX)"), case)
        _read_the_ledger(_taken_out(page, "Bare hovedbok (CSV)"))
        page.goto("/eksport")
        assert "XLSX" in words(page)


def issue_a_key(visits: Visits, cast: Cast) -> str:
    """Issue a key to the researcher, and hand it over the one time that it is shown."""
    with visits.of(cast.administrator) as page:
        page.goto("/forvaltning/nokler")
        page.get_by_label("Forsker").select_option(cast.researcher.name)
        page.get_by_label("Formål").fill("Følgeforskning av ordningen")
        page.get_by_label("Siste dag nøkkelen gjelder").fill("2027-12-31")
        press(page, "Utsted nøkkelen")
        return page.locator("main code").inner_text()


def accept_the_terms(visits: Visits, researcher: Somebody) -> None:
    """Accept the terms that every table is given on."""
    with visits.of(researcher) as page:
        page.goto("/forskning")
        press(page, "Godta vilkårene")


def pull(visits: Visits, key: str, case: Case, other: Case) -> None:
    """Fetch the tables from a program, as JSON and as CSV; without the key there is nothing."""
    program = visits.program(key)
    assert visits.program("feil").get("/api/v1/decisions").status == 401
    told = {
        table: json.loads(program.get(f"/api/v1/{table}?format=json").text())
        for table in ("applications", "decisions", "payments", "kommuner")
    }
    assert told["applications"]["control"]["sum"] == ASKED + OTHERS_ASKED
    decided = {one["case_number"]: one for one in told["decisions"]["data"]}
    assert {number: one["outcome"] for number, one in decided.items()} == {
        case.number: "partial_award", other.number: "refusal"
    }  # fmt: skip
    assert _in(decided[case.number], "granted") == GRANTED == sum(BY_YEAR.values())
    assert told["payments"]["control"]["sum"] == sums.booked(YEAR, "payment")
    assert told["kommuner"]["control"]["sum"] == GRANTED
    for table, whole in told.items():
        answer = program.get(f"/api/v1/{table}?format=csv")
        records = list(csv.DictReader(io.StringIO(answer.text())))
        assert len(records) == whole["rows"] == len(whole["data"])
        column = whole["control"]["column"]
        assert sum(int(one[column]) for one in records) == whole["control"]["sum"]


def the_researchers_page_agrees(visits: Visits, researcher: Somebody) -> None:
    """Fetch the same from the researcher's own page, and see each fetch in the log."""
    with visits.of(researcher) as page:
        page.goto("/forskning")
        written = fetched(page, "CSV – Vedtak, alle år").read_text(encoding="utf-8")
        records = list(csv.DictReader(io.StringIO(written)))
        column = next(name for name in records[0] if name.startswith("granted"))
        assert sum(int(one[column]) for one in records) == GRANTED


def _taken_out(page: Page, content: str) -> Path:
    page.goto("/eksport")
    page.get_by_label("Budsjettår").select_option(str(YEAR))
    page.get_by_role("radio", name=content).check()
    return fetched(page, "Lag og last ned filen")


def _read_the_workbook(file: Path, case: Case) -> None:
    written = io.BytesIO(file.read_bytes())
    book, values = load_workbook(written), load_workbook(written, data_only=True)
    assert _sum(values["Hovedbok"], "Beløp") == sums.ore(sums.LEDGER, year=YEAR)
    assert _sum(values["Vedtak"], "Tilskudd i utvalget") == sums.ore(sums.GRANTED, year=YEAR)
    assert _sum(values["Søknader"], "Søkt beløp") == sums.ore(sums.ASKED)
    assert _sum(values["Mottakere"], "Utbetalt") == sums.booked(YEAR, "payment")
    assert case.number in {one["Saksnummer"] for one in _rows(values["Rater"])}
    _add_the_formulas_up(book, values)


def _add_the_formulas_up(book: Workbook, values: Workbook) -> None:
    """See that the summary is formulas over the sheets, and what they carry for the year."""
    summary = book["Sammendrag"]
    formulas = [
        cell.coordinate
        for line in summary.iter_rows()
        for cell in line
        if isinstance(cell.value, str) and cell.value.startswith("=")
    ]
    assert len(formulas) > 10
    line = next(
        one for one in values["Sammendrag"].iter_rows(values_only=True)
        if one[:2] == ("kap. 701 post 60", YEAR)
    )  # fmt: skip
    promised, paid = BY_YEAR[YEAR], FIRST_INSTALMENT
    assert [_ore(amount) for amount in line[2:7]] == [
        APPROPRIATED, promised, paid, APPROPRIATED - promised, promised - paid
    ]  # fmt: skip


def _read_the_ledger(file: Path) -> None:
    records = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig")), delimiter=";"))
    total = sum(_ore(one["Beløp"].replace(",", ".")) for one in records)
    assert total == sums.ore(sums.LEDGER, year=YEAR)


def _rows(sheet: Worksheet) -> list[dict[str, object]]:
    first, *rest = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, first), one, strict=True)) for one in rest]


def _sum(sheet: Worksheet, column: str) -> int:
    return sum(_ore(one[column]) for one in _rows(sheet))


def _ore(amount: object) -> int:
    exact = Decimal(str(amount)) * ORE_PER_KRONE
    assert exact == exact.to_integral_value()
    return int(exact)


def _in(record: dict[str, object], name: str) -> object:
    """Give an amount by its name; the column says its unit after it."""
    return next(value for column, value in record.items() if column.startswith(name))
