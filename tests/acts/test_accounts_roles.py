"""Roles, keys, and the register of organisations."""

from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from accounts import audit, queries, services, sessions
from accounts.models import (
    LanguageForm,
    MunicipalityChange,
    MunicipalityVersion,
    NumberBasis,
    Organisation,
    OrganisationKind,
    Person,
    Population,
    Role,
)
from accounts.registration import load_register, register_organisation
from accounts.services import NewPerson
from accounts.words import OrganisationRefusal, PersonRefusal
from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError
from tests.builders.accounts import a_person, an_administrator, an_organisation


@pytest.fixture
def anne(app: Flask) -> Person:
    del app
    return an_administrator()


def test_an_address_belongs_to_one_person(anne: Person) -> None:
    a_person(name="Kari Nordmann")
    with pytest.raises(RuleBrokenError) as refusal:
        services.register_person(
            NewPerson("En annen", "KARI.nordmann@example.org", "passord"), by=anne, at=clock.now()
        )
    assert refusal.value.reason is PersonRefusal.EMAIL_TAKEN


def test_a_role_is_held_until_it_ends(anne: Person) -> None:
    kari = a_person(name="Kari Nordmann")
    directorate = an_organisation()
    membership = services.give_role(kari, directorate, Role.CASE_OFFICER, by=anne, at=clock.now())
    assert queries.person(kari.id).roles == {Role.CASE_OFFICER}
    with pytest.raises(RuleBrokenError) as refusal:
        services.give_role(kari, directorate, Role.CASE_OFFICER, by=anne, at=clock.now())
    assert refusal.value.reason is PersonRefusal.ALREADY_MEMBER

    services.end_role(membership, by=anne, at=clock.now())
    db.session.expire_all()
    assert queries.person(kari.id).roles == frozenset()
    services.give_role(kari, directorate, Role.CASE_OFFICER, by=anne, at=clock.now())
    db.session.expire_all()
    assert len(queries.person(kari.id).memberships) == 2


@pytest.mark.parametrize("role", [Role.EDITOR, Role.SIGNATORY, Role.RESEARCHER])
def test_a_role_fits_its_kind_of_organisation(anne: Person, role: Role) -> None:
    kari = a_person(name="Kari Nordmann")
    with pytest.raises(RuleBrokenError) as refusal:
        services.give_role(kari, an_organisation(), role, by=anne, at=clock.now())
    assert refusal.value.reason is PersonRefusal.ROLE_DOES_NOT_FIT


def test_nobody_changes_their_own_roles_or_account(anne: Person) -> None:
    own = queries.person(anne.id).memberships[0]
    attempts = (
        lambda: services.give_role(
            anne, an_organisation(), Role.CONTROLLER, by=anne, at=clock.now()
        ),
        lambda: services.end_role(own, by=anne, at=clock.now()),
        lambda: services.deactivate_person(anne, by=anne, at=clock.now()),
    )
    for attempt in attempts:
        with pytest.raises(RuleBrokenError) as refusal:
            attempt()
        assert refusal.value.reason is PersonRefusal.OWN_ROLE


def test_a_key_works_until_its_last_day_and_not_after_it_is_revoked(anne: Person) -> None:
    rita = a_person(Role.RESEARCHER, name="Rita Forsker")
    key = services.issue_token(
        rita, purpose="Evaluering", expires_on=date(2026, 6, 30), by=anne, at=clock.now()
    )
    hashed = sessions.hash_of(key)
    assert queries.living_token(hashed, date(2026, 6, 30)) is not None
    assert queries.living_token(hashed, date(2026, 7, 1)) is None
    token = queries.tokens()[0]
    assert token.token_hash == hashed
    services.revoke_token(queries.token(token.id), by=anne, at=clock.now())
    assert queries.living_token(hashed, date(2026, 6, 30)) is None


