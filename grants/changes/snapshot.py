"""A call laid out as plain values, part by part, so that two of them can be compared."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from types import MappingProxyType
from typing import TypeAlias

from foundation.database import Model
from foundation.language import Bilingual
from grants.models import (
    Activity,
    Call,
    CallRule,
    Condition,
    Criterion,
    EligibleKind,
    PlanStep,
    PortfolioBound,
    Purpose,
    Question,
    RequiredAttachment,
)
from grants.purposes import PART_OF
from grants.tablecolumns import TableColumn
from grants.words import CallPart

Value: TypeAlias = Bilingual | Enum | date | str | int | bool | None


class Field(StrEnum):
    """What can be said of something in a call, whatever it is."""

    ANCHOR = "anchor"
    APPEAL_ALLOWED = "appeal_allowed"
    APPEAL_TEXT = "appeal_text"
    APPLICANTS = "applicants"
    CHOICE = "choice"
    CHOSEN = "chosen"
    COLUMN = "column"
    CLOSES_ON = "closes_on"
    DAY = "day"
    FIRST_YEAR = "first_year"
    FRAME = "frame"
    GROUP = "group"
    GUIDANCE = "guidance"
    HELP = "help"
    HIGHEST = "highest"
    KIND = "kind"
    LABEL = "label"
    LAST_YEAR = "last_year"
    LEAST_AMOUNT = "least_amount"
    LEAST_CASES = "least_cases"
    LOWEST = "lowest"
    MAX_CHARS = "max_chars"
    MAX_MARK = "max_mark"
    MONTH = "month"
    MAY_BE_IRRELEVANT = "may_be_irrelevant"
    MAY_LEAD = "may_lead"
    METHOD = "method"
    MOST_AMOUNT = "most_amount"
    MOST_CASES = "most_cases"
    NAME = "name"
    NOTE = "note"
    ONLY_LEAD = "only_lead"
    OPENS_ON = "opens_on"
    PERCENT = "percent"
    PURPOSE = "purpose"
    REASON = "reason"
    REQUIRED = "required"
    SCORED = "scored"
    SECTION = "section"
    SOURCE = "source"
    SUPPORTED = "supported"
    TEXT = "text"
    THRESHOLD = "threshold"
    TITLE = "title"
    TRIGGER = "trigger"
    UNIT = "unit"
    VALUE = "value"
    WEIGHT = "weight"
    WHEN_CODE = "when_code"
    WHEN_TEST = "when_test"
    WHEN_VALUE = "when_value"
    WORDING = "wording"


SAID: Mapping[type[Model], Mapping[str, Field]] = MappingProxyType(
    {
        Call: {
            "title": Field.TITLE,
            "purpose": Field.PURPOSE,
            "opens_on": Field.OPENS_ON,
            "closes_on": Field.CLOSES_ON,
            "frame": Field.FRAME,
            "first_year": Field.FIRST_YEAR,
            "last_year": Field.LAST_YEAR,
            "method": Field.METHOD,
            "appeal_allowed": Field.APPEAL_ALLOWED,
            "appeal_text": Field.APPEAL_TEXT,
        },
        EligibleKind: {"may_lead": Field.MAY_LEAD},
        CallRule: {
            "value": Field.VALUE,
            "note": Field.NOTE,
            "chosen_by_administrator": Field.CHOSEN,
            "source": Field.SOURCE,
        },
        Activity: {
            "text": Field.TEXT,
            "supported": Field.SUPPORTED,
            "reason": Field.REASON,
            "source": Field.SOURCE,
        },
        Condition: {"title": Field.TITLE, "text": Field.TEXT, "source": Field.SOURCE},
        Question: {
            "section": Field.SECTION,
            "kind": Field.KIND,
            "label": Field.LABEL,
            "code_version": Field.WORDING,
            "help": Field.HELP,
            "required": Field.REQUIRED,
            "max_chars": Field.MAX_CHARS,
            "unit": Field.UNIT,
            "lowest": Field.LOWEST,
            "highest": Field.HIGHEST,
            "may_be_irrelevant": Field.MAY_BE_IRRELEVANT,
            "when_code": Field.WHEN_CODE,
            "when_test": Field.WHEN_TEST,
            "when_value": Field.WHEN_VALUE,
        },
        RequiredAttachment: {"label": Field.LABEL},
        Criterion: {
            "name": Field.NAME,
            "guidance": Field.GUIDANCE,
            "scored": Field.SCORED,
            "weight": Field.WEIGHT,
            "max_mark": Field.MAX_MARK,
            "threshold": Field.THRESHOLD,
            "source": Field.SOURCE,
        },
        PortfolioBound: {
            "value": Field.GROUP,
            "least_cases": Field.LEAST_CASES,
            "most_cases": Field.MOST_CASES,
            "least_amount": Field.LEAST_AMOUNT,
            "most_amount": Field.MOST_AMOUNT,
            "note": Field.NOTE,
            "source": Field.SOURCE,
        },
        PlanStep: {
            "percent": Field.PERCENT,
            "trigger": Field.TRIGGER,
            "month": Field.MONTH,
            "day": Field.DAY,
        },
    }
)
"""The columns that say something, by table. The rest say which row it is, and where it stands."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something in a part of a call: its code, what it is called, and all that is said of it.

    A value is known by its field and, where there are several of a kind, by a word: the mark of an
    anchor text, the value of a choice.
    """

    code: str
    name: Bilingual | Enum | None
    values: Mapping[tuple[Field, str], Value]


Snapshot: TypeAlias = Mapping[CallPart, tuple[Item, ...]]


def snapshot_of(call: Call) -> Snapshot:
    """Lay a call out; needs it whole. Entries stand in the call's own order."""
    return {
        CallPart.BASICS: (_entry("", None, call),),
        CallPart.APPLICANTS: (
            Item(
                "",
                None,
                {
                    (Field.APPLICANTS, ""): call.applicants,
                    (Field.ONLY_LEAD, ""): call.only_lead.name if call.only_lead else None,
                },
            ),
            *(
                _entry(one.kind.value, one.kind, one)
                for one in sorted(call.kinds, key=lambda one: one.kind.value)
            ),
        ),
        CallPart.RULES: tuple(_entry(one.key.value, one.key, one) for one in call.rules),
        CallPart.ACTIVITIES: tuple(_entry(one.code, one.text, one) for one in call.activities),
        CallPart.CONDITIONS: tuple(_entry(one.code, one.title, one) for one in call.conditions),
        CallPart.ATTACHMENTS: tuple(
            _entry(one.code, one.label, one) for one in call.required_attachments
        ),
        CallPart.CRITERIA: tuple(
            _entry(one.code, one.name, one, _anchors(one)) for one in call.criteria
        ),
        CallPart.PORTFOLIO: tuple(
            _entry(f"{one.trait}:{one.value}", one.trait, one) for one in call.bounds
        ),
        CallPart.PLAN: tuple(
            _entry(str(place), one.trigger, one)
            for place, one in enumerate(call.plan_steps, start=1)
        ),
        **{part: _questions(call, purpose) for purpose, part in PART_OF.items()},
    }


