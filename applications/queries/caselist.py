"""The office's list of cases: one query a page, paged by keys, served by an index.

The newest submission comes first, unless another order is asked for. A bookmark is the key and id of the
row it stands beside, so a page stays where it is while new cases come in above it. Cases that are sought
by their words come in the order of their numbers, which is how the index finds them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, Select, false, select

from applications.models import Application
from applications.queries.casefilters import LEAD_NAME, CaseFilters, conditions
from applications.queries.caseorder import NEWEST, Order, bookmark
from applications.searching.matching import INDEX, is_hit, is_indexed_apart, mentions_words
from applications.searching.models import CaseText
from applications.searching.terms import snippet, terms_of
from criteria.steps import Step
from foundation.database import db
from foundation.language import Bilingual
from foundation.money import Ore
from grants.models import Call

SIZE = 50
NONE_OPEN = false()
"""Of somebody to whom no case is open: words are looked for on their covers only."""

Snippet = tuple[tuple[str, bool], ...]
"""A piece of text round a hit: parts, and whether each is a hit."""


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
    order: Order = NEWEST,
    only: Sequence[ColumnElement[bool]] = (),
    opened: ColumnElement[bool] | None = NONE_OPEN,
    after: str | None = None,
    before: str | None = None,
    size: int = SIZE,
) -> CasePage:
    """Give the page that follows a bookmark, or the one that precedes it; else the first.

    `only`: what a later room asks of the cases besides, such as who is put on them. `opened` says of an
    application that who asks may look inside; None when every case is open. Raises BookmarkError for a
    bookmark that no page gave.
    """
    statement, order = _asked(filters, order, opened)
    statement = statement.where(*conditions(filters), *only)
    backwards = before is not None
    if before is not None:
        statement = statement.where(order.beside(before, earlier=True))
    elif after is not None:
        statement = statement.where(order.beside(after, earlier=False))
    found = db.session.execute(
        statement.order_by(*order.by(backwards=backwards)).limit(size + 1)
    ).all()
    rows = found[:size][::-1] if backwards else found[:size]
    more = len(found) > size
    return CasePage(
        tuple(CaseRow(*row[:-1]) for row in rows),
        after=_bookmark(rows[-1]) if rows and (more or backwards) else None,
        before=_bookmark(rows[0]) if rows and (more if backwards else after is not None) else None,
    )


def snippets(
    applications: Sequence[int], text: str, opened: ColumnElement[bool] | None
) -> dict[int, Snippet]:
    """Show where a text was found inside those of some cases that are open to who asks."""
    terms = terms_of(text)
    if not terms or not applications:
        return {}
    statement = select(CaseText.application_id, CaseText.body).where(
        CaseText.application_id.in_(applications)
    )
    if opened is not None:
        statement = statement.join(Application).where(opened)
    cut = ((number, snippet(body, terms)) for number, body in db.session.execute(statement))
    return {number: pieces for number, pieces in cut if pieces}


_CALL = select(Call.title).where(Call.id == Application.call_id).scalar_subquery()
_ROWS = select(
    Application.id,
    Application.case_number,
    Application.title,
    LEAD_NAME.label("lead"),
    _CALL.label("call"),
    Application.step,
    Application.asked,
    Application.submitted_at,
)
"""The columns in the order of CaseRow's fields."""


def _asked(
    filters: CaseFilters, order: Order, opened: ColumnElement[bool] | None
) -> tuple[Select[Any], Order]:
    """Begin the question, and give the order it can be answered in."""
    text = filters.text.strip()
    terms = terms_of(text)
    if not text:
        return _ROWS.add_columns(order.key), order
    if not terms:
        return _ROWS.add_columns(order.key).where(false()), order
    if order is not NEWEST:
        return _ROWS.add_columns(order.key).where(mentions_words(terms, opened)), order
    return _in_order_of_hits(terms, opened)


def _in_order_of_hits(
    terms: Sequence[str], opened: ColumnElement[bool] | None
) -> tuple[Select[Any], Order]:
    by_place = Order(INDEX.c.rowid if is_indexed_apart() else CaseText.place, int, alone=True)
    statement = _ROWS.add_columns(by_place.key)
    if is_indexed_apart():
        statement = statement.select_from(INDEX).join(CaseText, CaseText.place == INDEX.c.rowid)
    else:
        statement = statement.select_from(CaseText)
    statement = statement.join(Application, Application.id == CaseText.application_id)
    return statement.where(is_hit(terms, opened)), by_place


def _bookmark(row: Row[Any]) -> str:
    return bookmark(row[-1], row.id)
