"""How the differences between two calls are shown: what it was beside what it is, in both målformer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from flask_babel import gettext as _

from criteria.ranking import Trait
from foundation import words
from foundation.language import BOKMAL, NYNORSK, Bilingual
from foundation.money import Ore, format_kroner
from foundation.wording import format_day
from grants.changes import Change, Difference, Field, FieldChange, Kind
from grants.changes.marking import Piece, marked
from grants.changes.snapshot import Value
from grants.models import CallRule, RuleKey
from grants.shown.bounds import group_said
from grants.shown.calls import show_rule
from grants.shown.texts import said
from grants.words import CallPart

COLOURS = {Kind.ADDED: "success", Kind.REMOVED: "danger", Kind.CHANGED: "info"}
AMOUNTS = frozenset({Field.FRAME, Field.LEAST_AMOUNT, Field.MOST_AMOUNT})
FORMS = {BOKMAL: "bokmål", NYNORSK: "nynorsk"}
"""The two forms of Norwegian are called the same in both."""


@dataclass(frozen=True, slots=True)
class Line:
    """A value as it was and as it is. `language` is set when it is a text in one form of Norwegian."""

    label: str
    language: str | None
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    forgotten: bool
    """The other form of the text has changed, but not this one."""


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """Something that differs, with its lines."""

    kind: Kind
    colour: str
    name: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class PartShown:
    """A part of the call with what differs in it."""

    part: CallPart
    changes: Sequence[ChangeShown]
    reordered: bool


def show_differences(differences: Sequence[Difference]) -> list[PartShown]:
    """Show the parts that differ, in the order of the call."""
    return [
        PartShown(one.part, [_change(one.part, each) for each in one.changes], one.reordered)
        for one in differences
        if not one.is_empty
    ]


def _change(part: CallPart, change: Change) -> ChangeShown:
    return ChangeShown(
        change.kind,
        COLOURS[change.kind],
        _name(part, change),
        [line for field in change.fields for line in _lines(part, change, field)],
    )


def _name(part: CallPart, change: Change) -> str:
    if change.name is None:
        return str(_("Beskrivelsen") if part is CallPart.APPLICANTS else _("Utlysningen"))
    if isinstance(change.name, Enum):
        called = words.say(change.name)
        return f"{change.code}. {called}" if part is CallPart.PLAN else called
    return f"{change.code} {said(change.name)}"


def _lines(part: CallPart, change: Change, field: FieldChange) -> Iterator[Line]:
    label = words.say(field.field)
    if field.detail:
        label = f"{label}: {field.detail}"
    if isinstance(field.before, Bilingual) or isinstance(field.after, Bilingual):
        for language in FORMS:
            before, after = _in(field.before, language), _in(field.after, language)
            yield Line(
                label, language, *marked(before, after),
                forgotten=change.kind is Kind.CHANGED and before == after,
            )  # fmt: skip
        return
    before, after = (_say(part, change, field.field, one) for one in (field.before, field.after))
    yield Line(label, None, _whole(before), _whole(after), forgotten=False)


def _in(value: Value, language: str) -> str:
    return value.in_(language) if isinstance(value, Bilingual) else ""


def _whole(text: str) -> tuple[Piece, ...]:
    """Mark all of a value: half a number tells nothing."""
    return (Piece(text, differs=True),) if text else ()


def _say(part: CallPart, change: Change, field: Field, value: Value) -> str:
    if part is CallPart.RULES and field is Field.VALUE and isinstance(value, str):
        return show_rule(CallRule(key=RuleKey(change.code), value=value)).value
    if field in AMOUNTS and isinstance(value, int):
        return format_kroner(Ore(value))
    if field is Field.GROUP and isinstance(value, str):
        return group_said(Trait(change.code.partition(":")[0]), value)
    return _plain(value)


def _plain(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(_("Ja") if value else _("Nei"))
        case Enum():
            return words.say(value)
        case date():
            return format_day(value)
        case _:
            return str(value)
