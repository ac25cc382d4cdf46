"""The lists of a call: which list a row stands in, in which group, and how codes stay apart."""

from collections.abc import Sequence
from typing import TypeAlias, TypeVar

from foundation.errors import NotFoundError, RuleBrokenError
from foundation.language import Bilingual
from grants.models import (
    Activity,
    Call,
    CallRule,
    Condition,
    Criterion,
    PlanStep,
    PortfolioBound,
    Question,
    RequiredAttachment,
)
from grants.words import CallRefusal

Coded: TypeAlias = Activity | Condition | Question | RequiredAttachment | Criterion
Row: TypeAlias = Coded | PlanStep | PortfolioBound
Found = TypeVar(
    "Found",
    Activity,
    Condition,
    Question,
    RequiredAttachment,
    Criterion,
    PlanStep,
    PortfolioBound,
    CallRule,
)


def find(rows: Sequence[Found], row_id: int) -> Found:
    """Find a row of a call by its id. Raises NotFoundError."""
    for row in rows:
        if row.id == row_id:
            return row
    raise NotFoundError


def list_of(call: Call, row: Row) -> list[Row]:
    """Give the list that a row stands in, as a copy in order."""
    lists: dict[type, Sequence[Row]] = {
        Activity: call.activities,
        Condition: call.conditions,
        Question: call.asking(row.purpose) if isinstance(row, Question) else (),
        RequiredAttachment: call.required_attachments,
        Criterion: call.criteria,
        PlanStep: call.plan_steps,
        PortfolioBound: call.bounds,
    }
    return sorted(lists[type(row)], key=lambda one: one.position)


def take_out(call: Call, row: Row) -> None:
    """Take a row out of its list; it is deleted with the act."""
    match row:
        case Activity():
            call.activities.remove(row)
        case Condition():
            call.conditions.remove(row)
        case Question():
            call.list_for(row.purpose).remove(row)
        case RequiredAttachment():
            call.required_attachments.remove(row)
        case Criterion():
            call.criteria.remove(row)
        case PlanStep():
            call.plan_steps.remove(row)
        case PortfolioBound():
            call.bounds.remove(row)


def neighbours(call: Call, row: Row) -> list[Row]:
    """Give the rows that a row is shown among, in order: it moves within these."""
    return [one for one in list_of(call, row) if _group(one) == _group(row)]


def next_position(rows: Sequence[Row]) -> int:
    """Give the position after the last row."""
    return max((row.position for row in rows), default=0) + 1


def sections(questions: Sequence[Question]) -> list[tuple[Bilingual, list[Question]]]:
    """Group questions by section; a section stands where its first question does."""
    found: dict[Bilingual, list[Question]] = {}
    for question in sorted(questions, key=lambda one: one.position):
        found.setdefault(question.section, []).append(question)
    return list(found.items())


def in_order(questions: Sequence[Question]) -> list[Question]:
    """Give questions in the order of the form: section by section."""
    return [question for _section, found in sections(questions) for question in found]


def refuse_taken(rows: Sequence[Coded], code: str, *, but: Coded | None = None) -> None:
    """Refuse a code that another row of the list has."""
    if any(row.code == code and row is not but for row in rows):
        raise RuleBrokenError(CallRefusal.ROW_CODE_TAKEN, code=code)


def _group(row: Row) -> object:
    match row:
        case Activity():
            return row.supported
        case Criterion():
            return row.scored
        case Question():
            return row.section
        case _:
            return None
