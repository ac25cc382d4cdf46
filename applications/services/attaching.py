"""Acts on documents of a draft. The bytes lie in the file store before the act begins."""

from datetime import datetime

from accounts import audit
from accounts.models import Person
from applications import journal
from applications.documents import MOST_ATTACHMENTS, OTHER, new_attachment
from applications.holding import hold_draft
from applications.models import Application, Attachment
from applications.refusals import Refusal
from foundation.database import transaction
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.files import Stored


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
        held = hold_draft(application.id, by)
        if kind != OTHER and kind not in {one.code for one in held.call.required_attachments}:
            raise RuleBrokenError(Refusal.KIND_NOT_ASKED_FOR)
        if sum(one.removed_at is None for one in held.attachments) >= MOST_ATTACHMENTS:
            raise RuleBrokenError(Refusal.TOO_MANY_ATTACHMENTS, most=MOST_ATTACHMENTS)
        attachment = new_attachment(held, stored, kind=kind, filename=filename, by=by, at=at)
        audit.record(
            "application.attached", subject=journal.subject_of(held), by=by, at=at,
            attachment=attachment.id, sha256=stored.sha256,
        )  # fmt: skip
    return attachment


def remove_attachment(attachment: Attachment, *, by: Person, at: datetime) -> None:
    """Take a document out of a draft. The row stays, with who removed it and when."""
    with transaction():
        held = hold_draft(attachment.application_id, by)
        own = next((one for one in held.attachments if one.id == attachment.id), None)
        if own is None:
            raise NotFoundError
        if own.removed_at is None:
            own.removed_at, own.removed_by_id = at, by.id
            audit.record(
                "application.attachment_removed", subject=journal.subject_of(held), by=by, at=at,
                attachment=own.id, sha256=own.sha256,
            )  # fmt: skip
