"""Reading hearings: those applicants may comment on, those everybody may read, and what was said."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Person, Role
from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError
from grants.hearings.models import Hearing, HearingComment

SPEAKS_FOR = (Role.EDITOR, Role.SIGNATORY)
"""The roles in which a person speaks for an organisation that may apply."""


def hearings() -> list[Hearing]:
    """List all hearings with their calls, the last to close first."""
    return _listed(select(Hearing))


def closed_hearings(at: datetime) -> list[Hearing]:
    """List the hearings that are over, with their calls, the last to close first."""
    return _listed(select(Hearing).where(_is_over(at)))


def hearing(hearing_id: int) -> Hearing:
    """Find a hearing with its points and its call. Raises NotFoundError."""
    return _one(select(Hearing).where(Hearing.id == hearing_id))


def closed_hearing(hearing_id: int, at: datetime) -> Hearing:
    """Find a hearing that everybody may read because it is over. Raises NotFoundError."""
    return _one(select(Hearing).where(Hearing.id == hearing_id, _is_over(at)))


def hearing_of(call_id: int) -> Hearing | None:
    """Give the hearing of a call, by itself, if it had one."""
    return db.session.scalars(select(Hearing).where(Hearing.call_id == call_id)).first()


def comments_on(hearing_: Hearing) -> list[HearingComment]:
    """List what was said and not withdrawn, with organisations and answers, in the order it was said."""
    return _comments(hearing_, HearingComment.withdrawn_at.is_(None))


def own_comments_on(hearing_: Hearing, person: Person) -> list[HearingComment]:
    """List what the person's own organisations said, also what they have withdrawn."""
    return _comments(
        hearing_, HearingComment.organisation_id.in_(person.organisations_as(*SPEAKS_FOR))
    )


def own_comment(person: Person, comment_id: int) -> HearingComment:
    """Find something that one of the person's organisations said. Raises NotFoundError."""
    found = db.session.scalars(
        select(HearingComment).where(
            HearingComment.id == comment_id,
            HearingComment.organisation_id.in_(person.organisations_as(*SPEAKS_FOR)),
        )
    ).first()
    if found is None:
        raise NotFoundError
    return found


def _is_over(at: datetime) -> ColumnElement[bool]:
    return Hearing.closes_on < clock.in_oslo(at).date()


def _listed(statement: Select[Hearing]) -> list[Hearing]:
    return list(
        db.session.scalars(
            statement.options(joinedload(Hearing.call)).order_by(
                Hearing.closes_on.desc(), Hearing.id.desc()
            )
        )
    )


def _one(statement: Select[Hearing]) -> Hearing:
    found = db.session.scalars(
        statement.options(joinedload(Hearing.call), selectinload(Hearing.points))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def _comments(hearing_: Hearing, *where: ColumnElement[bool]) -> list[HearingComment]:
    found: Sequence[HearingComment] = db.session.scalars(
        select(HearingComment)
        .where(HearingComment.hearing_id == hearing_.id, *where)
        .options(joinedload(HearingComment.organisation), selectinload(HearingComment.answers))
        .order_by(HearingComment.id)
        .execution_options(populate_existing=True)
    ).all()
    return list(found)
