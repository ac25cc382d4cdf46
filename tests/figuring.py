"""Sums of a year asked of the database by queries that share nothing with those of the figures."""

import csv
import io
from hashlib import sha256

from sqlalchemy import text

from figures.extracts import Extract
from foundation.database import db

ASKED = """SELECT sum(asked) FROM application a JOIN call c ON c.id = a.call_id
    WHERE submitted_at IS NOT NULL AND (:year IS NULL OR c.first_year = :year)"""
GRANTED = """SELECT sum(y.amount) FROM decision_year y JOIN decision d ON d.id = y.decision_id
    WHERE d.published_at IS NOT NULL AND (:year IS NULL OR y.year = :year)"""
BOOKED = "SELECT sum(amount) FROM entry WHERE (:year IS NULL OR year = :year)"
RATES = "SELECT sum(amount) FROM instalment WHERE (:year IS NULL OR year = :year)"
COSTS = "SELECT sum(amount) FROM running_cost WHERE (:year IS NULL OR year = :year)"
OF_KINDS = """SELECT sum(amount) FROM entry WHERE (:year IS NULL OR year = :year)
    AND (booked_as = :one OR booked_as = :two)"""
PAID = "SELECT sum(amount) FROM entry WHERE booked_as = 'payment' AND year = :year"


def ore(query: str, **values: object) -> int:
    """Ask the database for one number."""
    return int(db.session.execute(text(query), values).scalar_one() or 0)


def booked_as(year: int | None, one: str, two: str) -> int:
    return ore(typed(OF_KINDS), year=year, one=one, two=two)


def typed(query: str) -> str:
    """Tell PostgreSQL what an unknown year is."""
    return query.replace(":year IS", "CAST(:year AS INTEGER) IS")


def content(extract: Extract) -> bytes:
    with extract.file as file:
        written = file.read()
    assert sha256(written).hexdigest() == extract.sha256
    assert len(written) == extract.size
    return written


def read_csv(written: str, delimiter: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written), delimiter=delimiter))
