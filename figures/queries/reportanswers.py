"""The rows for research on what approved reports answered: by code and version, with no word of people's."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from sqlalchemy import func, select

from applications.models import Application
from figures.queries.answers import NOTHING_GIVEN, Form, Given
from figures.queries.parts import in_force
from figures.queries.rows import Row, Selection
from figures.queries.told import as_code
from followup.asking.queries import OF_REPORTS, asked_by
from followup.models import Duty, Report, ReportAnswer, ReportFile
from foundation.database import db
from grants.models import Call, Purpose, Question

_BATCH = 500
"""How many reports are read together."""
Told = tuple[str | None, str, int, str]
"""A report's case number, call, year and kind, as they are kept."""


def report_answers(chosen: Selection) -> Iterator[Row]:
    """Give the answers of approved reports, call by call in the form's order.

    Three queries a call, and two for each of its batches: no more than a batch is in memory.
    """
    for call_id in _calls():
        forms = {kind.value: Form(asked) for kind, asked in asked_by(call_id).items()}
        reports = _reports(call_id, chosen)
        while batch := list(islice(reports, _BATCH)):
            given = _given([report_id for report_id, _told in batch])
            for report_id, told in batch:
                yield from forms[told[3]].rows(told, given[report_id])


def _calls() -> list[int]:
    """List the calls that ask something in their reports."""
    asking = select(Question.call_id).where(Question.purpose != Purpose.APPLICATION)
    return list(
        db.session.scalars(
            select(Call.id).where(Call.id.in_(asking)).order_by(Call.closes_on, Call.id)
        )
    )


def _reports(call_id: int, chosen: Selection) -> Iterator[tuple[int, Told]]:
    now = in_force()
    kinds = tuple(OF_REPORTS)
    statement = (
        select(Report.id, Application.case_number, Call.code, Duty.year, as_code(Duty.kind))
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
    rows = db.session.connection().execute(statement, execution_options={"yield_per": _BATCH})
    for number, case, call, year, kind in rows:
        yield number, (case, call, year, kind)


def _given(reports: Sequence[int]) -> Mapping[int, Given]:
    found: dict[int, dict[int, tuple[str, bool]]] = {report: {} for report in reports}
    connection = db.session.connection()
    answers = connection.execute(
        select(
            ReportAnswer.report_id, ReportAnswer.question_id, ReportAnswer.value,
            ReportAnswer.irrelevant_because.is_not(None),
        ).where(ReportAnswer.report_id.in_(reports))
    )  # fmt: skip
    for report, question, value, irrelevant in answers.all():  # all of a batch, in C
        found[report][question] = (value, irrelevant)
    files = connection.execute(
        select(ReportFile.report_id, ReportFile.question_id, func.count())
        .where(ReportFile.report_id.in_(reports), ReportFile.infected_at.is_(None))
        .group_by(ReportFile.report_id, ReportFile.question_id)
    )
    for report, question, number in files:
        given = found[report]
        given[question] = (str(number), given.get(question, NOTHING_GIVEN)[1])
    return found
