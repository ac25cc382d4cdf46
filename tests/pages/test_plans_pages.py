"""A case's plan in the browser: changed by an officer, read by both sides, and a step on a date in a call."""

from flask import Flask

from accounts.models import Role
from accounts.queries import person
from foundation import clock
from payments.plans import services as plans
from payments.plans.open import open_parts, part_of
from payments.plans.services import Wanted
from tests.builders.accounts import a_person
from tests.builders.decisions import NOW
from tests.builders.payments import an_accepted_grant, signatory_of
from tests.builders.reclaims import an_officer_of
from tests.pages.test_payments_pages import words
from tests.querycount import asked
from tests.web import Web


def test_an_officer_changes_the_plan_and_both_sides_read_why(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    case, officer = grant.application.id, an_officer_of(grant)
    change = f"/saker/{case}/utbetalingsplan/endre"
    with clock.frozen(NOW):
        web.log_in(officer)
        assert "når rapporten for 2026 er godkjent" in words(web.open(f"/saker/{case}"))
        page = web.send(change, reason="Prosjektet trenger pengene.", more={"parts-1-amount": "1"})
        assert "skal være" in words(page)
        typed = page.select_one('[name="parts-1-amount"]')
        assert typed is not None
        assert typed["value"] == "1"

        page = web.send(change, reason="Holdes tilbake.", more={
            "parts-0-trigger": "on_date", "parts-0-due_on": "2026-12-01",
        })  # fmt: skip
        assert "Utbetalingsplanen er endret" in words(page)
        assert "1. desember 2026" in words(page)

        held = [Wanted(part_of(one), one.id) for one in open_parts(case)]
        plans.adjust(
            grant.application, [*held[1:], Wanted(held[0].part)], reason="Først.", seen=2,
            by=officer, at=NOW,
        )  # fmt: skip
        page = web.send(change, press="Endre planen", reason="Etterpå.", seen="2")
        assert "Planen er endret siden du åpnet siden" in words(page)
        assert "Etterpå." in words(page)

        web.log_in(signatory_of(grant.application))
        with asked() as queries:
            page = web.open(f"/soknader/{case}/utbetalingsplan")
        assert "Holdes tilbake." in words(page)
        assert "Versjon 3" in words(page)
        assert queries.number <= 31
        web.open(change, status=403)
        web.log_in(person(a_person(Role.SIGNATORY, name="Finn Fremmed").id))
        web.open(f"/soknader/{case}/utbetalingsplan", status=404)
