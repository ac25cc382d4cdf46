"""Acts on what is kept of the lists: saved views, and the dates for marks."""

from datetime import date, datetime

from sqlalchemy import delete, func, select

from accounts import audit
from accounts.models import Person
from assessments.lists.models import MarkingDate, OpeningView, SavedView
from assessments.lists.refusals import ListRefusal
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from grants.models import Call

MOST_VIEWS = 20


def save_view(*, name: str, query: str, shared: bool, by: Person, at: datetime) -> SavedView:
    """Keep a choice under a name that the person has not used. Raises RuleBrokenError."""
    with transaction():
        locked(by)
        own = select(func.count(SavedView.id)).where(SavedView.person_id == by.id)
        if (db.session.scalar(own) or 0) >= MOST_VIEWS:
            raise RuleBrokenError(ListRefusal.TOO_MANY_VIEWS, number=MOST_VIEWS)
        view = SavedView(
            person_id=by.id, name=_free_name(name, by), query=query, saved_at=at,
            shared_at=at if shared else None,
        )  # fmt: skip
        db.session.add(view)
    return view


def change_view(view: SavedView, *, name: str, shared: bool, by: Person, at: datetime) -> None:
    """Call a view something else, share it, or share it no more. Raises RuleBrokenError."""
    with transaction():
        locked(by)
        locked(view)
        view.name = _free_name(name, by, but=view.id)
        if shared != (view.shared_at is not None):
            view.shared_at = at if shared else None
        if not shared:
            db.session.execute(
                delete(OpeningView).where(
                    OpeningView.view_id == view.id, OpeningView.person_id != by.id
                )
            )


def delete_view(view: SavedView, *, by: Person, at: datetime) -> None:
    """Let go of a view. Whoever's list opened with it, sees all cases again."""
    del by, at
    with transaction():
        db.session.execute(delete(OpeningView).where(OpeningView.view_id == view.id))
        db.session.execute(delete(SavedView).where(SavedView.id == view.id))


def open_with(view: SavedView | None, *, by: Person, at: datetime) -> None:
    """Let a person's list open with a view, or with all cases again."""
    del at
    with transaction():
        locked(by)
        db.session.execute(delete(OpeningView).where(OpeningView.person_id == by.id))
        if view is not None:
            db.session.add(OpeningView(person_id=by.id, view_id=view.id))


def set_marking_date(call: Call, *, due_on: date, by: Person, at: datetime) -> MarkingDate:
    """Say by when the marks of a round should be finished; `call` is its first edition.

    Raises RuleBrokenError for a day that is not ahead.
    """
    with transaction():
        if due_on <= clock.in_oslo(at).date():
            raise RuleBrokenError(ListRefusal.DATE_IN_THE_PAST)
        found = MarkingDate(call_id=call.id, due_on=due_on, set_at=at, set_by_id=by.id)
        db.session.add(found)
        audit.record(
            "call.marking_date", subject=f"call:{call.id}", by=by, at=at, due_on=due_on.isoformat()
        )
    return found


def _free_name(name: str, by: Person, but: int | None = None) -> str:
    tidy = name.strip()
    if not tidy:
        raise RuleBrokenError(ListRefusal.NAME_MISSING)
    taken = select(SavedView.id).where(SavedView.person_id == by.id, SavedView.name == tidy)
    if db.session.scalar(taken) not in (None, but):
        raise RuleBrokenError(ListRefusal.NAME_TAKEN, name=tidy)
    return tidy
