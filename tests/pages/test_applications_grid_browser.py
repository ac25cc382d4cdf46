"""The budget grid in a real browser: keys, pasting, and sums that agree with the server's."""

from hashlib import sha256
from itertools import count

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from applications import queries, services
from applications.budget_rules import budget_rules
from applications.contents import BudgetCell
from applications.facts import budget_lines
from applications.models import Application
from criteria import budget
from criteria.budget import Source
from foundation import clock
from foundation.database import db
from foundation.money import Ore, format_kroner, kroner
from grants import queries as calls
from grants import services as administering
from grants.models import RuleKey
from grants.services import RuleSetting
from tests.builders.accounts import an_administrator
from tests.builders.applications import Collaboration, a_collaboration, a_filled_draft
from tests.builders.grants import a_draft
from tests.chromium import paste
from tests.entering import enter_with_cookie
from tests.scenes import scene

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

LIMITS = {
    RuleKey.MIN_GRANT_PER_PARTNER: str(kroner(300_000)),
    RuleKey.MAX_GRANT_PER_PARTNER: str(kroner(900_000)),
}

ROUNDS = [
    (share, size)
    for share in (5, 60, 200)
    for size in (5_000_000, 40_000_000, 100_000_000, 400_000_000)
]
"""How much of each budget is the partners' own, in percent of the rest, and its largest amount in øre."""


@scene
def a_limited_draft() -> tuple[Collaboration, Application]:
    """Let everything be filled in for a call with limits on what each may ask for."""
    anne = an_administrator()
    call = a_draft(anne)
    for key, value in LIMITS.items():
        rule = next(one for one in call.rules if one.key is key)
        setting = RuleSetting(value, rule.note, chosen_by_administrator=True)
        administering.change_rule(call, rule, setting, by=anne, at=clock.now())
        call = calls.call(call.id)
    administering.publish_call(call, by=anne, at=clock.now())
    together = a_collaboration(calls.call(call.id))
    return together, a_filled_draft(together)


@pytest.fixture
def written(app: Flask) -> tuple[Collaboration, Application]:
    del app
    return a_limited_draft()


@pytest.fixture
def together(written: tuple[Collaboration, Application]) -> Collaboration:
    return written[0]


@pytest.fixture
def draft(written: tuple[Collaboration, Application]) -> Application:
    return written[1]


@pytest.fixture
def grid(page: Page, together: Collaboration, draft: Application, live_server: str) -> Page:
    """Open the whole budget as the lead's signatory."""
    enter_with_cookie(page.context, together.signatory.email, live_server)
    page.goto(f"/soknader/{draft.id}/budsjett")
    expect(page.locator("h1")).to_have_text("Budsjett")
    page.wait_for_load_state("load")  # the scripts listen from here on
    return page


@pytest.fixture
def first(draft: Application) -> str:
    return f"c-{draft.partners[0].id}-2026-{draft.chosen_activities[0].activity_id}"


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_the_keys_of_a_spreadsheet_move_between_the_cells(grid: Page, first: str) -> None:
    grid.locator(f"#{first}-grant").focus()
    grid.keyboard.press("ArrowDown")
    assert focused(grid) == f"{first}-own_funding"
    grid.keyboard.press("Enter")
    assert focused(grid) == f"{first}-own_effort"
    grid.keyboard.press("Shift+Enter")
    assert focused(grid) == f"{first}-own_funding"
    grid.keyboard.press("ArrowRight")
    assert focused(grid) == f"{first.replace('2026', '2027')}-own_funding"
    grid.keyboard.type("12")
    grid.keyboard.press("ArrowLeft")
    assert focused(grid) == f"{first.replace('2026', '2027')}-own_funding"
    grid.keyboard.press("Home")
    grid.keyboard.press("ArrowLeft")
    assert focused(grid) == f"{first}-own_funding"
    grid.keyboard.press("Tab")
    assert focused(grid) == f"{first.replace('2026', '2027')}-own_funding"


def test_a_block_is_pasted_saved_and_taken_back(
    grid: Page, together: Collaboration, draft: Application, first: str
) -> None:
    number = draft.id
    field = grid.locator(f"#{first}-grant")
    paste(field, "1 234 567,50\t100.000\r\n-\t250 000 kr\r\n")

    expect(field).to_have_value("1 234 567,50")
    expect(grid.locator(f"#{first}-own_funding")).to_have_value("")
    expect(grid.locator(".grid-told")).to_contain_text("Limte inn 4 beløp")
    expect(grid.locator('[data-sum="grant-2027"]')).to_have_text("100\u00a0000\u00a0kr")
    expect(grid.locator(".saved")).to_have_text("Lagret kl. 10:00")
    assert stored(together, number).asked == kroner(1_200_000 + 1_334_567) + 50

    grid.get_by_role("button", name="Angre").click()
    expect(field).to_have_value("600\u00a0000")
    expect(grid.locator(".grid-told")).to_have_text("Innlimingen er tatt tilbake.")
    grid.get_by_role("button", name="Lagre", exact=True).click()
    expect(grid.locator(".flash")).to_have_text("Lagret kl. 10:00.")
    assert stored(together, number).asked == kroner(1_800_000)


