"""The letters of signed decisions: their rows, and the jobs that make the documents. Used inside acts."""

from collections.abc import Sequence
from datetime import date, datetime

from accounts.models import Person
from applications.models import Application
from decisions.letter.keeping import as_json
from decisions.letter.said import Saying
from decisions.lettertexts.queries import neutral_languages
from decisions.models import Decision, Letter, LetterKind
from decisions.recipients import partners_with_versions, recipients_of
from foundation import outbox
from foundation.columns import JsonValue
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
    neutral = neutral_languages({one.application.call_id for one in decisions})
    for decision in decisions:
        recipients = recipients_of(
            partners[decision.application_id],
            dated,
            neutral[decision.application.call_id],
        )
        db.session.add_all(
            Letter(
                application_id=decision.application_id,
                decision_id=decision.id,
                organisation_id=one.organisation.id,
                kind=LetterKind(decision.outcome.value),
                language=one.language,
                by_choice=one.by_choice,
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


def letter_subject(letter_id: int) -> str:
    """Name the job that makes one letter that is about no decision."""
    return f"letter:{letter_id}"


def put_saying(
    application: Application,
    said: Saying,
    *,
    about: str,
    dated: date,
    at: datetime,
    officer: Person | None = None,
    responsible: Person | None = None,
) -> list[Letter]:
    """Write to the lead of a case, and to those who take part where the letter is for them too.

    Used inside acts. `about` names the thing that the letter is about, as `deficiency:12`: to send a kind
    of letter about it twice breaks the table's own rule. Each is made by a job of its own, and the
    recipient is told when it is. `officer` is named when nobody handles the case.
    """
    partners = partners_with_versions([application.id])[application.id]
    neutral = neutral_languages({application.call_id})[application.call_id]
    recipients = recipients_of(partners, dated, neutral)
    content = JsonValue(
        said=as_json(said),
        officer=officer.id if officer else None,
        responsible=responsible.id if responsible else None,
    )
    letters = [
        Letter(
            application_id=application.id,
            organisation_id=one.organisation.id,
            kind=said.kind,
            language=one.language,
            by_choice=one.by_choice,
            dated=dated,
            due_at=at,
            about=about,
            content=content,
        )
        for one in (recipients if said.to_partners else recipients[:1])
    ]
    db.session.add_all(letters)
    db.session.flush()  # each job names its letter by the id
    for letter in letters:
        outbox.put("make_saying", subject=letter_subject(letter.id), at=at, letter=letter.id)
    return letters
