"""Data for research on both engines: 100,000 applications, 1,000,000 ledger entries and as many measurements.

`worst_table_over_sql`: the greatest ratio, over all tables, of the time a table takes as CSV to the time of
its own statements asked of the driver's cursor, row by row into a bare `csv.writer`; a cube likewise as
JSON-stat, over the same into `json.dump`. `TABLE_over_sql`: each of them. A table whose pieces are not its
rows (`bench.joined`) is held against the one statement that gives its rows, and beside that, as
`TABLE_over_pieces`, against its own. `snapshot_over_bare_writers`: an edition's files, over the same
statements into bare writers: `csv`, `json`, and for Parquet `csv` through gzip as thin as its own.
`snapshot_mb_growth`: the most memory a process of its own holds for an edition, over that of one at a tenth.
`public_page_over_hello`: how many times a second the page of awards is answered, over a bare hello.

The first making of a table is one of its pairs, and an edition is made once: in the process whose memory is
read. How far it has come is told beside the figures.

`BENCH_FIGURES` gives another number of applications; each has ten entries and ten measurements.
"""

import os
import resource
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from operator import truediv
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.crowd import SECRET, gather
from bench.engines import a_postgresql, copy, database
from bench.joined import JOINED
from bench.ledgers import fill, ledger_of
from bench.measured import measure
from bench.raw import Statement, heard, write_bare
from bench.serving import Client, seconds, serving
from bench.telling import step
from figures.asking import CSV, JSON, JSONSTAT, PARQUET, formats_of, written
from figures.sources import RESEARCH, Source
from foundation.database import db, snapshot

MANY = int(os.environ.get("BENCH_FIGURES", "100000"))
ENTRIES_A_CASE, PAIRS, ENOUGH, ASKED, TENTH = 10, 3, 2, 200, 10
LONG = 40.0
"""Seconds: what has taken so long is not made and written a third time."""


@dataclass(frozen=True, slots=True)
class Turns:
    """The times of a file made in turn with what it is held against, and what its table asked."""

    asked: list[Statement]
    ours: list[float]
    own: list[float] = field(default_factory=list)
    joined: list[float] = field(default_factory=list)

    def over(self, plain: list[float]) -> float:
        """Give the median ratio of the pairs."""
        return float(median(map(truediv, self.ours, plain)))


@dataclass(slots=True)
class Raw:
    """What all tables ask the database, and how long a bare writer of CSV takes for it."""

    statements: list[Statement] = field(default_factory=list)
    csv_seconds: float = 0

    def seconds(self) -> float:
        """Give the time of all three formats into bare writers."""
        others = (seconds(partial(write_bare, self.statements, one)) for one in (JSON, PARQUET))
        return self.csv_seconds + sum(others)


