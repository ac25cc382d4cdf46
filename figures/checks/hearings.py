"""Checks of hearings: what was said came in time, and is answered where the call is published."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from criteria import deadlines
from foundation.database import db
from grants.hearings.models import Hearing, HearingComment


def wrong_hearings() -> Iterator[str]:
    """Name comments that came too late, and hearings of published calls that are not finished."""
    found = db.session.scalars(
        select(Hearing).options(joinedload(Hearing.call)).order_by(Hearing.id)
    )
    for hearing in found:
        said = db.session.scalars(
            select(HearingComment)
            .where(HearingComment.hearing_id == hearing.id)
            .options(selectinload(HearingComment.answers))
            .order_by(HearingComment.id)
        ).all()
        for one in said:
            yield from _wrong(hearing, one)
        if hearing.call.published_at is not None and hearing.summary is None:
            yield f"hearing {hearing.id} is not summed up, and its call is published"


def _wrong(hearing: Hearing, one: HearingComment) -> Iterator[str]:
    over = deadlines.closing_moment(hearing.closes_on)
    if not hearing.opened_at <= one.given_at < over:
        yield f"comment {one.id} came before hearing {hearing.id} was opened, or after it was over"
    if one.withdrawn_at is not None and one.withdrawn_at >= over:
        yield f"comment {one.id} was withdrawn after it was over"
    if hearing.call.published_at is not None and one.withdrawn_at is None and not one.answers:
        yield f"comment {one.id} is not answered, and its call is published"
