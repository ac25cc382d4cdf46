"""The budget as a spreadsheet: handed out with keys and sums, and read back row by row."""

from applications.budget_sheet.opening import LARGEST_FILE, UnfitFileError
from applications.budget_sheet.reading import Change, Reading, changes, read_sheet
from applications.budget_sheet.writing import write_sheet

__all__ = [
    "LARGEST_FILE", "Change", "Reading", "UnfitFileError", "changes", "read_sheet", "write_sheet",
]  # fmt: skip
