"""The lead picks a benefit, a kommune measures it for years, and the office prints how the scheme stands."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

from playwright.sync_api import Page
from sqlalchemy import text

from foundation.database import db
from foundation.money import Ore, format_amount
from foundation.wording import format_day
from tests.journeys import sums
from tests.journeys.browsing import (
    Visits,
    fetched,
    follow,
    lacking,
    plain,
    press,
    printed,
    row,
    words,
)
from tests.journeys.longrun import YEARS
from tests.journeys.threeyears import STAYS, Project

BENEFIT, INDICATOR = "G2", "G2-G1"
BASELINE, TARGET = Decimal(52), Decimal(32)
FIRST, SECOND = Decimal(42), Decimal("33.5")
METHOD = "Stikkprøve av 40 vakter, talt i journalen."
LATE = "Opplæringen kom sent. Alle har nå fått den."
BEHIND = "Målingen ligger etter målet."

PROJECTS = "SELECT count(*) FROM application WHERE step IN ('accepted', 'completed')"
KOMMUNER = """SELECT (SELECT count(*) FROM partner WHERE application_id = :case AND role <> 'observer')
    - (SELECT count(*) FROM change_request c, json_each(c.wanted, '$.leaving')
       WHERE c.application_id = :case AND c.approved)"""
"""How many carry the project out: those who have left do not."""
WITH = """SELECT count(DISTINCT organisation_id) FROM benefit_measurement
    WHERE kind = :kind AND value IS NOT NULL"""
COMMITTED = """SELECT coalesce(sum(amount), 0) FROM entry WHERE year = :year
    AND booked_as IN ('commitment', 'commitment_change', 'commitment_lapse')"""
PAID = """SELECT coalesce(sum(amount), 0) FROM entry WHERE year = :year
    AND booked_as IN ('payment', 'payment_return', 'repayment')"""
SPENT = """SELECT coalesce(sum(l.spent), 0) FROM account_line l JOIN report r ON r.id = l.report_id
    JOIN duty d ON d.id = r.duty_id
    WHERE d.kind = 'annual' AND d.year = :year AND r.approved"""
OVERDUE = """SELECT kind, year, due_on FROM duty WHERE due_on < :today AND met_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM report r WHERE r.duty_id = duty.id AND r.approved) ORDER BY due_on"""
NAMES = {"benefits": "Oppfølging av gevinster", "experience": "Deling av erfaringer"}


def choose(visits: Visits, project: Project) -> None:
    """Pick a benefit from the catalogue, as the lead."""
    with visits.of(project.lead) as page:
        page.goto(f"/soknader/{project.case}/gevinster")
        follow(page, "Velg fra katalogen")
        for box in page.get_by_role("checkbox").all():
            box.uncheck()
        page.get_by_role("checkbox", name=BENEFIT).check()
        press(page, "Følg gevinstene")
        assert "Prosjektet følger gevinstene fra nå av." in words(page)


def plan(visits: Visits, project: Project) -> None:
    """Say who answers for it in a kommune, where it stands and where it is to come: by that kommune."""
    with visits.of(project.stays) as page:
        page.goto(f"/soknader/{project.case}/gevinster")
        follow(page, f"Registrer – {BENEFIT} {STAYS}")
        page.get_by_label("Hvem har ansvaret for gevinsten?").fill("Kommunalsjef helse")
        page.get_by_label("Hva skal gevinsten brukes til?").select_option(
            "Bedre kvalitet i tjenesten"
        )
        page.get_by_label("Hvordan skal den tas ut?").fill("Mer tid hos pasientene.")
        press(page, "Lagre ansvaret")
        assert "Kommunalsjef helse" in words(page)
        _open(page, project)
        assert page.get_by_role("link", name="Registrer måling").count() == 0
        follow(page, "Registrer nullpunkt")
        _found(page, BASELINE, "2026-06-08")
        press(page, "Registrer")
        follow(page, re.compile("^Registrer mål$"))
        page.get_by_label("Verdi", exact=True).fill(_typed(TARGET))
        page.get_by_label("Målet skal være nådd innen").fill("2031-12-31")
        press(page, "Registrer")
        assert "Mål er registrert." in words(page)


def measure_behind(visits: Visits, project: Project, day: str) -> None:
    """Measure half of the way when more was hoped for: it is not taken before it is explained."""
    with visits.of(project.stays) as page:
        _open(page, project)
        follow(page, "Registrer måling")
        _found(page, FIRST, day)
        press(page, "Registrer")
        assert BEHIND in words(page)
        page.get_by_label("Er målingen dårligere enn dere ventet").fill(LATE)
        press(page, "Registrer")
        assert lacking(words(page), "Måling er registrert.", LATE, "50") == []


def measure_again(visits: Visits, project: Project, day: str) -> None:
    """Measure a year later, when the kommune has caught up."""
    with visits.of(project.stays) as page:
        _open(page, project)
        follow(page, "Registrer måling")
        _found(page, SECOND, day)
        press(page, "Registrer")
        told = words(page)
        assert "ligger etter" not in told
        values = page.get_by_role("table", name="Verdiene som gjelder")
        assert values.get_by_role("row").count() == len((BASELINE, TARGET, FIRST, SECOND)) + 1


def others_see_their_own(visits: Visits, project: Project) -> None:
    """See, as the one that has left, none of the figures of the others."""
    with visits.of(project.leaves) as page:
        page.goto(f"/soknader/{project.case}/gevinster")
        assert _typed(SECOND) not in words(page)


def print_the_scheme(visits: Visits, project: Project, today: str) -> None:
    """Print how the scheme stands, and hold every figure against independent SQL; the page says the same."""
    with visits.of(project.handler) as page:
        page.goto("/oppfolging")
        paper: Path = fetched(page, "Rapport som PDF, bokmål")
        # also what stands in the folded table behind the chart
        shown = plain(page.locator("main").text_content() or "")
        told = printed(paper)
        assert fact_of_kommuner(project) in told
        benefit = row(page, "Gevinstene i katalogen", BENEFIT)
        followed, baseline, measured = (
            plain(one) for one in benefit.locator("td.number").all_inner_texts()[:3]
        )
    assert int(followed) == sums.ore(PROJECTS) == 1
    assert int(baseline) == sums.ore(WITH, kind="nullpunkt") == 1
    assert int(measured) == sums.ore(WITH, kind="maling") == 1
    for year in YEARS:
        amounts = [sums.ore(query, year=year) for query in (COMMITTED, PAID, SPENT)]
        assert amounts == [project.granted(year)] * 3, f"{year}: {amounts}"
        line = " ".join([str(year), *(plain(format_amount(Ore(one))) for one in amounts)])
        assert line in told
        assert all(plain(format_amount(Ore(one))) in shown for one in amounts)
    _, late_on_paper = told.split("Rapporter der fristen er ute")
    for kind, year, due_on in late(today):
        assert lacking(late_on_paper, NAMES[kind], project.number, due_on) == []
        assert f"{NAMES[kind]} {year}" in shown


def fact_of_kommuner(project: Project) -> str:
    """Say, from independent SQL, how many kommuner have a baseline."""
    having, all_of_them = (
        sums.ore(WITH, kind="nullpunkt"), sums.ore(KOMMUNER, case=project.case)
    )  # fmt: skip
    return f"{having} av {all_of_them} kommuner"


def late(today: str) -> list[tuple[str, int, str]]:
    """List what is owed and late, and since when, by independent SQL."""
    with db.engine.connect() as connection:
        rows = connection.execute(text(OVERDUE), {"today": today}).all()
    assert rows
    return [
        (str(kind), int(year), plain(format_day(date.fromisoformat(due_on))))
        for kind, year, due_on in rows
    ]


def _open(page: Page, project: Project) -> None:
    page.goto(f"/soknader/{project.case}/gevinster")
    follow(page, f"{STAYS} kommune – {INDICATOR}")


def _found(page: Page, value: Decimal, day: str) -> None:
    page.get_by_label("Verdi", exact=True).fill(_typed(value))
    page.get_by_label("Dato", exact=True).fill(day)
    page.get_by_label("Hvordan er verdien funnet?").fill(METHOD)
    page.get_by_role("radio", name="Målt").check()


def _typed(value: Decimal) -> str:
    return str(value).replace(".", ",")