@pytest.mark.parametrize(
    ("block", "why"),
    [
        ("1\t2\n3\tfire", "«fire» i rad 2, kolonne 2 er ikke et beløp i kroner."),
        ("1\t2\t3", "området har 3 kolonner, men det er bare 2 herfra og til høyre."),
        ("1\n" * 40, "området har 40 rader, men det er bare 12 herfra og ned."),
    ],
    ids=["text", "wide", "tall"],
)
def test_a_block_that_does_not_fit_is_refused_whole(
    grid: Page, first: str, block: str, why: str
) -> None:
    paste(grid.locator(f"#{first}-grant"), block)
    expect(grid.locator(".grid-told")).to_contain_text(f"Ingenting er limt inn: {why}")
    expect(grid.locator(f"#{first}-grant")).to_have_value("600\u00a0000")
    expect(grid.locator(f"#{first}-own_funding")).to_have_value("600\u00a0000")


def test_what_cannot_be_read_is_marked_and_the_rest_is_saved(
    grid: Page, together: Collaboration, draft: Application, first: str
) -> None:
    number = draft.id
    grid.locator(f"#{first}-own_effort").fill("250 000")
    grid.locator(f"#{first}-other_public").fill("mye")
    expect(grid.locator(f"#{first}-other_public")).to_have_attribute("aria-invalid", "true")
    expect(grid.locator(".saved")).to_contain_text("Ikke med: Lillevik")
    amounts = {one.source: one.amount for one in stored(together, number).budget_lines}
    assert amounts[Source.OWN_EFFORT] == kroner(250_000)
    assert Source.OTHER_PUBLIC not in amounts
    expect(grid.locator(f"#{first}-other_public")).to_have_value("mye")


def test_page_and_server_agree_on_sums_and_rules(
    grid: Page, together: Collaboration, draft: Application
) -> None:
    """The page is given the amounts cell by cell; the server judges what it has stored of them."""
    number, activity = draft.id, draft.chosen_activities[0].activity_id
    partners, names = [one.id for one in draft.partners], set()
    chance = count()
    for share, size in ROUNDS:
        cells = [
            BudgetCell(year, partner, activity, source, an_amount(next(chance), source, share, size))
            for partner in partners
            for year in (2026, 2027)
            for source in Source
        ]
        typed = {
            f"c-{one.partner_id}-{one.year}-{one.activity_id}-{one.source.value}": one.amount
            for one in cells
        }
        type_in(grid, typed)
        shown = {
            one.get_attribute("data-rule"): one.locator(".rule-told").inner_text()
            for one in grid.locator("[data-limit]").all()
        }
        application = stored(together, number)
        services.set_budget(application, cells, by=together.signatory, at=clock.now())
        application = stored(together, number)
        lines = budget_lines(application)
        told = {one.rule.value: one.text for one in budget_rules(application, lines)}
        assert {key: plain(text) for key, text in shown.items()} == {
            key: plain(text) for key, text in told.items()
        }
        names |= {one.rule for one in budget_rules(application, lines) if not one.met}
        sums = budget.totals(lines)
        assert plain(grid.locator('[data-sum="all"]').inner_text()) == plain(
            format_kroner(sums.total)
        )
    assert len(names) == len(told), "the amounts were too tame to break every rule"


def an_amount(number: int, source: Source, share: int, size: int) -> Ore:
    """Give nothing, an amount in øre or one in kroner, as if by chance; `share`: percent of it own."""
    drawn = int(sha256(str(number).encode()).hexdigest(), 16)
    kind, much = drawn % 3, drawn // 3 % size
    if source in (Source.OWN_FUNDING, Source.OWN_EFFORT):
        much = much * share // 100
    return [Ore(0), Ore(much), kroner(much // 100)][kind]


def type_in(page: Page, amounts: dict[str, Ore]) -> None:
    texts = {name: format_kroner(amount) if amount else "" for name, amount in amounts.items()}
    page.evaluate(
        """(texts) => {
            for (const [id, text] of Object.entries(texts)) document.getElementById(id).value = text;
            document.querySelector("form.budget").dispatchEvent(new Event("input"));
        }""",
        texts,
    )


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def stored(together: Collaboration, number: int) -> Application:
    """Read what the server has written meanwhile."""
    db.session.rollback()
    db.session.expire_all()
    together.read(number)
    return queries.led_by(together.signatory, number)
