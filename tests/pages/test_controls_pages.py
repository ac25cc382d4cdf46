"""Control in the browser: drawing, the checklist, findings, and who may do and see what."""

from flask import Flask

from accounts.models import Role
from accounts.queries import person
from applications.queries import any_application
from followup.controls.kinds import CheckItem
from foundation import clock
from tests.builders.accounts import a_person, an_administrator
from tests.builders.assessments import an_officer
from tests.builders.controls import SEED, SOURCE, a_sample, the_control
from tests.builders.decisions import NOW, a_controller, a_published_round
from tests.builders.payments import accept, an_accepted_grant
from tests.querycount import asked
from tests.web import Page, Web


def words(page: Page) -> str:
    return " ".join(page.main.get_text(" ").split()) if page.main else ""


def test_a_controller_prices_risk_draws_and_controls(app: Flask, web: Web) -> None:
    del app
    made = a_published_round((5, 4))
    accept(any_application(made.applications[1].id))
    grant = an_accepted_grant(made)
    with clock.frozen(NOW):
        web.log_in(person(grant.attester.id))
        page = web.send(
            "/kontroll/risiko", press="Lagre poengene",
            more={"many_partners": "3", "many_partners-limit": "2", "large_grant": "x"},
        )  # fmt: skip
        assert "Skriv et helt tall" in words(page)
        web.send(
            "/kontroll/risiko", press="Lagre poengene",
            more={"many_partners": "3", "many_partners-limit": "2", "large_grant": "1"},
        )  # fmt: skip
        offered = [one.get_text() for one in web.open("/kontroll/trekk").select("#call option")]
        assert [one.rsplit(" (", 1)[1] for one in offered] == ["2 tilskudd)"]
        page = web.send(
            "/kontroll/trekk", press="Trekk", call=str(grant.round.call.id), size="5", seed=SEED,
            seed_source=SOURCE,
        )  # fmt: skip
        assert "Det er 2 saker å trekke blant." in words(page)
        page = web.send(
            "/kontroll/trekk", press="Trekk", call=str(grant.round.call.id), size="2", seed=SEED,
            seed_source=SOURCE,
        )  # fmt: skip
        assert "Utvalget er trukket." in words(page)
        assert "100 %" in words(page)
        assert "Mange deltakere" in words(page)
        sample = page.url
        assert "Laveste lodd (SHA-256)" in web.get(f"{sample}.csv").data.decode("utf-8-sig")
        assert web.get(f"{sample}.json").get_json()["seed"] == SEED
        number = str(grant.application.case_number)
        link = next(one for one in page.select("tbody th a") if one.get_text() == number)
        control = str(link["href"])
        page = web.send(control, press="Lagre sjekklisten", own_share="not_in_order")
        assert "Skriv hva som ikke er i orden." in words(page)
        in_order = {one.value: "in_order" for one in CheckItem}
        web.send(control, press="Lagre sjekklisten", more=in_order)
        page = web.send(
            control, press="Lagre funnet", text="Bilag 12 mangler.", severity="breach",
            consequence="follow_up",
        )  # fmt: skip
        assert "Skriv når det skal være fulgt opp." in words(page)
        page = web.send(
            control, press="Lagre funnet", text="Bilag 12 mangler.", severity="breach",
            consequence="follow_up", due_on="2026-09-01",
        )  # fmt: skip
        assert "Bilag 12 mangler." in words(page)
        web.send(control, press="Avslutt kontrollen", conclusion="Ett bilag mangler.")
        page = web.send(control, press="Lukk funnet", how="Bilaget er sendt.")
        assert "Bilaget er sendt." in words(page)
        assert "Avsluttet" in words(page)


def test_auditors_read_others_do_not_and_the_gate_holds(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    sample = a_sample(grant)
    control = f"/kontroll/sak/{the_control(sample).id}"
    with clock.frozen(NOW):
        web.log_in(a_person(Role.AUDITOR, name="Rita Revisor"))
        assert SEED in words(web.open("/kontroll"))
        assert "Lagre sjekklisten" not in words(web.open(control))
        web.open("/kontroll/trekk", status=403)
        web.log_in(an_officer("Oda Onsrud"))
        for address in ("/kontroll", f"/kontroll/utvalg/{sample.id}", control):
            web.open(address, status=403)
        web.log_in(a_controller("Ny Controller"))
        assert "Krever at du erklærer habilitet" in words(web.open(f"/kontroll/utvalg/{sample.id}"))
        assert web.open(control).url == f"/saker/{grant.application.id}/habilitet"


def test_the_list_asks_no_more_for_many_samples(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    numbers = []
    with clock.frozen(NOW):
        web.log_in(person(grant.attester.id))
        for seed in ("a", "b", "c"):
            a_sample(grant, seed=seed)
            with asked() as heard:
                web.open("/kontroll")
            numbers.append(heard.number)
    assert len(set(numbers)) == 1
    assert numbers[0] <= 9


def test_the_administrator_writes_the_list_of_a_round(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    web.log_in(an_administrator("Liv Liste"))
    page = web.open("/kontroll/sjekkliste")
    assert "Ordningen bruker standardlisten." in words(page)
    address = f"/kontroll/sjekkliste?utlysning={grant.round.call.id}"
    new = {"nb-8": "Timelistene er ført", "code-8": "timelister", "basis-8": "Vedtaket"}
    page = web.send(address, press="Lagre sjekklisten", more=new)
    assert "Fyll ut kode og tekst i begge målformer." in words(page)
    assert page.select("#nb-8")[0]["value"] == "Timelistene er ført"
    page = web.send(address, press="Lagre sjekklisten", more=new | {"nn-8": "Timelistene er førte"})
    assert "Utlysningen har sin egen liste." in words(page)
    assert page.select("#nn-8")[0]["value"] == "Timelistene er førte"
    web.open("/kontroll/sjekkliste?utlysning=9999", status=404)
