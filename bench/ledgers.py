"""A ledger of as many entries as wanted, on either engine: real cases, and entries by one statement of SQL.

The database keeps the balances while they are written, as it does for every entry.
"""

from dataclasses import replace
from pathlib import Path

from flask import Flask
from sqlalchemy import text

from app import create_app
from bench.crowd import SECRET
from foundation.database import db
from foundation.settings import Settings

FIRST_YEAR, YEARS = 2024, 5
GRANTED, PROMISED, PAID = 10**14, 100_00, 99_00
"""Øre: what each year is granted, and what each commitment and payment of a case is."""
APPROPRIATE = text(
    "INSERT INTO entry (kind, booked_as, budget_post_id, year, amount, booked_on, text, posted_at) "
    "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :years) "
    "SELECT 'appropriation', 'appropriation', (SELECT MIN(id) FROM budget_post), :first + i, :granted, "
    "'2024-01-02', 'Bevilgning', '2024-01-02 07:00:00.000000' FROM n"
)
FILL = text(
    "INSERT INTO entry (kind, booked_as, budget_post_id, call_id, application_id, year, amount, booked_on, "
    "text, posted_at) "
    "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :number), "
    "cases AS (SELECT id, call_id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS place FROM application) "
    "SELECT CASE WHEN i % 2 = 0 THEN 'commitment' ELSE 'payment' END, "
    "CASE WHEN i % 2 = 0 THEN 'commitment' ELSE 'payment' END, (SELECT MIN(id) FROM budget_post), "
    "cases.call_id, cases.id, :first + i / 2 / (SELECT COUNT(*) FROM cases) % :years, "
    "CASE WHEN i % 2 = 0 THEN :promised ELSE :paid END, '2024-01-02', 'Postering', "
    "'2024-01-02 07:00:00.000000' "
    "FROM n JOIN cases ON cases.place = i / 2 % (SELECT COUNT(*) FROM cases) ORDER BY i"
)


def ledger_of(folder: Path, url: str) -> Flask:
    """Open an installation that lies in a folder, with its database at an address."""
    settings = Settings.for_demo(folder)
    return create_app(replace(settings, secret_key=SECRET, database_url=url))


def fill(number: int) -> None:
    """Book so many entries beside what is there: in every case, in every year, as the years go by."""
    with db.engine.begin() as connection:
        years = {"first": FIRST_YEAR, "years": YEARS}
        connection.execute(APPROPRIATE, years | {"granted": GRANTED})
        connection.execute(FILL, years | {"number": number, "promised": PROMISED, "paid": PAID})
        connection.exec_driver_sql("ANALYZE")
