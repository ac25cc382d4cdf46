"""The codebook: every column of every table in both languages, as a table of its own."""

import csv
import io

from figures.catalogue import IN_EDITIONS, Kind
from figures.schema import TYPES

HEADINGS = (
    "table", "column", "type", "unit_nb", "unit_nn", "name_nb", "name_nn", "definition_nb",
    "definition_nn", "source_nb", "source_nn", "sensitivity", "sensitivity_nb", "sensitivity_nn",
)  # fmt: skip


def codebook() -> str:
    """Write the codebook as CSV (RFC 4180), made from the same catalogue as the tables."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for table in IN_EDITIONS:
        care = table.sensitivity
        for column in table.columns:
            money = column.kind is Kind.MONEY
            unit = column.unit.value
            writer.writerow(
                (
                    table.code, column.machine_name, TYPES[column.kind],
                    "øre" if money else unit.nb, "øre" if money else unit.nn,
                    column.name.nb, column.name.nn, column.definition.nb, column.definition.nn,
                    table.source.nb, table.source.nn, care.name.lower(), care.value.nb,
                    care.value.nn,
                )
            )  # fmt: skip
    return text.getvalue()
