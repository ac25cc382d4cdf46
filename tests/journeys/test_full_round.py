"""179 cases are shared out, declared, marked, moderated, ranked, proposed and reserved, in the browser."""

import json
import re
import subprocess
import sys
from io import BytesIO

import openpyxl
import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from foundation import clock, outbox
from tests.__main__ import ROOT
from tests.journeys import judging
from tests.journeys.browsing import (
    Visits,
    at,
    cells,
    fact,
    fetched,
    follow,
    follow_the_work,
    press,
    row,
    words,
)
from tests.journeys.controlling import put_on
from tests.journeys.judging import CASES, Office
from tests.journeys.marked import SAID
from tests.journeys.marking import HIGHEST_MARK
from tests.journeys.people import Somebody

TASKS = 3 * CASES
BECAUSE = "Jeg har bodd der i ti år, men kjenner ingen i administrasjonen."
ANSWERED = re.compile(r"sak(er)? er registrert")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_full_round_is_judged_by_the_office(
    app: Flask, live_server: str, browser: Browser
) -> None:
    del app
    visits = Visits(browser, live_server)
    with at("2026-04-14"):
        office = judging.gather()
    with at("2026-04-20"):
        _share_out(visits, office)
        in_doubt = _doubt(visits, office)
        _rule(visits, office, in_doubt)
        _declare(visits, office)
        _declare_the_tie(visits, office)
    with at("2026-04-29"):
        differing = _differ(visits, office, apart_from={in_doubt, office.tied})
        _read_a_third_time(visits, office, differing)
        judging.mark_the_rest(office)
        _moderate(visits, office, differing)
    with at("2026-05-11"):
        listed = _propose(visits, office)
        _wonder(visits, office, listed)
        _choose(visits, office, listed)
        _see_the_reserve(visits, office)


def _share_out(visits: Visits, office: Office) -> None:
    """Let the page suggest who gets what, and keep it: everybody gets as much as anybody else."""
    with visits.of(office.sign_in_of(0)) as page:
        page.goto("/saker?whose=unassigned")
        press(page, "Foreslå fordeling av alle i utvalget")
        shares = page.get_by_role("table", name="Hva hver får").locator("tbody tr").all()
        loads = [int(cells(one)[3]) for one in shares]
        assert sum(loads) == TASKS
        assert max(loads) - min(loads) <= 1
        press(page, "Lagre fordelingen")
        assert f"{TASKS} oppgaver er fordelt." in words(page)
        page.goto("/saker?whose=unassigned")
        assert "Ingen saker passer utvalget." in words(page)


def _doubt(visits: Visits, office: Office) -> int:
    """Let the third officer be in doubt about a case, which is closed from then on; give the case."""
    doubter = office.officers[2].id
    case = next(
        one for one in office.cases if doubter in judging.readers(one) and one != office.tied
    )
    with visits.of(office.sign_in_of(2)) as page:
        _answer(page, case, "Jeg er i tvil om jeg er habil")
        page.goto(f"/saker/{case}")
        assert "Spørsmålet venter på avgjørelse fra lederen din." in words(page)
    return case


def _answer(page: Page, case: int, view: str) -> None:
    page.goto(f"/saker/{case}/habilitet")
    page.get_by_role("radio", name=view, exact=True).check()
    page.get_by_label("Begrunnelse").fill(BECAUSE)
    press(page, "Registrer svaret")


def _declare(visits: Visits, office: Office) -> None:
    """Let everybody declare in all cases, a page at a time; the first also where she is not put on."""
    for number in range(len(office.officers)):
        with visits.of(office.sign_in_of(number)) as page:
            page.goto("/saker/habilitet" + ("?hvem=alle" if number == 0 else ""))
            while page.get_by_role("button", name="Velg alle på siden").count():
                page.get_by_role("button", name="Velg alle på siden").click()
                press(page, "Jeg er habil i sakene som er valgt")
                page.goto("/saker/habilitet" + ("?hvem=alle" if number == 0 else ""))


