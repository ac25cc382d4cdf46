"""Signing in, one's profile, the register of kommuner, and the administration of persons and keys."""

import re
from dataclasses import dataclass
from datetime import date

import pytest
from flask import Flask

from accounts import queries, services, sessions
from accounts.models import Person, Role
from accounts.registration import load_register
from foundation import clock
from foundation.database import db
from tests.builders.accounts import PASSWORD, a_person, an_administrator, an_organisation
from tests.formfilling import Value
from tests.querycount import asked
from tests.web import Page, Web


@dataclass(frozen=True)
class Demo:
    """An account as a demonstration shows it."""

    name: str
    email: str
    role: str
    organisation: str
    password: str


@pytest.fixture
def anne(web: Web) -> Person:
    person = an_administrator()
    web.log_in(person)
    return person


def read(page: Page) -> str:
    return " ".join(page.get_text(" ").replace("\u00a0", " ").split())


def errors(page: Page) -> list[str]:
    return [one.get_text() for one in page.select(".error-summary li")]


def test_a_wrong_password_is_told_and_the_address_stays(web: Web) -> None:
    a_person(name="Kari Nordmann")
    page = web.send("/logg-inn", email="kari.nordmann@example.org", password="feil")
    assert errors(page) == ["Passord: E-postadressen eller passordet er feil."]
    values = {one["name"]: one.get("value") for one in page.select("main input[name]")}
    assert values["email"] == "kari.nordmann@example.org"
    assert not values["password"]


def test_signing_in_leads_back_to_the_page_one_came_for(web: Web) -> None:
    a_person(Role.CASE_OFFICER, name="Kari Nordmann")
    page = web.send("/min-profil", email="kari.nordmann@example.org", password=PASSWORD)
    assert page.h1 is not None
    assert page.h1.get_text() == "Min profil"
    assert "kari.nordmann@example.org" in read(page)


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "/\\example.org"])
def test_signing_in_never_leads_elsewhere(web: Web, elsewhere: str) -> None:
    a_person(name="Kari Nordmann")
    page = web.send(
        f"/logg-inn?next={elsewhere}", email="kari.nordmann@example.org", password=PASSWORD
    )
    assert "example.org" not in page.url


def test_demo_accounts_sign_in_with_one_button(app: Flask, web: Web) -> None:
    a_person(Role.CASE_OFFICER, name="Kari Nordmann")
    account = Demo("Kari Nordmann", "kari.nordmann@example.org", "Administrator", "Hdir", PASSWORD)
    app.extensions["demo_accounts"] = lambda: [account]
    try:
        page = web.open("/logg-inn?next=/min-profil")
        assert PASSWORD in read(page)
        page = web.send("/logg-inn?next=/min-profil", press="Logg inn – Kari Nordmann")
        assert "Kari Nordmann" in read(page)
    finally:
        del app.extensions["demo_accounts"]


def test_without_a_demonstration_no_account_is_shown(web: Web) -> None:
    assert "Demokontoer" not in read(web.open("/logg-inn"))


def test_a_new_password_needs_the_old_one(web: Web) -> None:
    kari = a_person(Role.CASE_OFFICER, name="Kari Nordmann")
    web.log_in(kari)
    new: dict[str, Value] = {"new": "et helt annet passord", "again": "et helt annet passord"}
    page = web.send("/min-profil", "Bytt passord", {**new, "current": "feil passord"})
    assert errors(page) == ["Passordet du har nå: Passordet er feil."]
    page = web.send("/min-profil", "Bytt passord", {**new, "current": PASSWORD, "again": "annet"})
    assert errors(page) == ["Nytt passord en gang til: De to passordene er ikke like."]
    page = web.send("/min-profil", "Bytt passord", {**new, "current": PASSWORD})
    assert "Passordet er byttet. Logg inn på nytt." in read(page)
    services.sign_in(email=kari.email, password="et helt annet passord", at=clock.now())


def test_the_register_shows_every_kommune_and_narrows(web: Web) -> None:
    load_register(at=clock.now())
    with asked() as heard:
        page = web.open("/kommuner")
    assert heard.number == 2
    assert "Viser 357 av 357 kommuner per 2. mars 2026." in read(page)
    assert "Ålesund 1508 Møre og Romsdal ikke kjent" in read(page)
    page = web.open("/kommuner?county=46&name=voss")
    rows = list(page.select("tbody tr"))
    assert len(rows) == 1
    assert "Voss" in rows[0].get_text()
    assert "Viser 356 av 356" in read(web.open("/kommuner?on=2023-12-31"))
    assert "Viser 1 av 357" in read(web.open("/kommuner?name=4601"))
    assert "Ingen kommuner passer utvalget." in read(web.open("/kommuner?name=xyz"))


def test_a_kommune_tells_its_history(web: Web) -> None:
    load_register(at=clock.now())
    haram = queries.organisation_by_code("K-1580")
    directorate = queries.organisation_by_code("HDIR")
    assert haram is not None
    assert directorate is not None
    said = read(web.open(f"/kommuner/{haram.id}"))
    assert "Organisasjonsnummer ikke kjent" in said
    assert "1. januar 2024: Delt. 1507 Ålesund → 1580 Haram" in said
    web.open(f"/kommuner/{directorate.id}", status=404)


def test_a_person_is_registered_and_signs_in_with_the_password_shown(
    web: Web, anne: Person
) -> None:
    del anne
    page = web.send(
        "/forvaltning/personer/ny",
        press="Registrer personen",
        name="Åse Ny",
        email="Ase@example.org",
    )
    found = re.search(r"\b[a-z]{4}(-[a-z]{4}){3}\b", read(page))
    assert found is not None
    services.sign_in(email="ase@example.org", password=found[0], at=clock.now())
    again = web.send(
        "/forvaltning/personer/ny", press="Registrer personen", name="Åse", email="ase@example.org"
    )
    assert errors(again) == [
        "E-postadresse: Det finnes allerede en person med denne e-postadressen."
    ]


