"""Data for research on both engines: 100,000 applications, 1,000,000 ledger entries and as many measurements.

`worst_table_over_sql`: the greatest ratio, over all tables, of the time a table takes as CSV to the time of
its own statements asked of the driver's cursor, row by row into a bare `csv.writer`; a cube likewise as
JSON-stat, over the same into `json.dump`. `TABLE_over_sql`: each of them. A table whose pieces are not its
rows (`bench.joined`) is held against the one statement that gives its rows, and beside that, as
`TABLE_over_pieces`, against its own. `snapshot_over_bare_writers`: an edition's files, over the same
statements into bare writers: `csv`, `json`, and for Parquet `csv` through gzip as thin as its own.
`snapshot_mb_growth`: the most memory a process of its own holds for an edition, over that of one at a tenth.
`public_page_over_hello`: how many times a second the page of awards is answered, over a bare hello.

`BENCH_FIGURES` gives another number of applications; each has ten entries and ten measurements.
"""

import csv
import json
import os
import resource
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from gzip import GzipFile
from io import TextIOWrapper
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Any

from sqlalchemy import event

from bench.crowd import gather
from bench.engines import a_postgresql, copy, database
from bench.joined import JOINED
from bench.ledgers import fill, ledger_of
from bench.measured import measure
from bench.serving import Client, seconds, serving
from figures.asking import CSV, JSON, JSONSTAT, PARQUET, formats_of, written
from figures.sources import RESEARCH, Source
from foundation.database import db, snapshot

MANY = int(os.environ.get("BENCH_FIGURES", "100000"))
ENTRIES_A_CASE, PAIRS, ASKED, BATCH, TENTH = 10, 3, 200, 1_000, 10
Statement = tuple[str, Any]


def run() -> dict[str, float]:
    """Measure on both engines; takes long, most of it to fill the databases."""
    found: dict[str, float] = {}
    with TemporaryDirectory() as name, a_postgresql() as server:
        folder = Path(name)
        crowds = {size: gather(folder / str(size), size, 0) for size in (MANY // TENTH, MANY)}
        for size, crowd in crowds.items():
            _fill(crowd.folder, crowd.environment["TILSAGN_DATABASE_URL"], size)
        many = crowds[MANY]
        elsewhere = {one: database(server, f"figures_{one}") for one in crowds}
        urls = {one: crowd.environment["TILSAGN_DATABASE_URL"] for one, crowd in crowds.items()}
        for size, url in urls.items():
            copy(url, elsewhere[size])
        for engine, places in (("sqlite", urls), ("postgresql", elsewhere)):
            with ledger_of(many.folder, places[MANY]).app_context():
                measured = _tables() | {"snapshot_over_bare_writers": _edition_over_bare()}
                db.engine.dispose()
            peaks = [_alone(one.folder, places[size]) for size, one in crowds.items()]
            measured["snapshot_mb_growth"] = peaks[1] / peaks[0]
            measured["public_page_over_hello"] = _page_over_hello(
                many.environment | {"TILSAGN_DATABASE_URL": places[MANY]}, places[MANY]
            )
            found |= {f"{engine}_{key}": round(value, 2) for key, value in measured.items()}
    return found


def _fill(folder: Path, url: str, size: int) -> None:
    with ledger_of(folder, url).app_context():
        with db.engine.begin() as connection:
            measure(connection, ENTRIES_A_CASE)
        fill(size * ENTRIES_A_CASE)
        db.engine.dispose()


def _tables() -> dict[str, float]:
    """Give each table over its own SQL, and the worst of them."""
    ratios, pieces = {}, {}
    for code, source in RESEARCH.items():
        own = _over_bare(source, CSV)
        if code in JOINED:
            pieces[f"{code}_over_pieces"] = own
            own = _over(source, CSV, [(JOINED[code], ())])
        ratios[f"{code}_over_sql"] = own
        if source.table.dimensions:
            ratios[f"{code}_cube_over_sql"] = _over_bare(source, JSONSTAT)
    return {"worst_table_over_sql": max(ratios.values()), **ratios, **pieces}


def _over_bare(source: Source, file_format: str) -> float:
    with _heard() as statements:
        _make(source, file_format)
    return _over(source, file_format, statements)


def _over(source: Source, file_format: str, statements: list[Statement]) -> float:
    """Give the median ratio of pairs made in turn."""
    bare = partial(_write_bare, statements, file_format)
    pairs = [(seconds(partial(_make, source, file_format)), seconds(bare)) for _ in range(PAIRS)]
    return median(ours / plain for ours, plain in pairs)


def _edition_over_bare() -> float:
    """Give the time of all files of an edition over that of the same statements into bare writers."""
    with _heard() as statements:
        for source in RESEARCH.values():
            _make(source, CSV)
    plain = sum(
        seconds(partial(_write_bare, statements, file_format))
        for file_format in (CSV, JSON, PARQUET)
    )
    return seconds(_make_edition) / plain


def _make_edition() -> None:
    for source in RESEARCH.values():
        _make(source, *formats_of(source))


def _make(source: Source, *formats: str) -> None:
    with snapshot():
        for extract in written(source, formats):
            extract.file.close()


@contextmanager
def _heard() -> Iterator[list[Statement]]:
    """Hear what the database is asked."""
    heard: list[Statement] = []

    def hear(*asked: object) -> None:
        _connection, _cursor, statement, parameters, *_more = asked
        if str(statement).startswith("SELECT"):
            heard.append((str(statement), parameters))

    event.listen(db.engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(db.engine, "before_cursor_execute", hear)


def _write_bare(statements: list[Statement], file_format: str) -> None:
    with ExitStack() as stack:
        file = stack.enter_context(TemporaryFile("w+b"))
        thin = partial(GzipFile, fileobj=file, mode="wb", compresslevel=1)
        into = stack.enter_context(thin()) if file_format == PARQUET else file
        written = TextIOWrapper(into, encoding="utf-8", newline="")
        write = _json_into(written) if file_format in (JSON, JSONSTAT) else csv.writer(written).writerows
        for statement in statements:
            for rows in _rows(statement):
                write(rows)
        written.flush()
        written.detach()


def _json_into(written: IO[str]) -> Callable[[list[Any]], None]:
    return lambda rows: json.dump(rows, written, default=str)


def _rows(statement: Statement) -> Iterator[list[Any]]:
    connection = db.engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(*statement)
        while rows := cursor.fetchmany(BATCH):
            yield [tuple(row) for row in rows]
    finally:
        connection.close()


def _alone(folder: Path, url: str) -> float:
    """Give the most memory, in megabytes, that a new process holds while it makes an edition."""
    with get_context("spawn").Pool(1) as alone:
        return alone.apply(_peak, (folder, url))


def _peak(folder: Path, url: str) -> float:
    with ledger_of(folder, url).app_context():
        _make_edition()
        db.engine.dispose()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _page_over_hello(environment: dict[str, str], url: str) -> float:
    with ExitStack() as stack:
        bare = Client(stack.enter_context(serving("bench.bare:application", {"BARE_DATABASE_URL": url})))
        ours = Client(stack.enter_context(serving("wsgi:application", environment)))
        times: tuple[list[float], list[float]] = ([], [])
        for _ in range(ASKED):
            times[0].append(seconds(lambda: ours.get("/tilskudd")))
            times[1].append(seconds(lambda: bare.get("/hello")))
        return median(times[1]) / median(times[0])
