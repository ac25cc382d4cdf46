"""Handing benefits over in the browser: offered with one side's signature, answered with the other's."""

from flask import Flask

from accounts.models import Role
from followup.benefits import queries
from foundation import clock
from tests.builders.accounts import a_person
from tests.builders.decisions import NOW
from tests.builders.handing import PLAN, a_possible_receiver
from tests.formfilling import Value
from tests.web import Page, Web


def words(page: Page) -> str:
    return " ".join((page.main.get_text(" ") if page.main else "").split())


def test_a_benefit_is_offered_accepted_and_measured_by_the_receiver(app: Flask, web: Web) -> None:
    del app
    handing = a_possible_receiver()
    followed = handing.followed
    case, benefit, kommune = (
        followed.grant.application.id, followed.benefit.id, followed.lead_kommune,
    )  # fmt: skip
    offer = f"/gevinster/{benefit}/overfor/{kommune}"
    with clock.frozen(NOW):
        web.log_in(followed.lead)
        assert web.open(f"/soknader/{case}/gevinster").select(f'a[href="{offer}"]')
        page = web.send(offer, press="Send tilbudet", plan=PLAN)
        assert "Velg hvem som skal overta." in words(page)
        assert PLAN in words(page)
        typed: dict[str, Value] = {
            "receiver": str(handing.receiver.id), "contact": "Leder for e-helse",
            "email": "e@example.org", "plan": PLAN, "why": "Prosjektet er slutt.",
        }  # fmt: skip
        page = web.send(offer, "Send tilbudet", typed, takes_over_on="01.01.2026")
        assert "Datoen kan ikke være før i dag." in words(page)
        page = web.send(offer, "Send tilbudet", typed, takes_over_on=NOW.date().isoformat())
        assert "Dere har ansvaret til mottakeren har godtatt." in words(page)
        assert "Venter på svar" in words(page)
        number = queries.handovers_in(case)[0].id
        web.log_in(handing.receivers_signatory)
        assert "Gevinster som er tilbudt" in words(web.open("/rapporter"))
        assert "G2 fra" in words(web.open("/gevinster/overtatt"))
        web.open(f"/soknader/{case}/gevinster", status=404)
        page = web.send(f"/gevinster/overforing/{number}", press="Godta og overta ansvaret")
        assert "Dere har overtatt ansvaret for gevinstene." in words(page)
        assert PLAN in words(page)
        page = web.open(f"/soknader/{case}/gevinster")
        assert "Du ser de gevinstene dere har overtatt" in words(page)
        assert handing.receiver.name in words(page)
        page = web.send(
            f"/gevinster/indikator/{followed.indicator.id}/{kommune}/maling", press="Registrer",
            value="40", valid_on="2026-05-03", method="Som før.", grade="measured",
        )  # fmt: skip
        assert "Måling er registrert." in words(page)
        assert f"{handing.receiver.name} har hatt ansvaret" in words(page)
        web.log_in(followed.lead)
        page = web.open(f"/gevinster/indikator/{followed.indicator.id}/{kommune}")
        assert "40" in words(page)
        assert not page.select('a[href$="/maling"]')
        web.open(offer, status=404)


def test_the_receiver_says_no_and_the_office_reads_why(app: Flask, web: Web) -> None:
    del app
    handing = a_possible_receiver()
    with clock.frozen(NOW):
        offered = handing.propose()
        web.log_in(handing.receivers_signatory)
        page = web.send(f"/gevinster/overforing/{offered.id}/avsla", press="Send svaret")
        assert "Skriv hvorfor dere sier nei." in words(page)
        page = web.send(
            f"/gevinster/overforing/{offered.id}/avsla", press="Send svaret", reason="Ikke folk nok."
        )
        assert "Avslått" in words(page)
        web.log_in(handing.followed.grant.round.drafter)
        page = web.open(f"/saker/gevinster/overforing/{offered.id}")
        assert "Ikke folk nok." in words(page)
        assert not page.select("main form")


def test_a_decision_maker_hands_the_schemes_follow_up_over(app: Flask, web: Web) -> None:
    del app
    handing = a_possible_receiver()
    leader = a_person(Role.DECISION_MAKER, name="Lise Leder")
    with clock.frozen(NOW):
        web.log_in(leader)
        page = web.send(
            "/gevinster/katalog/overfor", press="Send tilbudet", codes=["G1", "G2"],
            receiver=str(handing.receiver.id), contact="Leder", email="e@example.org", plan=PLAN,
            takes_over_on=NOW.date().isoformat(), why="Ordningen er slutt.",
        )  # fmt: skip
        assert page.url == "/gevinster/katalog"
        assert "Venter på svar" in words(page)
        number = queries.handovers_in(None)[0].id
        web.log_in(handing.receivers_signatory)
        web.send(f"/gevinster/overforing/{number}", press="Godta og overta ansvaret")
        assert handing.receiver.name in words(web.open("/gevinster/katalog"))
        web.log_in(leader)
        assert "Oppfølging som er overført" in words(web.open("/oppfolging"))
        page = web.open("/gevinster/katalog/overfor")
        assert "G3" in words(page)
        assert "G1 " not in words(page)
