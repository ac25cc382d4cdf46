"""A case is read whole only when it has changed, and never shows less than it holds."""

from collections.abc import Callable
from datetime import date

from flask import Flask

from accounts.queries import person
from applications import services as applicants
from applications.queries import deficiency_of, led_by
from assessments import queries, services
from assessments.models import Task
from assessments.queries.contents import CaseContents, contents_of
from criteria.completeness import Section
from criteria.impartiality import View
from foundation import clock
from foundation.database import db
from grants.models import QuestionKind
from tests.builders.assessments import (
    Case,
    a_chosen_proposal,
    a_staffed_case,
    after_the_deadline,
    an_eligible_case,
    an_officer,
    finish,
    mark_all,
)
from tests.querycount import asked

ANSWER = "Her er avtalen."


def read(case: Case) -> CaseContents:
    db.session.commit()  # as between two requests
    return contents_of(case.application.id)


def read_anew(case: Case, act: Callable[[], object]) -> CaseContents:
    """Do something in a case and give its contents, which must have been read again."""
    before = read(case)
    assert read(case) is before
    act()
    after = read(case)
    assert after.reading > before.reading
    assert read(case) is after
    return after


def test_an_unchanged_case_takes_one_question(app: Flask) -> None:
    del app
    case = a_staffed_case()
    read(case)
    with asked() as questions:
        read(case)
    assert questions.number == 1


def test_whoever_is_put_on_or_taken_off_is_seen(app: Flask) -> None:
    del app
    case, officer = a_staffed_case(), an_officer("Nora Ny")
    last = queries.assignments_of(case.application.id)[-1]
    fewer = read_anew(
        case,
        lambda: services.end_assignment(
            queries.assignment(last.id), by=case.handler, at=clock.now()
        ),
    )
    more = read_anew(
        case,
        lambda: services.assign(
            case.application, officer, Task.ASSESS, by=case.handler, at=clock.now()
        ),
    )
    assert len(more.assignments) == len(fewer.assignments) + 1
    declared = read_anew(
        case,
        lambda: services.declare(
            case.application, View.DOUBT, reason="Gift.", by=officer, at=clock.now()
        ),
    )
    assert View.DOUBT in {one.view for one in declared.declarations}


def test_what_the_control_finds_and_the_applicant_answers_is_seen(app: Flask) -> None:
    del app
    case = a_staffed_case()
    examined = read_anew(
        case, lambda: services.examine(case.application, by=case.handler, at=clock.now())
    )
    assert examined.examination is not None
    asked_for = read_anew(
        case,
        lambda: services.ask_for_more(
            case.application, text="Send avtalen.", due_on=date(2026, 3, 20),
            by=case.handler, at=clock.now(),
        ),
    )
    asked_once = asked_for.application.deficiencies[-1]
    signatory = person(case.again().submitted_by_id or 0)
    db.session.commit()
    own = led_by(signatory, case.application.id)
    answered = read_anew(
        case,
        lambda: applicants.supplement(
            own, deficiency_of(own, asked_once.id), answer=ANSWER, by=signatory, at=clock.now()
        ),
    )
    assert answered.application.deficiencies[-1].answer == ANSWER


def test_what_is_corrected_is_seen_before_the_answer_comes(app: Flask) -> None:
    del app
    case = a_staffed_case()
    services.ask_for_more(
        case.application, text="Skriv tydeligere.", due_on=date(2026, 3, 20),
        sections=(Section.QUESTIONS,), by=case.handler, at=clock.now(),
    )  # fmt: skip
    writer = person(case.again().submitted_by_id or 0)
    db.session.expunge_all()
    own = led_by(writer, case.application.id)
    question = next(one.id for one in own.call.questions if one.kind is QuestionKind.TEXT)
    corrected = read_anew(
        case,
        lambda: applicants.answer_questions(own, {question: ANSWER}, by=writer, at=clock.now()),
    )
    assert ANSWER in {one.value for one in corrected.application.answers}


def test_marks_are_seen_when_everyone_has_finished(app: Flask) -> None:
    del app
    case = an_eligible_case()
    first, second = case.assessors
    for officer in (first, second):
        mark_all(case.application, officer)
    finish(case.application, first)
    assert read(case).assessments == ()
    scored = read_anew(case, lambda: finish(case.application, second))
    assert scored.score is not None
    assert len(scored.assessments) == 2
    with after_the_deadline():
        proposed = read_anew(case, lambda: a_chosen_proposal(case.application.call, first))
    assert proposed.line is not None
