"""Acts on the questions of a draft."""

from datetime import datetime

from accounts.models import Person
from foundation.database import transaction
from foundation.language import Bilingual
from grants import making, queries, rows
from grants.catalogue import ChoiceSheet, QuestionSheet
from grants.editing import hold_draft, record_change
from grants.models import Call, Choice, Question


def add_question(call: Call, sheet: QuestionSheet, *, by: Person, at: datetime) -> Question:
    """Ask one more question, last in its section. Raises RuleBrokenError, StaleError."""
    with transaction():
        hold_draft(call)
        rows.refuse_taken(call.questions, sheet.code)
        question = making.question(sheet, rows.next_position(call.questions))
        call.questions.append(question)
        record_change(call, "call.question_added", by=by, at=at, code=sheet.code)
    return question


def change_question(
    call: Call, question: Question, sheet: QuestionSheet, *, by: Person, at: datetime
) -> None:
    """Change a question of a draft; a new wording is a new version of its code.

    Answers compare across calls as long as code and version are the same, so what is asked never
    changes under a version that another call used. Raises RuleBrokenError, StaleError.
    """
    with transaction():
        hold_draft(call)
        rows.refuse_taken(call.questions, sheet.code, but=question)
        reworded = _wording(question) != (sheet.kind, sheet.label, sheet.choices)
        if reworded or sheet.code != question.code:
            used = queries.highest_version(sheet.code, but=call.id)
            question.code_version = max(question.code_version, max(used, 1) + reworded)
        if sheet.section != question.section:
            question.position = rows.next_position(call.questions)
        question.code = sheet.code
        question.section = sheet.section
        question.kind = sheet.kind
        question.label = sheet.label
        question.help = sheet.help
        question.required = sheet.required
        question.max_chars = sheet.max_chars
        _set_choices(question, sheet.choices)
        record_change(call, "call.question_changed", by=by, at=at, code=sheet.code)


def rename_section(
    call: Call, section: Bilingual, title: Bilingual, *, by: Person, at: datetime
) -> None:
    """Give a section of questions another title. Raises RuleBrokenError, StaleError."""
    with transaction():
        hold_draft(call)
        for question in call.questions:
            if question.section == section:
                question.section = title
        record_change(call, "call.section_renamed", by=by, at=at, nb=title.nb)


def _wording(question: Question) -> tuple[object, ...]:
    choices = tuple(ChoiceSheet(one.value, one.label) for one in question.choices)
    return question.kind, question.label, choices


def _set_choices(question: Question, sheets: tuple[ChoiceSheet, ...]) -> None:
    kept = {choice.value: choice for choice in question.choices}
    question.choices = [kept.get(sheet.value, Choice(value=sheet.value)) for sheet in sheets]
    for position, (choice, sheet) in enumerate(zip(question.choices, sheets, strict=True), start=1):
        choice.position = position
        choice.label = sheet.label
