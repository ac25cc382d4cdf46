"""The controllers' pages of the books: moving money, taking it back, closing months."""

import io
from datetime import datetime, timedelta

from flask import Flask

from accounts.models import Role
from accounts.queries import person
from criteria.periods import last_day_of
from foundation import clock
from foundation.money import kroner
from foundation.wording import MONTHS
from payments import services
from tests.builders.accounts import a_person
from tests.builders.decisions import NOW, a_controller
from tests.builders.payments import an_appropriation
from tests.pages.test_payments_pages import words
from tests.web import Web


def test_money_is_moved_and_carried_over_in_the_browser_and_taken_back(
    app: Flask, web: Web
) -> None:
    del app
    by = a_controller()
    granted = an_appropriation(2026, kroner(100))
    services.book_appropriation(granted, by=by, at=NOW)
    post = str(granted.budget_post_id)
    web.log_in(by)
    typed = {"source_post": post, "source_year": "2026", "target_post": post, "target_year": "2027"}
    page = web.send("/okonomi/omdisponer", more=typed, amount="101", authority="Prop. 1 S")
    assert "høyere enn det som er igjen av bevilgningen" in words(page)
    page = web.send("/okonomi/omdisponer", more=typed, amount="40", authority="Prop. 1 S")
    assert "Omdisponeringen er bokført." in words(page)
    page = web.send(f"{page.url}/tilbake", reason="Feil post.")
    assert "Flyttingen er tatt tilbake" in words(page)

    carry = {"post": post, "year": "2026", "amount": "60", "authority": "Brev"}
    page = web.send("/okonomi/overfor", more=carry)
    assert "Legg ved dokumentet" in words(page)
    letter = (io.BytesIO(b"%PDF-1.7\n%%EOF\n"), "brev.pdf")
    page = web.send("/okonomi/overfor", more={**carry, "document": letter})
    assert "Overføringen er bokført." in words(page)
    assert "brev.pdf" in words(page)
    assert web.get(f"{page.url}/dokument").data.startswith(b"%PDF")
    web.open("/okonomi/flytting/98765", status=404)

    web.log_in(person(a_person(Role.AUDITOR, name="Rita Revisor").id))
    assert "Ta tilbake" not in words(web.open(page.url))
    web.open("/okonomi/omdisponer", status=403)


def test_a_month_is_closed_when_it_is_over(app: Flask, web: Web) -> None:
    del app
    by = a_controller()
    web.log_in(by)
    assert "Ingenting er bokført ennå." in words(web.open("/okonomi/perioder"))
    entry = services.book_appropriation(an_appropriation(2026, kroner(9)), by=by, at=NOW)
    assert "Måneden er ikke over ennå." in words(web.open("/okonomi/perioder"))
    last = last_day_of(entry.booked_on.replace(day=1))
    with clock.frozen(datetime.combine(last + timedelta(days=9), NOW.timetz())):
        web.log_in(by)
        page = web.send("/okonomi/perioder", press=f"Avslutt {MONTHS[last.month - 1]} {last.year}")
        assert "er avsluttet." in words(page)
        assert by.name in words(page)
        late = services.book_appropriation(
            an_appropriation(2027, kroner(1)), happened_on=last, by=by, at=clock.now()
        )
        assert "Hører til" in words(web.open(f"/okonomi/hovedbok/{late.id}"))
