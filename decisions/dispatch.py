"""The letters of signed decisions: their rows, and the jobs that make the documents. Used inside acts."""

from collections.abc import Sequence
from datetime import date, datetime

from decisions.models import Decision, Letter, LetterKind
from decisions.recipients import partners_with_versions, recipients_of
from foundation import outbox
from foundation.database import db


def round_subject(call_id: int) -> str:
    """Name a round in the outbox: what is put for it stands below this name."""
    return f"round:{call_id}"


def document_subject(call_id: int, decision_id: int, language: str) -> str:
    """Name the job that makes one document of a decision: one for each form of Norwegian."""
    return f"{round_subject(call_id)}/decision:{decision_id}/{language}"


def put_letters(decisions: Sequence[Decision], dated: date, at: datetime) -> None:
    """Write a letter to each recipient of signed decisions, and put one job for each document."""
    partners = partners_with_versions([one.application_id for one in decisions])
    for decision in decisions:
        recipients = recipients_of(partners[decision.application_id], dated)
        db.session.add_all(
            Letter(
                application_id=decision.application_id,
                decision_id=decision.id,
                organisation_id=one.organisation.id,
                kind=LetterKind(decision.outcome.value),
                language=one.language,
                dated=dated,
                due_at=at,
            )
            for one in recipients
        )
        for language in dict.fromkeys(one.language for one in recipients):
            outbox.put(
                "make_letter",
                subject=document_subject(decision.application.call_id, decision.id, language),
                at=at,
                decision=decision.id,
                language=language,
            )
