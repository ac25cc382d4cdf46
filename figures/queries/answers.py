"""The rows for research on answers: by code and version, with no word that people wrote."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from applications.models import Answer, Application, Attachment
from applications.tables import rows_from
from criteria.completeness import QuestionFact, asked_of, written_length
from figures.queries.decided import decided
from figures.queries.rows import Cell, Row, Selection
from foundation.database import db
from grants.models import Call, Question, QuestionKind
from grants.rows import in_order

ANSWERED, IRRELEVANT, NOT_ASKED, UNANSWERED = "answered", "irrelevant", "not_asked", "unanswered"
_VALUED = frozenset(
    {
        QuestionKind.NUMBER, QuestionKind.CHOICE, QuestionKind.CHOICES, QuestionKind.DATE,
        QuestionKind.DECLARATION,
    }
)  # fmt: skip

NOTHING_GIVEN = ("", False)
Given = Mapping[int, tuple[str, bool]]
"""Each question's answer as it is kept, and whether it is «not relevant»; of a file, how many."""


@dataclass(frozen=True, slots=True)
class _Case:
    id: int
    number: str | None
    call: str
    year: int


def answers(chosen: Selection) -> Iterator[Row]:
    """Give the answers of decided applications, call by call in the form's order: four queries a call."""
    for call_id in _calls(chosen):
        questions = _questions(call_id)
        given = _given(call_id)
        for case in _cases(call_id):
            yield from _rows(case, questions, given.get(case.id, {}))


def _rows(case: _Case, questions: list[Question], given: Given) -> Iterator[Row]:
    asked = asked_of([_fact(one, given.get(one.id, NOTHING_GIVEN)) for one in questions])
    for question in questions:
        answer, irrelevant = given.get(question.id, NOTHING_GIVEN)
        status = _status(answer, irrelevant=irrelevant, is_asked=question.code in asked)
        counts = answer if status == ANSWERED else ""
        yield (
            case.number, case.call, case.year, question.code, question.code_version,
            question.kind.value, status, *_measured(question.kind, counts),
        )  # fmt: skip


def _status(answer: str, *, irrelevant: bool, is_asked: bool) -> str:
    if not is_asked:
        return NOT_ASKED
    if irrelevant:
        return IRRELEVANT
    return ANSWERED if answer else UNANSWERED


def _measured(kind: QuestionKind, answer: str) -> tuple[Cell, Cell, Cell]:
    """Give an answer's value, amount in øre and size."""
    amount = int(answer) if kind is QuestionKind.MONEY and answer else 0
    value = answer if kind in _VALUED and answer else None
    return value, amount, _size(kind, answer) if answer else None


def _size(kind: QuestionKind, answer: str) -> int | None:
    match kind:
        case QuestionKind.TEXT:
            return written_length(answer)
        case QuestionKind.TABLE:
            return len(rows_from(answer))
        case QuestionKind.FILE:
            return int(answer)
        case _:
            return None


def _fact(question: Question, given: tuple[str, bool]) -> QuestionFact:
    answer, irrelevant = given
    return QuestionFact(
        code=question.code,
        required=question.required,
        kind=question.kind.value,
        answer=answer,
        max_chars=question.max_chars,
        shown_when=question.shown_when,
        irrelevant=irrelevant,
    )


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
    return in_order(db.session.scalars(select(Question).where(Question.call_id == call_id)).all())


def _cases(call_id: int) -> list[_Case]:
    known = decided()
    rows = db.session.execute(
        select(Application.id, Application.case_number, Call.code, Call.first_year)
        .join(known, known.c.application_id == Application.id)
        .join(Call, Call.id == Application.call_id)
        .where(Application.call_id == call_id)
        .order_by(Application.submitted_at, Application.id)
    )
    return [_Case(*row) for row in rows]


def _given(call_id: int) -> Mapping[int, Given]:
    known = decided()
    found: dict[int, dict[int, tuple[str, bool]]] = {}
    files = db.session.execute(
        select(Attachment.application_id, Attachment.question_id, func.count())
        .join(known, known.c.application_id == Attachment.application_id)
        .join(Application, Application.id == Attachment.application_id)
        .where(
            Application.call_id == call_id,
            Attachment.question_id.is_not(None),
            Attachment.removed_at.is_(None),
        )
        .group_by(Attachment.application_id, Attachment.question_id)
    )
    for application_id, question_id, number in files:
        found.setdefault(application_id, {})[int(question_id or 0)] = (str(number), False)
    rows = db.session.execute(
        select(
            Answer.application_id, Answer.question_id, Answer.value, Answer.irrelevant_because
        )
        .join(known, known.c.application_id == Answer.application_id)
        .join(Application, Application.id == Answer.application_id)
        .where(Application.call_id == call_id)
    )
    for application_id, question_id, value, because in rows:
        given = found.setdefault(application_id, {})
        stands = value or given.get(question_id, NOTHING_GIVEN)[0]
        given[question_id] = (stands, because is not None)
    return found
