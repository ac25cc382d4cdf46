"""The scheme and its calls, made from the shipped sheets by the acts themselves."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from sqlalchemy import update

from accounts.models import Person
from foundation import clock
from foundation.database import db, transaction
from foundation.money import Ore, kroner
from grants import queries, services, setting_up
from grants.catalogue import CALLS, SCHEME, CallSheet, SchemeSheet, load_call, load_scheme
from grants.models import Call, Scheme, Sender
from grants.services import CallTerms
from tests.scenes import scene

PROCUREMENT, INTRODUCTION = CALLS


@lru_cache
def the_scheme_sheet() -> SchemeSheet:
    """Read the shipped scheme once for all tests."""
    return load_scheme(SCHEME)


@lru_cache
def a_call_sheet(path: Path = PROCUREMENT) -> CallSheet:
    """Read a shipped call once for all tests."""
    return load_call(path)


@scene
def a_scheme(by: Person) -> Scheme:
    """Set the scheme up with its money, once in a test."""
    if not queries.has_scheme():
        setting_up.set_up(by=by, at=clock.now())
    return queries.scheme()


def terms(
    *,
    code: str = "anskaffelse-2026",
    opens_on: date = date(2026, 2, 1),
    closes_on: date = date(2026, 4, 15),
    frame: Ore = kroner(40_000_000),
    first_year: int = 2026,
    last_year: int = 2028,
) -> CallTerms:
    """Terms of a call that is open at the tests' moment, 2 March 2026."""
    return CallTerms(
        code=code,
        opens_on=opens_on,
        closes_on=closes_on,
        frame=frame,
        first_year=first_year,
        last_year=last_year,
    )


@scene
def a_draft(by: Person, call_terms: CallTerms | None = None, sheet: Path = PROCUREMENT) -> Call:
    """Draft a call from a shipped sheet; the scheme is set up when it is not."""
    a_scheme(by)
    made = services.draft_call(a_call_sheet(sheet), call_terms or terms(), by=by, at=clock.now())
    return queries.call(made.id)


@scene
def a_call(by: Person, call_terms: CallTerms | None = None, sheet: Path = PROCUREMENT) -> Call:
    """Publish a call from a shipped sheet: open at the tests' moment unless the terms say otherwise."""
    call = a_draft(by, call_terms, sheet)
    services.publish_call(call, by=by, at=clock.now())
    return call


def changed_by_somebody_else(row: Call | Scheme | Sender) -> None:
    """Let somebody change a row after it was read here."""
    table = type(row)
    with transaction():
        db.session.execute(
            update(table).where(table.id == row.id).values(version=row.version + 1),
            execution_options={"synchronize_session": False},
        )
