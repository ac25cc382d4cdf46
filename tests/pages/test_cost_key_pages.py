"""How the members divide what they carry, on the pages of all who read an application, and on paper."""

import pytest
from flask import Flask

from applications import facts, services
from applications.contents import Division
from applications.models import Application
from criteria.costkey import CostKey
from decisions.filling.requests import receipt_of
from decisions.printing import text
from decisions.queries.paperwork import case_paper
from foundation import clock
from foundation.language import BOKMAL, NYNORSK
from tests.builders.applications import (
    Collaboration,
    a_collaboration,
    a_filled_draft,
    a_ready_draft,
    confirm_all,
    participants,
)
from tests.web import Page, Web

ASKED_FIRST = "Dere kan avtale hvordan deltakerne deler det dere betaler selv."


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


@pytest.fixture
def draft(together: Collaboration) -> Application:
    return a_filled_draft(together)


def said(page: Page) -> str:
    return " ".join(page.main.get_text(" ").split()) if page.main else ""


def rows(page: Page, caption: str) -> list[list[str]]:
    """Give the cells of the one table that has the caption."""
    (table,) = [
        one
        for one in page.select("table")
        if one.caption is not None and one.caption.get_text().strip() == caption
    ]
    return [
        [" ".join(cell.get_text().split()) for cell in row.select("th, td")]
        for row in table.select("tbody tr")
    ]


def agree(together: Collaboration, draft: Application, key: CostKey) -> Application:
    draft = together.read(draft.id)
    services.set_cost_key(draft, Division(key, {}), by=together.signatory, at=clock.now())
    return together.read(draft.id)


def test_a_key_is_chosen_beside_what_each_would_carry(
    web: Web, together: Collaboration, draft: Application
) -> None:
    web.log_in(together.signatory)
    page = web.open(f"/soknader/{draft.id}/budsjett")
    assert ASKED_FIRST in said(page)
    assert page.find("a", string="Velg fordelingsnøkkel") is not None

    url = f"/soknader/{draft.id}/fordelingsnokkel"
    page = web.open(url)
    assert rows(page, "Det hver deltaker ville båret")[0] == [
        "Lillevik", "4 321", "600 000 kr", "600 000 kr", "600 000 kr",
    ]  # fmt: skip
    page = web.send(url, "Lagre", key="equal")

    assert page.url == url
    assert together.read(draft.id).cost_key is CostKey.EQUAL
    page = web.open(f"/soknader/{draft.id}/budsjett")
    assert ASKED_FIRST not in said(page)
    assert rows(page, "Det hver deltaker bærer etter nøkkelen")[0] == [
        "Lillevik", "33,33 prosent", "600 000 kr", "600 000 kr", "ingen",
    ]  # fmt: skip
    assert "Budsjettet følger ikke nøkkelen" not in said(page)
    assert page.find("a", string="Endre fordelingsnøkkelen") is not None


def test_percentages_are_typed_and_the_page_says_where_the_budget_departs(
    web: Web, together: Collaboration, draft: Application
) -> None:
    web.log_in(together.signatory)
    url = f"/soknader/{draft.id}/fordelingsnokkel"
    lead, one, other = (f"p-{partner.id}" for partner in draft.partners)
    web.send(url, "Lagre", {"key": "custom", lead: "33,34", one: "50 %", other: "16.66"})

    page = web.open(f"/soknader/{draft.id}/budsjett")
    assert [row[1:] for row in rows(page, "Det hver deltaker bærer etter nøkkelen")] == [
        ["33,34 prosent", "600 120 kr", "600 000 kr", "120 kr mindre"],
        ["50,00 prosent", "900 000 kr", "600 000 kr", "300 000 kr mindre"],
        ["16,66 prosent", "299 880 kr", "600 000 kr", "300 120 kr mer"],
    ]
    assert "Det er beløpene i budsjettet som gjelder i søknaden." in said(page)
    page = web.open(url)
    fields = [page.find("input", attrs={"name": name}) for name in (lead, one, other)]
    assert [field["value"] for field in fields if field is not None] == ["33,34", "50", "16,66"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["40", "30", ""], "Skriv prosenten. Skriv 0 for den som ikke betaler noe."),
        (["40", "30", "mye"], "Skriv en prosent fra 0 til 100, med høyst to desimaler."),
        (["100", "0", "0,001"], "Skriv en prosent fra 0 til 100, med høyst to desimaler."),
        (["101", "0", "0"], "Skriv en prosent fra 0 til 100, med høyst to desimaler."),
        (["40", "30", "20"], "Prosentene blir ikke 100 til sammen. Fordel dem på nytt."),
    ],
)
def test_percentages_that_cannot_be_used_are_told_and_stay(
    web: Web, together: Collaboration, draft: Application, typed: list[str], told: str
) -> None:
    web.log_in(together.signatory)
    names = [f"p-{partner.id}" for partner in draft.partners]
    page = web.send(
        f"/soknader/{draft.id}/fordelingsnokkel", "Lagre",
        {"key": "custom", **dict(zip(names, typed, strict=True))},
    )  # fmt: skip
    summary = page.select_one(".error-summary")
    assert summary is not None
    assert told in summary.get_text()
    kept = [page.find("input", attrs={"name": name}) for name in names]
    assert [one["value"] for one in kept if one is not None] == typed
    assert together.read(draft.id).cost_key is None


