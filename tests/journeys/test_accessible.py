"""Every page can be used by everybody: axe finds nothing, nothing runs off a phone, keys suffice."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import Any, NamedTuple
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
from tests.journeys.places import NOT_PAGES, STRANGER, VISITS, Pages
from tests.journeys.world import furnish
from tests.journeys.worldmap import World
from tests.serving import free_port, served
from tests.shared import folder_of_run

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {
    "runOnly": {"type": "tag", "values": TAGS},
    "resultTypes": ["violations"],
    "preload": {"assets": ["media"]},
}
"""All rules. Axe would fetch and read every style sheet too, for a rule of none of these tags."""
SEEN_ANEW = [
    "aria-hidden-focus",
    "button-name",
    "color-contrast",
    "label",
    "link-in-text-block",
    "link-name",
    "scrollable-region-focusable",
    "select-name",
    "summary-name",
    "target-size",
]
"""The rules that width or colours may break on a page that has kept them all, and the names of what is
shown on a phone alone. The rest is about the document, which is the same: to ask again takes as long."""
AGAIN = {"runOnly": {"type": "rule", "values": SEEN_ANEW}, "resultTypes": ["violations"]}
AT_A_TIME = 10
"""The pages that one test visits: so few that no process is left with a long one at the end."""
AXE = Axe().axe_script
LOOK_OVER = "rules => axe.run(document, rules).then(found => found.violations)"
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"
MOVES = """() => {
    const details = document.createElement('details')
    details.className = 'ds-details'
    document.querySelector('main').append(details)
    return getComputedStyle(details, '::details-content').transitionDuration
}"""
SPOIL = """() => {
    const main = document.querySelector('main'), dark = document.createElement('p')
    dark.textContent = 'Svart på svart'
    dark.style.color = '#111'
    dark.style.width = '50rem'
    main.append(dark, new Image(20, 20))
}"""
FOCUS = """() => {
    const style = getComputedStyle(document.activeElement)
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
}"""


class House(NamedTuple):
    """An installation that is served for the whole module: visits change little in it."""

    app: Flask
    world: World
    visits: Visits

    @contextmanager
    def visit(self, who: str) -> Iterator[Page]:
        """Let somebody of this world in."""
        with ExitStack() as stack:
            if who == STRANGER:
                page = stack.enter_context(self.visits.stranger())
            else:
                stack.enter_context(self.app.app_context())
                page = stack.enter_context(self.visits.of(self.world.persons[who]))
            page.add_init_script(AXE)  # sent once in a visit, and read anew by each page
            yield page

    def addresses(self, pages: Pages) -> list[str]:
        """Give the addresses of pages."""
        with self.app.test_request_context():
            return [self._address(endpoint, of) for endpoint, of in pages]

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
    """Furnish an installation once in a run, and serve it as a demonstration, with its further pages."""
    folder, base_url = tmp_path_factory.mktemp("house"), f"http://127.0.0.1:{free_port()}"
    shared = folder_of_run(tmp_path_factory) / "house"
    shared.mkdir(exist_ok=True)
    database = SqliteDatabase(folder, shared)
    installation = Installation(database, folder, shared, base_url)
    installation.renew()
    with clock.frozen(NOW), installation.app.app_context():
        world = furnish()
        db.session.connection()  # lays the database out, for the other app too
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
    """Tell what is wrong with a page at a desk by day, as it was opened, and on a phone in the dark."""
    page.evaluate(OPEN_ALL)
    found = look_over(page, DESK, EVERYTHING)
    with on_a_phone_in_the_dark(page):
        found += look_over(page, PHONE, AGAIN)
        if page.evaluate(RUNS_OFF):
            found.append(f"{urlsplit(page.url).path} runs off the phone")
    return found


def look_over(page: Page, size: ViewportSize, rules: dict[str, Any]) -> list[str]:
    """Let axe look at a page that is shown at a size."""
    assert page.viewport_size == size
    return [
        f"{urlsplit(page.url).path} at {size['width']}: {violation['id']} "
        f"{[node['html'][:160] for node in violation['nodes'][:3]]}"
        for violation in page.evaluate(LOOK_OVER, rules)
    ]


@contextmanager
def on_a_phone_in_the_dark(page: Page) -> Iterator[None]:
    """Show the page so meanwhile."""
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="dark")
    yield
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="light")


def test_every_page_is_visited(house: House) -> None:
    """A new page fails here until `places.py` says as whom it is visited."""
    there_are = {
        rule.endpoint for rule in house.app.url_map.iter_rules() if "GET" in (rule.methods or ())
    }
    assert {endpoint for pages in VISITS.values() for endpoint, _of in pages} == (
        there_are - NOT_PAGES
    )
    assert there_are >= NOT_PAGES


def some_at_a_time() -> Iterator[tuple[str, Pages]]:
    """Share everybody's pages out among the tests."""
    for who, pages in VISITS.items():
        for first in range(0, len(pages), AT_A_TIME):
            yield who, pages[first : first + AT_A_TIME]


@pytest.mark.parametrize(("who", "pages"), list(some_at_a_time()))
def test_axe_finds_nothing_and_nothing_runs_off(house: House, who: str, pages: Pages) -> None:
    found = []
    with house.visit(who) as page:
        for address in house.addresses(pages):
            answer = page.goto(address)
            assert answer is not None
            assert answer.status == 200, address
            assert urlsplit(page.url).path == urlsplit(address).path
            found += faults_of(page)
    assert found == [], "\n".join(found)


def test_nothing_moves_for_those_who_have_asked_for_it(house: House) -> None:
    with house.visit(STRANGER) as page:
        page.goto("/")
        assert page.evaluate(MOVES) == "0s"
        page.emulate_media(reduced_motion="no-preference")
        assert page.evaluate(MOVES) != "0s"


def test_the_looking_finds_what_is_wrong(house: House) -> None:
    """One fault of the document, one that is there in the dark alone, and one on a phone alone."""
    with house.visit(STRANGER) as page:
        page.goto("/")
        assert faults_of(page) == []
        page.evaluate(SPOIL)
        found = faults_of(page)
        assert [one.split(" [")[0] for one in found] == [
            "/ at 1280: image-alt",
            "/ at 390: color-contrast",
            "/ runs off the phone",
        ]


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
        page.goto("/")
        page.set_viewport_size(PHONE)
        page.get_by_role("button", name="Meny").press("Enter")
        expect(page.get_by_role("link", name="Saker", exact=True).first).to_be_visible()
        assert Axe().run(page, options=EVERYTHING).response["violations"] == []
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
