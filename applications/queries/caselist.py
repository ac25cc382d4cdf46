"""The office's list of cases: one query a page, paged by keys, served by an index.

The newest submission comes first. A bookmark is the moment and id of the row it stands beside, so a
page stays where it is while new cases come in above it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, or_, select, tuple_

from accounts.models import Organisation
from applications.models import Application, Partner, PartnerRole
from applications.queries.spelling import mentions
from criteria.steps import Step
from foundation.database import db
from foundation.language import Bilingual
from foundation.money import Ore
from grants.models import Call

SIZE = 50


class BookmarkError(ValueError):
    """The bookmark is not one that a page gave."""


@dataclass(frozen=True, slots=True)
class CaseFilters:
    """What the list should show. `text` is looked for in title, case number and lead's name."""

    call_id: int | None = None
    step: Step | None = None
    text: str = ""


class CaseRow(NamedTuple):
    """A case as the list shows it."""

    id: int
    case_number: str
    title: str
    lead: str
    call: Bilingual
    step: Step
    asked: Ore
    submitted_at: datetime


@dataclass(frozen=True, slots=True)
class CasePage:
    """A page of cases, and the bookmarks of the pages beside it; None where the list ends."""

    rows: tuple[CaseRow, ...]
    after: str | None
    before: str | None


def case_page(
    filters: CaseFilters,
    *,
    only: Sequence[ColumnElement[bool]] = (),
    after: str | None = None,
    before: str | None = None,
    size: int = SIZE,
) -> CasePage:
    """Give the page that follows a bookmark, or the one that precedes it; else the first.

    `only`: what a later room asks of the cases besides, such as who is put on them. Raises
    BookmarkError for a bookmark that no page gave.
    """
    where = [*_conditions(filters), *only]
    if before is not None:
        found = _read([*where, _beside(before, newer=True)], _OLDEST_FIRST, size + 1)
        rows = tuple(reversed(found[:size]))
        return _page(rows, earlier=len(found) > size, later=True)
    if after is not None:
        where.append(_beside(after, newer=False))
    found = _read(where, _NEWEST_FIRST, size + 1)
    return _page(tuple(found[:size]), earlier=after is not None, later=len(found) > size)


# Looked up row by row: joined in, they would tempt a planner to begin elsewhere and sort everything.
_LEAD = (
    select(Organisation.name)
    .join(Partner, Partner.organisation_id == Organisation.id)
    .where(Partner.application_id == Application.id, Partner.role == PartnerRole.LEAD)
    .scalar_subquery()
)
# Asked of each case, so that the index still puts the page in order.
_round_of_case = select(Call.round_id).where(Call.id == Application.call_id).scalar_subquery()
_CALL = select(Call.title).where(Call.id == Application.call_id).scalar_subquery()
_ROWS = select(
    Application.id,
    Application.case_number,
    Application.title,
    _LEAD.label("lead"),
    _CALL.label("call"),
    Application.step,
    Application.asked,
    Application.submitted_at,
)
"""The columns in the order of CaseRow's fields."""
_NEWEST_FIRST = (Application.submitted_at.desc(), Application.id.desc())
_OLDEST_FIRST = (Application.submitted_at.asc(), Application.id.asc())


def _read(
    where: list[ColumnElement[bool]], order: tuple[ColumnElement[Any], ...], limit: int
) -> list[CaseRow]:
    statement = _ROWS.where(*where).order_by(*order).limit(limit)
    return [CaseRow(*row) for row in db.session.execute(statement)]


def _page(rows: tuple[CaseRow, ...], *, earlier: bool, later: bool) -> CasePage:
    return CasePage(
        rows,
        after=_bookmark(rows[-1]) if rows and later else None,
        before=_bookmark(rows[0]) if rows and earlier else None,
    )


def _conditions(filters: CaseFilters) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = [Application.submitted_at.is_not(None)]
    if filters.call_id is not None:
        where.append(_round_of_case == filters.call_id)
    if filters.step is not None:
        where.append(Application.step == filters.step)
    if filters.text.strip():
        where.append(_speaks_of(filters.text.strip()))
    return where


def _speaks_of(text: str) -> ColumnElement[bool]:
    return or_(
        Application.case_number.startswith(text, autoescape=True),
        mentions(text, Application.title, _LEAD),
    )


def _beside(bookmark: str, *, newer: bool) -> ColumnElement[bool]:
    key, place = tuple_(Application.submitted_at, Application.id), _place(bookmark)
    return key > place if newer else key < place


def _bookmark(row: CaseRow) -> str:
    return f"{row.submitted_at.isoformat()}_{row.id}"


def _place(bookmark: str) -> tuple[datetime, int]:
    moment, _, number = bookmark.rpartition("_")
    try:
        place = datetime.fromisoformat(moment), int(number)
    except ValueError as error:
        raise BookmarkError(bookmark) from error
    if place[0].tzinfo is None:
        raise BookmarkError(bookmark)
    return place
