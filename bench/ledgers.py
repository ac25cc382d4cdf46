"""A ledger of as many entries as wanted, on either engine: real cases, and entries by one statement of SQL.

The database keeps the balances while they are written, and withholds payments that must wait, as it does for
every entry: each case is awarded and has accepted, and what it is promised for a year is one instalment.
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
"""Øre: what each year is granted, and what each commitment and payment of a case is at least."""
APPROPRIATE = text(
    "INSERT INTO entry (kind, booked_as, budget_post_id, year, amount, booked_on, text, posted_at) "
    "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :years) "
    "SELECT 'appropriation', 'appropriation', (SELECT MIN(id) FROM budget_post), :first + i, :granted, "
    "'2024-01-02', 'Bevilgning', '2024-01-02 07:00:00.000000' FROM n"
)
DECIDE = text(
    "INSERT INTO decision (application_id, number, outcome, amount, kind, reasons_left_out, reason, "
    "drafted_at, drafted_by_id, signed_at, signed_by_id, content_hash, published_at, published_by_id) "
    "SELECT id, 1, 'award', 100000000, 'original', :no, '', submitted_at, (SELECT MIN(id) FROM person), "
    "submitted_at, (SELECT MAX(id) FROM person), 'x', submitted_at, (SELECT MAX(id) FROM person) "
    "FROM application WHERE submitted_at IS NOT NULL AND id NOT IN (SELECT application_id FROM decision)"
)
ACCEPT = text(
    "INSERT INTO acceptance (decision_id, accepted, account_number, answered_at, answered_by_id, content) "
    "SELECT id, :yes, '86011117947', published_at, (SELECT MIN(id) FROM person), '{}' FROM decision "
    "WHERE id NOT IN (SELECT decision_id FROM acceptance)"
)
BOOK = (
    "INSERT INTO entry (kind, booked_as, budget_post_id, call_id, application_id, decision_id, year, amount, "
    "booked_on, text, posted_at) "
    "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :number), "
    "cases AS (SELECT decision.id AS decision_id, application.id, application.call_id, "
    "ROW_NUMBER() OVER (ORDER BY application.id) - 1 AS place "
    "FROM application JOIN decision ON decision.application_id = application.id) "
    "SELECT '{kind}', '{kind}', (SELECT MIN(id) FROM budget_post), cases.call_id, cases.id, "
    "cases.decision_id, :first + i / (SELECT COUNT(*) FROM cases) % :years, :each + i, '2024-01-02', "
    "'Postering ' || i || ' i saken', '2024-01-02 07:00:00.000000' "
    "FROM n JOIN cases ON cases.place = i % (SELECT COUNT(*) FROM cases) ORDER BY i"
)
PLAN = text(
    "INSERT INTO instalment (application_id, decision_id, number, year, amount, trigger, account_number, "
    "version) SELECT balance.application_id, decision.id, balance.year, balance.year, balance.committed, "
    "'accepted', acceptance.account_number, 1 FROM case_balance AS balance "
    "JOIN decision ON decision.application_id = balance.application_id "
    "JOIN acceptance ON acceptance.decision_id = decision.id WHERE balance.committed > 0"
)


def ledger_of(folder: Path, url: str) -> Flask:
    """Open an installation that lies in a folder, with its database at an address."""
    settings = Settings.for_demo(folder)
    return create_app(replace(settings, secret_key=SECRET, database_url=url))


def fill(number: int) -> None:
    """Book so many entries beside what is there: in every case, in every year, as the years go by.

    Half are commitments, the other half payments of them. No case has been awarded anything before.
    """
    years = {"first": FIRST_YEAR, "years": YEARS}
    half = years | {"number": number // 2}
    with db.engine.begin() as connection:
        connection.execute(APPROPRIATE, years | {"granted": GRANTED})
        connection.execute(DECIDE, {"no": False})
        connection.execute(ACCEPT, {"yes": True})
        connection.execute(text(BOOK.format(kind="commitment")), half | {"each": PROMISED})
        connection.execute(PLAN)
        connection.exec_driver_sql("ANALYZE")
        connection.execute(text(BOOK.format(kind="payment")), half | {"each": PAID})
        connection.exec_driver_sql("ANALYZE")
