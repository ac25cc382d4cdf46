"""What somebody asks for, made from one moment of the data: a controller's file, or a table for research."""

from collections.abc import Iterable

from figures.extracts import (
    CsvForPrograms,
    CubeForPrograms,
    Extract,
    JsonForPrograms,
    Maker,
    MakeWriter,
    ParquetForPrograms,
    csv_for_people,
    for_programs,
    workbook,
)
from figures.queries.rows import Codes, Selection, scheme_years
from figures.refusals import AskRefusal
from figures.register import register_file
from figures.sources import EXPORTED, REGISTER, RESEARCH, WORKBOOK, YEAR_REPORT, Source
from figures.yearly.report import year_report
from foundation.database import snapshot
from foundation.errors import RuleBrokenError

JSON, CSV, PARQUET, JSONSTAT = "json", "csv", "parquet", "jsonstat"
WRITERS: dict[str, MakeWriter] = {
    JSON: JsonForPrograms,
    CSV: CsvForPrograms,
    PARQUET: ParquetForPrograms,
    JSONSTAT: CubeForPrograms,
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
    if file_format not in WRITERS:
        raise RuleBrokenError(AskRefusal.NO_SUCH_FORMAT, format=file_format)
    if file_format == JSONSTAT and not RESEARCH[table].table.dimensions:
        raise RuleBrokenError(AskRefusal.NO_CUBE, table=table)
    chosen = _selection(year, codes)
    with snapshot():
        (extract,) = written(RESEARCH[table], [file_format], chosen)
        return extract


def formats_of(source: Source) -> list[str]:
    """List the formats that a table goes out in: only a cube has one with dimensions."""
    return [one for one in WRITERS if one != JSONSTAT or source.table.dimensions]


def written(
    source: Source, formats: Iterable[str], chosen: Selection | None = None
) -> list[Extract]:
    """Write a table in some formats, from one reading of it."""
    return for_programs(source, chosen or Selection(), {one: WRITERS[one] for one in formats})


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
