"""Ticking all cases of a page with one button, in a real browser."""

from playwright.sync_api import Page, expect

from tests.builders.accounts import PASSWORD, an_administrator
from tests.builders.assessments import an_officer, many_cases
from tests.builders.grants import a_call


def test_one_button_ticks_all_and_none(live_server: str, page: Page) -> None:
    del live_server
    officer = an_officer()
    many_cases(a_call(an_administrator()), 3)
    page.goto("/logg-inn?next=/saker")
    page.get_by_label("E-postadresse").fill(officer.email)
    page.get_by_label("Passord").fill(PASSWORD)
    page.get_by_role("button", name="Logg inn").click()

    boxes = page.locator("tbody input[type=checkbox]")
    page.get_by_role("button", name="Velg alle på siden").click()
    expect(page.locator("tbody input:checked")).to_have_count(3)
    boxes.first.uncheck()
    expect(page.get_by_role("button", name="Velg alle på siden")).to_be_visible()
    boxes.first.check()
    page.get_by_role("button", name="Velg ingen").click()
    expect(page.locator("tbody input:checked")).to_have_count(0)
