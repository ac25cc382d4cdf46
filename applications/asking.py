"""What a page of questions tells about when each is asked, to people and to the script that follows along."""

from dataclasses import dataclass

from applications import facts
from applications.documents import answering
from applications.foreknown import told
from applications.models import Application
from foundation import clock
from grants.models import Question
from grants.shown import conditions


@dataclass(frozen=True, slots=True)
class OnPage:
    """When a question is asked, in words and as data; and whether it is, with the answers as they stand.

    `kept`: something is answered, also when it does not count. `known`: what we know of it, and from where.
    """

    when: str
    data: dict[str, object] | None
    asked: bool
    kept: bool
    known: str


def on_page(application: Application, questions: list[Question]) -> dict[str, OnPage]:
    """Tell when each question is asked, by its code."""
    asked = facts.asked_codes(application)
    whens = conditions(application.call.questions)
    numbers = {one.code: one.id for one in application.call.questions}
    answered = {one.question_id for one in application.answers}
    return {
        one.code: OnPage(
            when=whens.get(one.code, ""),
            data=_data(one, numbers),
            asked=one.code in asked,
            kept=one.id in answered or bool(answering(application, one)),
            known=told(application, one, clock.today()),
        )
        for one in questions
    }


def _data(question: Question, numbers: dict[str, int]) -> dict[str, object] | None:
    condition = question.shown_when
    if condition is None:
        return None
    return {
        "on": numbers.get(condition.code),
        "test": condition.test.value,
        "value": condition.value,
    }
