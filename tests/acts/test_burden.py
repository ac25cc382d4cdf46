"""What it took to apply is counted from what was saved, and told of no few."""

from datetime import timedelta

import pytest
from flask import Flask

from applications import services
from applications.effort.queries import measured_minutes, said_minutes
from applications.effort.services import say_effort
from criteria import burden
from figures.public.burden import burdens
from foundation import clock
from foundation.errors import NotFoundError
from grants.models import QuestionKind
from tests.builders.applications import (
    a_collaboration,
    a_filled_draft,
    confirm_all,
    the_answers,
)
from tests.builders.partners import a_fact_sheet


def test_what_is_saved_is_what_it_took(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sheet was there when the lead began, and one sitting lasts from its first to its last save."""
    together = a_collaboration()
    a_fact_sheet(together.lead, together.signatory)
    draft, by, now = a_filled_draft(together), together.signatory, clock.now()
    texts = {one.id for one in draft.call.questions if one.kind is QuestionKind.TEXT}
    answers = {
        one: "Vi skrev dette." if one in texts else answer
        for one, answer in the_answers(draft.call).items()
    }
    services.answer_questions(
        draft, answers, by=by, at=now + timedelta(minutes=25), auto=True
    )
    draft = together.read(draft.id)
    confirm_all(together, draft)
    services.submit(draft.id, by=together.signatory, at=now + timedelta(days=2))
    handed_in, asked = together.read(draft.id), len(draft.call.questions)
    for minutes in (90, 150):  # what is said last counts
        say_effort(handed_in, minutes, by=by, at=now + timedelta(days=2))
    assert (measured_minutes(handed_in), said_minutes(handed_in)) == (25, 150)
    with app.test_request_context(), clock.frozen(now + timedelta(days=400)):
        (few,) = burdens(clock.today())
        assert (few.call_id, few.questions, few.burden) == (draft.call_id, asked, None)
        monkeypatch.setattr(burden, "FEWEST", 1)
        (told,) = burdens(clock.today())
    assert told.burden == burden.Burden(
        applications=1,
        characters=len("Vi skrev dette.") * len(texts) + len("Vi gjør det sammen."),
        minutes=25,
        open_days=2,
        reused=1.0,
        said=150,
        saying=1,
    )


def test_a_draft_is_not_finished_and_took_nothing_yet(app: Flask) -> None:
    del app
    together = a_collaboration()
    with pytest.raises(NotFoundError):
        say_effort(together.begin(), 60, by=together.signatory, at=clock.now())


def test_a_call_that_is_open_is_not_told(app: Flask) -> None:
    call = a_collaboration().call
    with app.test_request_context():
        assert burdens(call.closes_on) == []
