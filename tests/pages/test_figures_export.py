"""Where a controller takes a year out: who may, what comes, and what stays in the log."""

import hashlib
import io
from hashlib import sha256

from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import func, select

from accounts.models import AuditEntry, Person, Role
from accounts.queries import person
from figures.models import QueryLog
from foundation.database import db
from foundation.money import format_amount, format_kroner
from payments.queries import year_rows
from tests.builders.accounts import a_person
from tests.builders.decisions import a_controller
from tests.builders.figures import a_year
from tests.figuring import BOOKED, ore, read_csv, typed
from tests.querycount import asked
from tests.web import Web


def somebody(role: Role) -> Person:
    return person(a_person(role, name="Nina Noen").id)


def test_a_year_is_taken_out_as_a_workbook_that_the_log_and_the_trail_can_tell_again(
    app: Flask, web: Web
) -> None:
    del app
    year = a_year()
    web.log_in(year.controller)
    answer = web.download("/eksport", year="2026", content="workbook")
    assert (
        answer.headers["Content-Disposition"] == "attachment; filename=tilsagn-workbook-2026.xlsx"
    )
    assert answer.headers["Cache-Control"] == "no-store"
    log = db.session.scalars(select(QueryLog)).one()
    assert log.sha256 == sha256(answer.data).hexdigest()
    assert (log.person_id, log.what, log.format) == (year.controller.id, "workbook", "xlsx")
    assert log.filter == {"year": 2026}
    assert answer.headers["Tilsagn-Rows"] == str(log.rows)

    summary = load_workbook(io.BytesIO(answer.data), data_only=True)["Sammendrag"]
    told = {line[0]: line[1] for line in summary.iter_rows(values_only=True)}
    assert told["Tatt ut av"] == year.controller.name
    assert told["Utvalg"] == "Budsjettåret 2026"
    assert told["Rader i alt"] == log.rows
    assert round(float(str(told["Kontrollsum i alt (kroner)"])) * 100) == log.control_sum
    assert "Merk" not in told  # nothing is made up outside a demonstration

    page = web.open("/eksport").get_text(" ")
    for shown in (year.controller.name, "Regneark, XLSX", format_kroner(log.control_sum)):
        assert shown in page
    trail = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc()).limit(1)).one()
    assert (trail.act, trail.detail["sha256"]) == ("figures.taken_out", log.sha256)


def test_the_screen_the_workbook_and_the_ledger_show_the_same_year(app: Flask, web: Web) -> None:
    del app
    year = a_year()
    web.log_in(year.controller)
    screen = web.open("/okonomi").get_text(" ")
    answer = web.download("/eksport", year="2026", content="workbook")
    summary = load_workbook(io.BytesIO(answer.data), data_only=True)["Sammendrag"]
    line = next(
        one[2:7]
        for one in summary.iter_rows(values_only=True)
        if one[:2] == ("kap. 701 post 60", 2026)
    )
    sums = next(one.balance for one in year_rows() if one.year == 2026)
    amounts = [sums.appropriated, sums.committed, sums.paid, sums.available, sums.remaining]
    assert [round(float(str(one)) * 100) for one in line] == amounts
    for amount in amounts:
        assert format_amount(amount) in screen


def test_one_table_of_all_years_comes_as_csv(app: Flask, web: Web) -> None:
    del app
    year = a_year()
    web.log_in(year.controller)
    answer = web.download("/eksport", year="", content="ledger")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8; header=present"
    entries = read_csv(answer.data.decode("utf-8-sig"), ";")
    booked = ore(typed(BOOKED), year=None)
    assert sum(int(one["Beløp"].replace(",", "")) for one in entries) == booked
    assert answer.headers["Tilsagn-Control-Sum"] == str(booked)
    log = db.session.scalars(select(QueryLog)).one()
    assert (log.what, log.rows, log.control_sum) == ("ledger", len(entries), booked)
    assert log.filter == {"year": None}
    slip = web.get(f"/eksport/{log.id}/folgeseddel.txt").get_data(as_text=True)
    assert f"SHA-256: {hashlib.sha256(answer.data).hexdigest()}\n" in slip
    assert f"Rader: {len(entries)}\n" in slip
    assert f"Tatt ut av: {year.controller.name}\n" in slip
    web.get(f"/eksport/{log.id + 1}/folgeseddel.txt", status=404)


def test_only_controllers_and_auditors_take_figures_out(app: Flask, web: Web) -> None:
    del app
    assert web.get("/eksport", status=302).location == "/logg-inn?next=/eksport"
    web.log_in(somebody(Role.CASE_OFFICER))
    web.open("/eksport", status=403)
    web.log_in(person(a_person(Role.AUDITOR, name="Rita Revisor").id))
    web.open("/eksport")
    assert db.session.scalar(select(func.count()).select_from(QueryLog)) == 0


def test_nothing_is_taken_out_until_something_is_chosen(app: Flask, web: Web) -> None:
    del app
    web.log_in(a_controller())
    page = web.send("/eksport", content=None)
    assert "Velg hva som skal tas ut." in page.get_text()
    assert db.session.scalar(select(func.count()).select_from(QueryLog)) == 0


def test_the_page_asks_the_same_however_much_is_in_the_log(app: Flask, web: Web) -> None:
    del app
    web.log_in(a_controller())
    numbers = []
    for _ in range(2):
        web.download("/eksport", content="ledger")
        with asked() as heard:
            web.open("/eksport")
        numbers.append(heard.number)
    assert numbers[0] == numbers[1] <= 6
