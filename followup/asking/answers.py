"""How the questions of a report are answered, as the rules and the form take it."""

from collections.abc import Iterable, Sequence

from applications.contents import seal_of
from applications.forms.questions import Answered
from applications.tables import table_fact
from criteria.completeness import QuestionFact, asked_of
from followup.models import Report, ReportAnswer, ReportFile
from grants.models import Question


def question_facts(report: Report, questions: Iterable[Question]) -> tuple[QuestionFact, ...]:
    """Give some questions with their answers in a whole report, in the order of the form."""
    return tuple(_fact(report, one) for one in questions)


def asked_in(report: Report, questions: Iterable[Question]) -> frozenset[str]:
    """Give the codes of the questions that a report's own answers make it answer."""
    return asked_of(question_facts(report, questions))


def answered_in(report: Report, questions: Iterable[Question]) -> Answered:
    """Read how questions are answered in a whole report."""
    numbers = [one.id for one in questions]
    given = {one.question_id: one for one in report.answers}
    values = {number: given[number].value if number in given else "" for number in numbers}
    reasons = {
        number: given[number].irrelevant_because or ""
        for number in numbers
        if number in given and given[number].irrelevant_because
    }
    return Answered(
        values=values,
        reasons=reasons,
        files={one.id: files_of(report, one) for one in questions},
        seal=seal_of(values, reasons),
    )


def answer_to(report: Report, question: Question) -> ReportAnswer | None:
    """Give the answer to a question; None while there is none."""
    return next((one for one in report.answers if one.question_id == question.id), None)


def files_of(report: Report, question: Question) -> Sequence[ReportFile]:
    """Give the files that answer a question, without those that are infected."""
    return [
        one for one in report.files if one.question_id == question.id and one.infected_at is None
    ]


def _fact(report: Report, question: Question) -> QuestionFact:
    answer, files = answer_to(report, question), files_of(report, question)
    value = answer.value if answer else ""
    return QuestionFact(
        code=question.code,
        required=question.required,
        kind=question.kind.value,
        answer=str(len(files)) if files else value,
        max_chars=question.max_chars,
        shown_when=question.shown_when,
        irrelevant=answer is not None and answer.irrelevant_because is not None,
        table=table_fact(question, value),
    )
