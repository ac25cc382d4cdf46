"""Reasons that a letter leaves out: asked for in time they stop the clock, and the answer starts it anew."""

from datetime import date, timedelta

import pytest
from flask import Flask

from criteria.appeal import Counted
from decisions import queries, services
from decisions.appeals import queries as appeals
from decisions.appeals import services as acts
from decisions.appeals.refusals import Refusal
from decisions.appeals.timing import deadline_of
from decisions.models import Decision
from decisions.queries.readiness import living
from decisions.refusals import Refusal as DecisionRefusal
from foundation.errors import RuleBrokenError
from tests.builders.appeals import LATER, who_signs
from tests.builders.decisions import NOW, Round, a_drafted_round, make_documents
from tests.paper import words_of

WHY = "Søknaden fikk fire poeng fordi planen er god."


def a_silent_round() -> Round:
    """Publish an award whose letter gives no reasons."""
    made = a_drafted_round((5,))
    services.leave_out_reasons(made.first(), left_out=True, by=made.drafter, at=NOW)
    assert made.sign() == ()
    make_documents()
    made.publish()
    return made


def seen_by_lead(made: Round) -> Decision:
    decision = made.first()
    return queries.published_decision(who_signs(decision), decision.application_id)


def test_the_letter_says_how_to_get_the_reasons(app: Flask) -> None:
    del app
    made = a_silent_round()
    sha256 = living(made.first())[0].sha256
    assert sha256 is not None
    words = words_of(sha256)
    assert "Begrunnelsen står ikke i dette brevet." in words
    assert "Slik vurderte vi søknaden" not in words


def test_a_question_stops_the_clock_and_the_answer_starts_it(app: Flask) -> None:
    del app
    made = a_silent_round()
    decision = seen_by_lead(made)
    lead, by = decision.application.partners[0].organisation_id, who_signs(decision)
    assert deadline_of(decision, lead).last_day == date(2026, 5, 26)
    asked = acts.ask_for_reasons(decision, lead, by=by, at=LATER)
    assert deadline_of(decision, lead).last_day is None
    acts.answer_reasons(
        appeals.reasons_request(asked.id), answer=WHY, by=made.drafter, at=NOW + timedelta(days=9)
    )
    deadline = deadline_of(decision, lead)
    assert deadline.last_day == date(2026, 6, 3)
    assert Counted.REASONS_GIVEN in [one.counted for one in deadline.steps]
    with pytest.raises(RuleBrokenError) as refusal:
        acts.ask_for_reasons(decision, lead, by=by, at=NOW + timedelta(days=10))
    assert refusal.value.reason is Refusal.ASKED_ALREADY
    with pytest.raises(RuleBrokenError) as refusal:
        acts.answer_reasons(
            appeals.reasons_request(asked.id), answer=WHY, by=made.drafter, at=LATER
        )
    assert refusal.value.reason is Refusal.NOT_ASKED


def test_nobody_asks_too_late(app: Flask) -> None:
    del app
    decision = seen_by_lead(a_silent_round())
    lead = decision.application.partners[0].organisation_id
    with pytest.raises(RuleBrokenError) as refusal:
        acts.ask_for_reasons(decision, lead, by=who_signs(decision), at=NOW + timedelta(days=30))
    assert refusal.value.reason is Refusal.ASKED_TOO_LATE


def test_a_refusal_always_gives_its_reasons(app: Flask) -> None:
    del app
    made = a_drafted_round((5, 1))
    refused = made.decisions()[1]
    with pytest.raises(RuleBrokenError) as refusal:
        services.leave_out_reasons(refused, left_out=True, by=made.drafter, at=NOW)
    assert refusal.value.reason is DecisionRefusal.REASONS_MUST_BE_GIVEN
