"""A scene is played once, and every test that begins with it finds it as it was."""

from collections import Counter
from dataclasses import dataclass

import pytest
from flask import Flask
from sqlalchemy import func, inspect, select
from sqlalchemy.orm import object_session

from accounts.models import Organisation, Person
from accounts.queries import person
from foundation import files
from foundation.database import db, transaction
from tests.builders.accounts import a_person, an_organisation
from tests.scenes import scene

PLAYED: Counter[tuple[str, str]] = Counter()


@dataclass
class Office:
    """A place with people and a paper."""

    place: Organisation
    people: list[Person]
    paper: str


@scene
def an_office(name: str = "Kari Prøve") -> Office:
    PLAYED[db.engine.dialect.name, name] += 1
    paper = files.store().keep(name.encode(), "text/plain")
    return Office(an_organisation(), [a_person(name=name)], paper.sha256)


@scene
def a_first(name: str = "Første Prøve") -> Person:
    return a_person(name=name)


@scene
def a_second(first: Person, name: str = "Andre Prøve") -> Office:
    PLAYED[db.engine.dialect.name, name] += 1
    return Office(an_organisation(), [first, a_person(name=name)], "")


@scene
def a_whole_office(paper: str) -> Office:
    """An office is a part of this, and so is a first person who comes before it."""
    PLAYED[db.engine.dialect.name, paper] += 1
    first = a_first(paper)
    return a_second(first, f"Annen i {paper}")


@scene
def a_renamed(first: Person) -> Organisation:
    """Change a row that the test has, whatever else is made."""
    PLAYED[db.engine.dialect.name, "renamed"] += 1
    with transaction():
        first.name = "Omdøpt Prøve"
    return an_organisation()


@scene
def a_loaded(first: Person) -> Person:
    """Load what hangs on a row that the test has."""
    return person(first.id)


def persons() -> int:
    return db.session.scalars(select(func.count(Person.id))).one()


@pytest.mark.parametrize("time", ["first", "second", "third"])
def test_it_is_played_once_and_found_as_it_was(app: Flask, database: str, time: str) -> None:
    del app, time
    office = an_office()
    assert PLAYED[database, "Kari Prøve"] <= 1  # none, when another process was first
    assert [one.name for one in office.people] == ["Kari Prøve"]
    assert files.store().read(office.paper) == "Kari Prøve".encode()
    assert persons() == 1
    with transaction():
        office.people[0].name = "Noen andre"
    files.store().path_of(office.paper).unlink()


def test_its_rows_belong_to_the_tests_session(app: Flask) -> None:
    del app
    office = an_office()
    rows: list[Organisation | Person] = [office.place, *office.people]
    assert {object_session(row) for row in rows} == {db.session()}
    assert db.session.get_one(Person, office.people[0].id) is office.people[0]


def test_other_arguments_are_another_scene(app: Flask) -> None:
    del app
    assert an_office("Ola Prøve").people[0].name == "Ola Prøve"


def test_after_something_else_it_is_simply_played(app: Flask, database: str) -> None:
    del app
    a_person(name="Først")
    before = PLAYED[database, "Per Prøve"]
    an_office("Per Prøve")
    assert PLAYED[database, "Per Prøve"] == before + 1
    assert persons() == 2


@pytest.mark.parametrize("time", ["first", "second", "third"])
def test_one_that_follows_another_is_played_once_and_keeps_the_tests_row(
    app: Flask, database: str, time: str
) -> None:
    del app, time
    first = a_first()
    office = a_second(first)
    assert PLAYED[database, "Andre Prøve"] <= 1
    assert office.people[0] is first
    assert {object_session(row) for row in (office.place, *office.people)} == {db.session()}
    assert persons() == 2
    with transaction():
        first.name = "Noen andre"
    db.session.expire_all()
    assert db.session.get_one(Person, first.id).name == "Noen andre"


def test_what_it_follows_is_part_of_which_it_is(app: Flask) -> None:
    del app
    office = a_second(a_first("En annen først"))
    db.session.expire_all()
    assert [one.name for one in office.people] == ["En annen først", "Andre Prøve"]
    assert persons() == 2


@pytest.mark.parametrize("done", ["written", "read"])
def test_when_something_was_done_in_between_it_is_simply_played(
    app: Flask, database: str, done: str
) -> None:
    del app
    first, name = a_first(), f"Etter noe som er {done}"
    other = a_person(name="Innimellom") if done == "written" else None
    place = db.session.get_one(Organisation, an_organisation().id) if done == "read" else None
    before = PLAYED[database, name]
    a_second(first, name)
    assert PLAYED[database, name] == before + 1
    assert persons() == (3 if other else 2)
    assert place is None or place in db.session


@pytest.mark.parametrize("time", ["first", "second", "third"])
def test_what_is_part_of_another_is_found_by_both(app: Flask, database: str, time: str) -> None:
    del app
    whole = time != "second"
    office = a_whole_office("delen") if whole else a_second(a_first("delen"), "Annen i delen")
    assert PLAYED[database, "delen"] <= 1
    assert PLAYED[database, "Annen i delen"] <= 2  # once as a part, and once when it is asked for alone
    assert [one.name for one in office.people] == ["delen", "Annen i delen"]
    assert {object_session(row) for row in (office.place, *office.people)} == {db.session()}
    assert persons() == 2


@pytest.mark.parametrize("time", ["first", "second"])
def test_one_that_changes_what_the_test_has_is_played_each_time(
    app: Flask, database: str, time: str
) -> None:
    del app, time
    first, before = a_first("Skal få nytt navn"), PLAYED[database, "renamed"]
    a_renamed(first)
    assert PLAYED[database, "renamed"] == before + 1
    assert first.name == "Omdøpt Prøve"
    assert db.session.get_one(Person, first.id) is first


@pytest.mark.parametrize("time", ["first", "second"])
def test_what_was_loaded_beside_a_row_is_there_every_time(app: Flask, time: str) -> None:
    del app, time
    first = a_first("Med roller")
    met = a_loaded(first)
    assert met is first
    assert "memberships" not in inspect(first).unloaded
