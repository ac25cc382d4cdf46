"""Finding cases by their words, in the order of their numbers, on both engines."""

from collections.abc import Sequence

from sqlalchemy import (
    ColumnElement,
    Text,
    and_,
    cast,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from applications.models import Application
from applications.searching.models import CaseText
from foundation.database import db

INDEX = table("case_index", column("rowid"))
"""SQLite's index over the words. On PostgreSQL it lies on the table itself."""


def says(terms: Sequence[str]) -> ColumnElement[bool]:
    """Say of a row of CaseText that it has words that begin so, all of them.

    On SQLite the row must stand beside `INDEX` in the question (`is_indexed_apart`).
    """
    if is_indexed_apart():
        return literal_column("case_index", Text).op("MATCH")(_fts(terms))
    vector = func.array_to_tsvector(func.string_to_array(func.ltrim(CaseText.words), " "))
    return vector.op("@@")(cast(literal(_tsquery(terms), Text), TSQUERY))


def is_indexed_apart() -> bool:
    """Tell whether the engine keeps its index beside the table: SQLite does."""
    return db.session.get_bind().dialect.name == "sqlite"


def cover_says(terms: Sequence[str]) -> ColumnElement[bool]:
    """Say of a row of CaseText that its cover alone has words that begin so, all of them."""
    return and_(*(_stands_in(term) for term in terms))


def mentions_words(terms: Sequence[str], opened: ColumnElement[bool] | None) -> ColumnElement[bool]:
    """Say of an application that it is a hit, for lists in another order than that of the hits."""
    found = select(CaseText.application_id).where(says(terms))
    if is_indexed_apart():
        found = found.join(INDEX, INDEX.c.rowid == CaseText.place)
    hit = Application.id.in_(found)
    if opened is None:
        return hit
    covers = select(CaseText.application_id).where(cover_says(terms))
    return and_(hit, or_(Application.id.in_(covers), opened))


def is_hit(terms: Sequence[str], opened: ColumnElement[bool] | None) -> ColumnElement[bool]:
    """Say that a case is a hit: by its cover, or by all its words where it is open to who asks.

    `opened` says of an application that it is open; None where every case is.
    """
    if opened is None:
        return says(terms)
    return and_(says(terms), or_(cover_says(terms), opened))


def _stands_in(term: str) -> ColumnElement[bool]:
    if len(term) == 1:
        return (CaseText.cover + " ").contains(f" {term} ")
    return CaseText.cover.contains(f" {term}")


def _fts(terms: Sequence[str]) -> str:
    return " ".join(f'"{term}"' + ("*" if len(term) > 1 else "") for term in terms)


def _tsquery(terms: Sequence[str]) -> str:
    return " & ".join(f"'{term}'" + (":*" if len(term) > 1 else "") for term in terms)
