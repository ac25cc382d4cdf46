"""What scripts add to the applicant's pages, in a real browser: sums as they are typed, counters."""

import re

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from applications.models import Application
from tests.builders.applications import Collaboration, a_written_draft
from tests.entering import enter_with_cookie

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


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
def signed_in(page: Page, together: Collaboration, draft: Application, live_server: str) -> Page:
    """Sign the lead's signatory in, after everything is written."""
    del draft
    enter_with_cookie(page.context, together.signatory.email, live_server)
    return page


def test_sums_follow_what_is_typed_and_the_server_gets_the_same(
    signed_in: Page, draft: Application
) -> None:
    page, lead = signed_in, draft.partners[0]
    activity = draft.chosen_activities[0].activity_id
    page.goto(f"/soknader/{draft.id}/budsjett/{lead.id}")
    page.locator(f"#c-{lead.id}-2026-{activity}-grant").fill("1.000.000")
    page.locator(f"#c-{lead.id}-2027-{activity}-own_effort").fill("333 333,33 kr")

    shown = {
        key: page.locator(f'[data-sum="{key}"]').inner_text()
        for key in ("grant", "grant-2026", "own_effort", "own_effort-2027", "own_funding", "share")
    }
    assert {key: text.replace("\xa0", " ") for key, text in shown.items()} == {
        "grant": "2 200 000 kr", "grant-2026": "2 200 000 kr", "own_effort": "333 333,33 kr",
        "own_effort-2027": "333 333,33 kr", "own_funding": "1 800 000 kr", "share": "49,23",
    }  # fmt: skip

    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.locator(".flash")).to_have_text(re.compile("Lagret kl."))
    for key, text in shown.items():
        assert page.locator(f'[data-sum="{key}"]').inner_text() == text


def test_the_counter_agrees_with_the_server_about_a_text_at_its_limit(
    signed_in: Page, draft: Application
) -> None:
    """Line breaks, letters outside the basic plane and accents typed apart are one character each."""
    page = signed_in
    question = next(one for one in draft.call.questions if one.max_chars)
    limit = question.max_chars or 0
    page.goto(f"/soknader/{draft.id}/sporsmal/1")
    area = page.locator(f"#q-{question.id}")
    counter = page.locator(f"#q-{question.id}-counter")

    full = ("😀\ne\u0301" * 20).ljust(limit + 20, "æ")  # each of the twenty accents is one with its letter
    area.fill(full)
    expect(counter).to_have_text(re.compile(r"^0 tegn igjen"))
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.locator("#todo")).not_to_contain_text("For langt svar")

    area.fill(full + "x")
    expect(counter).to_have_text(re.compile(r"^1 tegn for mye"))
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.locator("#todo")).to_contain_text("For langt svar")
