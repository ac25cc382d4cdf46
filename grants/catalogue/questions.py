"""The bank of questions: what each code asks, and how a call asks it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from criteria.asking import CHOOSING, ShownWhen, Test, Testable
from criteria.completeness import DECLARED
from foundation.language import Bilingual
from foundation.money import kroner
from grants.catalogue.bank import by_code, drawn
from grants.catalogue.callsheets import ChoiceSheet, QuestionSheet
from grants.catalogue.reader import Node, read
from grants.catalogue.schemesheets import SchemeSheet
from grants.models import QuestionKind
from grants.sizeguidance import SizeGuidance
from grants.tablecolumns import CellChoice, CellKind, TableColumn

_OFFERS_CHOICES = frozenset({QuestionKind.CHOICE, QuestionKind.CHOICES})
_BOUNDED = frozenset({QuestionKind.NUMBER, QuestionKind.MONEY})
_NOWHERE = Bilingual("", "")


def load_bank(folder: Path, scheme: SchemeSheet) -> tuple[QuestionSheet, ...]:
    """Read every question of `questions.yaml`, in no section. Raises SheetError."""
    rows = by_code(read(folder / "questions.yaml"))
    return tuple(_question(row, scheme) for row in rows.values())


def questions(
    folder: Path, sections: Iterable[Node], scheme: SchemeSheet
) -> tuple[QuestionSheet, ...]:
    """Draw questions from `questions.yaml`, section by section."""
    bank = by_code(read(folder / "questions.yaml"))
    return tuple(
        question for section in sections for question in _of_section(bank, section, scheme)
    )


def testable(question: QuestionSheet) -> Testable:
    """Give what a condition may look for in a question's answer."""
    offers: tuple[str, ...] | None = tuple(choice.value for choice in question.choices)
    if question.kind is QuestionKind.DECLARATION:
        offers = (DECLARED,)
    elif question.kind in _BOUNDED:
        offers = None
    return Testable(question.code, question.shown_when, offers)


def _of_section(
    bank: dict[str, Node], section: Node, scheme: SchemeSheet
) -> Iterator[QuestionSheet]:
    section.only("title", "questions")
    title = section.both("title")
    for node in section.each("questions"):
        if isinstance(node.value, dict):
            yield _as_asked(_question(drawn(bank, node.at("code")), scheme), node, title)
        else:
            yield replace(_question(drawn(bank, node), scheme), section=title)


def _as_asked(question: QuestionSheet, node: Node, title: Bilingual) -> QuestionSheet:
    """Ask a question as the call will have it: when, and whether it can be irrelevant."""
    node.only("code", optional=("may_be_irrelevant", "shown_when"))
    return replace(
        question,
        section=title,
        may_be_irrelevant=node.has("may_be_irrelevant") and node.flag("may_be_irrelevant"),
        shown_when=_condition(node.at("shown_when")) if node.has("shown_when") else None,
    )


def _condition(node: Node) -> ShownWhen:
    tests = [test for test in Test if node.has(test.value)]
    if len(tests) != 1:
        raise node.wrong(f"needs one of {', '.join(Test)}")
    node.only("code", tests[0].value)
    if tests[0] in CHOOSING:
        return ShownWhen(node.text("code"), tests[0], " ".join(node.texts(tests[0].value)))
    return ShownWhen(node.text("code"), tests[0], str(node.number(tests[0].value)))


def _question(row: Node, scheme: SchemeSheet) -> QuestionSheet:
    row.only(
        "code", "version", "kind", "required", "label",
        optional=(
            "help", "max_chars", "choices", "choices_from", "unit", "lowest", "highest", "columns",
            "guidance",
        ),
    )  # fmt: skip
    kind = row.word(QuestionKind, "kind")
    choices = _choices(row, scheme)
    if bool(choices) != (kind in _OFFERS_CHOICES):
        raise row.wrong(f"a question of kind {kind} has {len(choices)} choices")
    if row.has("max_chars") != (kind is QuestionKind.TEXT):
        raise row.wrong("max_chars belongs to every text, and to nothing else")
    if row.has("columns") != (kind is QuestionKind.TABLE):
        raise row.wrong("columns belong to every table, and to nothing else")
    return QuestionSheet(
        code=row.text("code"),
        version=row.number("version"),
        section=_NOWHERE,
        kind=kind,
        label=row.both("label"),
        help=row.both("help") if row.has("help") else None,
        required=row.flag("required"),
        max_chars=row.number("max_chars") if row.has("max_chars") else None,
        choices=choices,
        unit=row.both("unit") if row.has("unit") else None,
        lowest=_bound(row, kind, "lowest"),
        highest=_bound(row, kind, "highest"),
        columns=_columns(row) if row.has("columns") else (),
        guidance=_guidance(row.at("guidance")) if row.has("guidance") else None,
    )


def _guidance(node: Node) -> SizeGuidance:
    node.only("most", "text")
    return SizeGuidance(node.number("most"), node.both("text"))


def _bound(row: Node, kind: QuestionKind, key: str) -> int | None:
    """Read a bound; sheets write amounts in kroner."""
    if not row.has(key):
        return None
    if kind not in _BOUNDED:
        raise row.wrong(f"{key} belongs to numbers and amounts")
    bound = row.number(key)
    return kroner(bound) if kind is QuestionKind.MONEY else bound


def _columns(row: Node) -> tuple[TableColumn, ...]:
    columns = tuple(_column(node) for node in row.each("columns"))
    row.refuse_doubles("column", (column.code for column in columns))
    return columns


def _column(node: Node) -> TableColumn:
    node.only("code", "label", "kind", optional=("choices", "required"))
    kind = node.word(CellKind, "kind")
    if node.has("choices") != (kind is CellKind.CHOICE):
        raise node.wrong("choices belong to every column of choices, and to no other")
    choices = [_choice(one) for one in node.each("choices")] if node.has("choices") else []
    return TableColumn(
        node.text("code"), node.both("label"), kind,
        tuple(CellChoice(one.value, one.label) for one in choices),
        required=node.has("required") and node.flag("required"),
    )  # fmt: skip


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
