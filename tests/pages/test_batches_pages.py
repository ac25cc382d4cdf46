"""The controllers' pages of batches: made by one, authorised by another, sent, answered and reconciled."""

from io import BytesIO

from flask import Flask
from openpyxl import load_workbook

from foundation import clock
from foundation.money import Ore, format_kroner
from tests.builders.accounts import authorise
from tests.builders.bank import (
    Booked,
    Read,
    booked,
    read_order,
    sent_back,
    statement,
    status_report,
)
from tests.builders.batches import OWN_ACCOUNT, OWN_NUMBER, a_desk
from tests.builders.decisions import NOW
from tests.builders.payments import a_second_controller
from tests.querycount import asked
from tests.web import Page, Web

MOST_QUERIES = 36
"""However many payments a page shows."""


def words(page: Page) -> str:
    return plain(page.main.get_text(" ")) if page.main else ""


def plain(text: str) -> str:
    return " ".join(text.split())


def test_a_batch_goes_to_the_bank_and_what_comes_back_is_paid_again(app: Flask, web: Web) -> None:
    del app
    desk = a_desk(3)
    with clock.frozen(NOW):
        web.log_in(desk.attester)
        with asked() as heard:
            page = web.open("/okonomi/bunker/ny")
        assert heard.number <= MOST_QUERIES
        assert "Blir med (3)" in words(page)
        assert "første gang, lik aksepten" in words(page)
        page = web.send("/okonomi/bunker/ny", "Lag og attester bunken")
        assert "Bunken er laget og attestert." in words(page)
        assert "Anvis bunken" not in words(page)
        address = page.url
        assert "Raten er i en annen utbetalingsbunke." in words(web.open("/okonomi/bunker/ny"))

        web.log_in(desk.authoriser)
        page = web.send(address, "Anvis bunken og lag bankfilen")
        assert "Bankfilen er laget." in words(page)
        assert "Merk bunken som sendt" not in words(page)
        answer = web.download(address, "Hent bankfilen")
        assert answer.mimetype == "application/xml"
        assert web.download(address, "Hent bankfilen").data == answer.data
        order = read_order(answer.data)
        page = web.send(address, "Merk bunken som sendt")
        assert "Trekk bunken tilbake" not in words(page)

        _answer(web, order)


def _answer(web: Web, order: Read) -> None:
    """Refuse the first payment, send back the third, and take a fee."""
    first = order.payments[0]
    refused = status_report(order, {first.reference: ("AC04", "Kontoen er avsluttet")})
    page = web.send("/okonomi/bank", "Ta imot filen", file=(BytesIO(refused), "status.xml"))
    assert "Filen fra banken er tatt imot." in words(page)
    page = web.send("/okonomi/bank", "Ta imot filen", file=(BytesIO(refused), "status.xml"))
    assert "Denne meldingen fra banken er tatt imot før." in words(page)
    assert "AC04 Kontoen er avsluttet" in words(page)
    junk = (BytesIO(b"<html/>"), "side.xml")
    assert "Filen er ikke en statusrapport" in words(
        web.send("/okonomi/bank", "Ta imot filen", file=junk)
    )

    _, second, third = booked(order)
    fee = Booked(None, Ore(50_00), "GEBYR", text="Gebyr")
    told = statement(OWN_ACCOUNT, [second, third, sent_back(third, "AC04"), fee])
    page = web.send("/okonomi/bank", "Ta imot filen", file=(BytesIO(told), "utskrift.xml"))
    assert "Inngående saldo" in words(page)
    with asked() as heard:
        page = web.open("/okonomi/avstemming")
    assert heard.number <= MOST_QUERIES
    assert f"Banken har, vi mangler 1 {plain(format_kroner(fee.amount))}" in words(page)
    book = load_workbook(BytesIO(web.get("/okonomi/avstemming/avstemming.xlsx").data))
    assert book.sheetnames[2] == "Banken har, vi mangler"
    assert book.worksheets[2].cell(2, 5).value == fee.amount / 100

    page = web.open("/okonomi/bunker/ny")
    assert "Utelatt (2)" in words(page)
    page = web.open("/okonomi/bank")
    link = page.select_one("a[href*='/retur']")
    assert link is not None
    page = web.send(str(link["href"]), finding="Kontoen er åpnet igjen, sier banken.")
    assert "Returen er undersøkt." in words(page)
    assert "Blir med (1)" in words(web.open("/okonomi/bunker/ny"))


def test_a_batch_is_withdrawn_with_a_reason_and_the_account_is_checked(
    app: Flask, web: Web
) -> None:
    del app
    desk = a_desk(1)
    with clock.frozen(NOW):
        web.log_in(desk.attester)
        page = web.send("/okonomi/bunker/ny", "Lag og attester bunken", execute_on="2026-05-01")
        assert "Banken kan ikke betale på en dag som er forbi." in words(page)
        page = web.send("/okonomi/bunker/ny", "Lag og attester bunken")
        address = page.url
        web.log_in(a_second_controller("Una Uten Svar"))
        page = web.open(address)
        assert "Du kan ikke anvise bunken slik den er" in words(page)
        page = web.send(f"{address}/trekk", reason=" ")
        assert "Skriv en begrunnelse." in words(page)
        page = web.send(f"{address}/trekk", reason="Feil dag.")
        assert "Bunken er trukket tilbake." in words(page)
        page = web.send("/okonomi/betalingskonto", account_number="7694 05 12058")
        assert "Dette er ikke et gyldig kontonummer." in words(page)
        page = web.send("/okonomi/betalingskonto", account_number="7694 05 12057", bic="nei")
        assert "En BIC har 8 eller 11 tegn" in words(page)
        page = web.send("/okonomi/betalingskonto", organisation_number=OWN_NUMBER)
        assert "Nye bunker betales fra denne kontoen." in words(page)
        assert "Trukket tilbake (1)" in words(page)


def test_who_may_not_answer_for_the_whole_batch_is_told_so_before_pressing(
    app: Flask, web: Web
) -> None:
    del app
    desk = a_desk()
    total = Ore(sum(one.first().amount for one in desk.grants))
    authorise(desk.attester, Ore(total - 1))
    authorise(desk.authoriser, Ore(total - 1))
    with clock.frozen(NOW):
        web.log_in(desk.attester)
        page = web.open("/okonomi/bunker/ny")
        assert f"Bunken er på {plain(format_kroner(total))}." in words(page)
        assert "Lag og attester bunken" not in words(page)
        authorise(desk.attester, total)
        address = web.send("/okonomi/bunker/ny", "Lag og attester bunken").url
        web.log_in(desk.authoriser)
        page = web.open(address)
        assert "Bunken er større enn fullmakten din" in words(page)
        assert "Anvis bunken og lag bankfilen" not in words(page)
