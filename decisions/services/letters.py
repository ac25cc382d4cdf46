"""Acts on letters: opening one, and asking for one that failed to be made again."""

from datetime import datetime

from accounts import audit
from accounts.models import Person, Role
from applications import journal
from applications.models import Application
from decisions import queries
from decisions.dispatch import document_subject, letter_subject
from decisions.letterkinds import CASE_DOCUMENTS, LetterKind
from decisions.models import Decision, Letter
from decisions.notes import CaseNote
from decisions.refusals import Refusal
from decisions.rights import require_role
from foundation import outbox
from foundation.database import locked, transaction
from foundation.errors import RuleBrokenError


def open_letter(letter: Letter, *, by: Person, at: datetime) -> None:
    """Keep when a recipient first opened its letter, and who did. Needs its case and recipient."""
    with transaction():
        if locked(letter).opened_at is None:
            letter.opened_at, letter.opened_by_id = at, by.id
            journal.note(
                letter.application, CaseNote.OPENED, by=by, at=at, public=True,
                letter=letter.id, organisation=letter.organisation.name,
            )  # fmt: skip


def make_again(decision: Decision, language: str, *, by: Person, at: datetime) -> None:
    """Let one document that failed be tried again now. Needs the decision's case.

    Raises RuleBrokenError when it is made already.
    """
    with transaction():
        require_role(by, Role.DECISION_MAKER)
        waiting = queries.unmade(decision.id, language)
        subject = document_subject(decision.application.call_id, decision.id, language)
        if not waiting or not outbox.again(subject, at=at):
            raise RuleBrokenError(Refusal.LETTER_NOT_WAITING)
        for letter in waiting:
            letter.failure = None
        audit.record(
            "letter.tried_again", subject=f"decision:{decision.id}", by=by, at=at,
            language=language,
        )  # fmt: skip


def make_letter_again(letter: Letter, *, by: Person, at: datetime) -> None:
    """Let one letter that is about no decision be tried again now. Raises RuleBrokenError when it is made."""
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        held = locked(letter)
        if held.made_at is not None or not outbox.again(letter_subject(held.id), at=at):
            raise RuleBrokenError(Refusal.LETTER_NOT_WAITING)
        held.failure = None
        audit.record("letter.tried_again", subject=f"letter:{held.id}", by=by, at=at)


def make_document_again(
    application: Application, kind: LetterKind, *, by: Person, at: datetime
) -> None:
    """Let a receipt or a request for what is missing that failed be tried again now.

    Raises RuleBrokenError when there is none that waits.
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        job = CASE_DOCUMENTS.get(kind)
        subject = journal.subject_of(application)
        if job is None or not outbox.again(subject, at=at, kind=job):
            raise RuleBrokenError(Refusal.LETTER_NOT_WAITING)
        audit.record("letter.tried_again", subject=subject, by=by, at=at, kind=kind.value)
