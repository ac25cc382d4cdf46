"""The paragraphs that a version of the rules cites, by subject and day.

The acts stand as data in the regulation's row, so that a day of commencement for the act of 2025 is
typed in and not programmed.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from foundation.language import BOKMAL
from foundation.law import References, references_on
from grants.models import Regulation

ACT_OF_2025 = "LOV-2025-06-20-81"


def reference(regulation: Regulation, subject: str, on: date, language: str = BOKMAL) -> str:
    """Give act and paragraph as they stand in a sentence: `forvaltningsloven § 29`.

    `subject` is a key of the sheet, such as `klagefrist`. Raises LookupError for an unknown subject
    and for a day on which no act is in force.
    """
    statute = _in_force(regulation, on)
    return f"{statute['name'][language]} {statute['sections'][subject]}"


def law_on(regulation: Regulation, day: date) -> References:
    """Give the paragraphs in force on a day, by when the regulation says that the new act begins."""
    begins = [
        statute["valid_from"]
        for statute in regulation.references["statutes"]
        if statute["identifier"] == ACT_OF_2025 and statute["valid_from"]
    ]
    return references_on(day, date.fromisoformat(begins[0]) if begins else None)


def _in_force(regulation: Regulation, on: date) -> Mapping[str, Any]:
    begun = [
        (date.fromisoformat(statute["valid_from"]), position, statute)
        for position, statute in enumerate(regulation.references["statutes"])
        if statute["valid_from"]
    ]
    living = [row for row in begun if row[0] <= on]
    if not living:
        raise LookupError(f"no act is in force on {on}")
    newest: Mapping[str, Any] = max(living, key=lambda row: row[:2])[2]
    return newest
