"""Interim replies and reminders: sent when they are due, once, to who waits or is waited for."""

from datetime import date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.models import Person
from applications.queries import any_application
from applications.reminding import remind_of_answers
from assessments import services as assessing
from criteria.deadlines import interim_reply_due
from decisions import queries, services
from decisions.deadlines import answer_due
from decisions.models import Letter, LetterKind
from decisions.queries.interim import awaiting_interim_reply
from decisions.refusals import Refusal
from decisions.reminding import BEFORE_THE_ANSWER, remind_by_letter
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.language import Bilingual
from foundation.outbox import Mail
from tests.builders.assessments import Case, a_staffed_case
from tests.builders.decisions import (
    NOW,
    a_decision_maker,
    a_published_round,
    make_documents,
)
from tests.builders.payments import accept
from tests.paper import words_of
from tests.races import at_once

NO_REASON = Bilingual("", "")


def the_letters(case_id: int, kind: LetterKind) -> list[Letter]:
    return [one for one in queries.letters_in_case(case_id) if one.kind is kind]


def came_on(case: Case) -> date:
    at = case.again().submitted_at
    assert at is not None
    return clock.in_oslo(at).date()


def on(day: date) -> datetime:
    """Give eight in the morning of a day in Oslo."""
    return clock.start_of_day(day) + timedelta(hours=8)


def reply(case: Case, day: date, expected_on: date, *, by: Person | None = None) -> int:
    return services.send_interim_replies(
        {case.application.id}, expected_on=expected_on, reason=NO_REASON,
        by=by or case.handler, at=on(day),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("came", "due"),
    [
        (date(2026, 1, 15), date(2026, 2, 15)),
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2026, 11, 30), date(2026, 12, 30)),
    ],
)
def test_the_month_ends_on_the_same_day_of_the_next(came: date, due: date) -> None:
    assert interim_reply_due(came) == due


def test_a_case_is_told_when_its_month_is_out_and_again_when_the_date_has_passed(
    app: Flask,
) -> None:
    del app
    case = a_staffed_case()
    due = interim_reply_due(came_on(case))
    late, expected = due + timedelta(days=1), due + timedelta(days=30)
    assert awaiting_interim_reply(due) == []
    assert [one.id for one in awaiting_interim_reply(late)] == [case.application.id]
    assert reply(case, late, expected) == 1
    assert awaiting_interim_reply(expected) == []
    assert [one.id for one in awaiting_interim_reply(expected + timedelta(days=1))]
    assert reply(case, expected + timedelta(days=1), expected + timedelta(days=60)) == 1
    make_documents(on(expected + timedelta(days=1)))
    first, second = the_letters(case.application.id, LetterKind.INTERIM_REPLY)
    assert first.about != second.about
    assert "Foreløpig svar" in words_of(second.sha256 or "")


def test_a_case_that_is_answered_or_told_meanwhile_is_passed_over(app: Flask) -> None:
    case = a_staffed_case()
    late = interim_reply_due(came_on(case)) + timedelta(days=1)
    ids = case.application.id, case.handler.id

    def one() -> int:
        return services.send_interim_replies(
            {ids[0]}, expected_on=late + timedelta(days=9), reason=NO_REASON,
            by=db.session.get_one(Person, ids[1]), at=on(late),
        )  # fmt: skip

    outcomes = at_once(app, one, one)
    refused = [one for one in outcomes if isinstance(one, RuleBrokenError)]
    assert [one.reason for one in refused] == [Refusal.NOTHING_TO_SEND]
    assert len(the_letters(ids[0], LetterKind.INTERIM_REPLY)) == 1


def test_an_interim_reply_names_a_day_to_come_and_is_an_officers(app: Flask) -> None:
    del app
    case = a_staffed_case()
    late = interim_reply_due(came_on(case)) + timedelta(days=1)
    with pytest.raises(RuleBrokenError) as refused:
        reply(case, late, late)
    assert refused.value.reason is Refusal.EXPECTED_IN_THE_PAST
    with pytest.raises(RuleBrokenError) as refused:
        reply(case, late, late + timedelta(days=9), by=a_decision_maker())
    assert refused.value.reason is Refusal.NOT_CASE_OFFICER


def test_an_award_that_nobody_answers_is_reminded_of_once(app: Flask) -> None:
    del app
    made = a_published_round(points=(5, 4))
    first, second = made.decisions()
    due = answer_due(first)
    assert due is not None
    accept(any_application(second.application_id))
    remind_by_letter(on(due - BEFORE_THE_ANSWER - timedelta(days=1)))
    assert the_letters(first.application_id, LetterKind.REMINDER) == []
    for day in (due - BEFORE_THE_ANSWER, due - BEFORE_THE_ANSWER, due, due + timedelta(days=1)):
        remind_by_letter(on(day))
    (letter,) = the_letters(first.application_id, LetterKind.REMINDER)
    assert the_letters(second.application_id, LetterKind.REMINDER) == []
    before = len(db.session.scalars(select(Mail)).all())
    make_documents(on(due))
    db.session.refresh(letter)
    assert "fristen for å akseptere" in words_of(letter.sha256 or "")
    told = db.session.scalars(select(Mail).order_by(Mail.id)).all()[before:]
    assert told
    assert not [one for one in told if "aksepter" in one.body]


def test_a_request_that_is_not_answered_is_reminded_of_by_letter(app: Flask) -> None:
    del app
    case = a_staffed_case()
    asked_on = clock.in_oslo(NOW).date()
    due = asked_on + timedelta(days=14)
    assessing.ask_for_more(
        case.application, text="Legg ved regnskapet.", due_on=due, sections=set(),
        by=case.handler, at=NOW,
    )  # fmt: skip
    remind_by_letter(on(due))
    assert the_letters(case.application.id, LetterKind.REMINDER) == [], "the mail comes first"
    remind_of_answers(on(due - timedelta(days=2)))
    remind_by_letter(on(due - timedelta(days=2)))
    remind_by_letter(on(due - timedelta(days=1)))
    assert len(the_letters(case.application.id, LetterKind.REMINDER)) == 1
