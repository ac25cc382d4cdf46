"""The books of a year as evidence: what belongs to no single case, and the files it rests on."""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from sqlalchemy import select

from figures.evidence.archive import Member
from figures.evidence.records import Rows, as_json, read_where
from foundation import clock
from foundation.database import Base
from foundation.files import store

_FOLDER = PurePosixPath("boker")
_FILES = {
    "movement": ("sha256", "hjemler"),
    "payment_batch": ("file_sha256", "bankfiler"),
    "bank_message": ("sha256", "fra-banken"),
}
"""The tables whose rows name a file: by which column, and in which folder it is put."""
_ENDINGS = {"payment_batch": ".xml", "bank_message": ".xml"}


def books_of(year: int) -> Iterator[Member]:
    """Give the year's books as JSON, and then the files that its rows name."""
    rows = _rows_of(year)
    yield Member(str(_FOLDER / "boker.json"), [as_json(rows)])
    for table, (column, place) in _FILES.items():
        for row in rows[table]:
            if row[column] is not None:
                ending = _ENDINGS.get(table) or PurePosixPath(str(row["filename"])).suffix
                path = _FOLDER / place / f"{row['id']}{ending}"
                yield Member(str(path), store().pieces(str(row[column])))


def _rows_of(year: int) -> Rows:
    """Read what was appropriated, moved, closed, paid in batches and told by the bank in or for a year."""
    tables = Base.metadata.tables
    entry, line, instalment = tables["entry"], tables["payment_line"], tables["instalment"]
    first, last = clock.of_year(year)
    moved = select(entry.c.movement_id).where(entry.c.year == year)
    batches = (
        select(line.c.batch_id)
        .join(instalment, instalment.c.id == line.c.instalment_id)
        .where(instalment.c.year == year)
    )
    executed = tables["payment_batch"].c.execute_on.between(date(year, 1, 1), date(year, 12, 31))
    in_year = tables["payment_batch"].c.id.in_(batches) | executed
    found = {
        "budget_post": read_where("budget_post"),
        "appropriation": read_where("appropriation", tables["appropriation"].c.year == year),
        "post_balance": read_where("post_balance", tables["post_balance"].c.year == year),
        "movement": read_where("movement", tables["movement"].c.id.in_(moved)),
        "closed_month": read_where(
            "closed_month",
            tables["closed_month"].c.first_day.between(date(year, 1, 1), date(year, 12, 31)),
        ),
        "payer": read_where("payer"),
        "payment_batch": read_where("payment_batch", in_year),
        "bank_message": read_where(
            "bank_message", tables["bank_message"].c.received_at.between(first, last)
        ),
        "authority": read_where("authority", tables["authority"].c.from_on <= date(year, 12, 31)),
    }
    for name, column, parent in (
        ("payment_line", "batch_id", "payment_batch"),
        ("bank_movement", "message_id", "bank_message"),
    ):
        ids = [row["id"] for row in found[parent]]
        found[name] = read_where(name, tables[name].columns[column].in_(ids))
    return found
