"""The documents of a case: what an applicant sends, and how many."""

import re
from datetime import datetime
from typing import NamedTuple, Protocol

from accounts.models import Person
from applications.models import Application, Attachment
from criteria.steps import Step
from foundation import scans
from foundation.database import db
from foundation.files import Stored
from grants.models import Question

LONGEST_NAME = 200
OTHER = "other"
"""The kind of a document that the call does not ask for by name."""


def file_name(given: str | None) -> str:
    """Give the name people see for a file: the last part of what its owner called it, and no more."""
    name = re.split(r"[/\\]", given or "")[-1]
    shown = "".join(character for character in name if character.isprintable()).strip()
    return shown[-LONGEST_NAME:] or "vedlegg"


def answering(application: Application, question: Question) -> list[Attachment]:
    """Give the documents that answer a question of a file, without those that were taken away."""
    return [
        one
        for one in application.attachments
        if one.question_id == question.id and one.counts
    ]


class Document(Protocol):
    """A kept file that answers a question, wherever its row is."""

    @property
    def id(self) -> int:
        """Its row's id."""

    @property
    def filename(self) -> str:
        """What its owner called it."""

    @property
    def size(self) -> int:
        """Its bytes."""


class Upload(NamedTuple):
    """A stored file and the name that its owner gave it."""

    stored: Stored
    filename: str


def new_attachment(
    application: Application,
    stored: Stored,
    *,
    kind: str,
    filename: str,
    by: Person,
    at: datetime,
    deficiency_id: int | None = None,
    question_id: int | None = None,
) -> Attachment:
    """Add the row of a stored file, inside an act, and ask for it to be examined for viruses.

    The name is kept for people, never for the disk. Raises RuleBrokenError for a file that is known to
    be infected.
    """
    scans.watch(stored, at)
    attachment = Attachment(
        application_id=application.id,
        deficiency_id=deficiency_id or _asked_with(application),
        question_id=question_id,
        kind=kind,
        filename=filename,
        media_type=stored.media_type,
        size=stored.size,
        sha256=stored.sha256,
        uploaded_at=at,
        uploaded_by_id=by.id,
    )
    db.session.add(attachment)
    db.session.flush()  # the audit entry names it by id
    application.attachments.append(attachment)
    return attachment


def _asked_with(application: Application) -> int | None:
    """Give the deficiency letter that a document comes after: what is sent then was not handed in."""
    waiting = (one.id for one in application.deficiencies if one.answered_at is None)
    return next(waiting, None) if application.step is Step.INCOMPLETE else None
