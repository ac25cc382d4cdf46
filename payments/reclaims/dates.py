"""What claims put in the calendar: the day to comment on a notice by, and the days they are to be paid."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import contains_eager, selectinload

from criteria import reclaiming
from decisions.agenda.dates import Due
from decisions.agenda.sources import due_in, register
from foundation.database import db
from payments.reclaims.models import Reclaim
from payments.reclaims.queries import ReclaimView, views_of

_A_DAY = timedelta(days=1)


class ClaimDate(StrEnum):
    """What falls on a date because money is asked back."""

    COMMENT = "reclaim_comment"
    PAY = "reclaim_pay"


def claim_dates(which: ColumnElement[bool], today: date) -> Iterator[Due]:
    """Give the day to comment by while nobody has, and the first day of what is not paid. Three queries."""
    del today
    found = db.session.scalars(
        select(Reclaim)
        .join(Reclaim.application)
        .where(which)
        .options(contains_eager(Reclaim.application), selectinload(Reclaim.parts))
        .order_by(Reclaim.id)
    ).all()
    for view in views_of(found):
        one = view.reclaim
        if one.decided_at is None and one.commented_at is None:
            yield due_in(one.application, ClaimDate.COMMENT, one.comment_by, owed=False)
        day = _first_unpaid(view)
        if day is not None:
            yield due_in(one.application, ClaimDate.PAY, day, owed=True)


def _first_unpaid(view: ReclaimView) -> date | None:
    one = view.reclaim
    if one.pay_by is None:
        return None
    days = sorted(moved.on for moved in view.due)
    for day in days:
        if reclaiming.due_by(day + _A_DAY, view.parts, one.pay_by, view.sums) > 0:
            return day
    return None


register("claims", claim_dates, in_office=True)
