"""The budget out as a spreadsheet and in again: what it changes is shown first, and all of it or nothing."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from flask import Flask
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from applications.budget_sheet import opening
from applications.models import Application
from criteria.budget import Source
from foundation.money import kroner
from tests.builders.applications import Collaboration, a_collaboration, a_filled_draft
from tests.formfilling import filled
from tests.web import Page, Web

FIRST_YEAR = 5
FIRST_ROW = 4
Edit = Callable[[Worksheet], object]


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


@pytest.fixture
def draft(together: Collaboration) -> Application:
    return a_filled_draft(together)


@pytest.fixture
def lead(web: Web, together: Collaboration) -> Web:
    web.log_in(together.signatory)
    return web


def words(page: Page) -> str:
    return " ".join(page.main.get_text().replace("\xa0", " ").split()) if page.main else ""


def handed_out(web: Web, number: int) -> bytes:
    return bytes(web.get(f"/soknader/{number}/budsjett/regneark.xlsx").data)


def edited(content: bytes, *edits: Edit) -> bytes:
    book = load_workbook(BytesIO(content))
    sheet = book.worksheets[0]
    for edit in edits:
        edit(sheet)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def put(row: int, column: int, value: str | float | None) -> Edit:
    def edit(sheet: Worksheet) -> None:
        sheet.cell(row, column).value = value  # as somebody at a spreadsheet does

    return edit


def read(web: Web, number: int, content: bytes) -> Page:
    return web.send(
        f"/soknader/{number}/budsjett/regneark", "Les regnearket", file=(BytesIO(content), "b.xlsx")
    )


def budget_of(application: Application) -> set[tuple[int, int, int, Source, int]]:
    return {
        (one.partner_id, one.year, one.activity_id, one.source, one.amount)
        for one in application.budget_lines
    }


def test_a_sheet_that_nobody_touched_changes_nothing(lead: Web, draft: Application) -> None:
    page = read(lead, draft.id, handed_out(lead, draft.id))
    assert "Det er ingenting å endre" in words(page)


def test_the_sheet_is_locked_but_for_the_amounts_and_adds_up(lead: Web, draft: Application) -> None:
    content = handed_out(lead, draft.id)
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    assert sheet.protection.sheet
    assert sheet.cell(3, 2).protection.locked
    assert not sheet.cell(FIRST_ROW, FIRST_YEAR).protection.locked
    assert sheet.column_dimensions["A"].hidden
    computed = load_workbook(BytesIO(content), data_only=True).worksheets[0]
    sums = {
        row[3]: row[4:] for row in computed.iter_rows(min_row=FIRST_ROW, values_only=True)
        if row[0] == "sum"
    }  # fmt: skip
    assert sums["Søkt tilskudd"] == (1_800_000, 0, 1_800_000)
    assert sums["Sum"] == (3_600_000, 0, 3_600_000)


def test_changes_are_shown_first_and_saved_as_if_typed(
    lead: Web, together: Collaboration, draft: Application
) -> None:
    number, before = draft.id, budget_of(draft)
    content = edited(
        handed_out(lead, number),
        put(FIRST_ROW, FIRST_YEAR, 1_234_567.5),
        put(FIRST_ROW, FIRST_YEAR + 1, "250 000"),
        put(FIRST_ROW + 1, FIRST_YEAR, None),
    )

    page = read(lead, number, content)

    assert "3 beløp blir endret" in words(page)
    assert "1 234 567,50" in words(page)
    assert budget_of(together.read(number)) == before
    lead.post(filled(page, page.url, "Lagre endringene", {}))
    after = budget_of(together.read(number))
    partner = together.read(number).partners[0].id
    amounts = {(year, source): amount for who, year, _, source, amount in after if who == partner}
    assert amounts == {
        (2026, Source.GRANT): 123_456_750, (2027, Source.GRANT): kroner(250_000),
    }  # fmt: skip
    assert len(after) == len(before)
    again = read(lead, number, handed_out(lead, number))
    assert "Det er ingenting å endre" in words(again)


def test_what_a_colleague_saves_meanwhile_is_not_overwritten(
    lead: Web, together: Collaboration, draft: Application
) -> None:
    number = draft.id
    empty = handed_out(lead, number)
    mine = read(lead, number, edited(empty, put(FIRST_ROW, FIRST_YEAR, 250_000)))
    theirs = read(lead, number, edited(empty, put(FIRST_ROW, FIRST_YEAR, 300_000)))
    lead.post(filled(theirs, theirs.url, "Lagre endringene", {}))
    saved = budget_of(together.read(number))

    answer = lead.post(filled(mine, mine.url, "Lagre endringene", {}), status=409)

    assert "Noen andre har lagret samtidig" in words(answer)
    assert budget_of(together.read(number)) == saved


def test_every_fault_is_told_by_row_and_column_and_nothing_is_taken(
    lead: Web, together: Collaboration, draft: Application
) -> None:
    number, before = draft.id, budget_of(draft)
    content = edited(
        handed_out(lead, number),
        put(FIRST_ROW, FIRST_YEAR, "mye"),
        put(FIRST_ROW, FIRST_YEAR + 1, -5),
        put(FIRST_ROW + 1, FIRST_YEAR, 1.005),
        put(FIRST_ROW + 2, FIRST_YEAR + 1, "=1+1"),
        put(FIRST_ROW + 3, 1, "999-1-grant"),
        put(900, 4, "Egen rad"),
    )

    page = read(lead, number, content)

    told = [one.get_text() for one in page.select(".ds-alert li")]
    assert told == [
        "rad 4, kolonne 2026: Skriv beløpet i kroner, for eksempel 1 250 000.",
        "rad 4, kolonne 2027: Beløpet kan ikke være negativt.",
        "rad 5, kolonne 2026: Beløpet har mer enn to desimaler.",
        "rad 6, kolonne 2027: Formelen er ikke regnet ut. Åpne og lagre regnearket på nytt.",
        "rad 7: Deltakeren, aktiviteten eller kilden er ikke med her, eller ikke deres å fylle ut.",
        "rad 900: Raden hører ikke til budsjettet. Skriv beløpene i radene som var der.",
    ]
    assert page.find("button", string="Lagre endringene") is None
    assert budget_of(together.read(number)) == before


def test_a_partner_gets_and_fills_in_its_own_rows_only(
    web: Web, together: Collaboration, draft: Application
) -> None:
    number, own = draft.id, draft.partners[1].id
    web.log_in(together.signatory)
    whole = handed_out(web, number)
    web.log_in(together.others_signatories[0])
    rows = load_workbook(BytesIO(handed_out(web, number))).worksheets[0].iter_rows(
        min_row=FIRST_ROW, max_col=1, values_only=True
    )  # fmt: skip
    assert {str(key).split("-")[0] for (key,) in rows if key not in (None, "sum")} == {str(own)}
    assert "ikke deres å fylle ut" in words(read(web, number, whole))


def test_a_sheet_of_another_application_is_refused(
    lead: Web, together: Collaboration, draft: Application
) -> None:
    number = draft.id
    other = a_filled_draft(together).id
    assert "ikke regnearket til denne søknaden" in words(
        read(lead, number, handed_out(lead, other))
    )


def zipped(**parts: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return file.getvalue()


def a_bomb() -> bytes:
    return zipped(**{"xl/workbook.xml": b"0" * (opening.LARGEST_UNFOLDED + 1)})


def with_macros() -> bytes:
    return zipped(**{"xl/workbook.xml": b"<workbook/>", "xl/vbaProject.bin": b"x"})


def with_entities() -> bytes:
    return zipped(**{"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>'})


def an_empty_book() -> bytes:
    file = BytesIO()
    Workbook().save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"Deltaker;Belop\n", "ikke et regneark vi kan lese"),
        (a_bomb(), "for stor til å være et budsjett"),
        (with_macros(), "har makroer"),
        (with_entities(), "ikke et regneark vi kan lese"),
        (zipped(**{"xl/workbook.xml": b"<workbook"}), "ikke et regneark vi kan lese"),
        (an_empty_book(), "ikke regnearket til denne søknaden"),
    ],
    ids=["text", "bomb", "macros", "entities", "broken", "empty"],
)
def test_what_is_no_safe_sheet_is_refused(
    lead: Web, draft: Application, content: bytes, why: str
) -> None:
    assert why in words(read(lead, draft.id, content))


def test_a_file_that_is_too_large_is_refused(
    lead: Web, draft: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGEST_FILE", 1_000)
    assert "for stor til å være et budsjett" in words(read(lead, draft.id, b"x" * 1_001))
