"""The lead's answer: in time or not, by the right person, once."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from accounts.models import Person
from accounts.queries import person, signatories_of
from criteria.postings import EntryKind
from criteria.steps import Step
from decisions import queries, services
from decisions.account import read_account
from decisions.deadlines import answer_due
from decisions.models import Acceptance
from decisions.refusals import Refusal
from followup.models import Duty
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError
from payments.models import Entry, Instalment
from tests.builders.applications import an_editor
from tests.builders.decisions import AN_ACCOUNT, NOW, Round, a_published_round
from tests.races import at_once

LAST_MOMENT = datetime(2026, 5, 25, 22, 0, tzinfo=UTC)
"""Midnight in Oslo after the 25th, 21 days after publication: the first moment that is too late."""
DUTIES = 6
"""A status, the year, the end, what was learnt, and the benefits of two years."""


def signatory(made: Round, place: int = 0) -> Person:
    """Give who signs for a participant, the lead first, with memberships loaded."""
    organisation = made.first().application.partners[place].organisation_id
    return person(signatories_of(organisation)[0].id)


def say_yes(made: Round, by: Person, account: str = AN_ACCOUNT, at: datetime = NOW) -> Acceptance:
    decision = queries.published_decision(by, made.first().application_id)
    return services.answer_award(decision, accepted=True, account_number=account, by=by, at=at)


def say_no(made: Round, by: Person, at: datetime = NOW) -> Acceptance:
    decision = queries.published_decision(by, made.first().application_id)
    return services.answer_award(decision, accepted=False, account_number=None, by=by, at=at)


def reason_of(refusal: pytest.ExceptionInfo[RuleBrokenError]) -> object:
    return refusal.value.reason


def counted(table: type[Acceptance | Instalment | Duty]) -> int:
    return db.session.scalar(select(func.count()).select_from(table)) or 0


def test_an_accepted_award_gets_its_instalments_and_duties(app: Flask) -> None:
    del app
    made = a_published_round(points=(5,))
    answer = say_yes(made, signatory(made), account="8601 11 17947")
    assert (answer.accepted, answer.account_number) == (True, AN_ACCOUNT)
    assert answer.content["decision"] == made.first().content_hash
    assert "V1" in answer.content["conditions"]
    assert made.first().application.step is Step.ACCEPTED
    assert counted(Instalment) == 3
    assert counted(Duty) == DUTIES


def test_the_deadline_is_so_many_days_after_publication(app: Flask) -> None:
    del app
    made = a_published_round(points=(5,))
    due = answer_due(made.first())
    assert due == clock.in_oslo(NOW).date() + timedelta(days=21)
    assert clock.end_of_day(due) == LAST_MOMENT


@pytest.mark.parametrize("seconds", [-1, 0, 1])
def test_the_deadline_holds_to_the_second(app: Flask, seconds: int) -> None:
    del app
    made = a_published_round(points=(5,))
    at = LAST_MOMENT + timedelta(seconds=seconds)
    if seconds < 0:
        assert say_yes(made, signatory(made), at=at).answered_at == at
        return
    for answer in (say_yes, say_no):
        with pytest.raises(RuleBrokenError) as refusal:
            answer(made, signatory(made), at=at)
        assert reason_of(refusal) is Refusal.ANSWERED_TOO_LATE
    assert made.first().application.step is Step.AWARDED
    assert counted(Instalment) == 0


def test_only_the_leads_signatory_answers(app: Flask) -> None:
    del app
    made = a_published_round(points=(5,))
    editor = an_editor(made.first().application.partners[0].organisation, "Eva Editor")
    for somebody in (signatory(made, place=1), editor):
        with pytest.raises(RuleBrokenError) as refusal:
            say_yes(made, somebody)
        assert reason_of(refusal) is Refusal.NOT_LEADS_SIGNATORY


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("86011117947", "86011117947"),
        ("8601.11.17947", "86011117947"),
        ("8601 11 17947", "86011117947"),
        ("86011117946", None),
        ("8601111794", None),
        ("860111179477", None),
        ("8601111794x", None),
        ("NO9386011117947", None),
        ("", None),
    ],
)
def test_an_account_number_has_its_own_check_digit(typed: str, expected: str | None) -> None:
    assert read_account(typed) == expected


@pytest.mark.parametrize(
    ("account", "expected"),
    [("86011117946", Refusal.ACCOUNT_NUMBER_WRONG), ("  ", Refusal.ACCOUNT_NUMBER_MISSING)],
)
def test_a_wrong_account_number_accepts_nothing(
    app: Flask, account: str, expected: Refusal
) -> None:
    del app
    made = a_published_round(points=(5,))
    with pytest.raises(RuleBrokenError) as refusal:
        say_yes(made, signatory(made), account=account)
    assert reason_of(refusal) is expected
    assert counted(Acceptance) == 0


def test_the_same_answer_twice_is_one_answer(app: Flask) -> None:
    del app
    made = a_published_round(points=(5,))
    first, second = (say_yes(made, signatory(made)) for _ in range(2))
    assert first.id == second.id
    assert counted(Instalment) == 3


def test_two_clicks_at_once_are_one_answer(app: Flask) -> None:
    made = a_published_round(points=(5,))
    who, case = signatory(made).id, made.first().application_id

    def click() -> int:
        by = person(who)
        decision = queries.published_decision(by, case)
        return services.answer_award(
            decision, accepted=True, account_number=AN_ACCOUNT, by=by, at=NOW
        ).id

    answers = at_once(app, click, click, click)
    assert len(set(answers)) == 1
    assert (counted(Acceptance), counted(Instalment), counted(Duty)) == (1, 3, DUTIES)


def test_an_answer_is_not_taken_back(app: Flask) -> None:
    del app
    made = a_published_round(points=(5,))
    say_no(made, signatory(made))
    with pytest.raises(RuleBrokenError) as refusal:
        say_yes(made, signatory(made))
    assert reason_of(refusal) is Refusal.ALREADY_ANSWERED
    assert made.first().application.step is Step.DECLINED


def test_declined_money_goes_back_to_the_frame(app: Flask) -> None:
    del app
    made = a_published_round(points=(5,))
    assert queries.signed_sum(made.call.id) == made.first().amount
    say_no(made, signatory(made))
    assert queries.signed_sum(made.call.id) == 0
    booked = db.session.scalars(select(Entry).order_by(Entry.id)).all()
    assert [(one.kind, one.amount) for one in booked[-2:]] == [
        (EntryKind.COMMITMENT, 1_620_000_00),
        (EntryKind.COMMITMENT_LAPSE, -1_620_000_00),
    ]


def test_a_refusal_cannot_be_accepted(app: Flask) -> None:
    del app
    made = a_published_round(points=(1,))
    with pytest.raises(RuleBrokenError) as refusal:
        say_yes(made, signatory(made))
    assert reason_of(refusal) is Refusal.NOT_AN_AWARD


def test_a_lapse_is_registered_when_the_time_is_over_and_not_before(app: Flask) -> None:
    del app
    made = a_published_round(points=(5,))
    decision = queries.decision(made.first().id)
    with pytest.raises(RuleBrokenError) as refusal:
        services.register_lapse(decision, by=made.drafter, at=LAST_MOMENT - timedelta(seconds=1))
    assert reason_of(refusal) is Refusal.NOT_LATE_YET
    answer = services.register_lapse(decision, by=made.drafter, at=LAST_MOMENT)
    assert (answer.accepted, answer.answered_by_id) == (False, made.drafter.id)
    assert made.first().application.step is Step.LAPSED
    assert queries.signed_sum(made.call.id) == 0
    with pytest.raises(RuleBrokenError) as refusal:
        services.register_lapse(made.first(), by=made.drafter, at=LAST_MOMENT)
    assert reason_of(refusal) is Refusal.ALREADY_ANSWERED


def test_only_a_case_officer_registers_a_lapse(app: Flask) -> None:
    del app
    made = a_published_round(points=(5,))
    with pytest.raises(RuleBrokenError) as refusal:
        services.register_lapse(made.first(), by=made.maker, at=LAST_MOMENT)
    assert reason_of(refusal) is Refusal.NOT_CASE_OFFICER
