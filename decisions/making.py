"""Making the documents: the jobs that acts have put, done by a worker one at a time.

Each job may be done twice without doubling anything: a document that is made is not made again, and the
same words give the same bytes, which lie in the store once. What goes wrong is kept with the letter.
"""

from datetime import date, datetime

from flask import current_app
from sqlalchemy import ColumnElement, select

from applications import notices as case_notices
from applications.corrections.opening import corrections_of
from applications.facts import lead_of
from decisions import notices, printing, queries
from decisions.correcting import queries as corrections
from decisions.correcting.reading import enclosed
from decisions.filling import case_letter_of, deficiency_letter_of, letter_of, receipt_of, sentences
from decisions.filling.frame import submitted_on
from decisions.letter.case import CaseLetter
from decisions.letter.keeping import from_json
from decisions.letter.said import Correction
from decisions.lettertexts.adopting import adopted
from decisions.lettertexts.queries import neutral_language, whole
from decisions.models import Letter, LetterKind, LetterTemplate
from decisions.queries.paperwork import (
    CasePaper,
    case_paper,
    decision_paper,
    deficiency,
    person_named,
)
from decisions.recipients import Recipient, written_to
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
    dated, ids = waiting[0].dated, [one.id for one in waiting]
    try:
        paper = decision_paper(decision_id)
        template = _template(paper, waiting[0].kind, dated, at)
        filled = letter_of(paper, language, dated, notice=made_up_notice(language))
        stored = _print(filled, template)
    except Exception as error:
        _tell_failure(ids, error)
        raise
    with transaction():
        for one in queries.unmade(decision_id, language):
            if one.dated == dated:
                _settle(one, template, stored, at)


@outbox.handles("make_receipt")
def make_receipt(detail: JsonValue, at: datetime) -> None:
    """Make the receipt of an application that has come in, and tell the contact of it, both once."""
    application_id = int(detail["application"])
    is_receipt = (Letter.application_id == application_id, Letter.kind == LetterKind.RECEIPT)
    if _there_is(*is_receipt):
        return
    paper = case_paper(application_id)
    to = _lead(paper, submitted_on(paper))
    template = _template(paper, LetterKind.RECEIPT, submitted_on(paper), at)
    filled = receipt_of(paper, to.language, notice=made_up_notice(to.language))
    stored = _print(filled, template)
    letter = Letter(kind=LetterKind.RECEIPT, dated=filled.head.dated, due_at=filled.submitted_at)
    with transaction():
        if not _there_is(*is_receipt):
            _add(letter, application_id, to)
            _settle(letter, template, stored, at)
            case_notices.tell_received(paper.application, at)


@outbox.handles("make_deficiency_letter")
def make_deficiency_letter(detail: JsonValue, at: datetime) -> None:
    """Make the letter that asks an applicant for what is missing."""
    asked = deficiency(int(detail["deficiency"]))
    if _there_is(Letter.deficiency_id == asked.id):
        return
    paper, dated = case_paper(asked.application_id), clock.in_oslo(asked.asked_at).date()
    to = _lead(paper, dated)
    template = _template(paper, LetterKind.DEFICIENCY, dated, at)
    opened = [one.section for one in corrections_of(paper.application.id) if one.deficiency_id == asked.id]
    filled = deficiency_letter_of(
        paper, asked, to.language, opened=opened, notice=made_up_notice(to.language)
    )
    stored = _print(filled, template)
    letter = Letter(kind=LetterKind.DEFICIENCY, dated=dated, due_at=asked.asked_at)
    letter.deficiency_id = asked.id
    with transaction():
        if not _there_is(Letter.deficiency_id == asked.id):
            _add(letter, asked.application_id, to)
            _settle(letter, template, stored, at)


@outbox.handles("make_saying")
def make_saying(detail: JsonValue, at: datetime) -> None:
    """Make one letter that is about no decision, and tell its recipient that it awaits, both once."""
    letter_id = int(detail["letter"])
    waiting = queries.unmade_saying(letter_id)
    if waiting is None:
        return
    try:
        paper = case_paper(waiting.application_id)
        template = _template(paper, waiting.kind, waiting.dated, at)
        stored = _print(_case_letter(paper, waiting), template)
    except Exception as error:
        _tell_failure([letter_id], error)
        raise
    with transaction():
        letter = queries.unmade_saying(letter_id)
        if letter is not None:
            _settle(letter, template, stored, at)
            notices.tell_letter(paper.application, letter, at)


def made_up_notice(language: str) -> str | None:
    """Give the line that marks a demonstration's documents as made up; none in production."""
    return sentences.DEMO_NOTICE.in_(language) if current_app.config["TILSAGN_DEMO"] else None


def _case_letter(paper: CasePaper, letter: Letter) -> CaseLetter:
    content = letter.content or JsonValue()
    return case_letter_of(
        paper,
        from_json(letter.kind, content["said"]),
        letter.language,
        letter.dated,
        officer=person_named(content["officer"]),
        responsible=person_named(content["responsible"]),
        notice=made_up_notice(letter.language),
        enclosed=_enclosed(letter),
    )


def _enclosed(letter: Letter) -> str | None:
    """Give the corrected decision that goes with a letter which corrects one (2025 § 70)."""
    said = from_json(letter.kind, (letter.content or JsonValue())["said"])
    if not isinstance(said, Correction) or said.correction is None:
        return None
    correction = corrections.correction(said.correction)
    return enclosed(correction, letter.language, made_up_notice(letter.language))


def _lead(paper: CasePaper, on: date) -> Recipient:
    neutral = neutral_language(paper.call.scheme_id)
    return written_to(lead_of(paper.application).organisation, on, neutral)


def _template(paper: CasePaper, kind: LetterKind, dated: date, at: datetime) -> LetterTemplate:
    return adopted(paper.call.scheme_id, kind, dated, at)


def _print(filled: printing.AnyLetter, template: LetterTemplate) -> Stored:
    texts = whole(template.kind, template)
    return files.store().keep(printing.render(filled, texts), PDF)


def _add(letter: Letter, application_id: int, to: Recipient) -> None:
    letter.application_id, letter.organisation_id = application_id, to.organisation.id
    letter.language, letter.by_choice = to.language, to.by_choice
    db.session.add(letter)


def _settle(letter: Letter, template: LetterTemplate, stored: Stored, at: datetime) -> None:
    letter.made_at, letter.sha256, letter.size = at, stored.sha256, stored.size
    letter.template_id = template.id
    letter.failure = None


def _there_is(*conditions: ColumnElement[bool]) -> bool:
    return db.session.scalars(select(Letter.id).where(*conditions)).first() is not None


def _tell_failure(letters: list[int], error: Exception) -> None:
    with transaction():
        for one in db.session.scalars(
            select(Letter).where(Letter.id.in_(letters), Letter.made_at.is_(None))
        ):
            one.failure = f"{type(error).__name__}: {error}"
