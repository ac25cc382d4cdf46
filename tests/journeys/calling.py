"""Step 1: the administrator makes a call from the shipped sheet, changes a rule, and publishes it."""

import re

from playwright.sync_api import Page

from tests.journeys.browsing import Visits, follow, press, words
from tests.journeys.people import Cast

FRAME = "5 000 000"
OWN_SHARE_PERCENT = 31
SHARE_PERCENT = 80
START_RATE_PERCENT = 90
"""What the shipped sheet gives a project that starts in 2026."""


def publish_a_call(visits: Visits, cast: Cast) -> int:
    """Publish the call and give its id."""
    with visits.of(cast.administrator) as page:
        _draft(page)
        call_id = int(page.url.rsplit("/", 1)[1])
        _change_a_rule(page, call_id)
        page.goto(f"/forvaltning/utlysninger/{call_id}/kunngjor")
        assert "Ingenting mangler." in words(page)
        press(page, "Kunngjør utlysningen")
        assert "Utlysningen er kunngjort. Alle kan lese den." in words(page)
    return call_id


def _draft(page: Page) -> None:
    page.goto("/forvaltning/utlysninger")
    follow(page, "Lag en utlysning")
    page.get_by_label("Bygg på").select_option("innforing-2027")
    page.get_by_label("Kode").fill("innforing-2026")
    page.get_by_label("Tittel (bokmål)").fill("Innføring av ny journalfunksjonalitet 2026")
    page.get_by_label("Tittel (nynorsk)").fill("Innføring av ny journalfunksjonalitet 2026")
    page.get_by_label("Åpner").fill("2026-03-02")
    page.get_by_label("Søknadsfrist").fill("2026-04-15")
    page.get_by_label("Ramme").fill(FRAME)
    page.get_by_label("Første år med tilskudd").fill("2026")
    page.get_by_label("Siste år med tilskudd").fill("2028")
    press(page, "Lag utkastet")


def _change_a_rule(page: Page, call_id: int) -> None:
    """Raise the own share from 30 percent: the study gives no number, so it is the administrator's."""
    page.goto(f"/forvaltning/utlysninger/{call_id}/regler")
    follow(page, "Egenandel, minst")
    page.get_by_label(re.compile("^Verdi")).fill(str(OWN_SHARE_PERCENT))
    press(page, "Lagre regelen")
    assert f"{OWN_SHARE_PERCENT} prosent" in words(page)
