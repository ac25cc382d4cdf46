"""Acts on the questions of a draft."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from accounts.models import Person
from criteria.asking import ShownWhen
from foundation.database import locked, transaction
from foundation.errors import RuleBrokenError
from foundation.language import Bilingual
from grants import cataloguing, conditions, making, queries, rows, wordings
from grants.catalogue import ChoiceSheet, QuestionSheet
from grants.editing import hold_draft, record_change
from grants.models import Call, Choice, Purpose, Question
from grants.questionwords import QuestionRefusal
from grants.sizeguidance import guidance_kept
from grants.tablecolumns import columns_kept


def add_question(call: Call, sheet: QuestionSheet, *, by: Person, at: datetime) -> Question:
    """Ask something that no call has asked, under a code of its own, last in its section.

    Raises RuleBrokenError when the catalogue has the code already, and StaleError.
    """
    with transaction():
        hold_draft(call)
        locked(queries.scheme())
        rows.refuse_taken(call.asking(sheet.purpose), sheet.code)
        _refuse_known(sheet.code)
        sheet = replace(sheet, version=1)
        question = _append(call, sheet)
        cataloguing.write(sheet, by=by, at=at, draft=call)
        call.list_for(sheet.purpose).append(question)
        record_change(call, "call.question_added", by=by, at=at, code=sheet.code)
    return question


def ask_from_catalogue(call: Call, sheet: QuestionSheet, *, by: Person, at: datetime) -> Question:
    """Ask what the catalogue has, in the words of the sheet's version, last in its section.

    Of the sheet only code, version and how the call asks count. Raises RuleBrokenError, StaleError.
    """
    with transaction():
        hold_draft(call)
        rows.refuse_taken(call.asking(sheet.purpose), sheet.code)
        wording = wordings.wording(sheet.code, sheet.version)
        if wording is None:
            raise RuleBrokenError(QuestionRefusal.NOT_IN_CATALOGUE, code=sheet.code)
        question = _append(call, wordings.as_asked(wordings.sheet_of_wording(wording), by=sheet))
        call.list_for(sheet.purpose).append(question)
        record_change(
            call, "call.question_added", by=by, at=at, code=sheet.code, version=sheet.version
        )
    return question


def ask_from_template(
    call: Call,
    sheets: Sequence[QuestionSheet],
    purpose: Purpose,
    *,
    by: Person,
    at: datetime,
) -> None:
    """Ask what a template asks for a purpose, after what the draft asks already; a code it has stays its own.

    Raises RuleBrokenError, StaleError.
    """
    with transaction():
        hold_draft(call)
        locked(queries.scheme())
        there = {one.code for one in call.asking(purpose)}
        wanted = [one for one in sheets if one.purpose is purpose and one.code not in there]
        for sheet in cataloguing.catalogued(wanted, by=by, at=at):
            call.list_for(purpose).append(_append(call, sheet))
        record_change(call, "call.questions_from_template", by=by, at=at, purpose=purpose.value)


def change_question(
    call: Call, question: Question, sheet: QuestionSheet, *, by: Person, at: datetime
) -> None:
    """Change a question of a draft. The same code: a new wording; another code: a new meaning.

    A new wording is the next version of the code, for what is asked never changes under a version that
    another call uses; until one does, this draft may polish the words it has written. A new meaning is a
    code that the catalogue does not have. Raises RuleBrokenError, StaleError.
    """
    with transaction():
        hold_draft(call)
        locked(queries.scheme())
        rows.refuse_taken(call.asking(question.purpose), sheet.code, but=question)
        position = question.position
        if sheet.section != question.section:
            position = rows.next_position(call.asking(question.purpose))
        others = conditions.placed(call, question.purpose, but=question)
        conditions.refuse_faults([*others, (position, sheet)])
        version = _catalogued(call, question, sheet, by, at)
        question.position = position
        _write(question, replace(sheet, version=version))
        record_change(call, "call.question_changed", by=by, at=at, code=sheet.code, version=version)


def set_condition(
    call: Call, question: Question, condition: ShownWhen | None, *, by: Person, at: datetime
) -> None:
    """Say when a question is asked; None: always. Raises RuleBrokenError, StaleError."""
    with transaction():
        hold_draft(call)
        sheet = replace(wordings.sheet_of(question), shown_when=condition)
        others = conditions.placed(call, question.purpose, but=question)
        conditions.refuse_faults([*others, (question.position, sheet)])
        question.shown_when = condition
        record_change(
            call, "call.question_condition_set", by=by, at=at, code=question.code,
            on=condition.code if condition else "",
        )  # fmt: skip


def rename_section(
    call: Call,
    section: Bilingual,
    title: Bilingual,
    *,
    purpose: Purpose = Purpose.APPLICATION,
    by: Person,
    at: datetime,
) -> None:
    """Give a section of what is asked for a purpose another title. Raises RuleBrokenError, StaleError."""
    with transaction():
        hold_draft(call)
        conditions.refuse_faults(
            [
                (position, replace(sheet, section=title) if sheet.section == section else sheet)
                for position, sheet in conditions.placed(call, purpose)
            ]
        )
        for question in call.asking(purpose):
            if question.section == section:
                question.section = title
        record_change(call, "call.section_renamed", by=by, at=at, nb=title.nb)


def _append(call: Call, sheet: QuestionSheet) -> Question:
    position = rows.next_position(call.asking(sheet.purpose))
    conditions.refuse_faults([*conditions.placed(call, sheet.purpose), (position, sheet)])
    return making.question(sheet, position)


def _refuse_known(code: str) -> None:
    if wordings.newest_version(code):
        raise RuleBrokenError(QuestionRefusal.CODE_IN_CATALOGUE, code=code)


def _catalogued(
    call: Call, question: Question, sheet: QuestionSheet, by: Person, at: datetime
) -> int:
    """Write the words into the catalogue where they belong, and give their version."""
    if sheet.code != question.code:
        _refuse_known(sheet.code)
        sheet = replace(sheet, version=1)
        cataloguing.write(sheet, by=by, at=at, draft=call, parted_from=question.code)
        return 1
    if wordings.same_words(wordings.sheet_of(question), sheet):
        return question.code_version
    wording = wordings.wording(question.code, question.code_version)
    is_own = wordings.is_of_draft_alone(question.code, question.code_version, call)
    if wording is not None and is_own:
        wordings.write_words(wording, sheet)
        return wording.version
    version = wordings.newest_version(sheet.code) + 1
    cataloguing.write(replace(sheet, version=version), by=by, at=at, draft=call)
    return version


def _write(question: Question, sheet: QuestionSheet) -> None:
    question.code = sheet.code
    question.code_version = sheet.version
    question.section = sheet.section
    question.kind = sheet.kind
    question.label = sheet.label
    question.help = sheet.help
    question.required = sheet.required
    question.max_chars = sheet.max_chars
    question.unit = sheet.unit
    question.lowest = sheet.lowest
    question.highest = sheet.highest
    question.table_columns = columns_kept(sheet.columns)
    question.guidance = guidance_kept(sheet.guidance)
    question.may_be_irrelevant = sheet.may_be_irrelevant
    question.shown_when = sheet.shown_when
    _set_choices(question, sheet.choices)


def _set_choices(question: Question, sheets: tuple[ChoiceSheet, ...]) -> None:
    kept = {choice.value: choice for choice in question.choices}
    question.choices = [kept.get(sheet.value, Choice(value=sheet.value)) for sheet in sheets]
    for position, (choice, sheet) in enumerate(zip(question.choices, sheets, strict=True), start=1):
        choice.position = position
        choice.label = sheet.label
