"""The deadline: the five hand in at the last second, and somebody else a second later is refused."""

import re

from playwright.sync_api import Page

from foundation import clock, outbox
from foundation.money import format_kroner
from tests.journeys import sums
from tests.journeys.agreeing import ASKED
from tests.journeys.applying import TITLE
from tests.journeys.browsing import fact, fetched, lacking, plain, press, printed, words
from tests.journeys.five import DECLINES, STAYING
from tests.journeys.handing_in import Case
from tests.journeys.people import Somebody

IN_TIME, TOO_LATE = "23:59:59", "00:00:00"
HANDED_IN = "SELECT count(*) FROM application WHERE submitted_at IS NOT NULL"
NUMBERED = "SELECT count(*) FROM application WHERE case_number IS NOT NULL"


def get_ready(page: Page, at: str) -> None:
    """Declare that all is right, and keep the finger over the button."""
    page.goto(f"{at}/kontroll")
    assert "Alt er fylt ut, og alle deltakerne har bekreftet." in words(page)
    page.get_by_role("checkbox", name=re.compile("riktige")).check()


def hand_in(page: Page, signatory: Somebody) -> Case:
    """Hand in, and take the receipt as a page and as a document."""
    press(page, "Send inn søknaden")
    assert page.url.endswith("/kvittering")
    assert "Vi mottok søknaden 15. april 2026 kl. 23:59:59." in words(page)
    number = page.locator("main strong").first.inner_text()
    assert re.fullmatch(r"2026/\d{5}", number)
    assert fact(page, "Søkt tilskudd") == plain(format_kroner(ASKED))
    assert fact(page, "Deltakere") == str(len(STAYING))

    outbox.work_until_empty(clock.now())
    receipt = printed(fetched(page, "Last ned kvitteringen (PDF)"))
    assert lacking(
        receipt,
        number, TITLE, "15. april 2026 kl. 23:59:59", plain(format_kroner(ASKED)), signatory.name,
        *(f"{name} kommune" for name in STAYING),
    ) == []  # fmt: skip
    assert DECLINES not in receipt
    return Case(int(page.url.split("/")[-2]), number)


def is_refused(page: Page) -> None:
    """Press the same button at midnight: nothing is handed in, and the page says why."""
    press(page, "Send inn søknaden")
    assert "Utlysningen tar ikke imot søknaden nå. Siste dag er 15. april 2026." in words(page)
    assert page.get_by_role("button", name="Send inn søknaden").count() == 0
    assert sums.ore(HANDED_IN) == sums.ore(NUMBERED) == 1
