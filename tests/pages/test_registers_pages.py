"""The registers in the browser: kept by the office, read by everybody."""

from typing import Any

from flask import Flask

from criteria.sampling import lowest_lot
from grants.registers import queries
from grants.registers.queries import SolutionFilter
from tests.builders.accounts import an_administrator
from tests.builders.assessments import an_officer
from tests.builders.grants import a_scheme
from tests.builders.registers import claims
from tests.querycount import asked
from tests.web import Page, Web

MOST_QUERIES = 12


def read(page: Page) -> str:
    return " ".join(page.get_text(" ").replace("\u00a0", " ").split())


def test_an_administrator_adds_and_ends_a_standard(app: Flask, web: Web) -> None:
    stranger, anne = Web(app), an_administrator()
    a_scheme(anne)
    web.log_in(anne)
    facts: dict[str, Any] = {
        "code": "ny_standard", "title_nb": "En ny standard", "title_nn": "Ein ny standard",
        "kind": "mandatory", "source": "regulation", "link": "ftp://feil",
    }  # fmt: skip
    empty = web.open("/registre/ny-standard")
    binding = [one["value"] for one in empty.select("select option[selected]")]
    assert binding == ["unplaced", "unplaced"], "nothing is called binding that nobody called so"
    page = read(web.send("/registre/ny-standard", press="Legg i registeret", **facts))
    assert "Skriv en begrunnelse." in page
    assert "som begynner med https://" in page
    facts |= {"reason": "Ny i forskriften.", "link": "https://example.org/ny"}
    page = read(web.send("/registre/ny-standard", press="Legg i registeret", **facts))
    assert "Standarden er lagt i registeret." in page
    page = read(web.send("/registre/standarder", press="Legg registeret i spørsmålskatalogen"))
    assert "STAND-REG" in page
    page = read(web.send("/registre/standarder", press="Legg registeret i spørsmålskatalogen"))
    assert "versjon 1" in page
    shown = read(stranger.open("/standarder"))
    assert "En ny standard" in shown
    assert "uansett hvilken journalløsning" in shown
    web.send(
        "/registre/standarder/ny_standard", press="Lagre ny versjon", valid_to="2026-03-01",
        reason="Erstattet.",
    )  # fmt: skip
    shown = read(stranger.open("/standarder/ny_standard"))
    for text in ("Ute av bruk", "Ny i forskriften.", "Erstattet.", "Obligatorisk"):
        assert text in shown


def test_a_declaration_is_registered_controlled_and_read_by_everybody(app: Flask, web: Web) -> None:
    stranger, officer, other = Web(app), an_officer("Oda"), an_officer("Kai")
    web.log_in(officer)
    page = web.send(
        "/registre/losninger/ny", press="Registrer løsningen", supplier="Fjordbit AS",
        product="Fjordjournal", product_version="4.2",
    )  # fmt: skip
    assert "Registrer hva leverandøren har erklært." in read(page)
    (solution,) = queries.solutions(SolutionFilter(text="fjord"))
    number = str(queries.standard("plo_messages").id)
    address = f"/registre/losninger/{solution.id}/erklaering"
    facts: dict[str, Any] = {
        "standard": number, "mode": "samples", "standing": "declared", "happened_on": "2026-03-02",
        "evidence": "Rapport 7", "reason": "Kom i dag.", "profile": "PLO 1.6",
    }  # fmt: skip
    page = web.send(address, press="Registrer erklæringen", **facts)
    assert "Alternativ b trenger en testbeskrivelse" in read(page)
    page = web.send(address, press="Registrer erklæringen", test_description="Test 1", **facts)
    assert "Erklæringen er registrert." in read(page)
    (claim,) = queries.claims_of(int(number))
    here = f"/registre/erklaeringer/{claim.id}"
    judged = facts | {"standing": "controlled", "reason": "Lest."}
    for name in ("standard", "mode", "profile"):
        judged.pop(name)
    page = web.send(here, press="Registrer statusen", **(judged | {"evidence": ""}))
    assert "Skriv hvilken dokumentasjon dette bygger på." in read(page)
    page = web.send(here, press="Registrer statusen", **judged)
    assert "En annen må kontrollere den." in read(page)
    web.send("/registre/stikkprover", press="Trekk stikkprøven", seed="1 2", seed_source="L", size="1")
    assert "En stikkprøve er åpen" in read(web.open(here))
    assert not web.open("/registre/stikkprover").select("main form"), "nothing is left to draw"
    web.log_in(other)
    assert "Statusen er registrert." in read(web.send(here, press="Registrer statusen", **judged))
    page = web.send(f"{here}/mistanke", press="Åpne stikkprøven", why="En kommune sa fra.")
    assert "En kommune sa fra." in read(page)

    shown = read(stranger.open(f"/godkjenninger/{solution.id}"))
    for text in ("Egenerklært", "Kontrollert", "Rapport 7", "Åpnet på mistanke", "PLO 1.6"):
        assert text in shown
    lot = lowest_lot("1 2", str(claim.id), 1)
    assert lot in read(stranger.open("/godkjenninger/stikkprover"))
    for text in ("Oda", "Kai", "En kommune sa fra."):
        assert text not in shown
    assert "Fjordjournal 4.2" in read(stranger.open("/godkjenninger?standing=controlled"))
    assert "Fjordjournal" not in read(stranger.open("/godkjenninger?standing=withdrawn"))
    assert "Fjordjournal 4.2" in read(stranger.open("/standarder/plo_messages"))
    assert "Fjordjournal;4.2;Pleie- og omsorgsmeldinger" in stranger.get("/godkjenninger.csv").text
    told = stranger.get("/godkjenninger.json").get_json()
    assert told["declarations"][0]["standing"] == "controlled"


def test_lists_ask_as_much_whatever_their_length(web: Web) -> None:
    officer = an_officer()
    claims(officer, 5)
    web.log_in(officer)
    for address in ("/godkjenninger", "/standarder", "/registre/losninger", "/registre/standarder"):
        with asked() as statements:
            web.open(address)
        assert statements.number <= MOST_QUERIES
