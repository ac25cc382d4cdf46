"""Money asked back in the browser: by the office, the recipient and the controller; and a stop of payment."""

from flask import Flask

from accounts.models import Role
from accounts.queries import person
from foundation import clock
from tests.builders.accounts import a_person
from tests.builders.decisions import AN_ACCOUNT, NOW
from tests.builders.payments import signatory_of
from tests.builders.reclaims import COMMENT_BY, LATER, PAY_BY, a_paid_grant, an_officer_of
from tests.pages.test_payments_pages import words
from tests.web import Web


def test_money_is_asked_back_commented_on_decided_and_paid(app: Flask, web: Web) -> None:
    del app
    grant = a_paid_grant()
    case, maker = grant.application.id, person(grant.round.maker.id)
    officer, signatory = an_officer_of(grant), signatory_of(grant.application)
    with clock.frozen(NOW):
        web.log_in(officer)
        assert "Ingenting er krevd tilbake" in words(web.open(f"/saker/{case}"))
        notice = f"/tilbakekreving/sak/{case}/varsle"
        typed = {"cause": "Vilkåret er brutt.", "comment_by": COMMENT_BY.isoformat()}
        page = web.send(notice, more=typed, amount="99 999 999")
        assert "høyere enn det som er betalt ut" in words(page)
        page = web.send(notice, more=typed, amount="1 000")
        assert "Varselet er sendt." in words(page)
        address = page.url

        web.log_in(signatory)
        assert "Tilbakebetaling av" in words(web.open(f"/soknader/{case}"))
        own = f"/soknader/{case}{address}"
        page = web.send(own, comment="Vi er uenige i det.")
        assert "Uttalelsen er sendt." in words(page)
        assert "Uttal dere" not in words(page)

    with clock.frozen(LATER):
        web.log_in(maker)
        page = web.send(f"{address}/avgjor", reason="Brutt.", amount="1 000", pay_to="1")
        assert "elleve siffer" in words(page)
        page = web.send(
            f"{address}/avgjor", reason="Brutt.", amount="1 000", pay_to=AN_ACCOUNT,
            pay_by=PAY_BY.isoformat(),
        )  # fmt: skip
        assert "er avgjort" in words(page)
        web.log_in(officer)
        page = web.send(f"{address}/avtale", number="2", first_due=PAY_BY.isoformat())
        assert "Avtalen om nedbetaling er registrert." in words(page)
        web.log_in(grant.attester)
        page = web.send(f"{address}/innbetaling", amount="400", paid_on=COMMENT_BY.isoformat())
        assert "Innbetalingen er bokført." in words(page)
        assert "600 kr" in words(web.open("/okonomi/krav"))
        web.open(f"{address}/avskriv", status=403)
        web.log_in(maker)
        page = web.send(f"{address}/avskriv", reason="Uten dekning.")
        assert "Avskrevet" in words(page)

    stranger = person(a_person(Role.SIGNATORY, name="Finn Fremmed").id)
    web.log_in(stranger)
    web.open(own, status=404)


def test_payment_is_stopped_by_one_and_resumed_by_another(app: Flask, web: Web) -> None:
    del app
    grant = a_paid_grant()
    case = grant.application.id
    address = f"/saker/{case}/utbetalingsstopp"
    with clock.frozen(NOW):
        web.log_in(an_officer_of(grant))
        page = web.send(address, reason="Mistanke om brudd.")
        assert "Utbetaling i saken er stanset." in words(page)
        assert "Du stanset utbetalingen selv." in words(web.send(address, reason="Feil."))
        web.log_in(signatory_of(grant.application))
        assert "stanset inntil videre" in words(web.open(f"/soknader/{case}"))
        web.log_in(person(grant.round.team[1].id))
        assert "Stansen er opphevet." in words(web.send(address, reason="Avklart."))


def test_a_reduction_is_called_that_on_every_page_and_the_office_sees_who_did_what(
    app: Flask, web: Web
) -> None:
    del app
    grant = a_paid_grant()
    case, officer, maker = grant.application.id, an_officer_of(grant), person(grant.round.maker.id)
    with clock.frozen(NOW):
        web.log_in(officer)
        typed = {"cause": "Vilkåret er brutt.", "comment_by": COMMENT_BY.isoformat(), "kind": "reduce"}
        page = web.send(f"/tilbakekreving/sak/{case}/varsle", more=typed, amount="1 000")
        number = int(page.url.rsplit("/", 1)[1])
    with clock.frozen(LATER):
        web.log_in(maker)
        assert "Avgjør saken om avkorting" in words(web.open(f"/tilbakekreving/{number}/avgjor"))
        page = web.send(
            f"/tilbakekreving/{number}/avgjor", more={"reason": "Vilkåret er brutt."}, amount="1 000"
        )
        told = words(page)
        assert f"Avkorting i sak {grant.application.case_number}" in told
        assert officer.name in told
        assert maker.name in told
        web.log_in(signatory_of(grant.application))
        own = web.open(f"/soknader/{case}/tilbakekreving/{number}")
        assert "Avkorting av tilskuddet" in words(own)
        assert officer.name not in words(own)
