"""Every page can be used by everybody: axe finds nothing, nothing runs off a phone, keys suffice."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Literal, NamedTuple
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask, url_for
from playwright.sync_api import Browser, Page, ViewportSize, expect

from app import create_app
from foundation import clock
from foundation.database import db
from foundation.settings import Settings
from tests.builders.decisions import NOW
from tests.databases import SqliteDatabase
from tests.installation import Installation
from tests.journeys.browsing import DESK, PHONE, RUNS_OFF, Visits, enter, press, tab_to
from tests.journeys.places import NOT_PAGES, STRANGER, VISITS
from tests.journeys.world import furnish
from tests.journeys.worldmap import World
from tests.serving import free_port, served

LOOKS: tuple[tuple[ViewportSize, Literal["light", "dark"]], ...] = (
    (DESK, "light"),
    (PHONE, "dark"),
)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
AXE = Axe().axe_script
LOOK_OVER = "rules => axe.run(document, rules).then(found => found.violations)"
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
FOCUS = """() => {
    const style = getComputedStyle(document.activeElement)
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
}"""


class House(NamedTuple):
    """An installation that is served for the whole module: visits change little in it."""

    app: Flask
    world: World
    visits: Visits

    def visit(self, who: str) -> AbstractContextManager[Page]:
        """Let somebody of this world in."""
        if who == STRANGER:
            return self.visits.stranger()
        return self.visits.of(self.world.persons[who])

    def addresses(self, who: str) -> list[str]:
        """Give the addresses of the pages that somebody visits."""
        with self.app.test_request_context():
            return [self._address(endpoint, of) for endpoint, of in VISITS[who]]

    def _address(self, endpoint: str, of: dict[str, str]) -> str:
        given: dict[str, Any] = {key: self.world.ids.get(one, one) for key, one in of.items()}
        return url_for(endpoint, **given)


@pytest.fixture(autouse=True)
def now() -> Iterator[datetime]:
    """Hold the clock where the world's first calls have closed."""
    with clock.frozen(NOW):
        yield clock.now()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[House]:
    """Furnish an installation once, and serve it as a demonstration, with its further pages."""
    folder, base_url = tmp_path_factory.mktemp("house"), f"http://127.0.0.1:{free_port()}"
    database = SqliteDatabase(folder, folder)
    installation = Installation(database, folder, folder, base_url)
    installation.renew()
    with clock.frozen(NOW), installation.app.app_context():
        world = furnish()
        db.session.remove()
    app = create_app(
        Settings(
            database_url=database.url,
            data_dir=folder / "data",
            secret_key="a secret that only the tests know",
            base_url=base_url,
            demo=True,
        )
    )
    with served(app, base_url):
        yield House(app, world, Visits(browser, base_url))
    installation.let_go()
    with app.app_context():
        db.engine.dispose()


def faults_of(page: Page) -> list[str]:
    """Tell what is wrong with a page at a desk by day and on a phone in the dark."""
    page.evaluate(OPEN_ALL)
    page.evaluate(AXE)
    where, found = urlsplit(page.url).path, []
    for size, scheme in LOOKS:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        for violation in page.evaluate(LOOK_OVER, RULES):
            nodes = [node["html"][:160] for node in violation["nodes"][:3]]
            found.append(f"{where} at {size['width']}: {violation['id']} {nodes}")
    if page.evaluate(RUNS_OFF):
        found.append(f"{where} runs off the phone")
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="light")
    return found


def test_every_page_is_visited(house: House) -> None:
    """A new page fails here until `places.py` says as whom it is visited."""
    there_are = {
        rule.endpoint for rule in house.app.url_map.iter_rules() if "GET" in (rule.methods or ())
    }
    assert {endpoint for pages in VISITS.values() for endpoint, _of in pages} == (
        there_are - NOT_PAGES
    )
    assert there_are >= NOT_PAGES


