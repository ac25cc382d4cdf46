"""Persons at their browsers: each signs in with a password, in a browser context of its own."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path

from outloud.model import Document
from playwright.sync_api import APIRequestContext, Browser, Locator, Page, ViewportSize, expect

from foundation import clock
from tests.builders.accounts import PASSWORD
from tests.chromium import Complaints
from tests.entering import enter_with_cookie
from tests.journeys.people import Somebody

PATIENCE = 30_000
"""Milliseconds that a page may take on a machine that has much else to do."""
DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
RUNS_OFF = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


class Visits:
    """Lets persons in, the first time at the front door, and hears what their browsers complain of."""

    def __init__(self, browser: Browser, base_url: str) -> None:
        self._browser = browser
        self._base_url = base_url
        self._have_been_here: set[Somebody] = set()

    @contextmanager
    def stranger(self, *, phone: bool = False) -> Iterator[Page]:
        """Let somebody in who is not signed in; nothing may have gone wrong when the visit ends."""
        context = self._browser.new_context(
            base_url=self._base_url,
            locale="nb-NO",
            timezone_id="Europe/Oslo",
            viewport=PHONE if phone else DESK,
            has_touch=phone,
            is_mobile=phone,
            reduced_motion="reduce",  # nothing is looked at while it moves
        )
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        complaints = Complaints(page)
        yield page
        assert complaints.heard == []
        context.close()

    @contextmanager
    def of(self, somebody: Somebody, *, phone: bool = False) -> Iterator[Page]:
        """Sign somebody in: with name and password the first time, and later by the act itself."""
        with self.stranger(phone=phone) as page:
            if somebody in self._have_been_here:
                enter_with_cookie(page.context, somebody.email, self._base_url)
                yield page
                return
            page.goto("/logg-inn")
            page.get_by_label("E-postadresse").fill(somebody.email)
            page.get_by_label("Passord").fill(PASSWORD)
            press(page, "Logg inn")
            expect(page.get_by_role("heading", level=1)).to_have_text(f"Hei, {somebody.name}")
            self._have_been_here.add(somebody)
            yield page

    @contextmanager
    def by_keys(self, somebody: Somebody) -> Iterator[Page]:
        """Sign somebody in who has no mouse."""
        with self.stranger() as page:
            page.goto("/logg-inn")
            type_in(page.get_by_label("E-postadresse"), somebody.email)
            type_in(page.get_by_label("Passord"), PASSWORD)
            with page.expect_navigation():
                page.keyboard.press("Enter")
            expect(page.get_by_role("heading", level=1)).to_have_text(f"Hei, {somebody.name}")
            yield page

    def program(self, key: str) -> APIRequestContext:
        """Give a researcher's program its way in: no browser, only a key."""
        context = self._browser.new_context(
            base_url=self._base_url, extra_http_headers={"Authorization": f"Bearer {key}"}
        )
        return context.request


def at(day: str, time: str = "10:00:00") -> AbstractContextManager[None]:
    """Hold the clock at a moment in Oslo, for the pages as for the test."""
    return clock.frozen(datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=clock.OSLO))


def press(page: Page | Locator, button: str) -> None:
    """Press a button by its whole text and see where it leads."""
    where = page if isinstance(page, Page) else page.page
    with where.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()


def follow(page: Page | Locator, link: str | re.Pattern[str]) -> None:
    """Follow a link by its text and see where it leads."""
    where = page if isinstance(page, Page) else page.page
    with where.expect_navigation():
        page.get_by_role("link", name=link).first.click()


def follow_the_work(page: Page, work: Callable[[], object]) -> None:
    """Let the background do its work while a page follows it, until the page has shown itself anew.

    However long the work takes: only when it is done is the page given its time.
    """
    running = page.locator('[data-progress="running"]')
    expect(running).to_have_count(1, timeout=PATIENCE)
    work()
    expect(running).to_have_count(0, timeout=PATIENCE)
    page.wait_for_load_state()


def tab_to(control: Locator) -> None:
    """Press Tab until a control has the focus; a page has fewer stops than a hundred."""
    for _key in range(100):
        control.page.keyboard.press("Tab")
        if control.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"no key leads to {control}")


def type_in(field: Locator, text: str) -> None:
    """Write in a field with keys alone, over what stood there."""
    tab_to(field)
    field.page.keyboard.press("ControlOrMeta+a")
    field.page.keyboard.type(text)


def enter(control: Locator) -> None:
    """Reach a link or a button with keys alone, press Enter, and see where it leads."""
    tab_to(control)
    with control.page.expect_navigation():
        control.page.keyboard.press("Enter")


def words(page: Page | Locator) -> str:
    """Give what stands on a page, or in a part of it, with single spaces."""
    part = page.locator("main") if isinstance(page, Page) else page
    return plain(part.inner_text())


def plain(text: str) -> str:
    """Give a text with single, ordinary spaces."""
    return " ".join(text.split())


def lacking(text: str, *expected: str) -> list[str]:
    """Give what should stand in a text and does not."""
    return [one for one in expected if one not in text]


def fact(page: Page | Locator, term: str) -> str:
    """Give what stands beside a term in a list of definitions."""
    entry = page.locator("dl > div").filter(has=page_of(page).locator("dt", has_text=_whole(term)))
    return plain(entry.first.locator("dd").inner_text())


def row(page: Page, caption: str, text: str) -> Locator:
    """Find the one row of a table that has a text."""
    found = page.get_by_role("table", name=caption).get_by_role("row").filter(has_text=text)
    expect(found).to_have_count(1)
    return found


def cells(found: Locator) -> list[str]:
    """Give what stands in each cell of a row."""
    return [plain(one) for one in found.locator("th, td").all_inner_texts()]


def fetched(page: Page, link: str | re.Pattern[str]) -> Path:
    """Follow a link, or press a button, that leads to a file, and give the file."""
    with page.expect_download() as download:
        page.get_by_role("link", name=link).or_(page.get_by_role("button", name=link)).first.click()
    return Path(download.value.path())


def printed(document: Path) -> str:
    """Read a PDF's own words, with single spaces."""
    opened = Document(str(document))
    lines = [line.text for page in opened.pages for line in opened.content(page.index).lines]
    opened.close()
    return plain(" ".join(lines))


def page_of(part: Page | Locator) -> Page:
    """Give the page that something stands on."""
    return part if isinstance(part, Page) else part.page


def _whole(text: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{re.escape(text)}\s*$")
