"""The rows for research on answers: by code and version, with no word that people wrote."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from typing import Any, TypeAlias

from sqlalchemy import Select, func, select

from applications.models import Answer, Application, Attachment
from applications.tables import rows_from
from criteria import asking
from criteria.asking import Asking
from criteria.completeness import written_length
from figures.queries.decided import decided
from figures.queries.rows import Row, Selection
from foundation.database import db
from foundation.flowing import flow
from grants.models import Call, Purpose, Question, QuestionKind
from grants.rows import in_order

ANSWERED, IRRELEVANT, NOT_ASKED, UNANSWERED = "answered", "irrelevant", "not_asked", "unanswered"
NOTHING_GIVEN = ("", False)
_NOTHING: Row = (None, 0, None)
"""The value, amount and size of no answer."""
_WAYS, _BATCH, _PIECE = 1_000, 500, 5_000
"""How many ways to be asked are remembered, how many cases are read together, and how many answers."""
Given = Mapping[int, tuple[str, bool]]
"""Each question's answer as it is kept, and whether it is «not relevant»; of a file, how many."""

_Line: TypeAlias = tuple[int, Callable[[str], Row], Row | None, Row, Row]
"""A question's id, what measures an answer to it, and what is told of it: answered (None: not asked),
unanswered, not relevant."""


@dataclass(frozen=True, slots=True)
class _Case:
    id: int
    number: str | None
    call: str
    year: int


class Form:
    """Questions of a set in their order, and what is told of those that nobody answered."""

    def __init__(self, questions: Sequence[Question]) -> None:
        """Find which answers decide what is asked."""
        looked_at = {one.shown_when.code for one in questions if one.shown_when is not None}
        self._questions = questions
        self._deciding = [one for one in questions if one.code in looked_at]
        self._lines = lru_cache(_WAYS)(self._lines_of)

    def rows(self, head: Row, given: Given) -> Iterator[Row]:
        """Give the rows of one that answered, a question each, behind what is told of it."""
        answered = tuple(_counted(given.get(one.id, NOTHING_GIVEN)) for one in self._deciding)
        for question, measured, told, unanswered, irrelevantly in self._lines(answered):
            answer, irrelevant = given.get(question, NOTHING_GIVEN)
            if told is None or (not answer and not irrelevant):
                yield head + unanswered
            elif irrelevant:
                yield head + irrelevantly
            else:
                yield head + told + measured(answer)

    def _lines_of(self, answered: tuple[str, ...]) -> list[_Line]:
        """Give what is told of each question when those that decide what is asked are answered so."""
        known = dict(zip((one.id for one in self._deciding), answered, strict=True))
        asked = asking.asked(
            [Asking(one.code, one.shown_when, known.get(one.id, "")) for one in self._questions]
        )
        return [_line(one, is_asked=one.code in asked) for one in self._questions]


def answers(chosen: Selection) -> Iterator[Row]:
    """Give the answers of decided applications, call by call in the form's order.

    Two queries a call, and two for each of its batches: no more than a batch is in memory.
    """
    for call_id in _calls(chosen):
        form = Form(_questions(call_id))
        cases = _cases(call_id)
        while batch := list(islice(cases, _BATCH)):
            given = _given([case.id for case in batch])
            for case in batch:
                head = (case.number, case.call, case.year)
                yield from form.rows(head, given.get(case.id, {}))


def _value(answer: str) -> Row:
    return answer, 0, None


_MEASURED: Mapping[QuestionKind, Callable[[str], Row]] = {
    QuestionKind.NUMBER: _value,
    QuestionKind.CHOICE: _value,
    QuestionKind.CHOICES: _value,
    QuestionKind.DATE: _value,
    QuestionKind.DECLARATION: _value,
    QuestionKind.MONEY: lambda answer: (None, int(answer), None),
    QuestionKind.TEXT: lambda answer: (None, 0, written_length(answer)),
    QuestionKind.TABLE: lambda answer: (None, 0, len(rows_from(answer))),
    QuestionKind.FILE: lambda answer: (None, 0, int(answer)),
}
"""What is told of an answer that is given, by its kind: value, amount in øre and size."""


def _line(question: Question, *, is_asked: bool) -> _Line:
    of = (question.code, question.code_version, question.kind.value)
    if not is_asked:
        untold = (*of, NOT_ASKED, *_NOTHING)
        return question.id, _MEASURED[question.kind], None, untold, untold
    return (
        question.id, _MEASURED[question.kind], (*of, ANSWERED),
        (*of, UNANSWERED, *_NOTHING), (*of, IRRELEVANT, *_NOTHING),
    )  # fmt: skip


def _counted(given: tuple[str, bool]) -> str:
    answer, irrelevant = given
    return "" if irrelevant else answer.strip()


def _calls(chosen: Selection) -> list[int]:
    known = decided()
    statement = (
        select(Call.id)
        .where(
            Call.id.in_(
                select(Application.call_id).join(known, known.c.application_id == Application.id)
            )
        )
        .order_by(Call.closes_on, Call.id)
    )
    if chosen.year is not None:
        statement = statement.where(Call.first_year == chosen.year)
    return list(db.session.scalars(statement))


def _questions(call_id: int) -> list[Question]:
    return in_order(
        db.session.scalars(
            select(Question).where(
                Question.call_id == call_id, Question.purpose == Purpose.APPLICATION
            )
        ).all()
    )


def _cases(call_id: int) -> Iterator[_Case]:
    known = decided()
    rows = db.session.connection().execute(
        select(Application.id, Application.case_number, Call.code, Call.first_year)
        .join(known, known.c.application_id == Application.id)
        .join(Call, Call.id == Application.call_id)
        .where(Application.call_id == call_id)
        .order_by(Application.submitted_at, Application.id),
        execution_options={"yield_per": _BATCH},
    )
    for row in rows:
        yield _Case(*row)


def _given(cases: Sequence[int]) -> Mapping[int, Given]:
    found: dict[int, dict[int, tuple[str, bool]]] = {case: {} for case in cases}
    files = (
        select(Attachment.application_id, Attachment.question_id, func.count())
        .where(
            Attachment.application_id.in_(cases),
            Attachment.question_id.is_not(None),
            Attachment.removed_at.is_(None),
        )
        .group_by(Attachment.application_id, Attachment.question_id)
    )
    for application_id, question_id, number in _all(files):
        found[application_id][question_id] = (str(number), False)
    written = select(
        Answer.application_id, Answer.question_id, Answer.value, Answer.irrelevant_because.is_not(None)
    ).where(Answer.application_id.in_(cases))
    for application_id, question_id, value, irrelevant in _all(written):
        given = found[application_id]
        stands = value or given.get(question_id, NOTHING_GIVEN)[0]
        given[question_id] = (stands, irrelevant)
    return found


def _all(statement: Select[*tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    return chain.from_iterable(flow(db.session.connection(), statement, _PIECE))
