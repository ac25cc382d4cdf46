"""An administrator makes next year's call from this year's, in both forms of Norwegian, without code."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from tests.builders.accounts import an_administrator
from tests.builders.grants import a_call, terms
from tests.journeys.browsing import Visits, at, follow, press, words
from tests.journeys.people import Cast, gather

TITLE_NB, TITLE_NN = "Samordnede anskaffelser 2027", "Samordna innkjøp 2027"
TEXT_NB, TEXT_NN = "Alle data skal kunne hentes ut.", "Alle data skal kunne hentast ut."


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_next_years_call_is_made_and_applied_to(
    app: Flask, live_server: str, browser: Browser
) -> None:
    del app
    visits = Visits(browser, live_server)
    with at("2026-03-02"):
        cast = gather()
        a_call(an_administrator("Arne Forrige"), terms(code="anskaffelse-2026"))
    with at("2026-11-02"), visits.of(cast.administrator) as page:
        draft = _copy(page)
        _change_a_condition(page, draft)
        _read_what_differs(page, draft)
        _preview(page, draft)
        _publish(page, draft)
    with at("2027-02-10"):
        _apply(visits, cast, draft)


def _copy(page: Page) -> int:
    """Begin from last year's with the keyboard alone: the dates are a year later already."""
    page.goto("/forvaltning/utlysninger")
    follow(page, "Samordning av anskaffelser")
    page.get_by_role("link", name="Lag neste utlysning av denne").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_label("Kode")).to_have_value("anskaffelse-2027")
    expect(page.get_by_label("Åpner")).to_have_value("2027-02-01")
    expect(page.get_by_label("Søknadsfrist")).to_have_value("2027-04-15")
    page.get_by_label("Kode").focus()
    for text in (TITLE_NB, TITLE_NN):
        page.keyboard.press("Tab")
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type(text)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Utkastet er laget." in words(page)
    return int(page.url.rsplit("/", 1)[1])


def _change_a_condition(page: Page, draft: int) -> None:
    page.goto(f"/forvaltning/utlysninger/{draft}/rader/vilkar")
    with page.expect_navigation():
        page.get_by_role("rowheader").first.get_by_role("link").click()
    page.get_by_label("Tekst (bokmål)").fill(TEXT_NB)
    page.get_by_label("Tekst (nynorsk)").fill(TEXT_NN)
    press(page, "Lagre endringene")


def _read_what_differs(page: Page, draft: int) -> None:
    page.goto(f"/forvaltning/utlysninger/{draft}")
    follow(page, "Se hva som er endret")
    told = words(page)
    for text in (TITLE_NB, TITLE_NN, TEXT_NB, TEXT_NN):
        assert text in told
    assert "15. april 2026" in told
    assert "Ikke endret" not in told


def _preview(page: Page, draft: int) -> None:
    page.goto(f"/forvaltning/utlysninger/{draft}")
    follow(page, "Forhåndsvis")
    assert TITLE_NB in words(page)
    follow(page, "Se søknadsskjemaet")
    expect(page.get_by_label("Tittel på prosjektet")).to_be_disabled()


def _publish(page: Page, draft: int) -> None:
    page.goto(f"/forvaltning/utlysninger/{draft}")
    follow(page, "Kunngjør utlysningen")
    assert "Ingenting mangler." in words(page)
    page.get_by_role("button", name="Kunngjør utlysningen").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Utlysningen er kunngjort. Alle kan lese den." in words(page)


def _apply(visits: Visits, cast: Cast, call: int) -> None:
    """Read the call in both forms of Norwegian, and begin an application of it."""
    with visits.of(cast.editor) as page:
        page.goto(f"/utlysninger/{call}")
        assert TEXT_NB in words(page)
        press(page, "Nynorsk")
        assert TEXT_NN in words(page)
        expect(page.get_by_role("heading", level=1)).to_have_text(TITLE_NN)
        press(page, "Bokmål")
        follow(page, "Start en søknad")
        page.get_by_label("Hva heter prosjektet?").fill("Vi kjøper inn sammen")
        press(page, "Start søknaden")
        expect(page.get_by_label("Tittel på prosjektet")).to_have_value("Vi kjøper inn sammen")
        expect(page.get_by_label("Tittel på prosjektet")).to_be_enabled()
