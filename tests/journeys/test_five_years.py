"""A controller runs five years in the browser, and an auditor takes away the proof."""

import io
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from flask import Flask
from openpyxl import load_workbook
from playwright.sync_api import Browser

from accounts.models import Role
from accounts.queries import person
from figures.checks import violations
from followup.queries import any_report
from foundation import clock, outbox
from foundation.money import Ore, kroner
from tests.builders import bank, carryover
from tests.builders.accounts import a_person, an_administrator
from tests.builders.batches import Desk
from tests.builders.grants import a_scheme
from tests.journeys import bookkeeping, longrun, sums
from tests.journeys.bookkeeping import Office
from tests.journeys.browsing import Visits, at, fetched, press, words
from tests.journeys.people import Somebody

BUDGET_YEARS = (2024, 2025, 2026, 2027, 2028)
UNSPENT = kroner(200_000)
BACK = kroner(50_000)
COMMITTED = """SELECT coalesce(sum(amount), 0) FROM entry WHERE year = :year
    AND booked_as IN ('commitment', 'commitment_change', 'commitment_lapse')"""
PAID = """SELECT coalesce(sum(amount), 0) FROM entry WHERE year = :year
    AND booked_as IN ('payment', 'payment_return', 'repayment')"""
BATCHES = """SELECT count(DISTINCT batch_id) FROM payment_line l
    JOIN instalment i ON i.id = l.instalment_id WHERE i.year = :year"""
OVER_THE_BANK = "SELECT coalesce(sum(amount), 0) FROM bank_movement"
OUT_AND_BACK = """SELECT coalesce(sum(amount), 0) FROM entry
    WHERE booked_as IN ('payment', 'payment_return')"""


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_five_years_are_booked_paid_reconciled_closed_and_proven(
    app: Flask, live_server: str, browser: Browser, tmp_path: Path
) -> None:
    del app
    visits = Visits(browser, live_server)
    office = _begin(visits)
    desk = _grant_and_pay(office)
    _second_year(office, desk)
    _last_years(office, desk)
    with at("2029-04-20"):
        assert list(violations()) == []
        _add_up(office)
        _export(office)
        _prove(visits, desk, tmp_path)


def _begin(visits: Visits) -> Office:
    """Book 2024 and 2025, carry what is unused along, and close both years."""
    with at("2024-02-05"):
        a_scheme(an_administrator("Alma Oppsett"))
        made = [a_person(Role.CONTROLLER, name=name) for name in ("Karl Kontroll", "Kaja Kontroll")]
        first, second = (Somebody(one.name, one.email) for one in made)
        office = Office(visits, first, second, (made[0].id, made[1].id))
        bookkeeping.book(office, 2024)
    with at("2025-02-05"):
        bookkeeping.carry_over(office, 2024, "1 000 000")
        bookkeeping.close_year(office, 2024)
        bookkeeping.book(office, 2025)
    with at("2026-02-05"):
        bookkeeping.carry_over(office, 2025, "500 000")
        bookkeeping.close_year(office, 2025)
        bookkeeping.book(office, 2026)
        bookkeeping.book(office, 2027)
        bookkeeping.book(office, 2028)
    return office


def _grant_and_pay(office: Office) -> Desk:
    """Two awards of three years are paid: the bank refuses one, and sends the other back."""
    with at("2026-03-02"):
        desk = longrun.awards_of_three_years([person(one) for one in office.ids])
    with at("2026-05-11"):
        bookkeeping.declare(office)
        bookkeeping.open_the_account(office)
        order = bookkeeping.pay_what_is_due(office, 2)
        one, other = order.payments
        bookkeeping.reconciled(office, missing=2, extra=0)
        bookkeeping.status(office, order, {one.reference: ("AC04", "Kontoen er avsluttet")})
        _refused, paid = bank.booked(order)
        assert paid.reference == other.reference
        bookkeeping.statement(office, [paid, bank.sent_back(paid, "AC06")])
        assert sums.ore(PAID, year=2026) == 0
        bookkeeping.look_into(office)
        bookkeeping.look_into(office)
    with at("2026-05-18"):
        again = bookkeeping.pay_what_is_due(office, 2)
        assert again.total == order.total
        fee = bank.Booked(None, Ore(50_00), "GEBYR", text="Gebyr")
        bookkeeping.status(office, again, {})
        bookkeeping.statement(office, [*bank.booked(again), fee])
        bookkeeping.reconciled(office, missing=0, extra=1)
        assert sums.ore(PAID, year=2026) == order.total
    return desk