def test_roles_are_given_and_ended(web: Web, anne: Person) -> None:
    del anne
    kari = a_person(name="Kari Nordmann")
    address = f"/forvaltning/personer/{kari.id}"
    directorate = str(an_organisation().id)
    page = web.send(address, press="Gi rollen", role="editor", organisation=directorate)
    assert errors(page) == ["Denne rollen passer ikke for denne typen organisasjon."]
    page = web.send(address, press="Gi rollen", role="controller", organisation=directorate)
    assert "Rollen er gitt." in read(page)
    page = web.send(address, press="Avslutt rollen – Controller, Helsedirektoratet")
    assert "Rollen er avsluttet." in read(page)
    assert queries.person(kari.id).roles == frozenset()


def test_a_research_institution_is_registered(web: Web, anne: Person) -> None:
    del anne
    address, press = "/forvaltning/organisasjoner", "Registrer organisasjonen"
    page = web.send(
        address, press, kind="research", name="Prøve universitet", code="PU", number="123456789"
    )
    assert errors(page) == [
        "Organisasjonsnummer: Organisasjonsnummeret er ikke gyldig. Det har ni sifre."
    ]
    page = web.send(
        address, press, kind="research", name="Prøve universitet", code="PU", number="974 760 673"
    )
    assert "Prøve universitet Forskningsinstitusjon PU 974760673" in read(page)
    page = web.send(address, press, kind="research", name="En annen", code="PU")
    assert errors(page) == ["Det finnes allerede en organisasjon med koden PU."]


def test_an_administrator_leaves_ones_own_roles_alone(web: Web, anne: Person) -> None:
    page = web.open(f"/forvaltning/personer/{anne.id}")
    assert "Du kan ikke endre dine egne roller." in read(page)
    assert page.find("button", string="Gi rollen") is None


def test_an_account_is_closed_after_a_question(web: Web, anne: Person) -> None:
    del anne
    kari = a_person(name="Kari Nordmann")
    page = web.send(f"/forvaltning/personer/{kari.id}/steng", press="Steng kontoen")
    assert "Kontoen er stengt." in read(page)
    assert not queries.person(kari.id).is_active


def test_a_lost_password_is_replaced(web: Web, anne: Person) -> None:
    del anne
    kari = a_person(name="Kari Nordmann")
    page = web.send(f"/forvaltning/personer/{kari.id}/passord", press="Lag nytt passord")
    found = re.search(r"\b[a-z]{4}(-[a-z]{4}){3}\b", read(page))
    assert found is not None
    services.sign_in(email=kari.email, password=found[0], at=clock.now())


def test_persons_are_found_by_name_and_role(web: Web, anne: Person) -> None:
    del anne
    a_person(Role.CASE_OFFICER, name="Ola Saksbehandler")
    a_person(Role.CASE_OFFICER, name="Åse Saksbehandler")
    listed = web.open("/forvaltning/personer?text=åse&role=case_officer")
    assert [link.get_text() for link in listed.select("th[scope=row] a")] == ["Åse Saksbehandler"]


def test_the_list_of_persons_asks_the_same_for_few_and_for_many(web: Web, anne: Person) -> None:
    del anne
    with asked() as few:
        web.open("/forvaltning/personer")
    for letter in "abcdefgh":
        a_person(Role.CASE_OFFICER, name=f"Bo {letter}")
    with asked() as many:
        web.open("/forvaltning/personer")
    assert few.number == many.number <= 6


def test_a_key_is_shown_once_and_revoked(web: Web, anne: Person) -> None:
    del anne
    rita = a_person(Role.RESEARCHER, name="Rita Forsker")
    page = web.send(
        "/forvaltning/nokler", press="Utsted nøkkelen", person=str(rita.id), purpose="Evaluering",
        expires_on="2026-06-30",
    )  # fmt: skip
    shown = page.find("code")
    assert shown is not None
    assert queries.living_token(sessions.hash_of(shown.get_text()), date(2026, 6, 30)) is not None
    listed = web.open("/forvaltning/nokler")
    assert shown.get_text() not in read(listed)
    page = web.send("/forvaltning/nokler", press="Trekk tilbake – Rita Forsker, Evaluering")
    assert "Trukket tilbake" in read(page)
    db.session.expire_all()
    assert queries.living_token(sessions.hash_of(shown.get_text()), date(2026, 6, 30)) is None


@pytest.mark.parametrize(
    ("expires_on", "message"),
    [
        ("2026-03-01", "Dagen må være i dag eller senere."),
        ("2027-03-04", "Nøkkelen kan gjelde i høyst ett år."),
    ],
)
def test_a_key_ends_within_a_year(web: Web, anne: Person, expires_on: str, message: str) -> None:
    del anne
    rita = a_person(Role.RESEARCHER, name="Rita Forsker")
    page = web.send(
        "/forvaltning/nokler", press="Utsted nøkkelen", person=str(rita.id), purpose="Evaluering",
        expires_on=expires_on,
    )  # fmt: skip
    assert errors(page) == [f"Siste dag nøkkelen gjelder: {message}"]


@pytest.mark.parametrize("role", [Role.CASE_OFFICER, Role.AUDITOR, Role.SIGNATORY])
def test_only_administrators_see_persons_and_keys(web: Web, role: Role) -> None:
    web.log_in(a_person(role, name="En Annen"))
    for address in ("/forvaltning/personer", "/forvaltning/personer/ny", "/forvaltning/nokler"):
        web.open(address, status=403)
