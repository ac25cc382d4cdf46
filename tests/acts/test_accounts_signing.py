"""Signing in and out, guessing, sessions that end."""

from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from accounts import passwords, queries, services, sessions
from accounts.models import AuditEntry, Person, SignIn
from accounts.words import SignInRefusal
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError
from tests.builders.accounts import PASSWORD, a_person, an_administrator


@pytest.fixture
def kari(app: Flask) -> Person:
    del app
    return a_person(name="Kari Nordmann")


def sign_in(password: str, at: datetime, email: str = "kari.nordmann@example.org") -> str:
    return services.sign_in(email=email, password=password, at=at)


def refused(password: str, at: datetime, email: str = "kari.nordmann@example.org") -> SignInRefusal:
    with pytest.raises(RuleBrokenError) as refusal:
        sign_in(password, at, email)
    reason = refusal.value.reason
    assert isinstance(reason, SignInRefusal)
    return reason


def session_of(token: str) -> SignIn:
    found = queries.person_by_session(sessions.hash_of(token))
    assert found is not None
    return found


def test_the_right_password_opens_a_session(kari: Person, now: datetime) -> None:
    token = sign_in(PASSWORD, now, email="  Kari.Nordmann@Example.ORG ")
    assert session_of(token).person.id == kari.id


def test_only_hashes_are_kept(kari: Person, now: datetime) -> None:
    token = sign_in(PASSWORD, now)
    assert kari.password_hash is not None
    assert kari.password_hash.startswith("$argon2id$")
    assert db.session.scalars(select(SignIn.token_hash)).all() == [sessions.hash_of(token)]


@pytest.mark.usefixtures("kari")
def test_a_wrong_address_and_a_wrong_password_are_told_the_same(now: datetime) -> None:
    assert refused("feil passord", now) is SignInRefusal.WRONG
    assert refused(PASSWORD, now, email="nobody@example.org") is SignInRefusal.WRONG


@pytest.mark.usefixtures("kari")
def test_five_wrong_guesses_lock_the_account_for_a_while(now: datetime) -> None:
    for _guess in range(services.GUESSES):
        assert refused("feil passord", now) is SignInRefusal.WRONG
    assert refused(PASSWORD, now) is SignInRefusal.LOCKED
    assert (
        refused(PASSWORD, now + services.LOCKED_FOR - timedelta(seconds=1)) is SignInRefusal.LOCKED
    )
    sign_in(PASSWORD, now + services.LOCKED_FOR)
    acts = db.session.scalars(select(AuditEntry.act).order_by(AuditEntry.id)).all()
    assert acts[-2:] == ["person.locked_out", "person.signed_in"]


@pytest.mark.usefixtures("kari")
def test_a_right_password_forgets_the_wrong_guesses(now: datetime) -> None:
    for _round in range(2):
        for _guess in range(services.GUESSES - 1):
            refused("feil passord", now)
        sign_in(PASSWORD, now)


def test_a_closed_account_opens_nothing(kari: Person, now: datetime) -> None:
    token = sign_in(PASSWORD, now)
    services.deactivate_person(kari, by=an_administrator(), at=now)
    assert refused(PASSWORD, now) is SignInRefusal.WRONG
    assert queries.person_by_session(sessions.hash_of(token)) is None


def test_signing_out_ends_the_session(kari: Person, now: datetime) -> None:
    token = sign_in(PASSWORD, now)
    services.sign_out(session_of(token), by=kari, at=now)
    assert queries.person_by_session(sessions.hash_of(token)) is None


@pytest.mark.usefixtures("kari")
def test_a_session_ends_when_left_alone_and_after_a_days_work(now: datetime) -> None:
    session = session_of(sign_in(PASSWORD, now))
    assert not sessions.has_ended(session, now + sessions.IDLE)
    assert sessions.has_ended(session, now + sessions.IDLE + timedelta(seconds=1))
    services.see(session, at=now + sessions.LONGEST)
    assert not sessions.has_ended(session, now + sessions.LONGEST)
    assert sessions.has_ended(session, now + sessions.LONGEST + timedelta(seconds=1))


def test_a_new_password_ends_all_sessions(kari: Person, now: datetime) -> None:
    token = sign_in(PASSWORD, now)
    services.change_password(kari, "et helt annet passord", by=kari, at=now)
    assert queries.person_by_session(sessions.hash_of(token)) is None
    assert refused(PASSWORD, now) is SignInRefusal.WRONG
    sign_in("et helt annet passord", now)


def test_made_passwords_are_long_and_differ() -> None:
    made = {passwords.made() for _each in range(50)}
    assert len(made) == 50
    assert {len(one) for one in made} == {19}
    assert all(len(one) >= passwords.SHORTEST for one in made)
    assert not set("".join(made)) & set("ilo")


def test_the_chosen_language_stays_with_the_person(kari: Person) -> None:
    services.choose_language(kari, "nn", at=clock.now())
    assert queries.person(kari.id).locale == "nn"
