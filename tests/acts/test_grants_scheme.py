"""Setting the scheme up, its ambition level, its money."""

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.models import AuditEntry, Person
from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError, StaleError
from foundation.language import Bilingual
from foundation.money import Ore, kroner
from grants import queries, services, setting_up
from grants.models import Scheme
from grants.words import SchemeRefusal
from tests.builders.accounts import an_administrator
from tests.builders.grants import a_scheme, changed_by_somebody_else, the_scheme_sheet


@pytest.fixture
def anne(app: Flask) -> Person:
    del app
    return an_administrator()


def register(
    scheme: Scheme, by: Person, *, amount: Ore, year: int = 2026, decided_on: date | None = None
) -> None:
    services.register_appropriation(
        scheme.posts[0],
        year=year,
        amount=amount,
        authority="Prop. 20 S (2025–2026)",
        decided_on=decided_on or date(2025, 12, 1),
        by=by,
        at=clock.now(),
    )


def test_there_is_no_scheme_before_it_is_set_up(anne: Person) -> None:
    del anne
    with pytest.raises(NotFoundError):
        queries.scheme()


def test_the_scheme_is_all_that_its_sheet_says(anne: Person) -> None:
    scheme = a_scheme(anne)
    sheet = the_scheme_sheet()
    assert scheme.purpose == sheet.purpose
    assert scheme.ambition_level == sheet.recommended_level == 3
    assert [goal.code for goal in scheme.goals] == ["EM1", "EM2", "EM3"]
    assert [len(goal.points) for goal in scheme.goals] == [len(goal.points) for goal in sheet.goals]
    assert [measure.code for measure in scheme.measures] == ["T1", "T2", "T3", "T4", "T5"]
    assert [(post.chapter, post.post) for post in scheme.posts] == [(701, 60), (701, 73)]
    assert [queries.appropriated(scheme.posts[0].id, year) for year in range(2024, 2029)] == [
        kroner(100_000_000)
    ] * 5
    assert len(queries.needs()) == 13
    assert len(queries.benefits()) == 5


def test_the_levels_open_the_measures_of_the_study(anne: Person) -> None:
    levels = a_scheme(anne).levels
    assert [level.measures for level in levels] == ["T1 T4 T5", "T1 T3 T4 T5", "T1 T2 T3 T4 T5"]
    assert [(level.grants_per_year, level.network_per_year) for level in levels] == [
        (kroner(60_000_000), 0),
        (kroner(60_000_000), kroner(15_000_000)),
        (kroner(100_000_000), kroner(15_000_000)),
    ]


def test_the_scheme_is_set_up_once(anne: Person) -> None:
    setting_up.set_up(by=anne, at=clock.now())
    with pytest.raises(RuleBrokenError) as refusal:
        setting_up.set_up(by=anne, at=clock.now())
    assert refusal.value.reason is SchemeRefusal.ALREADY_SET_UP


def test_the_shipped_calls_are_published_in_one_line(anne: Person) -> None:
    setting_up.set_up(by=anne, at=clock.now())
    calls = setting_up.publish_all(by=anne, at=clock.now())
    assert [call.code for call in calls] == ["anskaffelse-2027", "innforing-2027"]
    assert {call.id for call in queries.published_calls(clock.today())} == {one.id for one in calls}


def test_an_ambition_level_must_exist(anne: Person) -> None:
    scheme = a_scheme(anne)
    with pytest.raises(RuleBrokenError) as refusal:
        services.choose_ambition_level(scheme, 4, by=anne, at=clock.now())
    assert refusal.value.reason is SchemeRefusal.NO_SUCH_LEVEL
    services.choose_ambition_level(scheme, 1, by=anne, at=clock.now())
    assert queries.level_of(queries.scheme()).level == 1


def test_who_changes_what_somebody_has_just_changed_is_told(anne: Person) -> None:
    scheme = a_scheme(anne)
    services.change_contact(scheme, Bilingual("En", "Ein"), by=anne, at=clock.now())
    changed_by_somebody_else(scheme)
    with pytest.raises(StaleError):
        services.change_contact(scheme, Bilingual("To", "To"), by=anne, at=clock.now())
    assert queries.scheme().contact == Bilingual("En", "Ein")


def test_the_sender_is_changed_by_one_at_a_time_and_the_trail_says_what(anne: Person) -> None:
    a_scheme(anne)
    sender = queries.sender()
    wanted = replace(the_scheme_sheet().sender, phone="22 22 22 22", website="example.no")
    services.change_sender(sender, wanted, by=anne, at=clock.now())
    assert (queries.sender().phone, queries.sender().name) == ("22 22 22 22", "Helsedirektoratet")
    entry = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert entry is not None
    assert (entry.act, entry.detail["changed"]) == ("scheme.sender_changed", "phone website")
    changed_by_somebody_else(sender)
    with pytest.raises(StaleError):
        services.change_sender(sender, wanted, by=anne, at=clock.now())


def test_a_change_of_the_appropriation_is_a_new_row(anne: Person) -> None:
    scheme = a_scheme(anne)
    post = scheme.posts[0]
    register(scheme, anne, amount=kroner(11_400_000))
    register(scheme, anne, amount=Ore(-kroner(1_000_000)))
    assert queries.appropriated(post.id, 2026) == kroner(110_400_000)
    assert queries.appropriated(post.id, 2027) == kroner(100_000_000)
    assert len(queries.post(701, 60).appropriations) == 5 + 2


@pytest.mark.parametrize(
    ("amount", "year", "reason"),
    [
        (kroner(1), 2029, SchemeRefusal.YEAR_OUTSIDE_PERIOD),
        (Ore(0), 2026, SchemeRefusal.NOTHING_CHANGES),
        (Ore(-kroner(100_000_000) - 1), 2026, SchemeRefusal.LESS_THAN_NOTHING),
    ],
)
def test_an_appropriation_that_cannot_be_is_refused(
    anne: Person, amount: Ore, year: int, reason: SchemeRefusal
) -> None:
    scheme = a_scheme(anne)
    with pytest.raises(RuleBrokenError) as refusal:
        register(scheme, anne, amount=amount, year=year)
    assert refusal.value.reason is reason