def test_a_confirmation_falls_and_the_partner_reads_why(
    web: Web, together: Collaboration
) -> None:
    draft = agree(together, a_ready_draft(together), CostKey.EQUAL)
    own = participants(draft)[0]
    assert not facts.is_confirmed(draft, own)
    web.log_in(together.others_signatories[0])
    page = web.open(f"/soknader/{draft.id}/deltakere/{own.id}/bekreft")
    assert "Fordelingsnøkkelen: fra ikke satt til likt på alle" in said(page)
    assert [row[0] for row in rows(page, "Det hver deltaker bærer etter nøkkelen")] == [
        "Lillevik", "Storfjord", "Midtdal",
    ]  # fmt: skip


def test_a_partner_reads_the_key_and_does_not_choose_it(
    web: Web, together: Collaboration, draft: Application
) -> None:
    web.log_in(together.others_signatories[0])
    url = f"/soknader/{draft.id}/fordelingsnokkel"
    assert ASKED_FIRST not in said(web.open(f"/soknader/{draft.id}/budsjett"))
    web.open(url, status=404)
    agree(together, draft, CostKey.POPULATION)
    page = web.open(f"/soknader/{draft.id}/budsjett")
    assert "Fordelingsnøkkel: Etter innbyggertall" in said(page)
    assert page.find("a", href=url) is None


def test_percentages_that_no_longer_fit_are_a_lack_with_a_way_to_mend_them(
    web: Web, together: Collaboration, draft: Application
) -> None:
    percents = dict.fromkeys((one.id for one in participants(draft)), 5_000)
    percents[facts.lead_of(draft).id] = 0
    by, at = together.signatory, clock.now()
    services.set_cost_key(draft, Division(CostKey.CUSTOM, percents), by=by, at=at)
    services.remove_partner(participants(draft)[1], by=by, at=at)
    web.log_in(by)
    page = web.open(f"/soknader/{draft.id}/budsjett")
    todo = page.find("a", href=f"/soknader/{draft.id}/budsjett#cost-key")
    assert todo is not None
    assert "Fordelingsnøkkelen må rettes: Prosentene blir ikke 100" in todo.get_text()
    assert page.find(id="cost-key") is not None


def test_two_who_choose_at_once_see_both_choices(
    web: Web, together: Collaboration, draft: Application
) -> None:
    web.log_in(together.signatory)
    url = f"/soknader/{draft.id}/fordelingsnokkel"
    page = web.open(url)
    seen = page.find("input", attrs={"name": "seen"})
    assert seen is not None
    agree(together, draft, CostKey.POPULATION)
    page = web.send(url, "Lagre", key="equal", seen=str(seen["value"]), status=409)
    assert "Etter innbyggertall" in said(page)
    assert "Likt på alle" in said(page)
    assert together.read(draft.id).cost_key is CostKey.POPULATION


def test_the_office_and_the_receipt_show_the_key(web: Web, together: Collaboration) -> None:
    draft = agree(together, a_filled_draft(together), CostKey.EQUAL)
    confirm_all(together, draft)
    services.submit(draft.id, by=together.signatory, at=clock.now())
    web.log_in(together.signatory)
    page = web.open(f"/soknader/{draft.id}/les")
    assert rows(page, "Det hver deltaker bærer etter nøkkelen")[1] == [
        "Storfjord", "33,33 prosent", "600 000 kr", "600 000 kr", "ingen",
    ]  # fmt: skip

    paper = case_paper(draft.id)
    written = text(receipt_of(paper, BOKMAL))
    assert "Egenandelen fordelt på deltakerne likt på alle" in written
    assert "Eigendelen fordelt på deltakarane likt på alle" in text(receipt_of(paper, NYNORSK))


def test_what_has_no_key_is_as_it_was(web: Web, together: Collaboration) -> None:
    draft = a_ready_draft(together)
    services.submit(draft.id, by=together.signatory, at=clock.now())
    web.log_in(together.signatory)
    assert "nøkkel" not in said(web.open(f"/soknader/{draft.id}/les")).lower()
    assert "fordelt på deltakerne" not in text(receipt_of(case_paper(draft.id), BOKMAL))
