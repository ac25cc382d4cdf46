"""Acts on documents of a draft. The bytes lie in the file store before the act begins."""

from datetime import datetime

from accounts import audit
from accounts.models import Person
from applications import journal
from applications.documents import OTHER, answering, new_attachment
from applications.holding import hold_draft
from applications.models import Application, Attachment
from applications.refusals import Refusal
from criteria.completeness import Section
from foundation.database import transaction
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.files import Stored
from grants.limits import MOST_ATTACHMENTS
from grants.models import Question, QuestionKind


def attach(
    application: Application,
    stored: Stored,
    *,
    kind: str,
    filename: str,
    by: Person,
    at: datetime,
) -> Attachment:
    """Put a stored file into a draft, as one of the documents that the call asks for, or OTHER.

    Raises RuleBrokenError for a kind that the call does not ask for, and over MOST_ATTACHMENTS.
    """
    with transaction():
        held = hold_draft(application.id, by, at, section=Section.ATTACHMENTS)
        if kind != OTHER and kind not in {one.code for one in held.call.required_attachments}:
            raise RuleBrokenError(Refusal.KIND_NOT_ASKED_FOR)
        _refuse_too_many(held)
        attachment = new_attachment(held, stored, kind=kind, filename=filename, by=by, at=at)
        _record(attachment, held, by, at)
    return attachment


def answer_with_file(
    application: Application,
    question: Question,
    stored: Stored,
    *,
    filename: str,
    by: Person,
    at: datetime,
) -> Attachment:
    """Answer a question of a file with a stored file. The same file once more is the same answer.

    Raises RuleBrokenError for a question that the call does not ask for a file, and over MOST_ATTACHMENTS.
    """
    with transaction():
        held = hold_draft(application.id, by, at, section=Section.QUESTIONS)
        asked = {one.id for one in held.call.questions if one.kind is QuestionKind.FILE}
        if question.id not in asked:
            raise RuleBrokenError(Refusal.QUESTION_NOT_ASKED)
        same = [one for one in answering(held, question) if one.sha256 == stored.sha256]
        if same:
            return same[0]
        _refuse_too_many(held)
        attachment = new_attachment(
            held, stored, kind=OTHER, filename=filename, by=by, at=at, question_id=question.id
        )
        _record(attachment, held, by, at)
    return attachment


def remove_attachment(attachment: Attachment, *, by: Person, at: datetime) -> None:
    """Take a document out of a draft. The row stays, with who removed it and when."""
    with transaction():
        section = Section.QUESTIONS if attachment.question_id else Section.ATTACHMENTS
        held = hold_draft(attachment.application_id, by, at, section=section)
        own = next((one for one in held.attachments if one.id == attachment.id), None)
        if own is None:
            raise NotFoundError
        if own.removed_at is None:
            own.removed_at, own.removed_by_id = at, by.id
            audit.record(
                "application.attachment_removed", subject=journal.subject_of(held), by=by, at=at,
                attachment=own.id, sha256=own.sha256,
            )  # fmt: skip


def _refuse_too_many(application: Application) -> None:
    if sum(one.removed_at is None for one in application.attachments) >= MOST_ATTACHMENTS:
        raise RuleBrokenError(Refusal.TOO_MANY_ATTACHMENTS, most=MOST_ATTACHMENTS)


def _record(attachment: Attachment, application: Application, by: Person, at: datetime) -> None:
    audit.record(
        "application.attached", subject=journal.subject_of(application), by=by, at=at,
        attachment=attachment.id, sha256=attachment.sha256,
    )  # fmt: skip
