"""The ledger's entries: one query a page, newest first, paged by their ids."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import joinedload

from applications.models import Application
from criteria.postings import APPROPRIATED, COMMITTED, PAID, Balance, EntryKind
from foundation.database import db
from foundation.errors import NotFoundError
from grants.models import Appropriation
from payments.models import Entry
from payments.queries.balances import balance_of

SIZE = 50


class Figure(StrEnum):
    """A figure of the year page, and so the entries that it is made of."""

    APPROPRIATED = "appropriated"
    COMMITTED = "committed"
    PAID = "paid"
    REMAINING = "remaining"
    AVAILABLE = "available"


MADE_OF = {
    Figure.APPROPRIATED: APPROPRIATED,
    Figure.COMMITTED: COMMITTED,
    Figure.PAID: PAID,
    Figure.REMAINING: COMMITTED | PAID,
    Figure.AVAILABLE: APPROPRIATED | COMMITTED,
}

_SINGLE = (Figure.APPROPRIATED, Figure.COMMITTED, Figure.PAID)


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Which entries a list shows. `kind`: what they are booked as; a case by its whole number."""

    year: int | None = None
    budget_post_id: int | None = None
    kind: EntryKind | None = None
    figure: Figure | None = None
    case_number: str = ""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that the entries let through add up to something in, in the order of the page."""
        shown = frozenset(EntryKind)
        if self.figure is not None:
            shown = MADE_OF[self.figure]
        elif self.kind is not None:
            shown = frozenset({self.kind})
        elif self.case_number:
            shown = MADE_OF[Figure.REMAINING]
        return tuple(
            one
            for one in Figure
            if shown & MADE_OF[one] and (one in _SINGLE or MADE_OF[one] <= shown)
        )


@dataclass(frozen=True, slots=True)
class EntryPage:
    """A page of entries, and the bookmarks of the pages beside it; None where the list ends."""

    rows: Sequence[Entry]
    after: int | None
    before: int | None


def entry_page(
    chosen: EntryFilter, *, after: int | None = None, before: int | None = None, size: int = SIZE
) -> EntryPage:
    """Give the entries below an id, or above one, with post, case and person. One query."""
    if before is not None:
        found = _read([*_conditions(chosen), Entry.id > before], Entry.id.asc(), size + 1)
        rows = found[:size][::-1]
        return _page(rows, earlier=len(found) > size, later=True)
    below = [] if after is None else [Entry.id < after]
    found = _read([*_conditions(chosen), *below], Entry.id.desc(), size + 1)
    return _page(found[:size], earlier=after is not None, later=len(found) > size)


def sums_of(chosen: EntryFilter) -> Balance:
    """Add up all the entries that a filter lets through."""
    return balance_of(*_conditions(chosen))


def entry(entry_id: int) -> Entry:
    """Find an entry with post, case, person and organisation. Raises NotFoundError."""
    found = db.session.scalars(
        select(Entry)
        .where(Entry.id == entry_id)
        .options(*_BESIDE, joinedload(Entry.organisation))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def counter_of(entry_id: int) -> Entry | None:
    """Give the entry that counters another, if there is one."""
    return db.session.scalars(select(Entry).where(Entry.counters_id == entry_id)).first()


def unbooked_appropriations() -> list[Appropriation]:
    """List what is granted and not yet booked, by year, with the post."""
    return list(
        db.session.scalars(
            select(Appropriation)
            .outerjoin(Entry, Entry.appropriation_id == Appropriation.id)
            .where(Entry.id.is_(None))
            .options(joinedload(Appropriation.budget_post))
            .order_by(Appropriation.year, Appropriation.id)
        )
    )


def appropriation(appropriation_id: int) -> Appropriation:
    """Find what is granted to a post for a year. Raises NotFoundError."""
    found = db.session.get(Appropriation, appropriation_id)
    if found is None:
        raise NotFoundError
    return found


_BESIDE = (
    joinedload(Entry.budget_post),
    joinedload(Entry.application),
    joinedload(Entry.posted_by),
)


def _read(
    where: Sequence[ColumnElement[bool]], order: ColumnElement[int], limit: int
) -> list[Entry]:
    statement = select(Entry).where(*where).order_by(order).limit(limit)
    return list(db.session.scalars(statement.options(*_BESIDE)))


def _page(rows: Sequence[Entry], *, earlier: bool, later: bool) -> EntryPage:
    return EntryPage(
        rows,
        after=rows[-1].id if rows and later else None,
        before=rows[0].id if rows and earlier else None,
    )


def _conditions(chosen: EntryFilter) -> list[ColumnElement[bool]]:
    where = [
        column == value
        for column, value in (
            (Entry.year, chosen.year),
            (Entry.budget_post_id, chosen.budget_post_id),
            (Entry.booked_as, chosen.kind),
        )
        if value is not None
    ]
    if chosen.figure is not None:
        where.append(Entry.booked_as.in_(MADE_OF[chosen.figure]))
    if chosen.case_number:
        named = select(Application.id).where(Application.case_number == chosen.case_number)
        where.append(Entry.application_id.in_(named))
    return where
