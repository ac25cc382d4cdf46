"""The question catalogue by its acts: no version twice, and nothing that somebody uses ever changes."""

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from accounts.models import Person
from accounts.queries import person
from figures.checks import run
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.language import Bilingual
from foundation.money import kroner
from grants import queries, services, wordings
from grants.models import Call, Question
from grants.questionwords import QuestionRefusal
from tests.builders.accounts import an_administrator
from tests.builders.grants import a_draft, a_scheme, terms
from tests.races import at_once

OTHER = Bilingual("Med andre ord?", "Med andre ord?")


@pytest.fixture
def anne(app: Flask) -> Person:
    del app
    return an_administrator()


def find(call: Call, code: str) -> Question:
    return next(one for one in queries.call(call.id).questions if one.code == code)


def versions(code: str) -> list[int]:
    db.session.rollback()
    return [one.version for one in wordings.wordings_of(code)]


def test_two_new_wordings_at_once_are_two_versions(app: Flask, anne: Person) -> None:
    a_scheme(anne)
    number = anne.id

    def word(label: str) -> None:
        newest = wordings.sheet_of_wording(wordings.wordings_of("NULL-01")[-1])
        sheet = replace(newest, label=Bilingual(label, label))
        services.word_anew(sheet, by=person(number), at=clock.now())

    assert at_once(app, lambda: word("En?"), lambda: word("To?")) == [None, None]
    assert versions("NULL-01") == [1, 2, 3]


def test_a_wording_that_another_draft_has_drawn_changes_no_more(anne: Person) -> None:
    first, second = (
        a_draft(anne, terms(code=code, frame=kroner(1_000))) for code in ("en", "to")
    )
    question = find(first, "NULL-01")
    sheet = replace(wordings.sheet_of(question), label=OTHER)
    call = queries.call(first.id)
    services.change_question(call, find(call, "NULL-01"), sheet, by=anne, at=clock.now())
    assert versions("NULL-01") == [1, 2]

    drawing = queries.call(second.id)
    services.remove_row(drawing, find(drawing, "NULL-01"), by=anne, at=clock.now())
    drawing = queries.call(second.id)
    services.ask_from_catalogue(drawing, replace(sheet, version=2), by=anne, at=clock.now())
    assert find(second, "NULL-01").label == OTHER

    call = queries.call(first.id)
    again = replace(sheet, label=Bilingual("Tredje?", "Tredje?"))
    services.change_question(call, find(call, "NULL-01"), again, by=anne, at=clock.now())
    assert versions("NULL-01") == [1, 2, 3]
    assert find(second, "NULL-01").label == OTHER
    assert list(run("questions")) == []


def test_a_draft_that_is_thrown_away_leaves_its_wordings(anne: Person) -> None:
    draft = a_draft(anne)
    sheet = replace(wordings.sheet_of(find(draft, "NULL-01")), label=OTHER)
    call = queries.call(draft.id)
    services.change_question(call, find(call, "NULL-01"), sheet, by=anne, at=clock.now())
    services.discard_draft(queries.call(draft.id), by=anne, at=clock.now())
    db.session.expire_all()
    assert versions("NULL-01") == [1, 2]
    assert wordings.wordings_of("NULL-01")[1].draft_of_id is None


def test_a_code_has_one_meaning(anne: Person) -> None:
    draft = a_draft(anne)
    sheet = wordings.sheet_of(find(draft, "NULL-01"))
    for act in (
        lambda: services.add_to_catalogue(sheet, by=anne, at=clock.now()),
        lambda: services.add_question(
            queries.call(draft.id), replace(sheet, code="OPPL-01"), by=anne, at=clock.now()
        ),
    ):
        with pytest.raises(RuleBrokenError) as refusal:
            act()
        assert refusal.value.reason is QuestionRefusal.CODE_IN_CATALOGUE


def test_the_database_takes_no_question_that_the_catalogue_lacks(anne: Person) -> None:
    draft = a_draft(anne)
    with pytest.raises(IntegrityError), transaction():
        db.session.execute(
            text("UPDATE question SET code_version = 99 WHERE call_id = :id"), {"id": draft.id}
        )
