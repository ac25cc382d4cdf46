"""A section that saves itself, in a real browser: what its writer is told, and what survives."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import Page, Route, expect

from accounts.models import Person
from applications import services
from applications.contents import basics_of
from applications.models import Application
from foundation import clock
from foundation.database import db
from tests.builders.accounts import PASSWORD
from tests.builders.applications import Collaboration, a_written_draft
from tests.conftest import MOMENT
from tests.entering import enter_with_cookie

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

FIELD = "Navn på samarbeidet"


@pytest.fixture
def written(app: Flask) -> tuple[Collaboration, Application]:
    del app
    return a_written_draft()


@pytest.fixture
def together(written: tuple[Collaboration, Application]) -> Collaboration:
    return written[0]


@pytest.fixture
def draft(written: tuple[Collaboration, Application]) -> Application:
    return written[1]


@pytest.fixture
def number(draft: Application) -> int:
    return draft.id


@pytest.fixture
def url(number: int) -> str:
    return f"/soknader/{number}/grunnopplysninger"


@pytest.fixture
def writing(page: Page, together: Collaboration, url: str, live_server: str) -> Page:
    """Open the first section as the lead's signatory."""
    enter_with_cookie(page.context, together.signatory.email, live_server)
    page.goto(url)
    expect(page.locator("h1")).to_have_text("Grunnopplysninger")
    page.wait_for_load_state("load")  # the scripts listen from here on
    return page


def stored(together: Collaboration, number: int) -> Application:
    """Read what the server has written meanwhile."""
    db.session.rollback()
    db.session.expire_all()
    return together.read(number)


def sign_in(page: Page, person: Person) -> None:
    page.get_by_label("E-postadresse").fill(person.email)
    page.get_by_label("Passord", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Logg inn").click()


def test_a_pause_saves_and_the_list_of_lacks_follows(
    writing: Page, together: Collaboration, number: int
) -> None:
    told = writing.locator(".saved")
    writing.get_by_label("Navn", exact=True).fill("")
    expect(told).to_have_text("Lagret kl. 10:00")
    expect(writing.locator("#todo")).to_contain_text("Kontaktpersonen mangler navn")

    writing.get_by_label("Navn", exact=True).fill("Nora")
    expect(writing.locator("#todo")).not_to_contain_text("Kontaktpersonen mangler navn")
    assert stored(together, number).contact_name == "Nora"

    writing.get_by_role("button", name="Lagre", exact=True).click()
    expect(writing.locator(".flash")).to_have_text("Lagret kl. 10:00.")


def test_pressing_the_button_while_a_save_is_on_its_way_is_no_collision(
    writing: Page, together: Collaboration, number: int, url: str
) -> None:
    def slowly(route: Route) -> None:
        if "application/json" in route.request.headers["accept"]:
            writing.wait_for_timeout(300)
        route.continue_()

    writing.route(f"**{url}", slowly)
    writing.get_by_label(FIELD).fill("Fjordene")
    with writing.expect_request(lambda one: one.headers["accept"] == "application/json"):
        pass
    writing.get_by_label(FIELD).fill("Fjordene og dalene")
    writing.get_by_role("button", name="Lagre", exact=True).click()

    expect(writing.locator(".flash")).to_have_text("Lagret kl. 10:00.")
    assert stored(together, number).collaboration_name == "Fjordene og dalene"


def test_a_line_that_is_down_is_told_and_tried_again(
    writing: Page, together: Collaboration, number: int
) -> None:
    writing.context.set_offline(True)
    writing.get_by_label(FIELD).fill("Uten nett")
    expect(writing.locator(".saved")).to_have_text("Ikke lagret ennå – prøver igjen")

    writing.context.set_offline(False)
    expect(writing.locator(".saved")).to_have_text("Lagret kl. 10:00")
    assert stored(together, number).collaboration_name == "Uten nett"


def test_a_tab_that_was_closed_offers_back_what_was_not_saved(
    writing: Page, together: Collaboration, number: int, url: str
) -> None:
    writing.context.set_offline(True)
    writing.get_by_label(FIELD).fill("Aldri lagret")
    expect(writing.locator(".saved")).to_have_text("Ikke lagret ennå – prøver igjen")
    again = writing.context.new_page()
    writing.close(run_before_unload=False)
    again.context.set_offline(False)

    again.goto(url)
    expect(again.get_by_label(FIELD)).to_have_value("Fjordkommunene")
    again.get_by_role("button", name="Ta det inn igjen").click()

    expect(again.get_by_label(FIELD)).to_have_value("Aldri lagret")
    expect(again.locator(".saved")).to_have_text("Lagret kl. 10:00")
    assert stored(together, number).collaboration_name == "Aldri lagret"
    again.reload()
    expect(again.get_by_role("button", name="Ta det inn igjen")).to_have_count(0)


def test_a_session_that_ends_keeps_the_text(
    writing: Page, together: Collaboration, number: int
) -> None:
    with clock.frozen(MOMENT + timedelta(hours=3)):
        writing.get_by_label(FIELD).fill("Skrevet til det var sent")
        expect(writing.locator(".saved")).to_have_text("Du er logget ut. Logg inn for å lagre.")
        writing.get_by_role("button", name="Logg inn og lagre").click()
        expect(writing.locator(".flash")).to_contain_text("Det du skrev, er tatt vare på")
        sign_in(writing, together.signatory)

        expect(writing.get_by_label(FIELD)).to_have_value("Skrevet til det var sent")
        writing.get_by_role("button", name="Lagre", exact=True).click()
        expect(writing.locator(".flash")).to_have_text(re.compile("Lagret kl."))
        assert stored(together, number).collaboration_name == "Skrevet til det var sent"
        expect(writing.get_by_role("button", name="Ta det inn igjen")).to_have_count(0)


def test_a_collision_stops_and_leads_to_both_texts(
    writing: Page, together: Collaboration, draft: Application
) -> None:
    others = basics_of(draft)
    services.change_basics(
        draft, type(others)(title=others.title, collaboration_name="Deres navn"),
        by=together.signatory, at=clock.now(),
    )  # fmt: skip
    writing.get_by_label(FIELD).fill("Mitt navn")
    expect(writing.locator(".saved")).to_have_text("Noen andre har lagret her mens du skrev.")
    writing.get_by_role("button", name="Se begge tekstene og velg").click()

    expect(writing.locator("h1")).to_have_text("Noen andre har lagret samtidig")
    writing.wait_for_load_state("load")  # the scripts listen from here on
    writing.locator("#mine-collaboration_name").check()
    writing.get_by_role("button", name="Lagre det jeg har valgt").click()
    expect(writing.get_by_label(FIELD)).to_have_value("Mitt navn")
    expect(writing.get_by_role("button", name="Ta det inn igjen")).to_have_count(0)


def test_signing_out_leaves_nothing_in_the_browser(writing: Page) -> None:
    writing.context.set_offline(True)
    writing.get_by_label(FIELD).fill("Ikke for andre")
    expect(writing.locator(".saved")).to_have_text("Ikke lagret ennå – prøver igjen")
    assert writing.evaluate("localStorage.length") == 1
    writing.context.set_offline(False)
    writing.on("dialog", lambda dialog: dialog.accept())
    writing.get_by_role("button", name="Logg ut").click()
    expect(writing.locator(".flash")).to_have_text("Du er logget ut.")
    assert writing.evaluate("localStorage.length") == 0