@pytest.mark.parametrize("who", VISITS)
def test_axe_finds_nothing_and_nothing_runs_off(house: House, who: str) -> None:
    found = []
    with house.visit(who) as page:
        for address in house.addresses(who):
            answer = page.goto(address)
            assert answer is not None
            assert answer.status == 200, address
            assert urlsplit(page.url).path == urlsplit(address).path
            found += faults_of(page)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize(
    ("who", "address", "status"),
    [(STRANGER, "/finnes-ikke", 404), ("writer", "/saker", 403), ("handler", "/vedtak/999", 404)],
)
def test_refusals_are_as_good_as_other_pages(
    house: House, who: str, address: str, status: int
) -> None:
    with house.visit(who) as page:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == status
        assert faults_of(page) == []


def test_a_form_that_is_sent_back_says_so_to_everybody(house: House) -> None:
    with house.visit("administrator") as page:
        page.goto("/forvaltning/utlysninger/ny")
        press(page, "Lag utkastet")
        summary = page.get_by_role("group", name="Noe må rettes før du kan gå videre")
        expect(summary).to_be_focused()
        assert faults_of(page) == []
        summary.get_by_role("link", name="Bygg på").click()
        expect(page.get_by_label("Bygg på")).to_be_focused()


def test_two_texts_can_be_chosen_between_by_everybody(house: House) -> None:
    address = f"/soknader/{house.world.ids['answered']}/sporsmal/1"
    with house.visit("coordinator") as first:
        first.goto(address)
        with house.visit("coordinator") as second:
            second.goto(address)
            for page, text in ((first, "Det ene."), (second, "Det andre.")):
                page.locator("main form textarea:visible").first.fill(text)
                page.get_by_role("button", name="Lagre", exact=True).click()
            expect(second.get_by_role("heading", level=1)).to_have_text(
                "Noen andre har lagret samtidig"
            )
            assert faults_of(second) == []
            second.locator("main").get_by_role("radio").first.focus()
            second.keyboard.press("ArrowDown")
            enter(second.get_by_role("button", name="Lagre det jeg har valgt"))
            expect(second.locator("main form textarea:visible").first).to_have_value("Det ene.")


def test_the_menu_opens_on_a_phone(house: House) -> None:
    with house.visit("handler") as page:
        page.set_viewport_size(PHONE)
        page.get_by_role("button", name="Meny").press("Enter")
        expect(page.get_by_role("link", name="Saker", exact=True).first).to_be_visible()
        assert Axe().run(page, options=RULES).response["violations"] == []
        page.keyboard.press("Escape")
        expect(page.get_by_role("navigation", name="Hovedmeny")).not_to_be_visible()


def test_the_first_key_leads_past_the_menu(house: House) -> None:
    with house.visit("writer") as page:
        page.goto("/soknader")
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name="Hopp til hovedinnholdet")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("#main")).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.locator("main").get_by_role("link").first).to_be_focused()


@pytest.mark.parametrize("address", ["/soknader", "/soknader/ny", "/utlysninger"])
def test_what_has_the_focus_is_seen(house: House, address: str) -> None:
    with house.visit("writer") as page:
        page.goto(address)
        reached = page.locator("a:visible, button:visible, input:visible").count()
        assert reached > 5
        for _key in range(reached):
            page.keyboard.press("Tab")
            assert page.evaluate(FOCUS), page.evaluate("document.activeElement.outerHTML")


def test_an_application_is_begun_with_keys_alone(house: House) -> None:
    with house.visit("writer") as page:
        page.goto(f"/soknader/ny/{house.world.ids['open_call']}")
        tab_to(page.get_by_label("Hva heter prosjektet?"))
        page.keyboard.type("Skrevet uten mus")
        tab_to(page.get_by_role("button", name="Start søknaden"))
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Grunnopplysninger")
        tab_to(page.get_by_label("Navn på samarbeidet"))
        page.keyboard.type("Fjordkommunene")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").filter(has_text="Lagret kl.")).to_be_visible()
        expect(page.get_by_label("Navn på samarbeidet")).to_have_value("Fjordkommunene")
