"""The banks that calls draw from: conditions, questions and criteria under stable codes."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from grants.catalogue.callsheets import (
    ChoiceSheet,
    ConditionSheet,
    CriterionSheet,
    QuestionSheet,
)
from grants.catalogue.reader import Node, read
from grants.catalogue.schemesheets import SchemeSheet
from grants.models import QuestionKind

HIGHEST_MARK = 5
_OFFERS_CHOICES = frozenset({QuestionKind.CHOICE, QuestionKind.CHOICES})

Row = TypeVar("Row")


def conditions(folder: Path, codes: Iterable[Node]) -> tuple[ConditionSheet, ...]:
    """Draw conditions from `conditions.yaml` in the order of the codes."""
    bank = _by_code(read(folder / "conditions.yaml"))
    return tuple(_condition(_drawn(bank, code)) for code in codes)


def questions(
    folder: Path, sections: Iterable[Node], scheme: SchemeSheet
) -> tuple[QuestionSheet, ...]:
    """Draw questions from `questions.yaml`, section by section."""
    bank = _by_code(read(folder / "questions.yaml"))
    drawn = []
    for section in sections:
        section.only("title", "questions")
        drawn += [
            _question(_drawn(bank, code), section, scheme) for code in section.each("questions")
        ]
    return tuple(drawn)


def gates(folder: Path, codes: Iterable[Node]) -> tuple[CriterionSheet, ...]:
    """Draw the criteria answered with yes or no from `criteria.yaml`."""
    bank = _by_code(read(folder / "criteria.yaml").at("gates"))
    return tuple(_gate(_drawn(bank, code)) for code in codes)


def scored(folder: Path, weights: Iterable[Node]) -> tuple[CriterionSheet, ...]:
    """Draw the criteria that get a mark from `criteria.yaml`, with the weight the call gives them."""
    bank = _by_code(read(folder / "criteria.yaml").at("scored"))
    return tuple(_scored(_drawn(bank, weight.at("code")), weight) for weight in weights)


def _by_code(bank: Node) -> dict[str, Node]:
    rows = bank.items()
    bank.refuse_doubles("code", (row.text("code") for row in rows))
    return {row.text("code"): row for row in rows}


def _drawn(bank: dict[str, Node], code: Node) -> Node:
    if code.as_text() not in bank:
        raise code.wrong(f"{code.value} is not in the bank")
    return bank[code.as_text()]


def _condition(row: Node) -> ConditionSheet:
    row.only("code", "title", "text", "source")
    return ConditionSheet(row.text("code"), row.both("title"), row.both("text"), row.text("source"))


def _question(row: Node, section: Node, scheme: SchemeSheet) -> QuestionSheet:
    row.only(
        "code", "version", "kind", "required", "label",
        optional=("help", "max_chars", "choices", "choices_from"),
    )  # fmt: skip
    kind = row.word(QuestionKind, "kind")
    choices = _choices(row, scheme)
    if bool(choices) != (kind in _OFFERS_CHOICES):
        raise row.wrong(f"a question of kind {kind} has {len(choices)} choices")
    if row.has("max_chars") != (kind is QuestionKind.TEXT):
        raise row.wrong("max_chars belongs to every text, and to nothing else")
    return QuestionSheet(
        code=row.text("code"),
        version=row.number("version"),
        section=section.both("title"),
        kind=kind,
        label=row.both("label"),
        help=row.both("help") if row.has("help") else None,
        required=row.flag("required"),
        max_chars=row.number("max_chars") if row.has("max_chars") else None,
        choices=choices,
    )


def _choices(row: Node, scheme: SchemeSheet) -> tuple[ChoiceSheet, ...]:
    if row.has("choices_from"):
        return _from_scheme(row, scheme)
    if not row.has("choices"):
        return ()
    choices = tuple(_choice(node) for node in row.each("choices"))
    row.refuse_doubles("choice", (choice.value for choice in choices))
    return choices


def _choice(node: Node) -> ChoiceSheet:
    node.only("value", "label")
    return ChoiceSheet(node.text("value"), node.both("label"))


def _from_scheme(row: Node, scheme: SchemeSheet) -> tuple[ChoiceSheet, ...]:
    offers: dict[str, Callable[[], tuple[ChoiceSheet, ...]]] = {
        "needs": lambda: tuple(ChoiceSheet(one.code, one.text) for one in scheme.needs),
        "benefits": lambda: tuple(ChoiceSheet(one.code, one.name) for one in scheme.benefits),
    }
    wanted = row.text("choices_from")
    if wanted not in offers:
        raise row.wrong(f"choices_from {wanted} is none of {', '.join(offers)}")
    return offers[wanted]()


def _gate(row: Node) -> CriterionSheet:
    row.only("code", "name", "guidance", "source")
    return CriterionSheet(
        code=row.text("code"),
        scored=False,
        name=row.both("name"),
        guidance=row.both("guidance"),
        weight=0,
        max_mark=1,
        threshold=None,
        anchors=(),
        source=row.text("source"),
    )


def _scored(row: Node, weight: Node) -> CriterionSheet:
    row.only("code", "name", "guidance", "anchors", "source")
    weight.only("code", "weight", optional=("threshold",))
    anchors = tuple(anchor.as_both() for anchor in row.each("anchors"))
    if len(anchors) != HIGHEST_MARK + 1:
        raise row.wrong(f"has {len(anchors)} anchors, not one for each mark 0–{HIGHEST_MARK}")
    return CriterionSheet(
        code=row.text("code"),
        scored=True,
        name=row.both("name"),
        guidance=row.both("guidance"),
        weight=weight.number("weight"),
        max_mark=HIGHEST_MARK,
        threshold=weight.number("threshold") if weight.has("threshold") else None,
        anchors=anchors,
        source=row.text("source"),
    )
