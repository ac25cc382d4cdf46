"""Sums asked of the database in plain SQL, sharing nothing with what the pages use."""

from sqlalchemy import text

from foundation.database import db

LEDGER = "SELECT coalesce(sum(amount), 0) FROM entry WHERE year = :year"
OF_A_KIND = f"{LEDGER} AND booked_as = :kind"
GRANTED = """SELECT coalesce(sum(y.amount), 0) FROM decision_year y
    JOIN decision d ON d.id = y.decision_id WHERE d.published_at IS NOT NULL AND y.year = :year"""
ASKED = "SELECT coalesce(sum(asked), 0) FROM application WHERE submitted_at IS NOT NULL"


def ore(query: str, **values: object) -> int:
    """Ask for one sum in øre, on a connection of its own."""
    with db.engine.connect() as connection:
        return int(connection.execute(text(query), values).scalar_one())


def booked(year: int, kind: str) -> int:
    """Add up what the ledger holds of a kind in a year."""
    return ore(OF_A_KIND, year=year, kind=kind)
