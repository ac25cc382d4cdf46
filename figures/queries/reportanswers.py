"""The rows for research on what approved reports answered: by code and version, with no word of people's."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from sqlalchemy import func, select

from applications.models import Application
from criteria.duties import DutyKind
from figures.queries.answers import NOTHING_GIVEN, Form
from figures.queries.parts import in_force
from figures.queries.rows import Row, Selection
from followup.asking.queries import OF_REPORTS, asked_by
from followup.models import Duty, Report, ReportAnswer, ReportFile
from foundation.database import db
from grants.models import Call, Purpose, Question

Told = tuple[str | None, str, int, DutyKind]
"""A report's case number, call, year and kind."""


def report_answers(chosen: Selection) -> Iterator[Row]:
    """Give the answers of approved reports, call by call in the form's order: five queries a call."""
    for call_id in _calls():
        forms = {kind: Form(asked) for kind, asked in asked_by(call_id).items()}
        given = _given(call_id)
        for report_id, told in _reports(call_id, chosen):
            head = (*told[:3], told[3].value)
            yield from forms[told[3]].rows(head, given.get(report_id, {}))


def _calls() -> list[int]:
    """List the calls that ask something in their reports."""
    asking = select(Question.call_id).where(Question.purpose != Purpose.APPLICATION)
    return list(
        db.session.scalars(
            select(Call.id).where(Call.id.in_(asking)).order_by(Call.closes_on, Call.id)
        )
    )


def _reports(call_id: int, chosen: Selection) -> list[tuple[int, Told]]:
    now = in_force()
    kinds = tuple(OF_REPORTS)
    statement = (
        select(Report.id, Application.case_number, Call.code, Duty.year, Duty.kind)
        .join(Duty, Duty.id == Report.duty_id)
        .join(Application, Application.id == Report.application_id)
        .join(Call, Call.id == Application.call_id)
        .join(now, now.c.application_id == Application.id)
        .where(
            Application.call_id == call_id, Report.approved.is_(True), Duty.kind.in_(kinds)
        )
        .order_by(Duty.due_on, Duty.id)
    )
    if chosen.year is not None:
        statement = statement.where(Duty.year == chosen.year)
    return [
        (number, (case, call, year, kind))
        for number, case, call, year, kind in db.session.execute(statement)
    ]


def _given(call_id: int) -> Mapping[int, Mapping[int, tuple[str, bool]]]:
    approved = (
        select(Report.id)
        .join(Application, Application.id == Report.application_id)
        .where(Application.call_id == call_id, Report.approved.is_(True))
    )
    answers = db.session.execute(
        select(
            ReportAnswer.report_id, ReportAnswer.question_id, ReportAnswer.value,
            ReportAnswer.irrelevant_because,
        )
        .where(ReportAnswer.report_id.in_(approved))
        .order_by(ReportAnswer.report_id)
    )  # fmt: skip
    found = {
        report: {row.question_id: (row.value, row.irrelevant_because is not None) for row in rows}
        for report, rows in groupby(answers, key=lambda row: row.report_id)
    }
    files = db.session.execute(
        select(ReportFile.report_id, ReportFile.question_id, func.count())
        .where(ReportFile.report_id.in_(approved), ReportFile.infected_at.is_(None))
        .group_by(ReportFile.report_id, ReportFile.question_id)
    )
    for report, question, number in files:
        given = found.setdefault(report, {})
        given[question] = (str(number), given.get(question, NOTHING_GIVEN)[1])
    return found
