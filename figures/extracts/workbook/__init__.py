"""The workbook: a summary that adds its sheets up, a sheet for each table, and the definitions."""

from figures.extracts.workbook.book import Maker, workbook

__all__ = ["Maker", "workbook"]
