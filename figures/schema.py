"""The interface for research described for programs: every table and column, in both languages."""

from figures.catalogue import IN_EDITIONS, Column, Kind, Table
from foundation.language import Bilingual

TYPES = {
    Kind.TEXT: "string",
    Kind.CODE: "string",
    Kind.WHOLE: "integer",
    Kind.MONEY: "integer",
    Kind.DECIMAL: "number",
    Kind.SHARE: "number",
    Kind.DATE: "date",
    Kind.MOMENT: "datetime",
    Kind.YES_NO: "boolean",
}
"""The types of JSON, and of dates as text by ISO 8601. Money is whole øre."""


def schema() -> dict[str, object]:
    """Describe every table of an edition, as it stands in the catalogue."""
    return {"tables": [_table(one) for one in IN_EDITIONS]}


def _table(table: Table) -> dict[str, object]:
    return {
        "code": table.code,
        "name": _both(table.name),
        "about": _both(table.about),
        "source": _both(table.source),
        "sensitivity": {"code": table.sensitivity.name.lower(), **_both(table.sensitivity.value)},
        "control": table.control.machine_name,
        "columns": [_column(one) for one in table.columns],
    }


def _column(column: Column) -> dict[str, object]:
    return {
        "name": column.machine_name,
        "title": _both(column.name),
        "type": TYPES[column.kind],
        "unit": "øre" if column.kind is Kind.MONEY else _both(column.unit.value),
        "definition": _both(column.definition),
    }


def _both(text: Bilingual) -> dict[str, str]:
    return {"nb": text.nb, "nn": text.nn}
