"""Rules that can be read and printed before anybody signs in, and asked for again by mark."""

import re
from http import HTTPStatus
from io import BytesIO

import pikepdf
import pytest

from accounts.models import OrganisationKind, Person
from foundation import clock
from grants import queries, services
from grants.models import Call, RuleKey
from grants.services import RuleSetting
from tests.builders.accounts import an_administrator, an_organisation
from tests.builders.grants import INTRODUCTION, a_call, a_draft, terms
from tests.querycount import asked
from tests.web import Page, Web

ROOT = "/utlysninger"


@pytest.fixture
def anne(web: Web) -> Person:
    del web
    return an_administrator()


@pytest.fixture
def call(anne: Person) -> Call:
    return a_call(anne)


def read(page: Page) -> str:
    return " ".join(page.get_text(" ").replace("\u00a0", " ").split())


def test_every_rule_is_a_sentence_with_its_number_its_note_and_its_source(
    web: Web, call: Call
) -> None:
    said = read(web.open(f"{ROOT}/{call.id}/regelark"))
    for sentence in (
        "Minst 3 kommuner må gå sammen.",
        "Kommuner i helseregion Midt-Norge kan ikke delta.",
        "Dere må søke om minst 300 000 kr.",
        "Dere kan søke om høyst 5 000 000 kr.",
        "Deltakerne må selv dekke minst 30 prosent av kostnadene",
        "Et prosjekt som starter i 2026, kan få høyst 90 prosent",
        "senest 15. april 2026 kl. 23:59:59, norsk tid",
        "Dekkes ikke: Kjøp av selve journalløsningen.",
        "En søknad må få minst 50 av 100 poeng",
        "innen 21 dager fra vedtaket er kunngjort",
        "Er tilskuddet på 200 000 kr eller mer",
        "Har to søknader like mange poeng, går samarbeidet med færrest innbyggere foran.",
        "Er de fortsatt like, går den som ble sendt inn først, foran.",
        "Er de da også like, går den med lavest nummer foran.",
        "teller hver krone med poengene til søknaden den går til",
    ):
        assert sentence in said
    assert "2024, kan få" not in said
    assert "Det må bo minst" not in said
    for rule in queries.call(call.id).rules:
        if rule.key in (RuleKey.MIN_KOMMUNER, RuleKey.MAX_GRANT):
            assert rule.note.nb in said
            assert rule.source in said


def test_the_sheet_follows_the_reader_and_the_draft_its_administrator(
    web: Web, anne: Person
) -> None:
    draft = a_draft(anne)
    web.get(f"{ROOT}/{draft.id}/regelark", status=HTTPStatus.NOT_FOUND)
    call = a_call(anne, terms(code="nynorsk"))
    nynorsk = web.get(f"{ROOT}/{call.id}/regelark", headers={"Accept-Language": "nn"})
    assert "Minst 3 kommunar må gå saman." in nynorsk.text
    web.log_in(anne)
    address = f"/forvaltning/utlysninger/{draft.id}/regelark"
    assert "Slik leser søkere reglene" in read(web.open(address))


def test_new_limits_and_the_named_organisation_are_said(web: Web, anne: Person) -> None:
    draft = a_draft(anne)
    limits = {
        RuleKey.MIN_POPULATION: "20000",
        RuleKey.ENOUGH: "either",
        RuleKey.MAX_GRANT_PER_PARTNER: "12345600",
        RuleKey.MAX_MONTHS: "24",
        RuleKey.MAX_GRANT: "",
    }
    for rule in draft.rules:
        if rule.key in limits:
            setting = RuleSetting(limits[rule.key], rule.note, rule.chosen_by_administrator)
            services.change_rule(draft, rule, setting, by=anne, at=clock.now())
    services.change_applicants(
        queries.call(draft.id), draft.applicants, leads=frozenset(),
        partners=frozenset({OrganisationKind.MUNICIPALITY}),
        only_lead=an_organisation("KS", OrganisationKind.INTEREST_ORGANISATION, "KS"),
        by=anne, at=clock.now(),
    )  # fmt: skip
    services.publish_call(queries.call(draft.id), by=anne, at=clock.now())
    said = read(web.open(f"{ROOT}/{draft.id}/regelark"))
    for sentence in (
        "Utlysningen er bare for KS. Ingen andre kan være hovedsøker.",
        "Det må bo minst 20 000 innbyggere",
        "Det er nok at samarbeidet oppfyller ett av de to neste punktene.",
        "Dere kan søke om høyst 123 456 kr til hver deltaker.",
        "Prosjektet kan vare i høyst 24 måneder.",
        "Det er ingen øvre grense for hvor mye dere kan søke om",
    ):
        assert sentence in said
    assert "Kan være hovedsøker KS Kan delta" in read(web.open(f"{ROOT}/{draft.id}"))