def _declare_the_tie(visits: Visits, office: Office) -> None:
    """Let the second officer answer apart for the case of the own kommune, with a reason."""
    with visits.of(office.sign_in_of(1)) as page:
        page.goto("/saker/habilitet?hvem=alle")
        assert "Noen saker må du svare for en og en" in words(page)
        page.goto(f"/saker/{office.tied}/habilitet")
        assert "Tenk over dette før du svarer" in words(page)
        page.get_by_role("radio", name="Jeg er habil", exact=True).check()
        press(page, "Registrer svaret")
        assert "Saken er lukket for deg ennå" in words(page)
        _answer(page, office.tied, "Jeg er habil")
        page.goto(f"/saker/{office.tied}/habilitet")
        assert "Saken er åpen for deg." in words(page)


def _rule(visits: Visits, office: Office, case: int) -> None:
    """Let the leader rule on the doubt, and put another on the case."""
    before, doubter = judging.readers(case), office.officers[2]
    with visits.of(Somebody(office.leader.name, office.leader.email)) as page:
        page.goto("/habilitet")
        follow(page, re.compile("^Avgjør"))
        assert BECAUSE in words(page)
        page.get_by_role("radio", name="Inhabil", exact=True).check()
        page.get_by_label("Begrunnelse").fill("Naboskapet er for nært.")
        choice = page.get_by_label("Stedfortreder").locator("option")
        page.get_by_label("Stedfortreder").select_option(index=choice.count() - 1)
        press(page, "Registrer avgjørelsen")
        page.goto("/habilitet")
        assert doubter.name in words(row(page, "Hvem som er hindret i hvilke saker", doubter.name))
    after = judging.readers(case)
    assert doubter.id not in after
    assert len(after) == len(before)


def _differ(visits: Visits, office: Office, *, apart_from: set[int]) -> int:
    """Let two officers mark a case by hand, so differently that a third reader is asked for."""
    case = next(
        one for one in office.cases
        if one not in apart_from and office.officers[0].id not in judging.readers(one)
    )  # fmt: skip
    for officer, points in zip(sorted(judging.readers(case)), (1, HIGHEST_MARK), strict=True):
        number = [one.id for one in office.officers].index(officer)
        with visits.of(office.sign_in_of(number)) as page:
            page.goto(f"/saker/{case}/vurdering")
            for criterion in page.locator(".criterion-sheet").all():
                criterion.get_by_role("radio", name=str(points), exact=True).check()
                criterion.get_by_label("Begrunnelse").fill(f"{SAID} {points}")
            press(page, "Lagre utkast")
            press(page, "Ferdig: lås vurderingen")
    return case


def _read_a_third_time(visits: Visits, office: Office, case: int) -> None:
    """Put a third reader on, who sees nobody's marks, and marks in between."""
    third = next(
        number for number, one in enumerate(office.officers)
        if one.id not in judging.readers(case) and number
    )  # fmt: skip
    with visits.of(office.sign_in_of(0)) as page:
        page.goto(f"/saker/{case}")
        assert "En tredje leser søknaden" in words(page)
        page.goto(f"/saker/{case}/fordeling")
        put_on(page, "Vurderer", office.sign_in_of(third))
    with visits.of(office.sign_in_of(third)) as page:
        page.goto(f"/saker/{case}")
        if page.url.endswith("/habilitet"):
            _answer(page, case, "Jeg er habil")
        page.goto(f"/saker/{case}/vurdering")
        assert SAID not in page.content()
    judging.mark(case, office.officers[third].id, 3)


def _moderate(visits: Visits, office: Office, case: int) -> None:
    """Moderate one criterion: the marks stand, and the score says what counts instead."""
    handler = next(
        number for number, one in enumerate(office.officers) if one.id not in judging.readers(case)
    )
    with visits.of(office.sign_in_of(handler)) as page:
        page.goto(f"/saker/{case}")
        before = words(page.locator("#vurdering"))
        assert f"{SAID} 1" in before
        page.goto(f"/saker/{case}/moderering")
        first = page.locator(".criterion-sheet").first
        first.get_by_role("radio", name="4", exact=True).check()
        first.get_by_label("Begrunnelse").fill("Vi leste behovet likt da vi møttes.")
        press(page, "Lagre modererte karakterer")
        page.goto(f"/saker/{case}")
        after = words(page.locator("#vurdering"))
        assert "Vi leste behovet likt da vi møttes." in after
        assert f"{SAID} 1" in after


