"""Step 8: the lead accepts, one controller attests, another authorises, and the ledger tells it all."""

from playwright.sync_api import Page

from foundation.money import NOTHING, Ore, format_kroner
from tests.builders.decisions import AN_ACCOUNT
from tests.journeys.browsing import Visits, cells, plain, press, row, words
from tests.journeys.deciding import BY_YEAR
from tests.journeys.handing_in import Case
from tests.journeys.people import Cast, Somebody
from tests.journeys.proposing import GRANTED

YEARS = (2024, 2025, 2026, 2027, 2028)
APPROPRIATED = Ore(100_000_000_00)
FIRST_INSTALMENT = Ore(671_805_00)
"""60 percent of the part for 2026 in whole kroner, due when the grant is accepted."""


def book_the_appropriations(visits: Visits, controller: Somebody) -> None:
    """Book what Stortinget has granted for each year, so that there is something to promise."""
    with visits.of(controller) as page:
        page.goto("/okonomi")
        for year in YEARS:
            press(page, f"Bokfør – kap. 701 post 60, {year}")
            assert "Bevilgningen er bokført." in words(page)
        the_years(page, promised={}, paid={})


def accept(visits: Visits, cast: Cast, case: Case) -> None:
    """Accept the grant as who signs for the lead: the editor is shown that it takes more."""
    with visits.of(cast.editor) as page:
        page.goto(f"/soknader/{case.id}/vedtak")
        assert "Bare en som kan forplikte hovedsøkeren" in words(page)
    with visits.of(cast.signatory) as page:
        page.goto(f"/soknader/{case.id}/vedtak")
        page.get_by_label("Kontonummer").fill(AN_ACCOUNT)
        page.get_by_role("checkbox", name="Vi har lest tilskuddsbrevet").check()
        press(page, "Aksepter tilskuddet")
        assert "Tilskuddet er akseptert" in words(page)


def pay(visits: Visits, cast: Cast, case: Case) -> None:
    """Attest the first instalment, see that one cannot authorise it oneself, and let another do it."""
    one, two = cast.controllers
    with visits.of(one) as page:
        page.goto("/okonomi")
        the_years(page, promised=BY_YEAR, paid={})
        _declare(page)
        page.goto("/okonomi/rater")
        _tick(page, case)
        press(page, "Attester ratene som er valgt")
        assert "1 rate er attestert." in words(page)
        page.goto("/okonomi/rater?state=attested")
        assert "Den som har attestert, kan ikke anvise samme utbetaling." in words(page)
    with visits.of(two) as page:
        _declare(page)
        page.goto("/okonomi/rater?state=attested")
        _tick(page, case)
        press(page, "Anvis ratene som er valgt")
        assert "1 rate er anvist og bokført som utbetalt." in words(page)
        page.goto("/okonomi")
        the_years(page, promised=BY_YEAR, paid={2026: FIRST_INSTALMENT})


def the_years(page: Page, *, promised: dict[int, Ore], paid: dict[int, Ore]) -> None:
    """Hold the page's figures for the post, year by year, against what they must be."""
    table = "Kap. 701 post 60 år for år"
    for year in YEARS:
        gave, out = promised.get(year, NOTHING), paid.get(year, NOTHING)
        expected = (APPROPRIATED, gave, out, Ore(gave - out), Ore(APPROPRIATED - gave))
        assert cells(row(page, table, f"{year}")) == [str(year), *map(_kr, expected)]
    total = Ore(len(YEARS) * APPROPRIATED)
    gave, out = Ore(sum(promised.values())), Ore(sum(paid.values()))
    assert gave in (NOTHING, GRANTED)
    assert cells(row(page, table, "Sum")) == [
        "Sum", *map(_kr, (total, gave, out, Ore(gave - out), Ore(total - gave)))
    ]  # fmt: skip


def _declare(page: Page) -> None:
    page.goto("/okonomi/habilitet")
    for box in page.locator("main").get_by_role("checkbox").all():
        box.check()
    press(page, "Jeg er habil i sakene som er valgt")


def _tick(page: Page, case: Case) -> None:
    page.get_by_role("checkbox", name=f"Velg sak {case.number}, rate 1", exact=True).check()


def _kr(amount: Ore) -> str:
    return plain(format_kroner(amount))
