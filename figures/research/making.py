"""The job that makes an edition: every table in every format, from one moment of the data."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from shutil import copyfileobj
from typing import IO

from flask import current_app
from flask_babel import force_locale
from sqlalchemy import select

from accounts import audit
from figures.asking import CSV, JSON, JSONSTAT, PARQUET, formats_of, written
from figures.extracts import Extract
from figures.queries.spread import spread
from figures.research.codebook import codebook
from figures.research.models import Snapshot, SnapshotFile
from figures.research.package import described
from figures.research.protected import Releases, kept, released, source_of
from figures.research.queries import told_before
from figures.research.services import MAKE
from figures.schema import schema
from figures.sources import RESEARCH, Source
from foundation import outbox
from foundation.columns import JsonValue
from foundation.database import db, locked, snapshot, transaction
from foundation.files import store
from foundation.language import BOKMAL
from foundation.money import NOTHING
from foundation.settings import Settings

BOOK = "codebook"
ENDINGS = {CSV: "csv", JSON: "json", PARQUET: "parquet", JSONSTAT: "jsonstat.json"}
MEDIA_TYPES = {
    CSV: "text/csv",
    JSON: "application/json",
    PARQUET: "application/vnd.apache.parquet",
    JSONSTAT: "application/vnd.json-stat+json",
}


@outbox.handles(MAKE)
def make(detail: JsonValue, at: datetime) -> None:
    """Make an edition and keep it. Done twice, it is made once."""
    number = int(detail["snapshot"])
    asked = db.session.scalars(select(Snapshot).where(Snapshot.id == number)).one()
    if asked.taken_at is not None:
        return
    with force_locale(BOKMAL), snapshot():
        releases = released(spread(), told_before(number))
        files = list(_files(number, releases))
    package = json.dumps(
        described(number, at, address_of(number), files), ensure_ascii=False, indent=1
    )
    sha256 = store().keep(package.encode(), MEDIA_TYPES[JSON]).sha256
    with transaction():
        held = locked(asked)
        if held.taken_at is not None:
            return
        db.session.add_all(files)
        held.taken_at, held.under_way = at, None
        held.package_sha256, held.told = sha256, kept(releases)
        audit.record(
            "snapshot.made", subject=f"snapshot:{number}", by=None, at=at, files=len(files),
            sha256=sha256,
        )  # fmt: skip


def address_of(number: int) -> str:
    """Give the address that an edition always has."""
    settings: Settings = current_app.extensions["tilsagn"]
    return f"{settings.base_url}/data/{number}"


def _files(number: int, releases: Releases) -> Iterator[SnapshotFile]:
    """Write every table in every format that it has, and the codebook, into the store."""
    for source in (*RESEARCH.values(), source_of(releases)):
        for extract in written(source, formats_of(source)):
            yield _table(number, source, extract)
    yield _of_text(number, f"{BOOK}.csv", CSV, codebook())
    yield _of_text(number, f"{BOOK}.json", JSON, json.dumps(schema(), ensure_ascii=False))


def _table(number: int, source: Source, extract: Extract) -> SnapshotFile:
    with extract.file as file:
        write: Callable[[IO[bytes]], None] = partial(copyfileobj, file)
        stored = store().keep_written(write, MEDIA_TYPES[extract.format])
    return SnapshotFile(
        snapshot_id=number,
        name=f"{source.table.code}.{ENDINGS[extract.format]}",
        table_code=source.table.code,
        format=extract.format,
        sha256=stored.sha256,
        size=stored.size,
        rows=extract.count.rows,
        control_sum=extract.count.control_sum,
    )


def _of_text(number: int, name: str, file_format: str, text: str) -> SnapshotFile:
    stored = store().keep(text.encode(), MEDIA_TYPES[file_format])
    return SnapshotFile(
        snapshot_id=number, name=name, table_code=BOOK, format=file_format, sha256=stored.sha256,
        size=stored.size, rows=0, control_sum=NOTHING,
    )  # fmt: skip
