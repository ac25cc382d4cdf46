"""The calendar's dates come from the facts, what is late is told, and nobody falls silently out."""

from datetime import date, timedelta

from flask import Flask

from accounts.notices.services import mark_dead
from accounts.queries import person
from assessments.services import declare
from criteria.appeal import Ruling
from criteria.impartiality import View
from decisions.agenda.dates import DateKind, Due, weeks_of
from decisions.agenda.queries import dues_of, dues_of_all
from decisions.agenda.unreached import unreached
from decisions.models import LetterKind
from figures.awaiting import Waiting, awaiting
from foundation import clock
from foundation.database import db
from tests.builders.accounts import an_administrator
from tests.builders.appeals import an_appeal
from tests.builders.assessments import a_submitted_case
from tests.builders.correcting import LATER, propose_name, sign
from tests.builders.decisions import (
    NOW,
    Round,
    a_drafted_round,
    a_published_round,
    a_signed_round,
    make_documents,
)
from tests.builders.grants import a_call
from tests.builders.payments import accept
from tests.querycount import asked

TODAY = clock.in_oslo(NOW).date()


def found(dues: list[Due], kind: DateKind) -> list[date]:
    return sorted(one.on for one in dues if one.kind is kind)


def leads(made: Round, place: int = 0) -> frozenset[int]:
    return frozenset({made.decisions()[place].application.partners[0].organisation_id})


def test_a_published_award_has_its_two_deadlines(app: Flask) -> None:
    del app
    made = a_published_round((5,))
    dues = dues_of_all(TODAY)
    assert found(dues, DateKind.ACCEPTANCE) == [date(2026, 5, 25)]
    assert found(dues, DateKind.COMPLAINT) == [date(2026, 5, 26)]
    assert found(dues_of(leads(made), TODAY), DateKind.COMPLAINT) == [date(2026, 5, 26)]
    assert dues_of(frozenset({0}), TODAY) == []


def test_an_unanswered_award_is_late_and_a_time_to_complain_is_only_over(app: Flask) -> None:
    del app
    a_published_round((5,))
    later = date(2026, 5, 27)
    late = [one for one in dues_of_all(later) if one.is_late(later)]
    assert [one.kind for one in late] == [DateKind.ACCEPTANCE]


def test_a_case_without_an_answer_is_late_after_a_month(app: Flask) -> None:
    del app
    call = a_call(an_administrator())
    case = a_submitted_case(call, 1)
    assert case.submitted_at is not None
    came = clock.in_oslo(case.submitted_at).date()
    (due,) = [one for one in dues_of_all(came) if one.kind is DateKind.INTERIM_REPLY]
    assert not due.is_late(due.on)
    assert due.is_late(due.on + timedelta(days=1))
    assert (due.on - came).days in (28, 29, 30, 31)


def test_a_complaint_has_its_month_and_its_time_to_comment(app: Flask) -> None:
    del app
    appeal = an_appeal((5,))
    assert len(found(dues_of_all(TODAY), DateKind.COMPLAINT_REPLY)) == 1
    appeal.rule(Ruling.UPHOLD)
    appeal.confirm()
    dues = dues_of_all(TODAY)
    assert found(dues, DateKind.COMPLAINT_REPLY) == []
    assert len(found(dues, DateKind.COMMENT)) == 1


def test_dates_are_put_in_the_weeks_of_norwegian_calendars() -> None:
    days = [date(2026, 12, 31), date(2027, 1, 3), date(2027, 1, 4)]
    dues = [Due(day, DateKind.START, "2026/00001", 1, "En sak") for day in days]
    weeks = weeks_of(reversed(dues))
    assert [(one.number, one.year, len(one.dues)) for one in weeks] == [(53, 2026, 2), (1, 2027, 1)]


def test_what_is_decided_and_not_told_is_listed_after_a_week(app: Flask) -> None:
    del app
    a_signed_round((5,))
    assert unreached(NOW + timedelta(days=6)).unpublished == []
    assert len(unreached(NOW + timedelta(days=8)).unpublished) == 1


def test_letters_that_nobody_opens_are_listed_after_two_weeks(app: Flask) -> None:
    del app
    made = a_published_round((5,))
    assert unreached(NOW + timedelta(days=13)).unopened == []
    listed = unreached(NOW + timedelta(days=15)).unopened
    assert [one.decision_id for one in listed] == [made.first().id]
    assert unreached(NOW + timedelta(days=400)).unopened == []
    with clock.frozen(NOW + timedelta(days=15)):
        tasks = {one.kind: one.number for one in awaiting(person(made.drafter.id))}
    assert tasks[Waiting.UNOPENED] == 1
    accept(made.first().application)
    assert unreached(NOW + timedelta(days=15)).unopened == []


def test_a_correction_that_nobody_opens_is_listed_too(app: Flask) -> None:
    del app
    made = a_published_round((5,))
    accept(made.first().application)
    sign(made, propose_name(made.first(), made.drafter))
    make_documents(LATER)
    assert unreached(LATER + timedelta(days=13)).unopened == []
    listed = unreached(LATER + timedelta(days=15)).unopened
    assert [one.kind for one in listed] == [LetterKind.CORRECTION]


def test_a_case_that_everybody_is_kept_out_of_is_listed(app: Flask) -> None:
    del app
    made = a_drafted_round((5, 4))
    first = made.decisions()[0].application
    assert unreached(NOW).without_maker == []
    declare(first, View.PARTIAL, reason="Bror.", by=person(made.maker.id), at=NOW)
    assert [one.id for one in unreached(NOW).without_maker] == [first.id]
    assert unreached(NOW).without_officer == []


def test_whom_no_mail_reaches_is_listed(app: Flask) -> None:
    del app
    made = a_published_round((5,))
    case = made.first().application
    mark_dead(case.contact_email, reason="Kom i retur.", by=made.team[0], at=NOW)
    assert [one.application_id for one in unreached(NOW).out_of_reach] == [case.id]


def test_the_calendar_asks_as_much_of_three_cases_as_of_one(app: Flask) -> None:
    del app
    made = a_published_round((5, 4, 3))
    lead, everybody = leads(made), leads(made) | leads(made, 1) | leads(made, 2)
    db.session.expunge_all()
    with asked() as of_one:
        dues_of(lead, TODAY)
    db.session.expunge_all()
    with asked() as of_three:
        dues_of(everybody, TODAY)
    db.session.expunge_all()
    with asked() as of_all:
        dues_of_all(TODAY)
    assert of_three.number == of_one.number
    assert of_all.number <= of_three.number