def _questions(call: Call, purpose: Purpose) -> tuple[Item, ...]:
    return tuple(
        _entry(one.code, one.label, one, _choices(one)) for one in call.asking(purpose)
    )


def _entry(
    code: str,
    name: Bilingual | Enum | None,
    row: Model,
    more: Iterable[tuple[tuple[Field, str], Value]] = (),
) -> Item:
    said = {(field, ""): getattr(row, column) for column, field in SAID[type(row)].items()}
    return Item(code, name, said | dict(more))


def _choices(question: Question) -> Iterator[tuple[tuple[Field, str], Value]]:
    if question.size_guidance is not None:
        yield (Field.GUIDANCE, str(question.size_guidance.most)), question.size_guidance.text
    for choice in question.choices:
        yield (Field.CHOICE, choice.value), choice.label
    for column in question.columns:
        yield (Field.COLUMN, column.code), _column(column)


def _column(column: TableColumn) -> Bilingual:
    if not column.required:
        return column.label
    return Bilingual(
        f"{column.label.nb} (må fylles ut)", f"{column.label.nn} (må fyllast ut)"
    )


def _anchors(criterion: Criterion) -> Iterator[tuple[tuple[Field, str], Value]]:
    for anchor in criterion.anchors:
        yield (Field.ANCHOR, str(anchor.mark)), anchor.text
