"""The template of what reports ask, kind by kind, drawn from the bank like a call's own questions."""

from dataclasses import replace
from pathlib import Path

from criteria import asking
from grants.catalogue import questions as question_bank
from grants.catalogue.callsheets import QuestionSheet
from grants.catalogue.reader import read
from grants.catalogue.scheme import load_scheme
from grants.models import Purpose

_KINDS = tuple(one for one in Purpose if one is not Purpose.APPLICATION)


def load_report_questions(path: Path, scheme: Path) -> tuple[QuestionSheet, ...]:
    """Read what every kind of report asks by the template. Raises SheetError."""
    sheet, known = read(path), load_scheme(scheme)
    sheet.only(*(one.value for one in _KINDS))
    found: list[QuestionSheet] = []
    for purpose in _KINDS:
        drawn = question_bank.questions(path.parent, sheet.each(purpose.value), known)
        sheet.refuse_doubles("question", (one.code for one in drawn))
        for code, fault in asking.faults(list(map(question_bank.testable, drawn))).items():
            raise sheet.wrong(f"the condition of question {code} in {purpose} is {fault}")
        found += (replace(one, purpose=purpose) for one in drawn)
    return tuple(found)
