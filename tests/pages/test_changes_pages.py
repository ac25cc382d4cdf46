"""Changes of a project in the browser: the lead writes, partners confirm or leave, the office answers."""

from dataclasses import replace

from flask import Flask

from applications.queries import any_application
from criteria.changes import Change
from followup.changing import queries
from foundation import clock
from foundation.money import Ore, kroner
from tests.builders.changing import (
    AUTHORITY,
    LATER,
    WHY,
    a_change,
    a_new_activity,
    a_sent_change,
    participants,
    signs_for,
)
from tests.builders.decisions import NOW, a_published_round
from tests.builders.followup import project_of
from tests.builders.payments import accept, an_accepted_grant, signatory_of
from tests.querycount import asked
from tests.web import Page, Web


def words(page: Page) -> str:
    return " ".join((page.main.get_text(" ") if page.main else "").split())


def test_a_change_is_written_confirmed_and_approved_in_the_browser(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    case = grant.application.id
    new = a_new_activity(any_application(case))
    less = Ore(grant.decision.amount - kroner(150_000))
    with clock.frozen(NOW):
        web.log_in(signatory_of(grant.application))
        page = web.send(f"/soknader/{case}/endringer", press="Søk om en endring")
        write = page.url
        change = int(write.split("/")[2])
        page = web.send(write, press="Lagre og gå videre", end_on="30.06.2028")
        assert "Skriv hvorfor dere vil endre prosjektet." in words(page)
        assert "Send endringssøknaden" not in words(page)
        page = web.send(
            write,
            "Lagre og gå videre",
            {f"d-{new.second}": "Felles standarder.", f"m-{new.second}-2026": "150 000"},
            reason=WHY,
        )
        assert "Beløpene for 2026 må bli like mye" in words(page)
        web.send(write, "Lagre", {f"m-{new.first}-2026": str(less // 100)})
        page = web.send(f"/endringer/{change}", press="Send endringssøknaden")
        assert "Endringssøknaden er sendt." in words(page)
        web.open(write, status=404)

        for partner in participants(grant):
            web.log_in(signs_for(partner))
            page = web.open(f"/endringer/{change}")
            assert "Dere må bekrefte" in words(page)
            confirm = f"/endringer/{change}/bekreft/{partner.id}"
            page = web.send(confirm, press="Bekreft endringen", authority="")
            assert "Skriv hva fullmakten din bygger på." in words(page)
            page = web.send(confirm, press="Bekreft endringen", authority=AUTHORITY)
            assert "Endringen er bekreftet." in words(page)
            web.open(confirm, status=404)

        web.log_in(grant.round.drafter)
        assert str(grant.application.case_number) in words(web.open("/endringer/til-behandling"))
        decide = f"/endringer/til-behandling/{change}"
        page = web.send(decide, press="Godkjenn endringen", answer="")
        assert page.select(".errors")
        page = web.send(decide, press="Godkjenn endringen", answer="Det er nødvendig.")
        assert "Ingen endringssøknader venter på svar." in words(page)
        assert "Endring nr. 1" in words(web.open(f"/saker/{case}"))

        web.log_in(signatory_of(grant.application))
        page = web.open(f"/soknader/{case}/endringer")
        assert "30. juni 2028" in words(page).replace("\xa0", " ")
    plan = project_of(grant).plan
    assert plan.end_on == LATER
    assert plan.budget[2026] == {new.first: less, new.second: kroner(150_000)}


def test_a_partner_asks_to_get_out_and_the_officer_sees_what_it_breaks(
    app: Flask, web: Web
) -> None:
    del app
    grant = an_accepted_grant()
    case, leaver = grant.application.id, participants(grant)[0]
    name, number = leaver.organisation.name, leaver.id
    with clock.frozen(NOW):
        web.log_in(signs_for(leaver))
        page = web.open(f"/soknader/{case}/endringer")
        assert "Vi vil ut av prosjektet" in words(page)
        assert "Søk om en endring" not in words(page)
        page = web.send(
            f"/soknader/{case}/endringer/ut/{number}",
            reason="Vi skal slås sammen.",
            authority=AUTHORITY,
        )
        assert "Hovedsøkeren har fått beskjed" in words(page)
        (change,) = queries.changes_in(case)
        page = web.open(f"/endringer/{change.id}")
        assert f"{name} deltar ikke lenger i prosjektet." in words(page)

        web.log_in(signatory_of(grant.application))
        web.open(f"/soknader/{case}/endringer/ut/{number}", status=404)
        web.send(f"/endringer/{change.id}", press="Send endringssøknaden")
        web.log_in(grant.round.drafter)
        page = web.open(f"/endringer/til-behandling/{change.id}")
        assert len(page.select("table:-soup-contains('Hva kontrollen fant') tbody td.tight")) == 1
        page = web.send(
            f"/endringer/til-behandling/{change.id}", press="Ikke godkjenn", answer="For få igjen."
        )
        assert "Endringen er ikke godkjent" in words(page)


def test_what_two_write_at_once_is_not_lost(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    change = a_change(grant, Change(end_on=LATER))
    with clock.frozen(NOW):
        web.log_in(signatory_of(grant.application))
        page = web.send(
            f"/endringer/{change.id}/skriv", press="Lagre", seen="0", reason="Min grunn."
        )
        assert "En annen har lagret siden du åpnet skjemaet" in words(page)
        assert [one.get_text().strip() for one in page.select("#reason")] == ["Min grunn."]
        web.send(f"/endringer/{change.id}", press="Trekk endringssøknaden")
        assert "Trukket" in words(web.open(f"/endringer/{change.id}"))


def test_the_list_asks_no_more_for_many_rows_than_for_few(app: Flask, web: Web) -> None:
    del app
    made = a_published_round((5, 4))
    grant = an_accepted_grant(made)
    numbers = []
    with clock.frozen(NOW):
        web.log_in(made.drafter)
        for place in range(2):
            application = any_application(made.applications[place].id)
            decision = grant.decision if place == 0 else accept(application)
            a_sent_change(
                replace(grant, application=application, decision=decision), Change(end_on=LATER)
            )
            with asked() as heard:
                page = web.open("/endringer/til-behandling")
            numbers.append(heard.number)
            assert len(page.select("tbody tr")) == place + 1
    assert len(set(numbers)) == 1
    assert numbers[0] <= 8
