"""Setting a scheme up from the sheets that lie with the code: acts in order, said in one line.

For the first day of an installation, for demonstrations and for tests. Not an act itself.
"""

from datetime import date, datetime
from pathlib import Path

from accounts.models import Person
from foundation import clock
from grants import services
from grants.catalogue import (
    CALLS,
    SCHEME,
    CallSheet,
    SchemeSheet,
    load_bank,
    load_call,
    load_scheme,
)
from grants.models import Call, Scheme
from grants.services import CallTerms


def set_up(*, by: Person, at: datetime, sheet: Path = SCHEME) -> Scheme:
    """Set the scheme up with the appropriations that its sheet reckons with, and the question catalogue."""
    read = load_scheme(sheet)
    scheme = services.set_up_scheme(read, by=by, at=at)
    _register_money(scheme, read, by=by, at=at)
    services.fill_catalogue(load_bank(sheet.parent, read), by=by, at=at)
    return scheme


def publish_all(*, by: Person, at: datetime) -> list[Call]:
    """Draft and publish every call that lies with the code, on its own terms."""
    return [publish(load_call(path), by=by, at=at) for path in CALLS]


def publish(sheet: CallSheet, terms: CallTerms | None = None, *, by: Person, at: datetime) -> Call:
    """Draft and publish a call from a sheet, on its own terms when none are given."""
    call = services.draft_call(sheet, terms or terms_of(sheet), by=by, at=at)
    services.publish_call(call, by=by, at=at)
    return call


def terms_of(sheet: CallSheet) -> CallTerms:
    """Give the terms that a sheet itself proposes."""
    return CallTerms(
        code=sheet.code,
        opens_on=sheet.opens_on,
        closes_on=sheet.closes_on,
        frame=sheet.frame,
        first_year=sheet.first_year,
        last_year=sheet.last_year,
    )


def _register_money(scheme: Scheme, sheet: SchemeSheet, *, by: Person, at: datetime) -> None:
    posts = {(post.chapter, post.post): post for post in scheme.posts}
    decided_on = min(clock.in_oslo(at).date(), date(sheet.first_year, 1, 1))
    for row in sheet.appropriations:
        services.register_appropriation(
            posts[row.chapter, row.post],
            year=row.year,
            amount=row.amount,
            authority=row.authority,
            decided_on=decided_on,
            by=by,
            at=at,
        )
