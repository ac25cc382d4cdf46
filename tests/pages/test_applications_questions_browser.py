"""Questions in a real browser: those that wait for answers, rows of a table, and the counter."""

import re

import pytest
from flask import Flask
from playwright.sync_api import Locator, Page, expect

from applications.models import Application
from criteria.asking import ShownWhen, Test
from criteria.completeness import written_length
from foundation.database import db, transaction
from foundation.fields import tidy
from grants.models import Question
from tests.builders.applications import Collaboration, a_written_draft
from tests.builders.partners import a_fact_sheet
from tests.entering import enter_with_cookie

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
SYSTEMS, PRIVACY, MONEY = 1, 3, 5


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
    del draft
    enter_with_cookie(page.context, together.signatory.email, live_server)
    return page


def ask(application: Application, code: str) -> Question:
    return next(one for one in application.call.questions if one.code == code)


def box(page: Page, question: Question) -> Locator:
    return page.locator(f"#question-{question.id}")


def test_a_question_is_there_when_the_answers_ask_it(
    signed_in: Page, draft: Application
) -> None:
    page = signed_in
    whether, amount = ask(draft, "FIN-02"), ask(draft, "FIN-03")
    page.goto(f"/soknader/{draft.id}/sporsmal/{MONEY}")
    control = page.locator(f"#q-{amount.id}")
    expect(control).to_be_visible()
    box(page, whether).get_by_label("Nei").check()
    expect(control).to_be_hidden()
    expect(box(page, amount)).to_contain_text("er tatt vare på, men teller ikke med")
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.locator(f"#q-{amount.id}")).to_be_hidden()
    assert not asked_by_server(page, amount)

    box(page, whether).get_by_label("Ja").check()
    expect(page.locator(f"#q-{amount.id}")).to_have_value(re.compile(r"^12\s500$"))


@pytest.mark.parametrize("test", [Test.ANY_OF, Test.NONE_OF])
def test_the_page_and_the_rule_agree_on_choices(
    signed_in: Page, draft: Application, test: Test
) -> None:
    earlier, later = ask(draft, "PERS-01"), ask(draft, "PERS-04")
    wait_for(later, ShownWhen("PERS-01", test, "ferdig planlagt"))
    page = signed_in
    page.goto(f"/soknader/{draft.id}/sporsmal/{PRIVACY}")
    for answer in ("i_gang", "planlagt"):
        box(page, earlier).locator(f"input[value={answer}]").check()
        shown = box(page, later).locator(".question-body").is_visible()
        save(page)
        assert asked_by_server(page, later) is shown


@pytest.mark.parametrize("test", [Test.AT_LEAST, Test.AT_MOST])
def test_the_page_and_the_rule_agree_on_amounts(
    signed_in: Page, draft: Application, test: Test
) -> None:
    amount, later = ask(draft, "FIN-03"), ask(draft, "FIN-06")
    wait_for(later, ShownWhen("FIN-03", test, "300000"))
    page = signed_in
    page.goto(f"/soknader/{draft.id}/sporsmal/{MONEY}")
    for typed in ("2 999", "3.000,00 kr", "3 000,50", "", "4000,-"):
        page.locator(f"#q-{amount.id}").fill(typed)
        shown = box(page, later).locator(".question-body").is_visible()
        save(page)
        assert asked_by_server(page, later) is shown, typed


def test_a_row_is_added_to_a_table_and_kept(
    signed_in: Page, together: Collaboration, draft: Application
) -> None:
    page = signed_in
    page.goto(f"/soknader/{draft.id}/sporsmal/{SYSTEMS}")
    table = box(page, ask(draft, "SYST-01")).locator(".table-field")
    rows = table.locator("tbody tr")
    before = rows.count()
    table.get_by_role("button", name="Legg til en rad").click()
    assert rows.count() == before + 1
    cell = table.get_by_label(f"Journalløsning, rad {before + 1}")
    expect(table.get_by_label(f"Kommune, rad {before + 1}")).to_be_focused()
    cell.fill("Den siste")
    save(page)
    answers = {one.question_id: one.value for one in again(together, draft).answers}
    assert "Den siste" in answers[ask(draft, "SYST-01").id]


TEXTS = [
    "æøå ÆØÅ", "én\nto\r\ntre", "👩‍⚕️ og 🏥", "e\u0301 og é", "  ytterst  ", "\u200bnull bredde",
    "tab\tog\u00a0fast mellomrom", "flagg 🇳🇴", "𝒜 utenfor", "slutt\n\n",
]  # fmt: skip


def test_the_counter_counts_as_the_server_does(signed_in: Page, draft: Application) -> None:
    question = ask(draft, "BEHOV-01")
    page = signed_in
    page.goto(f"/soknader/{draft.id}/sporsmal/{SYSTEMS}")
    area, counter = page.locator(f"#q-{question.id}"), page.locator(f"#q-{question.id}-counter")
    for text in TEXTS:
        area.fill(text)
        left = (question.max_chars or 0) - written_length(tidy(text) or "")
        expect(counter).to_have_text(re.compile(rf"^{left // 1000}\s{left % 1000:03d} tegn igjen"))


def wait_for(question: Question, condition: ShownWhen) -> None:
    """Let a question of a published call wait for another, as if it had done so from the first."""
    with transaction():
        row = db.session.get_one(Question, question.id)
        row.shown_when = condition


def asked_by_server(page: Page, question: Question) -> bool:
    """Tell whether the server asks a question, with the answers as they are saved."""
    return box(page, question).get_attribute("data-asked") == "yes"


def again(together: Collaboration, draft: Application) -> Application:
    """Read a draft as it now stands, not as this session has seen it."""
    db.session.remove()
    return together.read(draft.id)


def save(page: Page) -> None:
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.locator(".flash")).to_have_text(re.compile("Lagret kl."))


def test_what_is_not_relevant_asks_why(
    signed_in: Page, together: Collaboration, draft: Application
) -> None:
    question = ask(draft, "NULL-01")
    with transaction():
        db.session.get_one(Question, question.id).may_be_irrelevant = True
    page = signed_in
    page.goto(f"/soknader/{draft.id}/sporsmal/{MONEY}")
    why = page.locator(f"#q-{question.id}-because")
    expect(why).to_be_hidden()
    page.get_by_label("Ikke relevant, fordi").check()
    why.fill("Vi gjør det uansett.")
    save(page)
    answer = next(
        one for one in again(together, draft).answers if one.question_id == question.id
    )
    assert (answer.irrelevant_because, answer.value) == (
        "Vi gjør det uansett.", "Kommunene har de samme behovene.",
    )  # fmt: skip


def test_rows_that_are_taken_in_leave_nothing_unsaved(
    signed_in: Page, together: Collaboration, draft: Application
) -> None:
    a_fact_sheet(together.lead, together.signatory)
    page = signed_in
    page.goto(f"/soknader/{draft.id}/sporsmal/{SYSTEMS}")
    page.locator("textarea").first.fill("Skrevet rett før knappen")
    page.get_by_role("button", name="Ta dem med i tabellen og lagre").click()
    systems = box(page, ask(draft, "SYST-01")).locator("tbody tr")
    expect(systems.nth(1).locator("input").nth(1)).to_have_value("Gammelt system")
    expect(page.locator("textarea").first).to_have_value("Skrevet rett før knappen")
    expect(page.locator(".saving-line")).not_to_contain_text("ikke ble lagret")
