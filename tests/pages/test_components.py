"""The component page holds everything pages are built of, and works with and without a mouse."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Page, expect

from foundation.fields import tidy
from tests.web import Web

ROOT = Path(__file__).parents[2]
COMPONENTS = sorted((ROOT / "templates" / "components").glob("*.html"))
PAGE = "/komponenter"


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_every_macro_is_on_the_component_page(path: Path) -> None:
    shown = "".join(
        (ROOT / "templates" / "foundation" / name).read_text()
        for name in ("components.html", "component_forms.html", "header.html", "visitor.html")
    )
    macros = re.findall(r"{% macro ([a-z]\w*)", path.read_text())
    imported = re.findall(rf'from "components/{path.name}" import ([\w, ]+)', shown)
    names = {name.split(" as ")[0].strip() for line in imported for name in line.split(",")}
    assert set(macros) <= names


def test_the_form_shows_what_is_wrong_and_keeps_what_was_typed(web: Web) -> None:
    page = web.send(PAGE, "Prøv skjemaet", title="", asked="mye", reason="Fordi det haster.")
    summary = page.find(class_="error-summary")
    assert summary is not None
    assert "Søkt beløp: Skriv beløpet i kroner" in summary.get_text()
    title = page.find(id="title")
    assert title is not None
    assert title["aria-invalid"] == "true"
    error = page.find(id="title-error")
    assert error is not None
    assert title["aria-describedby"] == "title-hint title-error"
    asked, reason = page.find(id="asked"), page.find(id="reason")
    assert asked is not None
    assert reason is not None
    assert asked["value"] == "mye"
    assert reason.get_text().strip() == "Fordi det haster."


def test_a_form_without_faults_leads_on_with_a_message(web: Web) -> None:
    page = web.send(
        PAGE,
        "Prøv skjemaet",
        {"contact-name": "Kari"},
        title="Felles journal",
        reason="Fordi.",
        asked="1 250 000,50 kr",
        years="3",
        starts_on="01.09.2026",
        region="v",
        mark="2",
        topics=["a", "n"],
        agreed=True,
    )
    message = page.find(role="status", class_="flash")
    assert message is not None
    assert "riktig fylt ut" in message.get_text()


def test_a_sort_link_keeps_the_other_choices(web: Web) -> None:
    page = web.open(f"{PAGE}?stage=draft&after=9")
    sort = page.find("a", class_="sort", string="Søkt beløp")
    assert sort is not None
    assert sort["href"] == f"{PAGE}?stage=draft&sort=asked"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.usefixtures("live_server")
def test_axe_finds_nothing_and_the_page_does_not_scroll_sideways(
    page: Page, width: int, scheme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(PAGE)
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.usefixtures("live_server")
@pytest.mark.parametrize(
    "typed",
    [
        "",
        "Tre ord her",
        "  kanter \n",
        "to\nlinjer",
        "Å som to tegn: A\u030a",
        "😀 er ett tegn",
        "\ufeffabc",
    ],
)
def test_the_counter_counts_as_the_server_does(page: Page, typed: str) -> None:
    page.goto(PAGE)
    page.locator("#reason").fill(typed)
    left = 200 - len(tidy(typed) or "")
    expect(page.locator("#reason-counter")).to_have_text(f"{left} tegn igjen")


@pytest.mark.usefixtures("live_server")
def test_the_error_summary_takes_the_focus_and_leads_to_the_field(page: Page) -> None:
    page.goto(PAGE)
    page.get_by_role("button", name="Prøv skjemaet").click()
    expect(page.locator(".error-summary").first).to_be_focused()
    page.get_by_role("link", name="Varighet: Feltet må fylles ut.").click()
    expect(page.locator("#years")).to_be_focused()


@pytest.mark.usefixtures("live_server")
def test_on_a_phone_the_menu_opens_and_closes_by_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(PAGE)
    language = page.get_by_role("button", name="Nynorsk", exact=True)
    expect(language).to_be_hidden()
    page.get_by_role("button", name="Meny").press("Enter")
    expect(language).to_be_visible()
    page.keyboard.press("Escape")
    expect(language).to_be_hidden()


@pytest.mark.usefixtures("live_server")
def test_a_second_click_sends_nothing(page: Page) -> None:
    page.goto(PAGE)
    sent: list[str] = []
    page.on("request", lambda one: sent.append(one.url) if one.method == "POST" else None)
    page.evaluate(
        "const form = document.querySelector('form[enctype]');"
        "form.requestSubmit(); form.requestSubmit();"
    )
    expect(page.locator(".error-summary").first).to_be_visible()
    assert len(sent) == 1


def test_work_that_goes_on_loads_itself_again_without_a_script(web: Web, app: Flask) -> None:
    del app
    page = web.open(PAGE)
    assert page.find("noscript") is None
    link = page.find("a", string="Start en framdrift på ti sekunder")
    assert link is not None
    page = web.open(str(link["href"]))
    refresh = page.select_one('noscript meta[http-equiv="refresh"]')
    assert refresh is not None
    progress = page.find(id="progress")
    assert progress is not None
    assert progress["data-progress"] == "running"
