"""Local decisions in the browser: each kommune registers its own, and both sides see who lacks."""

import io

from flask import Flask

from foundation import clock
from tests.builders.applications import A_PDF
from tests.builders.decisions import NOW
from tests.builders.localdecisions import (
    an_asking_grant,
    decide_at_home,
    owed,
    register,
    who_writes_for,
)
from tests.builders.payments import an_accepted_grant, signatory_of
from tests.formfilling import Value
from tests.querycount import asked
from tests.web import Page, Web

WHY = "Vi bruker disposisjonsfondet."


def words(page: Page) -> str:
    return " ".join(page.main.get_text(" ").split()) if page.main else ""


def test_each_kommune_registers_its_own_and_payment_waits_for_all(app: Flask, web: Web) -> None:
    del app
    grant = an_asking_grant()
    case = grant.application.id
    address = f"/soknader/{case}/kommunenes-vedtak"
    other = owed(grant)[1].organisation
    with clock.frozen(NOW):
        web.log_in(signatory_of(grant.application))
        assert "Utbetalingen venter på kommunenes egne vedtak" in words(web.open(f"/soknader/{case}"))
        page = web.send(address, press="Registrer vedtaket", consequences=WHY)
        for said in ("Velg hvem som gjorde vedtaket.", "Skriv datoen.", "Legg ved vedtaket."):
            assert said in words(page)
        assert WHY in words(page), "what was typed stays"
        typed: dict[str, Value] = {
            "body": "kommunestyret", "reference": "PS 12/26", "cost": "250 000", "consequences": WHY,
        }  # fmt: skip
        page = web.send(
            address, "Registrer vedtaket", typed, decided_on=str(NOW.date().replace(year=2027)),
            document=(io.BytesIO(A_PDF), "vedtak.pdf"),
        )  # fmt: skip
        assert "kan ikke være gjort etter i dag" in words(page)
        page = web.send(
            address, "Registrer vedtaket", typed, decided_on="12.03.2026",
            document=(io.BytesIO(A_PDF), "vedtak.pdf"),
        )  # fmt: skip
        assert "Vedtaket er registrert." in words(page)
        assert "Kommunestyret, 12. mars 2026, PS 12/26" in words(page)
        link = next(one["href"] for one in page.select("main table a"))
        assert web.get(str(link)).data == A_PDF
        page = web.send(address, press="Minn dem som mangler")
        assert "Vi har minnet" in words(page)
        page = web.send(address, press="Minn dem som mangler")
        assert "Prøv igjen i morgen." in words(page)

        web.log_in(who_writes_for(other))
        page = web.open(address)
        assert page.main is not None
        assert "Minn dem som mangler" not in words(page)
        assert [str(one["value"]) for one in page.select("#organisation option")] == [str(other.id)]

        web.log_in(grant.round.drafter)
        page = web.open(f"/saker/{case}")
        assert "Ingen penger kan utbetales i saken før alle kommunene" in words(page)
        link = next(one["href"] for one in page.select("#kommunenes-vedtak table a"))
        assert web.get(str(link)).data == A_PDF

        for one in owed(grant):
            if one.is_lacking:
                register(grant, one)
        assert "Alle kommunene har registrert vedtaket sitt" in words(web.open(f"/saker/{case}"))
        web.log_in(signatory_of(grant.application))
        page = web.open(f"/soknader/{case}")
        assert "Utbetalingen venter på" not in words(page)
        assert "Se og registrer kommunenes egne vedtak" in words(page)


def test_a_grant_that_nobody_asks_has_no_such_page(app: Flask, web: Web) -> None:
    del app
    grant = an_accepted_grant()
    case = grant.application.id
    with clock.frozen(NOW):
        web.log_in(signatory_of(grant.application))
        assert "Kommunenes egne vedtak" not in words(web.open(f"/soknader/{case}"))
        web.get(f"/soknader/{case}/kommunenes-vedtak", status=404)


def test_the_page_asks_as_much_however_many_have_decided(app: Flask, web: Web) -> None:
    del app
    grant = an_asking_grant()
    address = f"/soknader/{grant.application.id}/kommunenes-vedtak"
    with clock.frozen(NOW):
        web.log_in(signatory_of(grant.application))
        counts = []
        for _ in range(2):
            with asked() as heard:
                web.open(address)
            counts.append(heard.number)
            decide_at_home(grant)
        assert counts[0] == counts[1]