def _propose(visits: Visits, office: Office) -> int:
    """Make the list and the best combination, see how they differ, and take the files out."""
    with visits.of(office.sign_in_of(0)) as page:
        page.goto(f"/innstillinger/utlysning/{office.call}")
        assert fact(page, "Saker som kan rangeres") == str(CASES)
        page.get_by_role("textbox", name="Ramme").fill("40 000 000")
        page.get_by_role("radio", name="Begge, ved siden av hverandre").check()
        press(page, "Lag innstilling")
        follow_the_work(page, lambda: outbox.work_until_empty(clock.now()))
        page.goto(f"/innstillinger/utlysning/{office.call}")
        made = page.get_by_role("link", name=re.compile(r"^Innstilling \d+$"))
        expect(made).to_have_count(2)
        numbers = sorted(int(one.split()[1]) for one in made.all_inner_texts())
        page.goto(f"/innstillinger/{numbers[1]}/sammenlign?med={numbers[0]}")
        assert "Listen og den beste fordelingen" in words(page)
        for number in numbers:
            page.goto(f"/innstillinger/{number}")
            _holds(page)
        page.goto(f"/innstillinger/{numbers[0]}")
        assert page.get_by_role("table", name="Rangering").locator("tbody tr").count() == CASES
    return numbers[0]


def _holds(page: Page) -> None:
    """See that the files say what the page says, and that anyone can make the proposal again."""
    inputs = fetched(page, "Last ned grunnlaget (JSON)")
    granted = sum(
        line["amount"] for line in json.loads(inputs.read_text(encoding="utf-8"))["lines"]
    )
    assert 0 < granted <= 4_000_000_000
    assert fact(page, "Innstilt til sammen") == f"{granted // 100:,} kr".replace(",", " ")
    made_again = subprocess.run(
        [sys.executable, "-m", "commands.recompute", str(inputs)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made_again.returncode == 0, made_again.stdout + made_again.stderr
    sheet = openpyxl.load_workbook(
        BytesIO(fetched(page, "Last ned innstillingen som regneark (XLSX)").read_bytes())
    )
    numbers = {str(cell) for one in sheet.worksheets for line in one.values for cell in line}
    assert len({one for one in numbers if re.fullmatch(r"2026/\d{5}", one)}) == CASES


def _wonder(visits: Visits, office: Office, proposal: int) -> None:
    """Ask what half the frame would have given, and see how firmly the proposal stands."""
    with visits.of(office.sign_in_of(0)) as page:
        page.goto(f"/innstillinger/{proposal}/hva-om")
        page.get_by_role("textbox", name="Ramme", exact=True).fill("20 000 000")
        press(page, "Regn ut")
        turned = page.get_by_role("table", name="Sakene som snur").locator("tbody tr")
        assert turned.count() > 0
        assert f"{turned.count()} saker snur:" in words(page)
        page.goto(f"/innstillinger/{proposal}/robusthet")
        page.goto(f"/innstillinger/{proposal}")
        follow(page, "Hvem som får tilskudd")
        page.goto(f"/innstillinger/{proposal}")
        follow(page, "Kvaliteten på vurderingene")


def _choose(visits: Visits, office: Office, proposal: int) -> None:
    with visits.of(office.sign_in_of(0)) as page:
        page.goto(f"/innstillinger/{proposal}/velg")
        page.get_by_label("Hvorfor denne innstillingen velges").fill("Følger poengene.")
        press(page, "Velg innstillingen")
        page.goto(f"/innstillinger/{proposal}")
        assert "Følger poengene." in words(page)


def _see_the_reserve(visits: Visits, office: Office) -> None:
    """See who waits, in the order of the list."""
    with visits.of(office.sign_in_of(0)) as page:
        page.goto(f"/innstillinger/utlysning/{office.call}/reserveliste")
        waiting = page.get_by_role("table", name="Saker på reservelisten").locator("tbody tr").all()
        places = [int(cells(one)[3]) for one in waiting]
        assert places
        assert places == sorted(places)