@pytest.mark.parametrize("paper", ["utlysning", "regelark"])
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_everybody_can_print_in_both_forms(web: Web, call: Call, paper: str, language: str) -> None:
    page = web.open(f"{ROOT}/{call.id}")
    address = f"{ROOT}/{call.id}/versjon/1/{paper}-{language}.pdf"
    assert address in {link["href"] for link in page.find_all("a")}
    answer = web.get(address)
    assert answer.content_type == "application/pdf"
    assert answer.data.startswith(b"%PDF-1.7")
    with pikepdf.open(BytesIO(answer.data)) as pdf:
        assert str(pdf.Root.Lang) == language
    again = web.get(
        address, headers={"If-None-Match": answer.headers["ETag"]}, status=HTTPStatus.NOT_MODIFIED
    )
    assert again.data == b""


def test_no_paper_of_what_is_not_published(web: Web, anne: Person) -> None:
    draft = a_draft(anne)
    web.get(f"{ROOT}/{draft.id}/versjon/1/regelark-nb.pdf", status=HTTPStatus.NOT_FOUND)
    web.get(f"{ROOT}/{draft.id}/versjon/1/regelark-en.pdf", status=HTTPStatus.NOT_FOUND)


@pytest.mark.parametrize("address", ["", "/1", "/1/regelark"])
def test_a_stranger_who_has_the_page_is_told_so(web: Web, call: Call, address: str) -> None:
    del call
    first = web.get(ROOT + address)
    mark = {"If-None-Match": first.headers["ETag"]}
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert {"Cookie", "Accept-Language"} <= set(re.split(r",\s*", first.headers["Vary"]))
    web.get(ROOT + address, headers=mark, status=HTTPStatus.NOT_MODIFIED)
    nynorsk = web.get(ROOT + address, headers={**mark, "Accept-Language": "nn"})
    assert nynorsk.headers["ETag"] != first.headers["ETag"]


def test_a_changed_page_and_a_signed_in_reader_get_the_page(
    web: Web, anne: Person, call: Call
) -> None:
    first = web.get(f"{ROOT}/{call.id}")
    mark = {"If-None-Match": first.headers["ETag"]}
    with clock.frozen(clock.end_of_day(call.closes_on)):
        web.get(f"{ROOT}/{call.id}", headers=mark)
    web.log_in(anne)
    mine = web.get(f"{ROOT}/{call.id}", headers=mark)
    assert "ETag" not in mine.headers
    assert mine.headers["Cache-Control"] == "no-store"


def test_a_rule_sheet_asks_the_database_little(web: Web, anne: Person) -> None:
    call = a_call(anne, sheet=INTRODUCTION)
    with asked() as heard:
        web.get(f"{ROOT}/{call.id}/regelark")
    assert heard.number <= 13


def test_what_documents_are_taken_is_said_beforehand(web: Web, call: Call) -> None:
    said = read(web.open(f"{ROOT}/{call.id}"))
    assert "En søknad kan ha 30 vedlegg. Hver fil kan være på inntil 25 MB" in said
    assert "DOCX, JPG, ODT, PDF, PNG, XLSX" in said
