"""Making the documents: the jobs that acts have put, done by a worker one at a time.

Each job may be done twice without doubling anything: a document that is made is not made again, and the
same words give the same bytes, which lie in the store once. What goes wrong is kept with the letter.
"""

from datetime import datetime

from flask import current_app
from sqlalchemy import ColumnElement, select

from accounts.models import Organisation
from applications import deficiency_letter, notices, receipt
from applications.corrections.opening import corrections_of
from applications.facts import language_of, lead_of
from decisions import letter as decision_letter
from decisions import queries
from decisions.filling import deficiency_letter_of, letter_of, receipt_of, sentences
from decisions.models import Letter, LetterKind
from decisions.queries.paperwork import case_paper, decision_paper, deficiency
from foundation import clock, files, outbox
from foundation.columns import JsonValue
from foundation.database import db, transaction
from foundation.files import Stored

PDF = "application/pdf"


@outbox.handles("make_letter")
def make_letter(detail: JsonValue, at: datetime) -> None:
    """Make one document of a decision, for all who are written to in one form of Norwegian."""
    decision_id, language = int(detail["decision"]), str(detail["language"])
    waiting = queries.unmade(decision_id, language)
    if not waiting:
        return
    dated = waiting[0].dated
    try:
        paper = decision_paper(decision_id)
        filled = letter_of(paper, language, dated, notice=made_up_notice(language))
        stored = _keep(decision_letter.render(filled))
    except Exception as error:
        _tell_failure(decision_id, language, error)
        raise
    with transaction():
        for one in queries.unmade(decision_id, language):
            if one.dated == dated:
                _settle(one, stored, at)


@outbox.handles("make_receipt")
def make_receipt(detail: JsonValue, at: datetime) -> None:
    """Make the receipt of an application that has come in, and tell the contact of it, both once."""
    application_id = int(detail["application"])
    is_receipt = (Letter.application_id == application_id, Letter.kind == LetterKind.RECEIPT)
    if _there_is(*is_receipt):
        return
    paper = case_paper(application_id)
    language = language_of(paper.application)
    filled = receipt_of(paper, language, notice=made_up_notice(language))
    stored = _keep(receipt.render(filled))
    with transaction():
        if not _there_is(*is_receipt):
            db.session.add(
                _made(
                    Letter(
                        application_id=application_id,
                        kind=LetterKind.RECEIPT,
                        language=language,
                        dated=filled.head.dated,
                        due_at=filled.submitted_at,
                    ),
                    lead_of(paper.application).organisation,
                    stored,
                    at,
                )
            )
            notices.tell_received(paper.application, at)


@outbox.handles("make_deficiency_letter")
def make_deficiency_letter(detail: JsonValue, at: datetime) -> None:
    """Make the letter that asks an applicant for what is missing."""
    asked = deficiency(int(detail["deficiency"]))
    if _there_is(Letter.deficiency_id == asked.id):
        return
    paper = case_paper(asked.application_id)
    language = language_of(paper.application)
    opened = [one.section for one in corrections_of(paper.application.id) if one.deficiency_id == asked.id]
    filled = deficiency_letter_of(
        paper, asked, language, opened=opened, notice=made_up_notice(language)
    )
    stored = _keep(deficiency_letter.render(filled))
    with transaction():
        if not _there_is(Letter.deficiency_id == asked.id):
            db.session.add(
                _made(
                    Letter(
                        application_id=asked.application_id,
                        deficiency_id=asked.id,
                        kind=LetterKind.DEFICIENCY,
                        language=language,
                        dated=clock.in_oslo(asked.asked_at).date(),
                        due_at=asked.asked_at,
                    ),
                    lead_of(paper.application).organisation,
                    stored,
                    at,
                )
            )


def made_up_notice(language: str) -> str | None:
    """Give the line that marks a demonstration's documents as made up; none in production."""
    return sentences.DEMO_NOTICE.in_(language) if current_app.config["TILSAGN_DEMO"] else None


def _keep(document: bytes) -> Stored:
    return files.store().keep(document, PDF)


def _made(letter: Letter, to: Organisation, stored: Stored, at: datetime) -> Letter:
    letter.organisation_id = to.id
    _settle(letter, stored, at)
    return letter


def _settle(letter: Letter, stored: Stored, at: datetime) -> None:
    letter.made_at, letter.sha256, letter.size = at, stored.sha256, stored.size
    letter.failure = None


def _there_is(*conditions: ColumnElement[bool]) -> bool:
    return db.session.scalars(select(Letter.id).where(*conditions)).first() is not None


def _tell_failure(decision_id: int, language: str, error: Exception) -> None:
    with transaction():
        for one in queries.unmade(decision_id, language):
            one.failure = f"{type(error).__name__}: {error}"
