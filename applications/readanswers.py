"""Answers as people read them; and said, when a question is not relevant or not asked at all."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from applications import facts
from applications.documents import Document, answering
from applications.models import Answer, Application
from applications.tables import show_rows
from applications.todo import question_groups
from criteria.completeness import DECLARED
from foundation.money import Ore, format_kroner
from foundation.showing import show_date, show_text
from grants.models import Question, QuestionKind
from grants.shown import conditions
from grants.tablecolumns import CellKind


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """A question with its answer as people read it; empty when there is none.

    `not_asked` says when the question is asked, where the application's own answers leave it out: what was
    answered before is kept, and not shown as an answer. `because` is why it is not relevant.
    """

    question: Question
    answer: str
    not_asked: str
    kept: bool
    because: str
    rows: list[list[str]]
    documents: Sequence[Document]

    @property
    def columns(self) -> list[dict[str, object]]:
        """The headings of a table, as `components/table.html` takes them."""
        figures = (CellKind.NUMBER, CellKind.MONEY)
        return [
            {"label": show_text(column.label), "number": column.kind in figures}
            for column in self.question.columns
        ]


def read_groups(
    application: Application,
) -> Iterator[tuple[str, tuple[ReadAnswer, ...]]]:
    """Give the questions under each heading with their answers, in the order of the form."""
    answers = {answer.question_id: answer for answer in application.answers}
    asked = facts.asked_codes(application)
    whens = conditions(application.call.questions)
    for heading, questions in question_groups(application):
        yield heading, tuple(
            _read(
                application, one, answers.get(one.id),
                "" if one.code in asked else whens.get(one.code, ""),
            )
            for one in questions
        )  # fmt: skip


def read_answer(
    question: Question,
    value: str,
    because: str,
    *,
    not_asked: str = "",
    documents: Sequence[Document] = (),
) -> ReadAnswer:
    """Read one answer, wherever it is kept."""
    counts = not (not_asked or because)
    is_table = question.kind is QuestionKind.TABLE
    return ReadAnswer(
        question=question,
        answer=shown_answer(question, value) if counts else "",
        not_asked=not_asked,
        kept=bool(value or because or documents),
        because="" if not_asked else because,
        rows=show_rows(question, value) if is_table and counts else [],
        documents=documents if counts else (),
    )


def shown_answer(question: Question, answer: str) -> str:
    """Give a kept answer as people read it; a table and files are read row by row instead."""
    return _SHOWN[question.kind](question, answer) if answer else ""


def _choices(question: Question, answer: str) -> str:
    chosen = answer.split()
    return "\n".join(show_text(one.label) for one in question.choices if one.value in chosen)


def _number(question: Question, answer: str) -> str:
    return f"{answer} {show_text(question.unit)}" if question.unit else answer


_SHOWN: dict[QuestionKind, Callable[[Question, str], str]] = {
    QuestionKind.TEXT: lambda _question, answer: answer,
    QuestionKind.NUMBER: _number,
    QuestionKind.MONEY: lambda _question, answer: format_kroner(Ore(int(answer))),
    QuestionKind.CHOICE: _choices,
    QuestionKind.CHOICES: _choices,
    QuestionKind.TABLE: lambda _question, _answer: "",
    QuestionKind.DATE: lambda _question, answer: show_date(date.fromisoformat(answer)),
    QuestionKind.FILE: lambda _question, _answer: "",
    QuestionKind.DECLARATION: lambda _question, answer: _("Ja") if answer == DECLARED else "",
}


def _read(
    application: Application, question: Question, answer: Answer | None, not_asked: str
) -> ReadAnswer:
    return read_answer(
        question,
        answer.value if answer else "",
        (answer.irrelevant_because or "") if answer else "",
        not_asked=not_asked,
        documents=answering(application, question),
    )
