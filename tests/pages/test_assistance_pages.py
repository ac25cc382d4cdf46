"""Help with standards in the browser: a kommune asks, the office answers and notes, the kommune judges."""

from flask import Flask

from followup.assistance import services
from foundation import clock
from tests.builders.assessments import an_officer
from tests.builders.assistance import (
    ANSWER,
    DONE,
    NEED,
    a_request,
    a_request_taken_on,
    some_help,
)
from tests.builders.decisions import NOW
from tests.builders.payments import an_accepted_grant, signatory_of
from tests.formfilling import filled
from tests.querycount import asked
from tests.web import Page, Web


def words(page: Page) -> str:
    return " ".join(page.main.get_text(" ").split()) if page.main else ""


def test_help_goes_from_a_kommune_s_form_to_its_judgement(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    case = grant.application.id
    ask = f"/soknader/{case}/bistand"
    with clock.frozen(NOW):
        web.log_in(signatory_of(grant.application))
        assert "Be om hjelp til å bestille" in words(web.open(f"/soknader/{case}"))
        page = web.send(ask, press="Be om bistand", need="  ", wanted_by="31.12.2019")
        assert "Velg hva slags bistand dere vil ha." in words(page)
        assert "Skriv hva dere trenger hjelp til." in words(page)
        page = web.send(ask, press="Be om bistand", kind="competence", need=NEED, wanted_by="2020-01-01")
        assert "kan ikke ha vært" in words(page)
        assert NEED in words(page), "what was typed stays"
        page = web.send(ask, press="Be om bistand", kind="competence", need=NEED, wanted_by="")
        assert "Vi har fått ønsket om bistand." in words(page)
        assert "Venter på svar" in words(page)
        own = str(page.select("main table a")[0]["href"])

        web.log_in(grant.round.drafter)
        assert "Bistand med standarder" in words(web.open("/rapporter/til-behandling"))
        page = web.open("/rapporter/bistand")
        office = str(page.select("main table a")[0]["href"])
        page = web.send(office, press="Ta på oss å hjelpe")
        assert "Skriv et svar." in words(page)
        page = web.send(office, press="Ta på oss å hjelpe", words=ANSWER)
        assert "Svaret er sendt." in words(page)
        today = str(NOW.date())
        page = web.send(office, press="Før bistanden", on=today, hours="0", by_whom="", done=DONE)
        assert "Skriv minst 1 time." in words(page)
        assert "Skriv hvem som hjalp." in words(page)
        page = web.send(office, press="Før bistanden", on=today, hours="12", by_whom="HL7", done=DONE)
        assert "Bistanden er ført." in words(page)
        back = next(one for one in page.select("main table a") if "Ta tilbake" in one.get_text())
        web.send(office, press="Før bistanden", on=today, hours="4", by_whom="HL7", done=DONE)
        page = web.send(str(back["href"]), press="Ta linjen tilbake", why="Feil antall timer.")
        assert "Tatt tilbake" in words(page)
        assert "Ønsker om bistand i saken" in words(web.open(f"/saker/{case}"))

        web.log_in(signatory_of(grant.application))
        assert "Feil antall timer." in words(web.open(own))
        page = web.send(own, press="Avslutt bistanden", usefulness="partly")
        assert "Noe mangler." in words(page)
        page = web.send(own, press="Avslutt bistanden", usefulness="partly", words="For sent.")
        assert "Takk. Bistanden er avsluttet." in words(page)

        web.log_in(grant.round.drafter)
        sums = web.open("/rapporter/bistand").select("main table")[-1]
        cells = [one.get_text(strip=True) for one in sums.select("td")]
        assert cells == [str(NOW.year), "1", "1", "0", "4", "0", "1", "0"]


def test_a_request_can_be_declined_or_taken_back_but_not_both(app: Flask, web: Web) -> None:
    grant = an_accepted_grant()
    first, second = a_request(grant), a_request(grant)
    with clock.frozen(NOW):
        web.log_in(signatory_of(grant.application))
        page = web.send(f"/bistand/{first.id}", press="Trekk ønsket")
        assert "Ønsket om bistand er trukket." in words(page)
        page = web.open(f"/bistand/{second.id}")
        stale = filled(page, page.url, "Trekk ønsket", {})
        other = Web(app)
        other.log_in(grant.round.drafter)
        page = other.send(f"/rapporter/bistand/{second.id}", press="Avslå", words="Ikke nå.")
        assert "Avslått" in words(page)
        page = web.post(stale)
        assert "besvart eller trukket" in words(page)


def test_the_list_asks_the_same_however_many_rows(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    with clock.frozen(NOW):
        web.log_in(grant.round.drafter)
        a_request_taken_on(grant)
        web.open("/rapporter/bistand")
        with asked() as few:
            web.open("/rapporter/bistand")
        for _number in range(4):
            helped = a_request_taken_on(grant)
            services.note_given(helped, some_help(), by=grant.round.drafter, at=NOW)
        with asked() as many:
            web.open("/rapporter/bistand")
    assert many.number == few.number


def test_an_officer_who_has_not_declared_is_asked_to(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    found = a_request(grant)
    with clock.frozen(NOW):
        web.log_in(an_officer("Ny Saksbehandler"))
        assert NEED not in words(web.open(f"/rapporter/bistand/{found.id}"))
        assert "Saken er lukket for deg" in words(web.open("/rapporter/bistand"))
