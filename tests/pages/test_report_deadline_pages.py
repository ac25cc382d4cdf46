"""Later days for reports in the browser."""

from datetime import date

from flask import Flask

from followup.deadlines import queries
from foundation import clock
from tests.builders.decisions import NOW
from tests.builders.followup import duty_of
from tests.builders.payments import an_accepted_grant, signatory_of
from tests.web import Page, Web


def words(page: Page) -> str:
    return " ".join((page.main.get_text(" ") if page.main else "").split())


def test_a_later_day_is_asked_for_and_given_in_the_browser(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    duty = duty_of(grant).id
    ask = f"/rapporter/plikt/{duty}/utsettelse"
    with clock.frozen(NOW):
        web.log_in(signatory_of(grant.application))
        assert "Be om utsettelse" in words(web.open("/rapporter"))
        page = web.send(ask, wanted_on="", reason="Revisor er syk.")
        assert "Skriv datoen dere ber om." in words(page)
        page = web.send(ask, wanted_on="2027-03-01", reason="Revisor er syk.")
        assert "Den nye fristen må være senere" in words(page)
        page = web.send(ask, wanted_on="2027-05-15", reason="Revisor er syk.")
        assert "Vi har ikke svart ennå" in words(page)

        web.log_in(grant.round.drafter)
        assert str(grant.application.case_number) in words(web.open("/rapporter/utsettelser"))
        (asked,) = queries.extensions_to_answer()
        answer = f"/rapporter/utsettelser/{asked.id}"
        page = web.send(answer, press="Ikke utsett", answer="")
        assert "Skriv hvorfor fristen ikke blir utsatt." in words(page)
        page = web.send(answer, press="Utsett fristen", granted_on="2027-04-20", answer="Kortere.")
        assert "Ingen venter på svar." in words(page)
        assert "Utsatt til" in words(web.open(answer))

        web.log_in(signatory_of(grant.application))
        assert "Kortere." in words(web.open(ask))
    assert duty_of(grant).due_on == date(2027, 4, 20)
