"""A database with as many cases as wanted: a few are played through the acts, the rest copied from them."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from random import Random

from sqlalchemy import Connection, Engine, text

from accounts import queries as accounts
from accounts import registration
from app import create_app
from applications.searching.keeping import batches, keep_text
from demo import applying, deciding, judging, people
from demo.applying import Stage
from demo.drawing import draws
from demo.loading import publish
from demo.plan import Round, rounds
from foundation import clock, files, schema
from foundation.database import db, transaction
from foundation.money import Ore, kroner
from foundation.settings import Settings
from grants import setting_up

PLAYED, STRIDE = 4, 10_000
ASKED_BY_A_DRAFT = kroner(1_800_000)
BEGINNING = datetime(2024, 1, 2, 7, 0, tzinfo=UTC)
SECRET = "a-secret-of-a-benchmark-and-nothing-else"
OF_A_CASE = (
    "partner", "chosen_activity", "budget_line", "answer", "event", "assignment", "declaration",
    "examination", "assessment", "score",
)
OF_A_ROW = {
    "confirmation": ("partner", "partner_id"),
    "declaration_cover": ("declaration", "declaration_id"),
    "formal_finding": ("examination", "examination_id"),
    "mark": ("assessment", "assessment_id"),
}


@dataclass(frozen=True, slots=True)
class Crowd:
    """A data folder full of cases."""

    folder: Path
    case: int
    """One that has been assessed, to look at."""
    officer: str
    """The e-mail address of an officer who has declared in that case."""
    closes_on: date
    """The last day of the open calls, in Oslo."""
    drafts: tuple[tuple[int, str], ...]
    """Drafts that only remain to be handed in, with the signatory's e-mail address."""

    @property
    def environment(self) -> dict[str, str]:
        """The settings of a server of this folder."""
        return {
            "TILSAGN_DATABASE_URL": f"sqlite:///{self.folder / 'tilsagn.sqlite'}",
            "TILSAGN_DATA_DIR": str(self.folder),
            "TILSAGN_SECRET_KEY": SECRET,
            "TILSAGN_BASE_URL": "http://127.0.0.1",
        }


def gather(folder: Path, cases: int, drafts: int, calls: int = 1) -> Crowd:
    """Fill a folder with so many cases, and so many drafts, shared between one or two open calls.

    An organisation leads one application in a call: more drafts than kommuner want two calls.
    """
    settings, today = replace(Settings.for_demo(folder), secret_key=SECRET), clock.today()
    with create_app(settings).app_context():
        schema.upgrade(db.engine)
        registration.load_register(at=BEGINNING)
        cast = people.cast(seed=1, at=BEGINNING, on=today)
        setting_up.set_up(by=cast.administrator, at=BEGINNING)
        deciding.book_appropriations(cast, at=BEGINNING)
        first, *_, procuring, introducing = rounds(today, PLAYED)
        stage = _stage(first, cast)
        played = _play(stage)
        db.session.commit()
        _copy(db.engine, cases // PLAYED - 1)
        ready: list[tuple[int, str]] = []
        for plan in (introducing, procuring)[:calls]:
            ready += _drafts(_stage(plan, cast), drafts // calls)
        db.session.commit()
    return Crowd(folder, played, cast.officers[1].email, introducing.closes_on, tuple(ready))


def _stage(plan: Round, cast: people.Cast) -> Stage:
    return Stage(plan, publish(plan, cast), cast, files.store(), Random(7))


def _play(stage: Stage) -> int:
    at = datetime.combine(stage.plan.opens_on, time(10), tzinfo=UTC)
    found = draws(stage.plan, stage.call, accounts.municipalities(clock.today()), stage.rng)
    last = 0
    for draw in found:
        application = applying.apply_for(stage, draw, at=at)
        last = application.id
        judging.take_on(stage, application, 0, at=at)
        judging.control(stage, application, 0, at=at)
        judging.mark(stage, application, draw, 0, at=at)
    with transaction():
        for ids in batches():
            keep_text(ids)
    return last


def _drafts(stage: Stage, count: int) -> tuple[tuple[int, str], ...]:
    if not count:
        return ()
    at = datetime.combine(stage.plan.opens_on, time(10), tzinfo=UTC)
    plan = replace(
        stage.plan, applications=count, drafts=0, winners=count,
        asked_by_winners=Ore(count * ASKED_BY_A_DRAFT),
    )  # fmt: skip
    found = draws(plan, stage.call, accounts.municipalities(clock.today()), stage.rng)
    ready = []
    for draw in found:
        application = applying.prepare(stage, draw, at=at)
        ready.append(
            (application.id, stage.cast.signatories[draw.lead.organisation_id].email)
        )
        db.session.expunge_all()
    return tuple(ready)


def _copy(engine: Engine, times: int) -> None:
    """Copy every case so many times, each copy's ids a stride above the last one's."""
    if times < 1:
        return
    with engine.begin() as connection:
        numbers = f"WITH RECURSIVE k(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k WHERE n < {times}) "
        _copy_applications(connection, numbers)
        for table in OF_A_CASE:
            _copy_rows(connection, numbers, table, {"application_id"})
        for table, (_parent, column) in OF_A_ROW.items():
            _copy_rows(connection, numbers, table, {column})
        _copy_texts(connection, numbers)
        connection.execute(text("ANALYZE"))


def _copy_applications(connection: Connection, numbers: str) -> None:
    columns = _columns(connection, "application")
    changed = {
        "id": f"id + n * {STRIDE}",
        "case_number": f"'2024/' || (10000 + id + n * {PLAYED})",
        "submitted_at": "strftime('%Y-%m-%d %H:%M:%S.000000', submitted_at, '-' || n || ' minutes')",
    }
    _insert(connection, numbers, "application", columns, changed)


def _copy_texts(connection: Connection, numbers: str) -> None:
    serial = f"(10000 + application_id + n * {PLAYED})"
    changed = {
        "place": f"202400000 + {serial}",
        "application_id": f"application_id + n * {STRIDE}",
        "cover": f"cover || ' ' || {serial}",
        "words": f"words || ' ' || {serial}",
    }
    _insert(connection, numbers, "case_text", _columns(connection, "case_text"), changed)


def _copy_rows(connection: Connection, numbers: str, table: str, keys: set[str]) -> None:
    columns = _columns(connection, table)
    moved = keys | ({"partner_id"} if table == "budget_line" else set())
    if "id" in columns:
        moved |= {"id"}
    _insert(
        connection, numbers, table, columns,
        {column: f"{column} + n * {STRIDE}" for column in moved},
    )


def _insert(
    connection: Connection, numbers: str, table: str, columns: list[str], changed: dict[str, str]
) -> None:
    taken = ", ".join(f'"{column}"' for column in columns)
    given = ", ".join(changed.get(column, f'"{column}"') for column in columns)
    connection.execute(
        text(f'INSERT INTO "{table}" ({taken}) {numbers} SELECT {given} FROM "{table}", k')
    )


def _columns(connection: Connection, table: str) -> list[str]:
    rows = connection.execute(text(f'PRAGMA table_info("{table}")'))
    return [str(row.name) for row in rows]
