"""Sharing experience in the browser: the kommune writes, the office publishes, everybody reads."""

from io import BytesIO

from flask import Flask

from foundation import clock
from tests.builders.applications import A_PDF, an_editor
from tests.builders.assessments import an_officer
from tests.builders.decisions import NOW
from tests.builders.experience import (
    LESSON,
    MISTAKE,
    TITLE,
    a_published_account,
    a_sent_account,
    experience_duty,
    newest,
)
from tests.builders.payments import an_accepted_grant, signatory_of
from tests.querycount import asked
from tests.web import Page, Web


def words(page: Page) -> str:
    return " ".join(page.main.get_text(" ").split()) if page.main else ""


def test_what_a_project_learnt_goes_from_its_form_to_the_library(app: Flask, web: Web) -> None:
    stranger = Web(app)
    grant = an_accepted_grant()
    address = f"/rapporter/plikt/{experience_duty(grant).id}/erfaringer"
    with clock.frozen(NOW):
        web.log_in(signatory_of(grant.application))
        assert "Del erfaringene" in words(web.open("/rapporter"))
        page = web.send(address, press="Lagre", title=TITLE, done="Vi byttet.", contact_email="x")
        assert "Skriv en e-postadresse, som" in words(page)
        page = web.send(address, press="Lagre", title=TITLE, done="Vi byttet.")
        assert "Erfaringene er lagret." in words(page)
        page = web.send(f"{address}", press="Lagre og send inn", worked=LESSON)
        assert "Fortell hva dere ville gjort annerledes." in words(page)
        assert "Velg minst ett tema." in words(page)
        page = web.send(address, file=(BytesIO(A_PDF), "plan.pdf"), press="Legg ved dokumentet")
        assert "plan.pdf er lagt ved." in words(page)
        page = web.send(
            address, press="Lagre og send inn", worked=LESSON, failed=MISTAKE,
            subjects=["training"], standards=["fhir"], contact_name="Prosjektkontoret",
            contact_email="post@fjell.example",
        )  # fmt: skip
        assert "Erfaringene er sendt inn." in words(page)
        assert "Oppfylt" in words(web.open("/rapporter"))

        web.log_in(grant.round.drafter)
        assert TITLE in words(web.open("/rapporter/erfaringer"))
        number = newest(grant).id
        page = web.open(f"/rapporter/erfaringer/{number}")
        assert MISTAKE in words(page)
        assert web.get(str(page.select("main ul li a")[0]["href"])).data == A_PDF
        page = web.send(f"/rapporter/erfaringer/{number}", press="Send tilbake")
        assert "Skriv hvorfor." in words(page)
        web.send(f"/rapporter/erfaringer/{number}", press="Publiser i biblioteket")

        assert TITLE in words(stranger.open("/erfaringer?subject=training&standard=fhir&text=journal"))
        page = stranger.open(f"/erfaringer/{number}")
        assert MISTAKE in words(page)
        assert stranger.get(str(page.select("main ul li a")[0]["href"])).data == A_PDF
        assert TITLE in stranger.get("/nytt.atom").text


def test_nothing_unpublished_leaks_and_what_is_withdrawn_is_gone_from_what_is_kept(
    app: Flask, web: Web
) -> None:
    stranger = Web(app)
    grant = an_accepted_grant()
    sent = a_sent_account(grant)
    number, document = sent.id, sent.documents[0].id
    public = ("/erfaringer", "/erfaringer?text=superbrukerne", "/nytt.atom")

    def told() -> list[bool]:
        return [TITLE in stranger.get(address).text for address in public]

    with clock.frozen(NOW):
        assert told() == [False, False, False]
        stranger.open(f"/erfaringer/{number}", status=404)
        stranger.open(f"/erfaringer/dokumenter/{document}", status=404)
        web.log_in(grant.round.drafter)
        web.send(f"/rapporter/erfaringer/{number}", press="Publiser i biblioteket")
        assert told() == [True, True, True]
        web.log_in(grant.round.drafter)
        web.send(
            f"/rapporter/erfaringer/{number}", press="Ta ut av biblioteket", text="Et navn sto der."
        )
        assert told() == [False, False, False]
        stranger.open(f"/erfaringer/{number}", status=404)
        stranger.open(f"/erfaringer/dokumenter/{document}", status=404)


def test_others_neither_write_nor_answer(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    number = a_sent_account(grant).id
    partner = next(one for one in grant.application.partners if one.role.value == "participant")
    with clock.frozen(NOW):
        web.log_in(an_editor(partner.organisation, "Didrik Deltaker"))
        web.open(f"/rapporter/plikt/{experience_duty(grant).id}/erfaringer", status=404)
        web.open(f"/rapporter/erfaringer/{number}", status=403)
        web.log_in(an_officer("Oda Onsrud"))
        page = web.open("/rapporter/erfaringer")
        assert TITLE not in words(page)
        page = web.open(f"/rapporter/erfaringer/{number}")
        assert page.url == f"/saker/{grant.application.id}/habilitet"


def test_the_lists_ask_a_fixed_number_of_questions(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    a_published_account(grant)
    with clock.frozen(NOW):
        with asked() as heard:
            assert TITLE in words(web.open("/erfaringer"))
        assert heard.number <= 4
        web.log_in(grant.round.drafter)
        with asked() as heard:
            web.open("/rapporter/erfaringer")
        assert heard.number <= 9
