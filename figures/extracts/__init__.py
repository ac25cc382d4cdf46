"""Taking figures out: workbooks and files, counted, summed and sealed while they are written."""

from figures.extracts.extract import Count, Extract
from figures.extracts.files import (
    csv_for_people,
    csv_for_programs,
    json_for_programs,
    parquet_for_programs,
)
from figures.extracts.jsonstat import jsonstat_for_programs
from figures.extracts.workbook import Maker, workbook

__all__ = [
    "Count",
    "Extract",
    "Maker",
    "csv_for_people",
    "csv_for_programs",
    "json_for_programs",
    "jsonstat_for_programs",
    "parquet_for_programs",
    "workbook",
]
