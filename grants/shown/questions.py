"""How a question is told to people before they answer it: its kind, its limits, when it is asked."""

from collections.abc import Iterable

from flask_babel import gettext as _

from criteria.asking import CHOOSING, ShownWhen, Test
from foundation import words
from foundation.money import Ore, format_kroner
from foundation.showing import show_number
from grants import questionwords
from grants.models import Question, QuestionKind
from grants.shown.texts import said
from grants.tablecolumns import TableColumn

__all__ = ["conditions", "how", "questionwords", "when"]
"""The words are said here: whoever shows a question has them."""


def how(question: Question) -> str:
    """Say how a question is answered, with its limits: `Tekst, høyst 3000 tegn`."""
    parts = [words.say(question.kind), *_limits(question)]
    if question.columns:
        columns = ", ".join(
            f"{said(column.label)} ({_column_kind(column)})"
            for column in question.columns
        )
        return f"{parts[0]}: {columns}"
    return ", ".join(parts)


def _column_kind(column: TableColumn) -> str:
    kind = words.say(column.kind).lower()
    return _("%(kind)s, må fylles ut", kind=kind) if column.required else kind


def conditions(questions: Iterable[Question]) -> dict[str, str]:
    """Say when each question that has a condition is asked, by code; needs the choices loaded."""
    by_code = {question.code: question for question in questions}
    return {
        code: when(question.shown_when, by_code[question.shown_when.code])
        for code, question in by_code.items()
        if question.shown_when is not None and question.shown_when.code in by_code
    }


def when(condition: ShownWhen, on: Question) -> str:
    """Say when a question is asked, in a sentence that names the other question."""
    label = said(on.label)
    if on.kind is QuestionKind.DECLARATION:
        if condition.test is Test.ANY_OF:
            return str(
                _("Besvares bare hvis dere har krysset av for «%(question)s».", question=label)
            )
        return str(_("Besvares aldri."))
    if condition.test in CHOOSING:
        offered = {choice.value: said(choice.label) for choice in on.choices}
        answers = "», «".join(offered.get(value, value) for value in condition.value.split())
        if condition.test is Test.ANY_OF:
            return str(_(
                "Besvares bare hvis svaret på «%(question)s» er «%(answers)s».",
                question=label, answers=answers.replace("», «", _("» eller «")),
            ))  # fmt: skip
        return str(_(
            "Besvares bare hvis dere har svart på «%(question)s», og svaret ikke er «%(answers)s».",
            question=label, answers=answers.replace("», «", _("» eller «")),
        ))  # fmt: skip
    number = _written(on, int(condition.value))
    if condition.test is Test.AT_LEAST:
        return str(_(
            "Besvares bare hvis svaret på «%(question)s» er minst %(number)s.",
            question=label, number=number,
        ))  # fmt: skip
    return str(_(
        "Besvares bare hvis svaret på «%(question)s» er høyst %(number)s.",
        question=label, number=number,
    ))  # fmt: skip


def _limits(question: Question) -> list[str]:
    found = []
    if question.max_chars is not None:
        found.append(_("høyst %(limit)s tegn", limit=show_number(question.max_chars)))
    if question.lowest is not None:
        found.append(_("minst %(number)s", number=_written(question, question.lowest)))
    if question.highest is not None:
        found.append(_("høyst %(number)s", number=_written(question, question.highest)))
    if question.lowest is None and question.highest is None and question.unit is not None:
        found.append(said(question.unit))
    return found


def _written(question: Question, number: int) -> str:
    if question.kind is QuestionKind.MONEY:
        return format_kroner(Ore(number))
    return f"{number} {said(question.unit)}" if question.unit else str(number)