def _second_year(office: Office, desk: Desk) -> None:
    """Unused money is carried over with authority, a claim is paid, and 2026 is closed."""
    spender, saver = desk.grants
    with at("2027-02-15"):
        longrun.report_and_approve(spender, 2026, Ore(0))
        report = carryover.report_unspent(saver, UNSPENT, 2026, clock.now())
        before = sums.ore(COMMITTED, year=2027)
        found = carryover.answered(saver, UNSPENT, UNSPENT)
        assert found.moved
        assert sums.ore(COMMITTED, year=2027) == before + found.moved
        longrun.approve(saver, any_report(report.id))
        freed = f"{found.moved // 100}"
        bookkeeping.carry_over(office, 2026, freed)
        number = longrun.notice(spender, BACK, clock.today().replace(month=3))
    with at("2027-03-29"):
        longrun.claim(spender, number, BACK, clock.today().replace(month=5))
        due = len(_due(desk))
        order = bookkeeping.pay_what_is_due(office, due)
        bookkeeping.status(office, order, {})
        bookkeeping.statement(office, bank.booked(order))
    with at("2027-04-05"):
        bookkeeping.receive_repayment(office, number, "20 000")
        bookkeeping.receive_repayment(office, number, "30 000")
        bookkeeping.close_year(office, 2026)


def _due(desk: Desk) -> list[object]:
    """Give the instalments that have fallen due, in years that have begun, and are not paid."""
    return [
        one
        for grant in desk.grants
        for one in grant.instalments()
        if one.due_at is not None and one.authorised_at is None and one.year <= clock.today().year
    ]


def _last_years(office: Office, desk: Desk) -> None:
    """Each year is reported, paid out and closed; the last report ends the cases."""
    for year in (2027, 2028):
        with at(f"{year + 1}-03-15"):
            for grant in desk.grants:
                longrun.report_and_approve(grant, year, Ore(0))
            if year == BUDGET_YEARS[-1]:
                for grant in desk.grants:
                    longrun.finish(grant)
            order = bookkeeping.pay_what_is_due(office, len(_due(desk)))
            bookkeeping.statement(office, bank.booked(order))
            bookkeeping.close_year(office, year)
    with at("2029-03-16"):
        bookkeeping.reconciled(office, missing=0, extra=1)
        assert sums.ore(OVER_THE_BANK) == sums.ore(OUT_AND_BACK) + 50_00


def _add_up(office: Office) -> None:
    """Read the control totals of each year's page beside plain SQL."""
    with office.sits(office.first) as page:
        for year in BUDGET_YEARS:
            committed, paid = sums.ore(COMMITTED, year=year), sums.ore(PAID, year=year)
            bookkeeping.the_year_adds_up(page, year, Ore(committed), Ore(paid))


def _export(office: Office) -> None:
    """Take all years out for Riksrevisjonen, and add the sheets up."""
    with office.sits(office.first) as page:
        page.goto("/eksport")
        page.get_by_role("radio", name="Regneark med alle arkene (XLSX)").check()
        file = fetched(page, "Lag og last ned filen").read_bytes()
    book = load_workbook(io.BytesIO(file), data_only=True)
    head, *lines = book["Hovedbok"].iter_rows(values_only=True)
    year, amount = head.index("Budsjettår"), head.index("Beløp")
    told = {
        one: sum(_ore(line[amount]) for line in lines if line[year] == one) for one in BUDGET_YEARS
    }
    assert told == {one: sums.ore(sums.LEDGER, year=one) for one in BUDGET_YEARS}
    assert len(lines) == sums.ore("SELECT count(*) FROM entry")


def _ore(amount: object) -> int:
    return int(Decimal(str(amount)) * 100)


def _prove(visits: Visits, desk: Desk, folder: Path) -> None:
    """Have a pack of evidence made, verify it with its own verifier, and find one flipped byte."""
    made = a_person(Role.AUDITOR, name="Rita Revisor")
    with visits.of(Somebody(made.name, made.email)) as page:
        page.goto("/revisjon/bevis")
        page.get_by_role("radio", name="Budsjettår").check()
        page.get_by_label("År", exact=True).select_option("2026")
        press(page, "Lag bevispakken")
        outbox.work_until_empty(clock.now())
        page.reload()
        last = page.locator("code.hash").first.inner_text()
        pack = fetched(page, "Last ned pakken").read_bytes()
        assert "bevispakke" in words(page).lower()
    whole, broken = folder / "pakke.zip", folder / "endret.zip"
    whole.write_bytes(pack)
    with ZipFile(whole) as archive:
        (folder / "verifiser.py").write_bytes(archive.read("verifiser.py"))
        names = set(archive.namelist())
        place = pack.index(archive.read("boker/boker.json"))
    assert {
        f"saker/{_folder(one.application.case_number)}/sak.json" for one in desk.grants
    } <= names
    orders = len([one for one in names if one.startswith("boker/bankfiler/")])
    assert orders == sums.ore(BATCHES, year=2026)
    assert _verified(folder, whole, last) == 0
    flipped = bytearray(pack)
    flipped[place + 1_000] ^= 1
    broken.write_bytes(bytes(flipped))
    assert _verified(folder, broken, last) == 1


def _folder(number: str | None) -> str:
    return str(number).replace("/", "-")


def _verified(folder: Path, pack: Path, last: str) -> int:
    """Run the verifier as an auditor does: with Python alone, and nothing of ours in reach."""
    return subprocess.run(
        [sys.executable, "-I", "-S", str(folder / "verifiser.py"), str(pack), "--siste", last],
        check=False,
        cwd=folder,
    ).returncode
