"""The lead's acts on the answers of a report that is not sent yet."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy.orm.attributes import flag_modified

from accounts import audit
from accounts.models import Person
from applications import sittings
from applications.answering import refuse_unfit
from applications.contents import refuse_stale
from applications.refusals import Refusal as ApplicantRefusal
from followup.asking.answers import answered_in
from followup.asking.queries import OF_REPORTS, asked_by
from followup.holding import hold_draft
from followup.models import Report, ReportAnswer, ReportFile
from foundation import scans
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.files import Stored
from grants.limits import MOST_ATTACHMENTS
from grants.models import Call, Question, QuestionKind


def answer_report(
    report: Report,
    answers: Mapping[int, str],
    *,
    irrelevant: Mapping[int, str],
    seen: str | None,
    by: Person,
    at: datetime,
    auto: bool = False,
) -> None:
    """Answer the questions of a report; an empty answer takes the old one away.

    `irrelevant`: why questions are not relevant. Raises RuleBrokenError: not the lead's, sent already, a
    question that the report does not ask, what cannot be its answer; StaleError when somebody else has
    answered since.
    """
    with transaction():
        held = hold_draft(report, by)
        call = db.session.get_one(Call, held.application.call_id)
        asked = asked_by(call.id)[held.duty.kind]
        refuse_stale(seen, answered_in(held, asked).seal)
        reasons = {number: text.strip() for number, text in irrelevant.items()}
        refuse_unfit(call, answers, reasons, purpose=OF_REPORTS[held.duty.kind])
        given = {one.question_id: one for one in held.answers}
        for question_id, value in answers.items():
            now = (value.strip(), reasons.get(question_id) or None)
            row = given.get(question_id)
            if not any(now):
                if row is not None:
                    held.answers.remove(row)
            elif row is None or (row.value, row.irrelevant_because) != now:
                if row is None:
                    row = ReportAnswer(question_id=question_id)
                    held.answers.append(row)
                row.value, row.irrelevant_because = now
                row.answered_at, row.answered_by_id = at, by.id
        flag_modified(held, "progress")  # a new version also when only its answers changed
        sittings.note_saved(
            held.application, "report.answered", subject=held.subject, by=by, at=at, auto=auto
        )


def answer_report_with_file(
    report: Report, question: Question, stored: Stored, *, filename: str, by: Person, at: datetime
) -> None:
    """Answer a question of a file. The same file once more is the same answer.

    Raises RuleBrokenError: not the lead's, sent already, no such question, over MOST_ATTACHMENTS.
    """
    with transaction():
        held = hold_draft(report, by)
        _refuse_unasked(held, question)
        same = (question.id, stored.sha256)
        if same in {(one.question_id, one.sha256) for one in held.files}:
            return
        if len(held.files) >= MOST_ATTACHMENTS:
            raise RuleBrokenError(ApplicantRefusal.TOO_MANY_ATTACHMENTS, most=MOST_ATTACHMENTS)
        scans.watch(stored, at)
        held.files.append(
            ReportFile(
                question_id=question.id,
                filename=filename,
                media_type=stored.media_type,
                size=stored.size,
                sha256=stored.sha256,
                uploaded_at=at,
                uploaded_by_id=by.id,
            )
        )
        audit.record(
            "report.file_added", subject=held.subject, by=by, at=at,
            question=question.code, sha256=stored.sha256,
        )  # fmt: skip


def remove_report_files(
    report: Report, numbers: Iterable[int], *, by: Person, at: datetime
) -> None:
    """Take files out of a draft again. Raises RuleBrokenError: not the lead's, sent already."""
    with transaction():
        held = hold_draft(report, by)
        wanted = set(numbers)
        for one in [each for each in held.files if each.id in wanted]:
            held.files.remove(one)
            audit.record(
                "report.file_removed", subject=held.subject, by=by, at=at, sha256=one.sha256
            )


def _refuse_unasked(report: Report, question: Question) -> None:
    asked = asked_by(report.application.call_id)[report.duty.kind]
    if question.id not in {one.id for one in asked if one.kind is QuestionKind.FILE}:
        raise RuleBrokenError(ApplicantRefusal.QUESTION_NOT_ASKED)
