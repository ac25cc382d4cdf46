"""Reading the choices that persons have kept."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import joinedload

from accounts.models import Person
from assessments.lists.models import OpeningView, SavedView
from foundation.database import db
from foundation.errors import NotFoundError


class KeptView(NamedTuple):
    """A saved view as the list shows it; `opens`: the list opens with it for this person."""

    id: int
    name: str
    query: str
    opens: bool


def views_of(person: Person) -> tuple[KeptView, ...]:
    """List the views that a person sees by name: the own ones first, then those others share."""
    rows = db.session.execute(_VIEWS, {"person": person.id})
    return tuple(KeptView(row.id, row.name, row.query, row.view_id is not None) for row in rows)


def own_and_shared(person: Person) -> Sequence[SavedView]:
    """List the views that a person sees, with whose they are."""
    return db.session.scalars(
        select(SavedView)
        .where(or_(SavedView.person_id == person.id, SavedView.shared_at.is_not(None)))
        .options(joinedload(SavedView.person))
        .order_by(SavedView.person_id != person.id, SavedView.name, SavedView.id)
    ).all()


def view_of(person: Person, view_id: int, *, own: bool) -> SavedView:
    """Find a view that a person sees, or only one of the own. Raises NotFoundError."""
    mine = SavedView.person_id == person.id
    seen = mine if own else or_(mine, SavedView.shared_at.is_not(None))
    found = db.session.scalars(select(SavedView).where(SavedView.id == view_id, seen)).first()
    if found is None:
        raise NotFoundError
    return found


_mine = SavedView.person_id == bindparam("person")
_VIEWS = (
    select(SavedView.id, SavedView.name, SavedView.query, OpeningView.view_id)
    .outerjoin(
        OpeningView,
        (OpeningView.view_id == SavedView.id) & (OpeningView.person_id == bindparam("person")),
    )
    .where(or_(_mine, SavedView.shared_at.is_not(None)))
    .order_by(~_mine, SavedView.name, SavedView.id)
)