def test_a_key_lasts_at_most_a_year(anne: Person) -> None:
    rita = a_person(Role.RESEARCHER, name="Rita Forsker")
    last = clock.today() + services.LONGEST_KEY
    with pytest.raises(RuleBrokenError) as refusal:
        services.issue_token(
            rita, purpose="X", expires_on=last + timedelta(days=1), by=anne, at=clock.now()
        )
    assert refusal.value.reason is PersonRefusal.KEY_LASTS_TOO_LONG


def test_the_whole_register_is_written_and_only_once(app: Flask) -> None:
    del app
    for _time in range(2):
        load_register(at=clock.now())
    counted = [
        db.session.scalar(select(func.count()).select_from(table))
        for table in (Organisation, MunicipalityVersion, Population, MunicipalityChange)
    ]
    assert counted == [397, 716, 1427, 125]
    assert len(queries.municipalities(date(2026, 1, 1))) == 357
    assert len(queries.municipalities(date(2023, 12, 31))) == 356
    assert list(audit.broken_links()) == []


def test_a_kommune_is_what_it_was_on_the_day(app: Flask) -> None:
    del app
    load_register(at=clock.now())
    bergen = queries.organisation_by_code("K-4601")
    assert bergen is not None
    found = queries.organisation(bergen.id)
    version = queries.version_on(found, date(2026, 3, 2))
    assert version is not None
    assert (version.name, version.county_name, version.language_form) == (
        "Bergen", "Vestland", LanguageForm.NEUTRAL,
    )  # fmt: skip
    assert queries.inhabitants_of(found, 2024) == 291_940
    assert queries.inhabitants_of(found, 2022) is None


def test_a_kommune_without_a_known_number_is_there(app: Flask) -> None:
    del app
    load_register(at=clock.now())
    for code in ("K-1508", "K-1580"):
        kommune = queries.organisation_by_code(code)
        assert kommune is not None
        assert (kommune.organisation_number, kommune.number_basis) == (None, NumberBasis.UNKNOWN)


def test_the_split_of_alesund_is_a_change_of_all_three(app: Flask) -> None:
    del app
    load_register(at=clock.now())
    kinds = {}
    for code in ("K-1507", "K-1508", "K-1580"):
        kommune = queries.organisation_by_code(code)
        assert kommune is not None
        kinds[code] = [one.kind for one in queries.changes_of(queries.organisation(kommune.id))]
    assert kinds == {"K-1507": ["split", "split"], "K-1508": ["split"], "K-1580": ["split"]}


def test_a_code_or_a_number_is_registered_once(app: Flask) -> None:
    del app

    def register(code: str, number: str | None) -> Organisation:
        return register_organisation(
            code=code,
            kind=OrganisationKind.RESEARCH,
            name="Prøve universitet",
            organisation_number=number,
            valid_from=date(2024, 1, 1),
            by=None,
            at=clock.now(),
        )

    register("UNI", "974760673")
    for code, number, reason in (
        ("UNI", None, OrganisationRefusal.CODE_TAKEN),
        ("UNI-2", "974760673", OrganisationRefusal.NUMBER_TAKEN),
    ):
        with pytest.raises(RuleBrokenError) as refusal:
            register(code, number)
        assert refusal.value.reason is reason


def test_persons_are_listed_a_page_at_a_time(anne: Person) -> None:
    for number in range(5):
        a_person(name=f"Bo Nummer {'abcde'[number]}")
    first = queries.person_page(text="bo nummer", size=2)
    second = queries.person_page(text="bo nummer", size=2, after=first.after)
    third = queries.person_page(text="bo nummer", size=2, after=second.after)
    names = [one.name[-1] for page in (first, second, third) for one in page.rows]
    assert names == ["a", "b", "c", "d", "e"]
    assert third.after is None
    assert [one.id for one in queries.person_page(role=Role.ADMINISTRATOR).rows] == [anne.id]
    with pytest.raises(NotFoundError):
        queries.person_page(after=999)
