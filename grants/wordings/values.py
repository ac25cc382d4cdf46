"""Questions and wordings turned into sheets and back, and what makes two of them say the same."""

from dataclasses import replace

from foundation.columns import JsonValue
from foundation.language import Bilingual
from grants.catalogue import ChoiceSheet, QuestionSheet
from grants.models import Question, Wording
from grants.sizeguidance import guidance_from, guidance_kept
from grants.tablecolumns import columns_from, columns_kept, text_from, text_kept

NOWHERE = Bilingual("", "")


def sheet_of(question: Question) -> QuestionSheet:
    """Give a question of a call as a sheet; needs its choices loaded."""
    return QuestionSheet(
        code=question.code,
        version=question.code_version,
        section=question.section,
        kind=question.kind,
        label=question.label,
        help=question.help,
        required=question.required,
        max_chars=question.max_chars,
        choices=tuple(ChoiceSheet(one.value, one.label) for one in question.choices),
        unit=question.unit,
        lowest=question.lowest,
        highest=question.highest,
        columns=question.columns,
        may_be_irrelevant=question.may_be_irrelevant,
        shown_when=question.shown_when,
        purpose=question.purpose,
        guidance=question.size_guidance,
    )


def sheet_of_wording(wording: Wording) -> QuestionSheet:
    """Give what a wording asks, in no section and of no call."""
    return QuestionSheet(
        code=wording.code,
        version=wording.version,
        section=NOWHERE,
        kind=wording.kind,
        label=wording.label,
        help=wording.help,
        required=True,
        max_chars=wording.max_chars,
        choices=tuple(
            ChoiceSheet(one["value"], text_from(one["label"])) for one in wording.offers["choices"]
        ),
        unit=wording.unit,
        lowest=wording.lowest,
        highest=wording.highest,
        columns=columns_from(wording.offers),
        guidance=guidance_from(wording.offers.get("guidance")),
    )


def write_words(wording: Wording, sheet: QuestionSheet) -> None:
    """Let a wording say what a sheet says."""
    wording.kind = sheet.kind
    wording.label = sheet.label
    wording.help = sheet.help
    wording.max_chars = sheet.max_chars
    wording.unit = sheet.unit
    wording.lowest = sheet.lowest
    wording.highest = sheet.highest
    wording.offers = JsonValue(
        choices=[{"value": one.value, "label": text_kept(one.label)} for one in sheet.choices],
        columns=(columns_kept(sheet.columns) or {"columns": []})["columns"],
        **({"guidance": guidance_kept(sheet.guidance)} if sheet.guidance else {}),
    )


def same_words(one: QuestionSheet, other: QuestionSheet) -> bool:
    """Tell whether two sheets ask the same in the same words, whatever code, section or call they have."""
    return _words(one) == _words(other)


def same_answers(one: QuestionSheet, other: QuestionSheet) -> bool:
    """Tell whether the same question is answered in the same way: what makes answers compare."""
    return _answered(one) == _answered(other)


def as_asked(question: QuestionSheet, *, by: QuestionSheet) -> QuestionSheet:
    """Give a question's words, asked as another sheet asks: what for, where, when, whether it must be."""
    return replace(
        question,
        section=by.section,
        required=by.required,
        may_be_irrelevant=by.may_be_irrelevant,
        shown_when=by.shown_when,
        purpose=by.purpose,
    )


def _words(sheet: QuestionSheet) -> tuple[object, ...]:
    return (
        sheet.kind, sheet.label, sheet.help, sheet.max_chars, sheet.unit, sheet.lowest,
        sheet.highest, sheet.choices, sheet.columns, sheet.guidance,
    )  # fmt: skip


def _answered(sheet: QuestionSheet) -> tuple[object, ...]:
    columns = tuple(replace(one, required=False) for one in sheet.columns)
    return sheet.kind, sheet.label, sheet.choices, sheet.unit, columns
