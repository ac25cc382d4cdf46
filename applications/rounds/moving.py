"""What it means for a draft to follow a new edition of its call. Changes nothing by itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from applications.answering import fits
from applications.facts import is_confirmed
from applications.models import Answer, Application, BudgetLine, Partner
from grants.models import Activity, Call, Question


@dataclass(frozen=True, slots=True)
class Move:
    """Where each question and activity is found again, and what is lost on the way.

    `questions` and `activities` give the new row by the id of the old one. `reread` are the new
    questions whose answers follow though the wording is another; `lost` the old ones whose answers do
    not follow. `fallen` are the partners whose confirmations no longer cover their part.
    """

    questions: Mapping[int, Question]
    activities: Mapping[int, Activity]
    reread: tuple[Question, ...]
    lost: tuple[Question, ...]
    added: tuple[Question, ...]
    dropped: tuple[Activity, ...]
    lines: tuple[BudgetLine, ...]
    fallen: tuple[Partner, ...]

    @property
    def is_smooth(self) -> bool:
        """Tell whether everything follows as it is and nothing new is asked."""
        return not (self.reread or self.lost or self.added or self.dropped or self.lines)


def plan_move(application: Application, target: Call) -> Move:
    """Plan how a draft would follow an edition. Needs both whole."""
    questions = _questions(application, target)
    activities = _activities(application, target)
    answers = {one.question_id: one for one in application.answers}
    answered = [one for one in application.call.questions if one.id in answers]
    lost = tuple(one for one in answered if not _follows(answers[one.id], questions.get(one.id)))
    chosen = {one.activity_id for one in application.chosen_activities}
    lines = tuple(one for one in application.budget_lines if one.activity_id not in activities)
    asked_before = {one.code for one in application.call.questions}
    return Move(
        questions=questions,
        activities=activities,
        reread=tuple(
            questions[one.id]
            for one in answered
            if one not in lost and questions[one.id].code_version != one.code_version
        ),
        lost=lost,
        added=tuple(
            one for one in target.questions if one.required and one.code not in asked_before
        ),
        dropped=tuple(
            one
            for one in application.call.activities
            if one.id in chosen and one.id not in activities
        ),
        lines=lines,
        fallen=_fallen(application, lines),
    )


def _questions(application: Application, target: Call) -> dict[int, Question]:
    """Know questions again by code; one that is answered in another way is another question."""
    new = {one.code: one for one in target.questions}
    return {
        one.id: new[one.code]
        for one in application.call.questions
        if one.code in new and new[one.code].kind is one.kind
    }


def _follows(answer: Answer, question: Question | None) -> bool:
    """Tell whether an answer can be the answer to a question, or to the lack of one."""
    if question is None:
        return False
    if answer.irrelevant_because is not None and not question.may_be_irrelevant:
        return False
    return not answer.value or fits(question, answer.value)


def _activities(application: Application, target: Call) -> dict[int, Activity]:
    """Know activities again by code; one that gets no support any more takes nothing with it."""
    new = {one.code: one for one in target.activities}
    return {
        one.id: new[one.code]
        for one in application.call.activities
        if one.code in new and (new[one.code].supported or not one.supported)
    }


def _fallen(application: Application, lines: tuple[BudgetLine, ...]) -> tuple[Partner, ...]:
    touched = {line.partner_id for line in lines}
    return tuple(
        one for one in application.partners if one.id in touched and is_confirmed(application, one)
    )
