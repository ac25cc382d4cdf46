"""A report's answers as people read them, beside what the same code was answered with before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from applications.models import Application
from applications.readanswers import ReadAnswer, read_answer, read_groups
from criteria.duties import DutyKind
from followup.asking.answers import answer_to, asked_in, files_of
from followup.models import Report
from foundation import words
from foundation.showing import show_text
from grants.models import Question, QuestionKind
from grants.rows import sections
from grants.shown import conditions

Sets = Mapping[DutyKind, Sequence[Question]]
"""What a call asks in each kind of report, in the order of the form."""


@dataclass(frozen=True, slots=True)
class Before:
    """What the same code was answered with elsewhere: in the application, or in an earlier report.

    `report_id`: of the report, that its files are handed out from; None: the application.
    """

    where: str
    read: ReadAnswer
    report_id: int | None


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer, and what was answered to the same code before, the newest first."""

    read: ReadAnswer
    before: Sequence[Before]


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """The answers under one heading."""

    heading: str
    answers: Sequence[AnswerView]


def answer_groups(
    report: Report, application: Application, earlier: Sequence[Report], sets: Sets
) -> list[AnswerGroup]:
    """Give a report's answers section by section, in the page's language."""
    questions = sets.get(report.duty.kind, ())
    if not questions:
        return []
    before = answered_before(application, earlier, sets)
    read = {one.question.code: one for one in read_report(report, questions)}
    return [
        AnswerGroup(
            show_text(title),
            [AnswerView(read[one.code], before.get(one.code, ())) for one in found],
        )
        for title, found in sections(questions)
    ]


def answered_before(
    application: Application, earlier: Iterable[Report], sets: Sets
) -> dict[str, list[Before]]:
    """Give what each code was answered with in reports that were sent, and in the application, by code."""
    found: dict[str, list[Before]] = {}
    for report in earlier:
        for one in read_report(report, sets.get(report.duty.kind, ())):
            if _says_something(one):
                found.setdefault(one.question.code, []).append(
                    Before(_title(report), one, report.id)
                )
    for _heading, answers in read_groups(application):
        for one in answers:
            if _says_something(one):
                found.setdefault(one.question.code, []).append(Before(_("Søknaden"), one, None))
    return found


def read_report(report: Report, questions: Sequence[Question]) -> list[ReadAnswer]:
    """Read what a report answers to some questions, in the order of the form."""
    asked, whens = asked_in(report, questions), conditions(questions)
    found = []
    for one in questions:
        answer = answer_to(report, one)
        found.append(
            read_answer(
                one,
                answer.value if answer else "",
                (answer.irrelevant_because or "") if answer else "",
                not_asked="" if one.code in asked else whens.get(one.code, ""),
                documents=files_of(report, one),
            )
        )
    return found


def plain(one: ReadAnswer) -> str:
    """Write an answer as plain lines, for paper; empty when the question is not asked or not answered."""
    if one.not_asked:
        return ""
    if one.because:
        return str(_("Ikke relevant, fordi: %(reason)s", reason=one.because))
    if one.question.kind is QuestionKind.TABLE:
        return "\n".join(" – ".join(filter(None, row)) for row in one.rows)
    if one.documents:
        return ", ".join(file.filename for file in one.documents)
    return one.answer


def _says_something(one: ReadAnswer) -> bool:
    return bool(plain(one))


def _title(report: Report) -> str:
    name = f"{words.say(report.duty.kind)} {report.duty.year}"
    again = report.number > 1 or report.approved is False
    return f"{name}, {_('nr. %(number)s', number=report.number)}" if again else name
