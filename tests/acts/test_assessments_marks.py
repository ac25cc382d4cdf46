"""Marks: a reason each, one's own until everyone has finished, and one score."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from accounts.models import Person
from accounts.queries import person
from applications import journal
from applications import queries as applications
from applications.models import Event
from assessments import queries, scores, services
from assessments.models import Assessment, Mark, Score, Task
from assessments.refusals import Refusal
from assessments.services import Marking
from criteria.impartiality import View
from criteria.procedure import Act, Step
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import NotFoundError, RuleBrokenError
from grants import queries as grants
from tests.builders.assessments import (
    AFTER_THE_DEADLINE,
    GOOD_REASON,
    Case,
    a_proposal,
    a_staffed_case,
    an_assessed_case,
    an_eligible_case,
    an_officer,
    finish,
    mark_all,
    scored,
)
from tests.races import at_once


def test_a_reason_may_wait_for_its_points_but_not_the_other_way_round(app: Flask) -> None:
    del app
    case = an_eligible_case()
    officer, criterion = case.assessors[0], scored(case.application)[0]

    services.save_mark(case.application, criterion, points=None, reason="Må lese mer.", by=officer,
                       at=clock.now())  # fmt: skip
    for blank in ("", "  ", "\n\u00a0"):
        with pytest.raises(RuleBrokenError) as refused:
            services.save_mark(case.application, criterion, points=3, reason=blank, by=officer,
                               at=clock.now())  # fmt: skip
        assert refused.value.reason is Refusal.REASON_MISSING

    own = queries.own_assessment(officer, case.application.id)
    assert own is not None
    assert [(mark.points, mark.reason) for mark in own.marks] == [(None, "Må lese mer.")]


def test_the_database_itself_refuses_a_mark_without_words(app: Flask) -> None:
    del app
    case = an_eligible_case()
    criterion = scored(case.application)[0]
    own = services.save_mark(case.application, criterion, points=1, reason="Noe.",
                             by=case.assessors[0], at=clock.now())  # fmt: skip
    with pytest.raises(IntegrityError), transaction():
        db.session.add(
            Mark(
                assessment_id=own.id,
                criterion_id=scored(case.application)[1].id,
                points=1,
                reason="  ",
                marked_at=clock.now(),
            )
        )


@pytest.mark.parametrize("points", [-1, 6, 100])
def test_marks_stay_on_their_scale(app: Flask, points: int) -> None:
    del app
    case = an_eligible_case()
    with pytest.raises(RuleBrokenError) as refused:
        services.save_mark(case.application, scored(case.application)[0], points=points,
                           reason="Godt.", by=case.assessors[0], at=clock.now())  # fmt: skip
    assert refused.value.reason is Refusal.MARK_OFF_SCALE


def test_a_gate_takes_no_marks(app: Flask) -> None:
    del app
    case = an_eligible_case()
    gate = -1
    with pytest.raises(NotFoundError):
        services.save_marks(
            case.application, {gate: Marking(1, "Ja.")}, by=case.assessors[0], at=clock.now()
        )


def test_marks_are_saved_as_a_draft_any_number_of_times(app: Flask) -> None:
    del app
    case = an_eligible_case()
    officer = case.assessors[0]
    mark_all(case.application, officer, points=2)
    mark_all(case.application, officer, points=5)
    first = scored(case.application)[0]
    services.save_mark(case.application, first, points=None, reason="", by=officer, at=clock.now())

    own = queries.own_assessment(officer, case.application.id)
    assert own is not None
    assert {mark.points for mark in own.marks} == {5}
    assert first.id not in {mark.criterion_id for mark in own.marks}
    assert db.session.scalar(select(func.count(Assessment.id))) == 1


def test_nobody_finishes_with_a_criterion_unmarked(app: Flask) -> None:
    del app
    case = an_eligible_case()
    officer = case.assessors[0]
    mark_all(case.application, officer)
    last = scored(case.application)[-1]
    services.save_mark(case.application, last, points=None, reason="Vet ikke ennå.", by=officer,
                       at=clock.now())  # fmt: skip
    with pytest.raises(RuleBrokenError) as refused:
        finish(case.application, officer)
    assert refused.value.reason is Refusal.MARKS_MISSING
    assert refused.value.values == {"codes": last.code}


def test_finished_marks_are_frozen(app: Flask) -> None:
    del app
    case = an_eligible_case()
    officer = case.assessors[0]
    mark_all(case.application, officer)
    finish(case.application, officer)
    with pytest.raises(RuleBrokenError) as marked:
        mark_all(case.application, officer, 1)
    with pytest.raises(RuleBrokenError) as finished:
        finish(case.application, officer)
    assert marked.value.reason is finished.value.reason is Refusal.ALREADY_FINISHED


def test_anothers_marks_are_hidden_until_both_have_finished(app: Flask) -> None:
    del app
    case = an_eligible_case()
    first, second = case.assessors
    mark_all(case.application, first)
    finish(case.application, first)
    mark_all(case.application, second, points=1)

    def seen_by(officer: Person) -> list[int]:
        found = queries.visible_assessments(officer, case.application)
        return [one.person_id for one in found]

    assert seen_by(second) == [second.id]
    assert seen_by(first) == [first.id]
    assert seen_by(case.handler) == []
    assert queries.assessments_of(case.application.id) == []
    assert queries.finishers_of(case.application.id) == {first.id}

    finish(case.application, second)
    for officer in case.officers:
        assert sorted(seen_by(officer)) == sorted([first.id, second.id])
    assert len(queries.assessments_of(case.application.id)) == 2


def test_the_last_to_finish_gets_the_case_its_score(app: Flask) -> None:
    del app
    case = an_eligible_case()
    first, second = case.assessors
    mark_all(case.application, first, points=4)
    mark_all(case.application, second, points=5)

    assert finish(case.application, first) is None
    assert case.again().step is Step.ELIGIBLE
    score = finish(case.application, second)

    assert score is not None
    assert score.total == Decimal("90.00")
    assert score.assessors == {first.id, second.id}
    assert case.again().step is Step.ASSESSED
    parts = scores.parts_of(score)
    assert sum(part.points for part in parts) == score.total
    assert {part.mean for part in parts} == {Decimal("4.5")}


def test_one_alone_never_gives_a_score(app: Flask) -> None:
    del app
    case = an_eligible_case()
    first, second = case.assessors
    leaving = next(
        one for one in queries.assignments_of(case.application.id)
        if (one.person_id, one.task) == (second.id, Task.ASSESS)
    )  # fmt: skip
    services.end_assignment(queries.assignment(leaving.id), by=case.handler, at=clock.now())
    mark_all(case.application, first)
    assert finish(case.application, first) is None
    assert case.again().step is Step.ELIGIBLE


def test_a_substitute_finishes_what_the_other_left(app: Flask) -> None:
    del app
    case = an_eligible_case()
    first, second = case.assessors
    mark_all(case.application, second, points=1)
    finish(case.application, second)
    leaving = next(
        one for one in queries.assignments_of(case.application.id) if one.person_id == second.id
    )
    services.end_assignment(queries.assignment(leaving.id), by=case.handler, at=clock.now())
    substitute = an_officer("Viktor Vikar")
    services.assign(case.application, substitute, Task.ASSESS, by=case.handler, at=clock.now())
    declare_impartial(case, substitute)
    for officer in (first, substitute):
        mark_all(case.application, officer, points=5)
        finish(case.application, officer)

    score = queries.score_of(case.application.id)
    assert score is not None
    assert score.total == Decimal("100.00")
    assert score.assessors == {first.id, substitute.id}


def declare_impartial(case: Case, officer: Person) -> None:
    services.declare(case.application, View.IMPARTIAL, by=officer, at=clock.now())


def test_nobody_marks_before_the_control_is_done_or_after_the_score(app: Flask) -> None:
    del app
    early = a_staffed_case()
    with pytest.raises(RuleBrokenError) as too_early:
        mark_all(early.application, early.assessors[0])
    assert too_early.value.reason is Refusal.NOT_READY_FOR_MARKS


def test_the_score_closes_the_marks(app: Flask) -> None:
    del app
    done = an_assessed_case()
    with pytest.raises(RuleBrokenError) as too_late:
        mark_all(done.application, done.assessors[0])
    assert too_late.value.reason is Refusal.NOT_READY_FOR_MARKS


def test_two_who_finish_at_once_make_one_score(app: Flask) -> None:
    case = an_eligible_case()
    for officer in case.assessors:
        mark_all(case.application, officer)

    def press(officer_id: int) -> Callable[[], Score | None]:
        return lambda: finish(applications.any_application(case.application.id), person(officer_id))

    outcomes = at_once(app, *(press(one.id) for one in case.assessors))

    assert sum(isinstance(one, Score) for one in outcomes) == 1
    assert outcomes.count(None) == 1
    assert db.session.scalar(select(func.count(Score.id))) == 1
    finished = select(func.count(Event.id)).where(Event.act == Act.FINISH_ASSESSMENT)
    assert db.session.scalar(finished) == 1
    assert case.again().step is Step.ASSESSED


def test_a_case_sent_back_is_marked_anew_in_another_round(app: Flask) -> None:
    del app
    case = an_assessed_case(points=5)
    first, second = case.assessors
    services.choose_proposal(
        a_proposal(grants.call(case.application.call_id), case.handler),
        reason="Følger poengene.", by=case.handler, at=AFTER_THE_DEADLINE,
    )  # fmt: skip
    with transaction():
        journal.move(
            locked(case.again()), Act.RETURN_TO_ASSESSMENT, by=case.handler, at=AFTER_THE_DEADLINE
        )
    for officer, points in ((first, 1), (second, 2)):
        assert queries.own_assessment(officer, case.application.id) is None
        mark_all(case.application, officer, points)
        seen = queries.visible_assessments(officer, case.application)
        assert [(one.round, one.person_id) for one in seen] == [
            (1, officer.id), (2, officer.id)
        ]  # fmt: skip
    finish(case.application, first)
    assert total_of(case) == Decimal(100)
    finish(case.application, second)
    assert total_of(case) == Decimal(30)


def total_of(case: Case) -> Decimal | None:
    score = queries.score_of(case.application.id)
    return score.total if score else None


def test_the_reasons_are_kept_as_they_were_written(app: Flask) -> None:
    del app
    case = an_assessed_case()
    reasons = {mark.reason for one in queries.assessments_of(case.application.id)
               for mark in one.marks}  # fmt: skip
    assert reasons == {GOOD_REASON}
