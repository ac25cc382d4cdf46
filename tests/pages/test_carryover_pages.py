"""Unused money in the browser: the lead applies, the officer proposes, another signs, both sides read it."""

from flask import Flask

from followup.carryover.models import CarryOver
from foundation import clock
from foundation.database import db, transaction
from foundation.money import kroner
from tests.builders.carryover import NEXT_YEAR, WHY, an_unspent_grant, ask, signer_of
from tests.builders.payments import signatory_of
from tests.querycount import asked
from tests.web import Page, Web

UNSPENT = kroner(600_000)


def words(page: Page) -> str:
    text = page.main.get_text(" ") if page.main else ""
    return " ".join(text.replace("\xa0", " ").split())


def test_unused_money_is_applied_for_proposed_and_signed_in_the_browser(
    app: Flask, web: Web
) -> None:
    del app
    grant = an_unspent_grant(UNSPENT)
    case = grant.application.id
    outside = f"/soknader/{case}/ubrukte-midler"
    with clock.frozen(NEXT_YEAR):
        web.log_in(signatory_of(grant.application))
        assert "Se hva som er ubrukt" in words(web.open(f"/soknader/{case}"))
        page = web.send(outside, amount="600 001", end_on="30.06.2027", reason=WHY)
        assert "Beløpet er høyere enn det som er ubrukt for året." in words(page)
        assert "600 001" in str(page.select_one("[name=amount]"))
        page = web.send(outside, amount="600 000", end_on="", reason=WHY)
        assert "Skriv når prosjektet da avsluttes." in words(page)
        whole = {"amount": "600 000", "end_on": "30.06.2027", "reason": WHY}
        page = web.send(outside, more=whole)
        assert "Søknaden om ubrukte midler er sendt." in words(page)
        page = web.send(outside, press="Trekk søknaden")
        assert "Søknaden om ubrukte midler er trukket." in words(page)
        page = web.send(outside, more=whole)
        assert "Til behandling" in words(page)

        web.log_in(grant.round.drafter)
        page = web.open("/ubrukte-midler")
        answer = page.select_one("th a[href^='/ubrukte-midler/']")
        assert answer is not None
        address = str(answer["href"])
        page = web.send(address, press="Foreslå svaret", granted="400 000", answer="")
        assert "Skriv en begrunnelse." in words(page)
        page = web.send(
            address, press="Foreslå svaret", granted="400 000", answer="I tråd med planen."
        )
        assert "Svaret er foreslått." in words(page)
        assert "Signer svaret" not in words(page)

        web.log_in(signatory_of(grant.application))
        assert "I tråd med planen." not in words(web.open(outside))
        web.log_in(signer_of(grant))
        page = web.send(address, press="Signer svaret")
        assert "Svaret er signert, og brevene lages nå." in words(page)
        assert "400 000 kr kan brukes i 2027." in words(page)
        assert "Ubrukt fra 2026" in words(web.open(f"/saker/{case}"))

        web.log_in(signatory_of(grant.application))
        page = web.open(outside)
        assert "Delvis innvilget" in words(page)
        assert "I tråd med planen." in words(page)


def test_the_list_asks_as_much_for_two_as_for_one(
    app: Flask, web: Web
) -> None:
    del app
    grant = an_unspent_grant(UNSPENT)
    found = ask(grant, kroner(1_000))
    numbers = []
    with clock.frozen(NEXT_YEAR):
        web.log_in(grant.round.drafter)
        for rows in (1, 2):
            with asked() as heard:
                page = web.open("/ubrukte-midler")
            numbers.append(heard.number)
            assert len(page.select("tbody tr")) == rows
            with transaction():
                db.session.add(_like(found, year=2025 - rows))
        assert len(set(numbers)) == 1


def _like(found: CarryOver, year: int) -> CarryOver:
    return CarryOver(
        application_id=found.application_id, year=year, unused=found.unused, amount=found.amount,
        reason=found.reason, end_on=found.end_on, asked_at=found.asked_at, asked_by_id=found.asked_by_id,
    )  # fmt: skip
