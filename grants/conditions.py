"""Conditions between the questions of a draft: none that cannot be used is ever saved."""

from collections.abc import Iterable, Sequence

from criteria import asking
from foundation.errors import RuleBrokenError
from foundation.language import Bilingual
from grants import questionwords
from grants.catalogue import QuestionSheet, testable
from grants.models import Call, Purpose, Question
from grants.wordings import sheet_of

Placed = tuple[int, QuestionSheet]
"""A question with its position in the call."""

__all__ = ["Placed", "placed", "questionwords", "refuse_faults"]


def placed(call: Call, purpose: Purpose, *, but: Question | None = None) -> list[Placed]:
    """Give what a call asks for a purpose, with the positions, one left out."""
    return [(one.position, sheet_of(one)) for one in call.asking(purpose) if one is not but]


def refuse_faults(questions: Sequence[Placed]) -> None:
    """Refuse questions of which one has a condition that cannot be used. Raises RuleBrokenError.

    Asked about the questions as they are about to be, before anything is written.
    """
    ordered = form_order(questions)
    found = asking.faults([testable(one) for one in ordered])
    for question in ordered:
        if question.code in found and question.shown_when is not None:
            raise RuleBrokenError(
                found[question.code], code=question.code, on=question.shown_when.code
            )


def form_order(questions: Iterable[Placed]) -> list[QuestionSheet]:
    """Give questions in the order of the form: section by section, where the first of each stands."""
    sections: dict[Bilingual, list[QuestionSheet]] = {}
    for _position, question in sorted(questions, key=lambda one: one[0]):
        sections.setdefault(question.section, []).append(question)
    return [question for found in sections.values() for question in found]
