"""What can be an answer to a question of each kind, as it is kept in the database.

Numbers are digits, amounts whole øre, dates are ISO, several choices are joined by a space, a declaration
is `yes`, a table is JSON. A question of a file is answered by the documents that are bound to it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from applications.refusals import Refusal
from applications.tables import is_table
from criteria.completeness import DECLARED
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.fields import LARGEST_AMOUNT, LARGEST_NUMBER
from grants.models import Call, Purpose, Question, QuestionKind

LONGEST_ANSWER = 100_000
"""No text is longer, whatever its question allows: a slip of the clipboard must not fill the database."""
LONGEST_REASON = 1_000
"""Room for why a question is not relevant."""


def refuse_unfit(
    call: Call,
    answers: Mapping[int, str],
    irrelevant: Mapping[int, str] | None = None,
    *,
    purpose: Purpose = Purpose.APPLICATION,
) -> None:
    """Refuse answers to what the call does not ask, and what cannot be an answer.

    An empty answer always fits: it is no answer yet. `irrelevant`: why questions are not relevant; only
    some can be. Raises RuleBrokenError.
    """
    questions = {question.id: question for question in _with_choices(call.id, purpose)}
    for question_id, value in answers.items():
        question = _asked(questions, question_id)
        if value.strip() and not fits(question, value.strip()):
            raise RuleBrokenError(Refusal.NOT_AN_ANSWER, code=question.code)
    for question_id, reason in (irrelevant or {}).items():
        question = _asked(questions, question_id)
        if not question.may_be_irrelevant or len(reason) > LONGEST_REASON:
            raise RuleBrokenError(Refusal.NOT_AN_ANSWER, code=question.code)


def fits(question: Question, value: str) -> bool:
    """Tell whether a value can be the answer to a question. Needs its choices."""
    return _FITS[question.kind](question, value)


def _asked(questions: Mapping[int, Question], question_id: int) -> Question:
    question = questions.get(question_id)
    if question is None:
        raise RuleBrokenError(Refusal.QUESTION_NOT_ASKED)
    return question


def _with_choices(call_id: int, purpose: Purpose) -> Sequence[Question]:
    return db.session.scalars(
        select(Question)
        .where(Question.call_id == call_id, Question.purpose == purpose)
        .options(selectinload(Question.choices))
    ).all()


def _is_text(_question: Question, value: str) -> bool:
    return len(value) <= LONGEST_ANSWER


def _is_number(question: Question, value: str) -> bool:
    return _is_whole(value) and _is_within(question, int(value), LARGEST_NUMBER)


def _is_amount(question: Question, value: str) -> bool:
    return _is_whole(value) and _is_within(question, int(value), LARGEST_AMOUNT)


def _is_date(_question: Question, value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_choice(question: Question, value: str) -> bool:
    return value in {choice.value for choice in question.choices}


def _are_choices(question: Question, value: str) -> bool:
    chosen = value.split(" ")
    offered = {choice.value for choice in question.choices}
    return len(set(chosen)) == len(chosen) and set(chosen) <= offered


def _is_declaration(_question: Question, value: str) -> bool:
    return value == DECLARED


def _is_nothing(_question: Question, _value: str) -> bool:
    return False


def _is_whole(value: str) -> bool:
    return value.isascii() and value.isdigit()


def _is_within(question: Question, number: int, largest: int) -> bool:
    lowest = 0 if question.lowest is None else question.lowest
    highest = largest if question.highest is None else question.highest
    return lowest <= number <= highest


_FITS: dict[QuestionKind, Callable[[Question, str], bool]] = {
    QuestionKind.TEXT: _is_text,
    QuestionKind.NUMBER: _is_number,
    QuestionKind.MONEY: _is_amount,
    QuestionKind.DATE: _is_date,
    QuestionKind.CHOICE: _is_choice,
    QuestionKind.CHOICES: _are_choices,
    QuestionKind.TABLE: is_table,
    QuestionKind.FILE: _is_nothing,
    QuestionKind.DECLARATION: _is_declaration,
}
