"""Exports of 200,000 ledger entries, against the same cells by a bare cursor and a bare writer.

`xlsx_over_bare_writer`: processor time of the controller's whole workbook over a loop that reads the
ledger's rows from the driver's own cursor and writes the same cells with XlsxWriter. `csv_over_bare_cursor`:
of the controller's file over a loop over the same cursor that writes the same bytes, which are compared
first, row by row; `csv_over_raw_rows`: over handing the cursor to `csv.writer` as it is, with no moment in
Oslo's time, no amount in kroner and no word. Ours besides guards against formulas, counts, sums and takes
the checksum. Each is the median of pairs made in turn. `peak_mb_growth`: the most memory that a process of
its own holds for the workbook of all rows, over that of a tenth of them.
"""

import csv
import gc
import resource
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory, TemporaryFile
from time import process_time
from typing import IO, TypeVar

from sqlalchemy.dialects import sqlite
from xlsxwriter import Workbook

from app import create_app
from bench.crowd import SECRET, gather
from bench.ledgers import fill
from criteria.postings import EntryKind
from figures.asking import exported
from figures.catalogue.exported import LEDGER
from figures.extracts import Maker
from figures.queries import money
from figures.queries.rows import Selection
from figures.sources import WORKBOOK
from foundation import clock, words
from foundation.database import db
from foundation.money import ORE_PER_KRONE
from foundation.settings import Settings

ROWS, FEW, PAIRS = 200_000, 20_000, 3
CASES = 200
BEGINNING = datetime(2024, 1, 2, 7, 0, 13, tzinfo=clock.OSLO)
_DAY, _AMOUNT, _MOMENT = 1, 9, 12
"""The places of the cells that a sheet holds as dates and amounts."""
T = TypeVar("T")
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def run() -> dict[str, float]:
    """Measure; takes some minutes, most of it for the bare writer and ours in turn."""
    with TemporaryDirectory() as name:
        many, few = Path(name) / "many", Path(name) / "few"
        for folder, rows in ((many, ROWS), (few, FEW)):
            gather(folder, CASES, 0)
            _inside(folder, partial(fill, rows))
        _inside(few, _compare)
        figures = {
            "xlsx_over_bare_writer": _inside(many, lambda: _ratio(_our_workbook, _bare_workbook)),
            "csv_over_bare_cursor": _inside(many, lambda: _ratio(_our_csv, _bare_csv)),
            "csv_over_raw_rows": _inside(many, lambda: _ratio(_our_csv, _raw_csv)),
        }
        peaks = [_alone(folder) for folder in (many, few)]
    return {
        **{name: round(value, 2) for name, value in figures.items()},
        "peak_mb_growth": round(peaks[0] / peaks[1], 2),
        "peak_mb": round(peaks[0]),
    }


def _inside(folder: Path, work: Callable[[], T]) -> T:
    """Do something as a page of a folder's installation does."""
    app = create_app(replace(Settings.for_demo(folder), secret_key=SECRET))
    with app.test_request_context("/eksport"):
        done = work()
        db.session.remove()
        db.engine.dispose()
    return done


def _ratio(ours: Callable[[], None], bare: Callable[[], None]) -> float:
    """Give the median of ours over the bare, made in turn, after one of each to warm up on."""
    ratios = []
    for number in range(PAIRS + 1):
        gc.collect()
        ratio = _timed(ours) / _timed(bare)
        if number:
            ratios.append(ratio)
    return median(ratios)


def _timed(work: Callable[[], None]) -> float:
    began = process_time()
    work()
    return process_time() - began


def _our_workbook() -> None:
    exported(WORKBOOK, Selection(), _maker(), "nb").file.close()


def _our_csv() -> None:
    exported("ledger", Selection(), _maker(), "nb").file.close()


def _maker() -> Maker:
    return Maker("Målt", clock.now(), made_up=True)


def _cursor() -> sqlite3.Cursor:
    """Give the rows of the ledger by the driver's own cursor, as the same statement asks for them."""
    compiled = money.entries_of(Selection()).compile(
        dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}
    )
    return sqlite3.connect(str(db.engine.url.database)).execute(str(compiled))


def _raw_csv() -> None:
    with TemporaryFile("w+", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter=";").writerows(_cursor())


def _bare_csv() -> None:
    with TemporaryFile("w+", newline="", encoding="utf-8-sig") as file:
        _write_bare(file)


def _write_bare(file: IO[str]) -> None:
    """Write the controller's file by the least that it takes."""
    figures = {kind.value: words.say(figure) for kind, figure in money.FIGURE_OF.items()}
    kinds = {kind.value: words.say(kind) for kind in EntryKind}
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.name.nb for column in LEDGER.columns)
    for row in _cursor():
        begins, (booked_as, kind, *of, ore, counters, by, at), to = row[:4], row[4:13], row[13:]
        moment = datetime.fromisoformat(at).replace(tzinfo=UTC).astimezone(clock.OSLO)
        amount = f"{ore // ORE_PER_KRONE},{ore % ORE_PER_KRONE:02d}"
        told = f"{moment:%Y-%m-%d %H:%M:%S}"
        writer.writerow(
            [*begins, figures[booked_as], kinds[kind], *of, amount, counters, by, told, *to]
        )


def _compare() -> None:
    """Refuse to measure what does not write the same bytes."""
    extract = exported("ledger", Selection(), _maker(), "nb")
    with extract.file, TemporaryFile("w+", newline="", encoding="utf-8-sig") as file:
        _write_bare(file)
        file.flush()
        if extract.file.read() != Path(f"/proc/self/fd/{file.fileno()}").read_bytes():
            raise RuntimeError("the bare cursor writes another file than ours")


def _bare_workbook() -> None:
    with TemporaryFile() as file, Workbook(file, _OPTIONS) as book:
        page = book.add_worksheet()
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        moment = book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
        amount, whole = (
            book.add_format({"num_format": "#,##0.00"}),
            book.add_format({"num_format": "0"}),
        )
        for line, row in enumerate(_cursor(), start=1):
            for place, cell in enumerate(row):
                if cell is None:
                    continue
                if place == _AMOUNT:
                    page.write_number(line, place, cell / ORE_PER_KRONE, amount)
                elif place == _DAY:
                    page.write_datetime(line, place, date.fromisoformat(cell), day)
                elif place == _MOMENT:
                    page.write_datetime(line, place, datetime.fromisoformat(cell), moment)
                elif isinstance(cell, int):
                    page.write_number(line, place, cell, whole)
                else:
                    page.write_string(line, place, cell)


def _alone(folder: Path) -> float:
    """Give the most memory, in megabytes, that a new process holds while it makes the workbook."""
    with get_context("spawn").Pool(1) as alone:
        return alone.apply(_peak, (folder,))


def _peak(folder: Path) -> float:
    _inside(folder, _our_workbook)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
