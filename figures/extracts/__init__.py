"""Taking figures out: workbooks and files, counted, summed and sealed while they are written."""

from figures.extracts.extract import Count, Extract
from figures.extracts.files import csv_for_people, for_programs
from figures.extracts.jsonstat import CubeForPrograms
from figures.extracts.workbook import Maker, workbook
from figures.extracts.writers import (
    CsvForPrograms,
    JsonForPrograms,
    MakeWriter,
    ParquetForPrograms,
)

__all__ = [
    "Count",
    "CsvForPrograms",
    "CubeForPrograms",
    "Extract",
    "JsonForPrograms",
    "MakeWriter",
    "Maker",
    "ParquetForPrograms",
    "csv_for_people",
    "for_programs",
    "workbook",
]
