"""What somebody asks for, made from one moment of the data: a controller's file, or a table for research."""

from figures.extracts import (
    Extract,
    Maker,
    csv_for_people,
    csv_for_programs,
    json_for_programs,
    jsonstat_for_programs,
    parquet_for_programs,
    workbook,
)
from figures.queries.rows import Codes, Selection, scheme_years
from figures.refusals import AskRefusal
from figures.register import register_file
from figures.sources import EXPORTED, REGISTER, RESEARCH, WORKBOOK, YEAR_REPORT
from figures.yearly.report import year_report
from foundation.database import snapshot
from foundation.errors import RuleBrokenError

JSON, CSV, PARQUET, JSONSTAT = "json", "csv", "parquet", "jsonstat"
MAKERS = {
    JSON: json_for_programs,
    CSV: csv_for_programs,
    PARQUET: parquet_for_programs,
    JSONSTAT: jsonstat_for_programs,
}


def exported(what: str, chosen: Selection, maker: Maker, language: str) -> Extract:
    """Make the workbook, the report or the register's file of a year, or one table as CSV."""
    if what == REGISTER and chosen.year is not None:
        return register_file(chosen.year)
    if what == YEAR_REPORT and chosen.year is not None:
        return year_report(chosen.year, maker, language)
    with snapshot():
        if what == WORKBOOK:
            return workbook(chosen, maker, language)
        return csv_for_people(EXPORTED[what], chosen, language)


def asked_for(
    table: str, *, year: str | None, file_format: str, codes: str | None = None
) -> Extract:
    """Make a table for research in the form that is asked for.

    Raises RuleBrokenError(AskRefusal) when there is no such table, year, format or division.
    """
    if table not in RESEARCH:
        raise RuleBrokenError(AskRefusal.NO_SUCH_TABLE, table=table)
    if file_format not in MAKERS:
        raise RuleBrokenError(AskRefusal.NO_SUCH_FORMAT, format=file_format)
    if file_format == JSONSTAT and not RESEARCH[table].table.dimensions:
        raise RuleBrokenError(AskRefusal.NO_CUBE, table=table)
    chosen = _selection(year, codes)
    with snapshot():
        return MAKERS[file_format](RESEARCH[table], chosen)


def _selection(year: str | None, codes: str | None) -> Selection:
    if codes not in (None, *Codes):
        raise RuleBrokenError(AskRefusal.NO_SUCH_CODES, codes=codes)
    division = Codes(codes or Codes.THEN)
    if not year:
        return Selection(codes=division)
    known = {str(one): one for one in scheme_years()}
    if year not in known:
        raise RuleBrokenError(AskRefusal.NO_SUCH_YEAR, year=year)
    return Selection(known[year], division)
