"""The banks that calls draw from: conditions and criteria under stable codes."""

from collections.abc import Iterable
from pathlib import Path

from grants.catalogue.callsheets import ConditionSheet, CriterionSheet
from grants.catalogue.reader import Node, read

HIGHEST_MARK = 5


def conditions(folder: Path, codes: Iterable[Node]) -> tuple[ConditionSheet, ...]:
    """Draw conditions from `conditions.yaml` in the order of the codes."""
    bank = by_code(read(folder / "conditions.yaml"))
    return tuple(_condition(drawn(bank, code)) for code in codes)


def gates(folder: Path, codes: Iterable[Node]) -> tuple[CriterionSheet, ...]:
    """Draw the criteria answered with yes or no from `criteria.yaml`."""
    bank = by_code(read(folder / "criteria.yaml").at("gates"))
    return tuple(_gate(drawn(bank, code)) for code in codes)


def scored(folder: Path, weights: Iterable[Node]) -> tuple[CriterionSheet, ...]:
    """Draw the criteria that get a mark from `criteria.yaml`, with the weight the call gives them."""
    bank = by_code(read(folder / "criteria.yaml").at("scored"))
    return tuple(_scored(drawn(bank, weight.at("code")), weight) for weight in weights)


def by_code(bank: Node) -> dict[str, Node]:
    """Give the rows of a bank by their codes; no code stands twice."""
    rows = bank.items()
    bank.refuse_doubles("code", (row.text("code") for row in rows))
    return {row.text("code"): row for row in rows}


def drawn(bank: dict[str, Node], code: Node) -> Node:
    """Draw a row from a bank; a code that is not in it is an error."""
    if code.as_text() not in bank:
        raise code.wrong(f"{code.value} is not in the bank")
    return bank[code.as_text()]


def _condition(row: Node) -> ConditionSheet:
    row.only("code", "title", "text", "source")
    return ConditionSheet(row.text("code"), row.both("title"), row.both("text"), row.text("source"))


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
