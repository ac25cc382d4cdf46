"""Stage gates in the browser: the office sets, the project tells, the office decides, money falls due."""

from flask import Flask

from foundation import clock
from payments.points import services
from tests.builders.decisions import NOW
from tests.builders.payments import an_accepted_grant, signatory_of
from tests.builders.points import PLAN, STOP, TOLD, a_point, again, decide, let_wait, tell
from tests.formfilling import Value
from tests.querycount import asked
from tests.web import Page, Web

LATER = NOW.replace(year=NOW.year + 1)
TYPED: dict[str, Value] = {
    "delivered": TOLD.delivered, "spent": "400 000", "expected": "900 000",
    "outlook": TOLD.outlook.value, "why": TOLD.why,
}  # fmt: skip
SEND = "Send rapporten og be om å gå videre"


def words(page: Page) -> str:
    return " ".join(page.main.get_text(" ").split()) if page.main else ""


def test_a_point_goes_from_the_office_to_the_project_and_back(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    case = grant.application.id
    with clock.frozen(NOW):
        web.log_in(grant.round.drafter)
        assert "Ingen punkter er satt" in words(web.open(f"/saker/{case}/stoppunkter"))
        page = web.send(f"/saker/{case}/stoppunkter/nytt", press="Sett punktet", due_on="1.1.2020")
        assert "Velg hva slags punkt det er." in words(page)
        page = web.send(
            f"/saker/{case}/stoppunkter/nytt", press="Sett punktet", kind="point_of_phase",
            name=PLAN.name, to_show=PLAN.to_show, due_on="01.01.2020",
        )  # fmt: skip
        assert "Fristen må være i dag eller senere." in words(page)
        assert PLAN.to_show in words(page), "what was typed stays"
        page = web.send(
            f"/saker/{case}/stoppunkter/nytt", press="Sett punktet", kind="point_of_phase",
            name=PLAN.name, to_show=PLAN.to_show, due_on=str(PLAN.due_on),
        )  # fmt: skip
        assert "Punktet er satt" in words(page)
        office = str(page.select("main table a")[0]["href"])
        page = web.send(f"{office}/endre", press="Endre punktet", to_show="At to kommuner er i drift.")
        assert "Punktet er endret" in words(page)
        plan = web.open(f"/saker/{case}/utbetalingsplan/endre")
        assert plan.select("#parts-0-trigger option")[-1].get_text() == f"når «{PLAN.name}» er passert"

        web.log_in(signatory_of(grant.application))
        assert PLAN.name in words(web.open(f"/soknader/{case}"))
        assert "Frist for å rapportere til stoppunkt" in words(web.open("/frister"))
        page = web.open(f"/soknader/{case}/stoppunkter")
        own = str(page.select("main table a")[0]["href"])
        page = web.send(own, SEND, TYPED | {"expected": "399 999", "why": " "})
        assert "Skriv hvorfor." in words(page)
        page = web.send(own, SEND, TYPED | {"expected": "399 999"})
        assert "Samlet kostnad kan ikke være lavere" in words(page)
        page = web.send(own, SEND, TYPED)
        assert "Rapporten er sendt." in words(page)
        assert "Dere venter på svar." in words(page)
        assert page.select("#delivered")[0].get_text().strip() == TOLD.delivered, "who tells anew goes on"
        page = web.send(own, press=SEND, expected="950 000")
        assert "Ventet ved forrige rapport: 900 000 kr." in words(page)

        web.log_in(grant.round.drafter)
        page = web.open("/rapporter/stoppunkter")
        assert "Venter på svar" in words(page)
        assert str(page.select("main table a")[0]["href"]) == office
        web.get(f"{office}/endre", status=404)
        page = web.send(office, press="Send svaret", outcome="point_go_on_conditionally", reason="Ja.")
        assert "Skriv vilkårene." in words(page)
        page = web.send(office, press="Send svaret", outcome="point_go_on", reason="Alt er på plass.")
        assert "Prosjektet kan gå videre." in words(page)
        assert "Passert" in words(page)
        web.log_in(signatory_of(grant.application))
        page = web.open(own)
        assert "Gå videre" in words(page)
        assert "Alt er på plass." in words(page)
        assert not page.select("main form")


def test_money_that_waits_is_shown_and_falls_due_when_the_point_is_passed(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    point = a_point(grant)
    let_wait(grant, point)
    case = grant.application.id
    with clock.frozen(NOW):
        web.log_in(grant.round.drafter)
        for address in (f"/saker/{case}", f"/saker/{case}/utbetalingsplan", "/okonomi/rater?state=waiting"):
            if "okonomi" in address:
                web.log_in(grant.attester)
            assert f"når «{PLAN.name}» er passert" in words(web.open(address))
        web.log_in(grant.round.drafter)
        page = web.send(f"/saker/stoppunkter/{point.id}/trekk", press="Trekk punktet", why="Nei.")
        assert "Endre utbetalingsplanen først." in words(page)
        tell(grant, point)
        address = f"/saker/stoppunkter/{point.id}"
        assert "forfaller ratene på" in words(web.open(address))
        page = web.send(address, press="Send svaret", outcome="point_go_on", reason="Ja.")
        assert "1 rate har forfalt." in words(page)


def test_an_answer_to_what_was_not_read_is_given_back_with_what_was_typed(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    point = tell(grant, a_point(grant))
    address = f"/saker/stoppunkter/{point.id}"
    with clock.frozen(NOW):
        web.log_in(grant.round.drafter)
        web.open(address)
        services.tell_at_point(again(point), TOLD, by=signatory_of(grant.application), at=NOW)
        page = web.send(
            address, press="Send svaret", outcome="point_stop", reason="Etter det vi vet.", seen="1"
        )
        assert "Prosjektet har rapportert på nytt" in words(page)
        assert "Etter det vi vet." in words(page)
        assert str(page.select("input[name=seen]")[0]["value"]) == "2"
        page = web.send(address, press="Send svaret", outcome="point_stop", reason="Etter å ha lest.")
        assert "Prosjektet må stoppe." in words(page)
        assert "Stoppen endrer ikke vedtaket om tilskudd" in words(page)


def test_a_late_point_is_shown_as_late_to_both_sides(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    a_point(grant)
    case = grant.application.id
    with clock.frozen(LATER):
        for who, addresses in (
            (grant.round.drafter, (f"/saker/{case}", "/rapporter/stoppunkter", "/kalender")),
            (signatory_of(grant.application), (f"/soknader/{case}", f"/soknader/{case}/stoppunkter")),
        ):
            web.log_in(who)
            for address in addresses:
                said = words(web.open(address))
                assert "Over fristen" in said or "Frist for å rapportere til stoppunkt" in said


def test_a_withdrawn_point_stands_with_its_reason(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    point = a_point(grant)
    with clock.frozen(NOW):
        web.log_in(grant.round.drafter)
        address = f"/saker/stoppunkter/{point.id}"
        page = web.send(f"{address}/trekk", press="Trekk punktet", why="Fasen er slått sammen.")
        assert "Punktet er trukket" in words(page)
        assert "Fasen er slått sammen." in words(web.open(address))
        web.log_in(signatory_of(grant.application))
        page = web.open(f"/stoppunkter/{point.id}")
        assert "Fasen er slått sammen." in words(page)
        assert not page.select("main form")


def test_a_grant_without_points_says_nothing_of_them_to_the_project(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    case = grant.application.id
    with clock.frozen(NOW):
        web.log_in(signatory_of(grant.application))
        assert "Stoppunkter" not in words(web.open(f"/soknader/{case}"))
        web.get(f"/soknader/{case}/stoppunkter", status=404)


def test_the_lists_ask_as_much_however_many_points_there_are(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    case = grant.application.id
    point = a_point(grant)
    tell(grant, point)
    decide(grant, point, STOP)
    with clock.frozen(NOW):
        for who, addresses in (
            (
                grant.round.drafter,
                ("/rapporter/stoppunkter", f"/saker/{case}/stoppunkter", f"/saker/{case}", "/kalender"),
            ),
            (signatory_of(grant.application), (f"/soknader/{case}/stoppunkter", "/frister")),
        ):
            web.log_in(who)
            for address in addresses:
                counts = []
                for _ in range(2):
                    web.open(address)
                    with asked() as heard:
                        web.open(address)
                    counts.append(heard.number)
                    for _more in range(2):
                        other = a_point(grant)
                        tell(grant, other)
                        decide(grant, other, STOP)
                assert counts[0] == counts[1], address
