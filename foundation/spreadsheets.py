"""How workbooks are written: text stays text, so that no cell is run, followed or taken for a number."""

from collections.abc import Mapping

TEXT_STAYS_TEXT: Mapping[str, bool] = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
"""For a workbook that is written to a file."""
IN_MEMORY: Mapping[str, bool] = {"in_memory": True, **TEXT_STAYS_TEXT}
"""For a small one: nothing of it touches the disk."""
