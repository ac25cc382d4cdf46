"""What it means for a draft to follow a new edition of its call. Changes nothing by itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from applications.facts import is_confirmed
from applications.models import Application, BudgetLine, Partner
from grants.models import Activity, Call, Question, QuestionKind

OFFER_CHOICES = frozenset({QuestionKind.CHOICE, QuestionKind.CHOICES})


@dataclass(frozen=True, slots=True)
class Move:
    """Where each answer, activity and line goes, and what is lost on the way.

    `questions` and `activities` give the new row by the id of the old one. `reread` are the new
    questions whose answers follow though the wording is another; `lost` the old ones whose answers do
    not follow. `fallen` are the partners whose confirmations no longer cover their part.
    """

    questions: Mapping[int, Question]
    activities: Mapping[int, Activity]
    reread: tuple[Question, ...]
    lost: tuple[Question, ...]
    unanswered: tuple[Question, ...]
    dropped: tuple[Activity, ...]
    lines: tuple[BudgetLine, ...]
    fallen: tuple[Partner, ...]

    @property
    def is_smooth(self) -> bool:
        """Tell whether everything follows as it is and nothing new is asked."""
        return not (self.reread or self.lost or self.unanswered or self.dropped or self.lines)


def plan_move(application: Application, target: Call) -> Move:
    """Plan how a draft would follow an edition. Needs both whole."""
    questions = _questions(application, target)
    activities = _activities(application, target)
    answered = {one.question_id for one in application.answers}
    old = [one for one in application.call.questions if one.id in answered]
    kept = {questions[one.id].id for one in old if one.id in questions}
    chosen = {one.activity_id for one in application.chosen_activities}
    lines = tuple(one for one in application.budget_lines if one.activity_id not in activities)
    return Move(
        questions=questions,
        activities=activities,
        reread=tuple(
            questions[one.id]
            for one in old
            if one.id in questions and questions[one.id].code_version != one.code_version
        ),
        lost=tuple(one for one in old if one.id not in questions),
        unanswered=tuple(
            one
            for one in target.questions
            if one.required and one.id not in kept and not _asked_before(application, one)
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
    """Match answered questions by code; an answer must still be one that the question can have."""
    new = {one.code: one for one in target.questions}
    old = {one.id: one for one in application.call.questions}
    found = {}
    for answer in application.answers:
        before = old[answer.question_id]
        after = new.get(before.code)
        if after is not None and after.kind is before.kind and _fits(after, answer.value):
            found[before.id] = after
    return found


def _fits(question: Question, value: str) -> bool:
    if question.kind not in OFFER_CHOICES:
        return True
    return set(value.split()) <= {one.value for one in question.choices}


def _asked_before(application: Application, question: Question) -> bool:
    """Tell whether a question is as it was, and so as unanswered as before."""
    return any(
        one.code == question.code and one.required and one.kind is question.kind
        for one in application.call.questions
        if one.id not in {answer.question_id for answer in application.answers}
    )


def _activities(application: Application, target: Call) -> dict[int, Activity]:
    """Match activities by code; one that gets no support any more takes nothing with it."""
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
