"""The columns of a question that is answered with a table, as values and as they are kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from foundation.columns import JsonValue
from foundation.language import Bilingual


class CellKind(StrEnum):
    """How a cell of a table is filled in."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class CellChoice:
    """One answer that a cell offers."""

    value: str
    label: Bilingual


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its code, which answers are kept under, its heading and what goes into it."""

    code: str
    label: Bilingual
    kind: CellKind
    choices: tuple[CellChoice, ...] = ()
    required: bool = False
    """Whether each row that is begun must have it."""


def columns_from(kept: JsonValue | None) -> tuple[TableColumn, ...]:
    """Read columns as they are kept in a row; no row, no columns."""
    return tuple(_column(one) for one in kept["columns"]) if kept else ()


def columns_kept(columns: Iterable[TableColumn]) -> JsonValue | None:
    """Write columns as they are kept in a row; None when there are none."""
    written = [
        {
            "code": column.code,
            "label": text_kept(column.label),
            "kind": column.kind.value,
            "choices": [
                {"value": one.value, "label": text_kept(one.label)} for one in column.choices
            ],
            **({"required": True} if column.required else {}),  # older columns say nothing of it
        }
        for column in columns
    ]
    return JsonValue(columns=written) if written else None


def text_kept(text: Bilingual) -> dict[str, str]:
    """Write a text of both forms as JSON has it."""
    return {"nb": text.nb, "nn": text.nn}


def text_from(kept: Mapping[str, str]) -> Bilingual:
    """Read a text of both forms."""
    return Bilingual(nb=kept["nb"], nn=kept["nn"])


def _column(kept: Mapping[str, Any]) -> TableColumn:
    return TableColumn(
        code=kept["code"],
        label=text_from(kept["label"]),
        kind=CellKind(kept["kind"]),
        choices=tuple(CellChoice(one["value"], text_from(one["label"])) for one in kept["choices"]),
        required=kept.get("required", False),
    )
