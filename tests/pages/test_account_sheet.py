"""The accounts of a report out as a spreadsheet and in again: shown first, and all of it or nothing."""

from collections.abc import Callable
from io import BytesIO

from flask import Flask
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import select

from criteria.duties import DutyKind
from followup.accountsheet import HEADING_ROW, SPENT
from followup.models import AccountLine, Report
from foundation import clock
from foundation.database import db
from foundation.money import kroner
from tests.builders.decisions import NOW
from tests.builders.followup import a_draft, a_filled_draft, again
from tests.builders.payments import an_accepted_grant, signatory_of
from tests.formfilling import filled
from tests.web import Page, Web

FIRST_ROW = HEADING_ROW + 1


def words(page: Page) -> str:
    return " ".join((page.main.get_text(" ") if page.main else "").split())


def edited(content: bytes, edit: Callable[[Worksheet], None]) -> tuple[BytesIO, str]:
    book = load_workbook(BytesIO(content))
    edit(book.worksheets[0])
    file = BytesIO()
    book.save(file)
    file.seek(0)
    return file, "regnskap.xlsx"


def saved(report_id: int) -> tuple[int, str]:
    one = db.session.execute(
        select(AccountLine.spent, Report.progress)
        .join(Report, Report.id == AccountLine.report_id)
        .where(Report.id == report_id)
        .order_by(AccountLine.activity_id)
    ).first()
    assert one is not None
    return one.spent, one.progress


def typed(amount: float | str, row: int = FIRST_ROW) -> Callable[[Worksheet], None]:
    def edit(sheet: Worksheet) -> None:
        sheet.cell(row, SPENT + 1).value = amount

    return edit


def test_the_accounts_are_filled_in_a_spreadsheet(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    signatory, report = signatory_of(grant.application), a_filled_draft(grant)
    number = report.id
    before = again(signatory, report)
    was, told = before.accounts[0].spent, before.progress
    page_of, file_of = f"/rapporter/{number}/regnskap", f"/rapporter/{number}/regnskap.xlsx"
    with clock.frozen(NOW):
        web.log_in(signatory)
        content = bytes(web.get(file_of).data)
        page = web.send(page_of, file=edited(content, typed(was / 100)))
        assert "Det er ingenting å endre." in words(page)

        page = web.send(page_of, file=edited(content, typed("mye")))
        assert f"rad {FIRST_ROW}:" in words(page)
        assert "Skriv beløpet i kroner" in words(page)

        page = web.send(page_of, file=edited(content, typed(123456.78)))
        assert "1 beløp blir endret" in words(page)
        assert saved(number) == (was, told)
        page = web.post(filled(page, page.url, "Lagre endringene", {}))
        assert "Lagret kl." in words(page)
        assert saved(number) == (123_456_78, told)

        other = edited(content, lambda sheet: setattr(sheet["A1"], "value", "noe annet"))
        assert "Dette er ikke regnearket til denne rapporten." in words(
            web.send(page_of, file=other)
        )
        strange = edited(content, lambda sheet: setattr(sheet.cell(FIRST_ROW, 1), "value", "999"))
        assert "Raden hører ikke til regnskapet" in words(web.send(page_of, file=strange))
        page = web.send(page_of, file=(BytesIO(b"tull"), "regnskap.xlsx"))
        assert "Filen er ikke et regneark vi kan lese." in words(page)


def test_an_empty_sheet_shows_the_budget_and_a_final_report_has_none(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    amount = grant.decision.amount
    report, final = a_draft(grant).id, a_draft(grant, DutyKind.FINAL).id
    with clock.frozen(NOW):
        web.log_in(signatory_of(grant.application))
        sheet = load_workbook(
            BytesIO(web.get(f"/rapporter/{report}/regnskap.xlsx").data)
        ).worksheets[0]
        row = [cell.value for cell in sheet[FIRST_ROW]]
        assert row[2] == amount / kroner(1)
        assert row[3] is None
        web.open(f"/rapporter/{final}/regnskap", status=404)
        web.get(f"/rapporter/{final}/regnskap.xlsx", status=404)
