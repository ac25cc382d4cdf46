"""What an evidence pack is about: one case, one round or one budget year."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, select

from applications.models import Application
from figures.evidence.extent import Extent
from figures.queries.parts import SUBMITTED, in_force
from foundation.database import db
from grants.models import Call
from payments.models import Entry


@dataclass(frozen=True, slots=True)
class Scope:
    """What a pack is about; `number` is the id of a case or a call, or a budget year."""

    extent: Extent
    number: int


@dataclass(frozen=True, slots=True)
class Subject:
    """A case of a pack."""

    application_id: int
    case_number: str


def cases_in(scope: Scope) -> Sequence[Subject]:
    """List the cases of a pack: those with a decision that is sent out, never others. One query."""
    now = in_force()
    asked: Select[int, str | None] = (
        select(Application.id, Application.case_number)
        .join(now, now.c.application_id == Application.id)
        .where(SUBMITTED, _within(scope))
        .order_by(Application.id)
    )
    return [Subject(number, str(case)) for number, case in db.session.execute(asked)]


def name_of(scope: Scope) -> str:
    """Name a scope as files and lists do: a case number, a call's code, a year."""
    match scope.extent:
        case Extent.CASE:
            asked = select(Application.case_number).where(Application.id == scope.number)
        case Extent.ROUND:
            asked = select(Call.code).where(Call.id == scope.number)
        case Extent.YEAR:
            return str(scope.number)
    return str(db.session.scalar(asked))


def _within(scope: Scope) -> ColumnElement[bool]:
    match scope.extent:
        case Extent.CASE:
            return Application.id == scope.number
        case Extent.ROUND:
            round_of = select(Call.round_id).where(Call.id == scope.number).scalar_subquery()
            calls = select(Call.id).where(Call.round_id == round_of)
            return Application.call_id.in_(calls)
        case Extent.YEAR:
            booked = select(Entry.application_id).where(
                Entry.year == scope.number, Entry.application_id.is_not(None)
            )
            return Application.id.in_(booked)


def case_by_number(case_number: str) -> int | None:
    """Find a case that was handed in by its number."""
    return db.session.scalars(
        select(Application.id).where(Application.case_number == case_number, SUBMITTED)
    ).first()
