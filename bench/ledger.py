"""A ledger of 1,000,000 entries beside the same sums in raw SQL, and beside one of 10,000; on both engines.

`balance_over_sql`: the time of a case's balance over that of the same sums asked of its entries by a bare
statement. `year_page_over_sql`: the whole page of a budget year, as it is sent to a controller, over a bare
statement that adds the year's entries up by case. `reconcile_over_sql`: making every kept balance anew and
comparing, over bare statements that add up the same groups. `year_page_growth_10000_to_1000000`: the page
at the one size over the other.

`posting_over_bare_insert`: how many entries are booked in a second by an act of a thousand (a round's
commitments), over how many of the same rows the bare driver inserts into the ledger in one transaction by
`executemany`: no sums asked, no rule, no audit trail; the ledger's own triggers keep the balances in both.
`posting_over_untended_insert`: over the same rows into a table that has all columns, keys, rules and indexes
of the ledger and as many rows, and no triggers: a ledger that keeps no balances and refuses nothing. Medians
of runs made in turn.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import MetaData, select, text
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.sql.elements import quoted_name

from accounts.models import Membership, Person, Role
from applications.models import Application
from bench.crowd import gather
from bench.engines import a_postgresql, copy, database
from bench.ledgers import FIRST_YEAR, PROMISED, YEARS, fill, ledger_of
from bench.serving import seconds
from criteria.postings import CLAIMED, COMMITTED, PAID, EntryKind
from demo.people import OPENS_EVERY_ACCOUNT
from figures.checks.books import wrong_balances
from foundation import clock
from foundation.database import Base, db, transaction
from foundation.money import Ore
from grants.models import Call
from payments import ledger, queries
from payments.posting import Posting

FEW, MANY, CASES = 10_000, 1_000_000, 1_000
POSTED, TIMES, OFTEN = 1_000, 9, 200
YEAR = FIRST_YEAR + YEARS - 1
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
COLUMNS = (
    "kind", "booked_as", "budget_post_id", "call_id", "application_id", "year", "amount", "booked_on", "text",
    "posted_at", "posted_by_id",
)  # fmt: skip
BESIDE = {"posting_over_bare_insert": "entry", "posting_over_untended_insert": "bare_entry"}
SUMS = ", ".join(
    "SUM(CASE WHEN booked_as IN ({}) THEN amount ELSE 0 END)".format(
        ", ".join(f"'{kind.value}'" for kind in sorted(kinds))
    )
    for kinds in (COMMITTED, PAID, CLAIMED)
)
OF_A_CASE = f"SELECT year, {SUMS} FROM entry WHERE application_id = {{case}} GROUP BY year"
OF_THE_YEAR = (
    f"SELECT application_id, {SUMS} FROM entry WHERE year = {YEAR} GROUP BY application_id"
)
OF_YEARS = f"SELECT budget_post_id, year, COUNT(*), {SUMS} FROM entry GROUP BY budget_post_id, year"
OF_CASES = (
    f"SELECT application_id, budget_post_id, year, COUNT(*), {SUMS} FROM entry "
    "WHERE application_id IS NOT NULL GROUP BY application_id, budget_post_id, year"
)


def run() -> dict[str, float]:
    """Measure on both engines; takes some minutes, most of it to fill the larger ledgers."""
    figures: dict[str, float] = {}
    with TemporaryDirectory() as name, a_postgresql() as server:
        folder = Path(name)
        crowds = {size: gather(folder / str(size), CASES, 0) for size in (FEW, MANY)}
        urls = {size: one.environment["TILSAGN_DATABASE_URL"] for size, one in crowds.items()}
        elsewhere = {size: database(server, f"ledger_{size}") for size in urls}
        for size, url in urls.items():
            copy(url, elsewhere[size])
        for engine, places in (("sqlite", urls), ("postgresql", elsewhere)):
            found = _measured(folder, places)
            figures |= {f"{engine}_{figure}": value for figure, value in found.items()}
    return figures


def _measured(folder: Path, urls: dict[int, str]) -> dict[str, float]:
    small, page = _in_turn(*(_page(folder / str(size), urls[size], size) for size in (FEW, MANY)))
    with ledger_of(folder / str(MANY), urls[MANY]).app_context():
        reconciled, summed = _in_turn(_reconcile, lambda: _ask(OF_YEARS, OF_CASES))
        return {
            "balance_over_sql": round(_balance_over_sql(), 2),
            "year_page_over_sql": round(page / _time(lambda: _ask(OF_THE_YEAR)), 2),
            "reconcile_over_sql": round(reconciled / summed, 2),
            "year_page_growth_10000_to_1000000": round(page / small, 2),
            **{name: round(value, 2) for name, value in _posting().items()},
        }


def _balance_over_sql() -> float:
    case = db.session.scalars(select(Application.id).order_by(Application.id.desc())).first()
    assert case is not None
    statement = OF_A_CASE.format(case=case)
    return _time(lambda: _balance(case), OFTEN) / _time(lambda: _ask(statement), OFTEN)


def _balance(case: int) -> None:
    queries.case_balance(case)


def _page(folder: Path, url: str, size: int) -> Callable[[], None]:
    """Fill a ledger; give what a controller does to see the year: the page is put together and sent."""
    app = ledger_of(folder, url)
    with app.app_context():
        fill(size)
        controller = db.session.scalars(
            select(Person.email)
            .join(Membership, Membership.person_id == Person.id)
            .where(Membership.role == Role.CONTROLLER)
            .order_by(Person.id)
        ).first()
    browser = _signed_in(app, str(controller))
    return lambda: _get(browser, f"/okonomi/aar/{YEAR}")


def _signed_in(app: Flask, email: str) -> FlaskClient:
    browser = app.test_client()
    token = TOKEN.search(browser.get("/logg-inn").text)
    browser.post(
        "/logg-inn",
        data={
            "csrf_token": token.group(1) if token else "", "email": email,
            "password": OPENS_EVERY_ACCOUNT,
        },
    )  # fmt: skip
    return browser


def _get(browser: FlaskClient, path: str) -> None:
    answer = browser.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{path} answered {answer.status_code}")


def _reconcile() -> None:
    """Make every kept balance anew; one that is otherwise would make the measure worthless."""
    for wrong in wrong_balances():
        raise RuntimeError(wrong)


def _ask(*statements: str) -> None:
    with _driver() as cursor:
        for sql in statements:
            cursor.execute(sql)
            cursor.fetchall()


@contextmanager
def _driver() -> Iterator[DBAPICursor]:
    """Give a cursor of the driver itself, and keep what it wrote."""
    connection = db.engine.raw_connection()
    try:
        cursor = connection.cursor()
        yield cursor
        connection.commit()
    finally:
        connection.close()


def _posting() -> dict[str, float]:
    """Book, and insert the same rows by the driver, in turn; give the ratios of the rates."""
    _make_bare()
    cases = db.session.execute(
        select(Application.id, Application.call_id, Call.budget_post_id)
        .join(Call, Call.id == Application.call_id)
        .order_by(Application.id)
        .limit(POSTED)
    ).all()
    given = [
        Posting(
            EntryKind.COMMITMENT,
            post,
            YEAR,
            Ore(PROMISED),
            "Tilsagn",
            call_id=call,
            application_id=case,
        )
        for case, call, post in cases
    ]
    by = db.session.scalars(select(Person).order_by(Person.id)).first()

    def book() -> None:
        with transaction():
            ledger.post_all(given, by=by, at=clock.now())

    taken = []
    for _ in range(TIMES + 1):
        ours = seconds(book)
        taken.append([seconds(partial(_insert, table, given)) / ours for table in BESIDE.values()])
    return {name: median(one[place] for one in taken[1:]) for place, name in enumerate(BESIDE)}


def _make_bare() -> None:
    """Make a table like the ledger's, with as many rows."""
    twins = MetaData()  # without our names of constraints, which are taken
    for table in Base.metadata.sorted_tables:
        table.to_metadata(twins)
    bare = twins.tables["entry"].to_metadata(twins, name="bare_entry")
    for index in bare.indexes:
        index.name = quoted_name(f"bare_{index.name}", quote=None)
    for constraint in bare.constraints:
        constraint.name = None
    columns = ", ".join(column.name for column in bare.columns)
    with db.engine.begin() as connection:
        bare.create(connection)
        connection.execute(text(f"INSERT INTO bare_entry ({columns}) SELECT {columns} FROM entry"))
        if connection.dialect.name == "postgresql":
            numbers = "pg_get_serial_sequence('bare_entry', 'id')"
            connection.execute(text(f"SELECT setval({numbers}, (SELECT MAX(id) FROM bare_entry))"))


def _insert(table: str, given: Sequence[Posting]) -> None:
    signs = ", ".join("?" if db.engine.name == "sqlite" else "%s" for _ in COLUMNS)
    with _driver() as cursor:
        if db.engine.name == "sqlite":
            cursor.execute("BEGIN IMMEDIATE")
        cursor.executemany(
            f"INSERT INTO {table} ({', '.join(COLUMNS)}) VALUES ({signs})", _rows(given)
        )


def _rows(given: Sequence[Posting]) -> list[tuple[object, ...]]:
    return [
        (
            "commitment", "commitment", one.budget_post_id, one.call_id, one.application_id, one.year,
            one.amount, "2026-01-02", one.text, "2026-01-02 07:00:00.000000", 1,
        )
        for one in given
    ]  # fmt: skip


def _time(do: Callable[[], None], times: int = TIMES) -> float:
    do()  # once to be warm
    return median(seconds(do) for _ in range(times))


def _in_turn(*questions: Callable[[], None]) -> list[float]:
    """Ask in turn, so that whatever else the machine does hits all alike; give each one's median."""
    taken = [[seconds(one) for one in questions] for _ in range(TIMES + 1)][1:]
    return [median(times) for times in zip(*taken, strict=True)]