def run() -> dict[str, float]:
    """Measure on both engines; takes long, half of it to fill the databases."""
    with TemporaryDirectory() as name, a_postgresql() as server:
        folder, sizes = Path(name), (MANY // TENTH, MANY)
        urls = {size: _filled(folder / str(size), size) for size in sizes}
        found = _measured("sqlite", folder, urls)
        elsewhere = {size: _copied(url, server, size) for size, url in urls.items()}
        return found | _measured("postgresql", folder, elsewhere)


def _filled(folder: Path, size: int) -> str:
    """Fill a database on SQLite; give its address."""
    with step(f"gathering {size} applications"):
        url = gather(folder, size, 0).environment["TILSAGN_DATABASE_URL"]
    with step(f"filling {size} applications"), ledger_of(folder, url).app_context():
        with db.engine.begin() as connection:
            measure(connection, ENTRIES_A_CASE)
        fill(size * ENTRIES_A_CASE)
        db.engine.dispose()
    return url


def _copied(url: str, server: str, size: int) -> str:
    """Copy a database to PostgreSQL; give its address there."""
    there = database(server, f"figures_{size}")
    with step(f"copying {size} applications to PostgreSQL"):
        copy(url, there)
    return there


def _measured(engine: str, folder: Path, urls: dict[int, str]) -> dict[str, float]:
    few, many = urls
    with ledger_of(folder / str(many), urls[many]).app_context():
        raw = Raw()
        measured = _tables(engine, raw)
        with step(f"{engine}: an edition into bare writers"):
            bare = raw.seconds()
        db.engine.dispose()
    with step(f"{engine}: an edition of {few}"):
        _, small = _alone(folder / str(few), urls[few])
    with step(f"{engine}: an edition of {many}") as edition:
        taken, large = _alone(folder / str(many), urls[many])
        edition["snapshot_over_bare_writers"] = taken / bare
        edition["snapshot_mb_growth"] = large / small
    with step(f"{engine}: the page of awards") as page:
        page["public_page_over_hello"] = _page_over_hello(folder / str(many), urls[many])
    worst = max(ratio for name, ratio in measured.items() if name.endswith("_over_sql"))
    figures = {"worst_table_over_sql": worst, **measured, **edition, **page}
    return {f"{engine}_{name}": round(value, 2) for name, value in figures.items()}


def _tables(engine: str, raw: Raw) -> dict[str, float]:
    """Give each table over its own SQL."""
    ratios: dict[str, float] = {}
    for code, source in RESEARCH.items():
        with step(f"{engine}: {code}") as found:
            found.update(_table(code, source, raw))
        ratios |= found
    return ratios


def _table(code: str, source: Source, raw: Raw) -> dict[str, float]:
    turns = _in_turn(source, CSV, JOINED.get(code))
    raw.statements += turns.asked
    raw.csv_seconds += median(turns.own)
    if turns.joined:
        return {
            f"{code}_over_sql": turns.over(turns.joined),
            f"{code}_over_pieces": turns.over(turns.own),
        }
    ratios = {f"{code}_over_sql": turns.over(turns.own)}
    if source.table.dimensions:
        cube = _in_turn(source, JSONSTAT)
        ratios[f"{code}_cube_over_sql"] = cube.over(cube.own)
    return ratios


def _in_turn(source: Source, file_format: str, joined: str | None = None) -> Turns:
    make = partial(_make, source, file_format)
    with heard() as asked:
        turns = Turns(asked, [seconds(make)])
    for turn in range(PAIRS):
        if turn >= ENOUGH and sum(turns.ours + turns.own) > LONG:
            break
        if turn:
            turns.ours.append(seconds(make))
        turns.own.append(seconds(partial(write_bare, asked, file_format)))
        if joined is not None:
            turns.joined.append(seconds(partial(write_bare, [(joined, ())], file_format)))
    return turns


def _make(source: Source, *formats: str) -> None:
    with snapshot():
        for extract in written(source, formats):
            extract.file.close()


def _alone(folder: Path, url: str) -> tuple[float, float]:
    """Give how long a new process takes for an edition, and the most memory, in megabytes, that it holds."""
    with get_context("spawn").Pool(1) as alone:
        return alone.apply(_edition, (folder, url))


def _edition(folder: Path, url: str) -> tuple[float, float]:
    with ledger_of(folder, url).app_context():
        taken = seconds(_make_edition)
        db.engine.dispose()
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _make_edition() -> None:
    for source in RESEARCH.values():
        _make(source, *formats_of(source))


def _page_over_hello(folder: Path, url: str) -> float:
    environment = {
        "TILSAGN_DATABASE_URL": url, "TILSAGN_DATA_DIR": str(folder), "TILSAGN_SECRET_KEY": SECRET,
        "TILSAGN_BASE_URL": "http://127.0.0.1",
    }  # fmt: skip
    with ExitStack() as stack:
        bare = Client(stack.enter_context(serving("bench.bare:application", {"BARE_DATABASE_URL": url})))
        ours = Client(stack.enter_context(serving("wsgi:application", environment)))
        times: tuple[list[float], list[float]] = ([], [])
        for _ in range(ASKED):
            times[0].append(seconds(lambda: ours.get("/tilskudd")))
            times[1].append(seconds(lambda: bare.get("/hello")))
        return median(times[1]) / median(times[0])
