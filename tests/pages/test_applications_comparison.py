"""The cost beside what comparable projects have cost, for who writes the budget and who reads it."""

from flask import Flask

from applications import facts
from applications.budget_table import budget_table
from criteria.yardsticks import per_inhabitant
from foundation.showing import show_kroner
from tests.builders.accounts import an_administrator
from tests.builders.applications import a_collaboration, a_filled_draft
from tests.builders.assessments import a_collaboration_of
from tests.builders.grants import INTRODUCTION, a_call, terms
from tests.web import Page, Web

NO_LIMIT = "De er til hjelp og avgjør ingenting."


def words(page: Page) -> str:
    text = page.main.get_text(" ") if page.main else ""
    return " ".join(text.replace("\u00a0", " ").split())


def plain(amount: str) -> str:
    return amount.replace("\u00a0", " ")


def test_a_procurement_is_held_against_others_and_told_what_may_be_saved(
    app: Flask, web: Web
) -> None:
    del app
    together = a_collaboration()
    draft = a_filled_draft(together)
    cost = budget_table(draft).totals.total
    web.log_in(together.signatory)
    for page in (f"/soknader/{draft.id}/budsjett", f"/soknader/{draft.id}/les"):
        said = words(web.open(page))
        assert f"Etter budsjettet koster prosjektet {plain(show_kroner(cost))}." in said
        assert "Kommuner har kjøpt journalløsninger alene for mellom 1 000 000 kr og 5 000 000 kr" in said
        assert "kan de vente å spare mellom" in said
        assert "(10 % til 20 %)" in said
        assert NO_LIMIT in said


def test_an_introduction_is_held_against_others_for_each_inhabitant(app: Flask, web: Web) -> None:
    del app
    call = a_call(an_administrator(), terms(code="innforing-2026"), INTRODUCTION)
    together = a_collaboration_of(call, 1)
    draft = a_filled_draft(together)
    found = per_inhabitant(budget_table(draft).totals.total, facts.inhabitants(draft))
    assert found is not None
    web.log_in(together.signatory)
    said = words(web.open(f"/soknader/{draft.id}/les"))
    assert f"koster prosjektet {plain(show_kroner(found.each))} per innbygger" in said
    assert "mellom 372 kr og 443 kr" in said
    assert "kjøper sammen" not in said
    assert NO_LIMIT in said


def test_without_a_cost_there_is_nothing_to_compare(app: Flask, web: Web) -> None:
    del app
    together = a_collaboration()
    draft = together.begin()
    web.log_in(together.signatory)
    assert NO_LIMIT not in words(web.open(f"/soknader/{draft.id}/budsjett"))
