"""Reading requests for later days, and the reports that nobody has sent."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import joinedload

from applications.models import Application
from criteria.duties import FORMLESS
from criteria.steps import Step
from followup.deadlines.models import DutyExtension
from followup.models import Duty, Report
from foundation.database import db
from foundation.errors import NotFoundError


def extension(extension_id: int) -> DutyExtension:
    """Find a request with its duty and case, for the office. Raises NotFoundError."""
    found = db.session.scalars(
        select(DutyExtension)
        .where(DutyExtension.id == extension_id)
        .options(
            joinedload(DutyExtension.duty).joinedload(Duty.application),
            joinedload(DutyExtension.asked_by),
            joinedload(DutyExtension.answered_by),
        )
    ).first()
    if found is None:
        raise NotFoundError
    return found


def extensions_of(duty_ids: Collection[int]) -> dict[int, list[DutyExtension]]:
    """Give the requests about some duties, the oldest first, by duty."""
    found: dict[int, list[DutyExtension]] = {one: [] for one in duty_ids}
    for one in db.session.scalars(
        select(DutyExtension).where(DutyExtension.duty_id.in_(duty_ids)).order_by(DutyExtension.id)
    ):
        found[one.duty_id].append(one)
    return found


def extensions_to_answer() -> list[DutyExtension]:
    """List the requests that nobody has answered, the oldest first, with duty and case. One query."""
    return list(
        db.session.scalars(
            select(DutyExtension)
            .where(DutyExtension.answered_at.is_(None))
            .options(
                joinedload(DutyExtension.asked_by),
                joinedload(DutyExtension.duty)
                .joinedload(Duty.application)
                .joinedload(Application.call),
            )
            .order_by(DutyExtension.asked_at, DutyExtension.id)
        )
    )


def last_granted(duty_id: int) -> date | None:
    """Give the latest day that has been given for a duty, if one has."""
    return db.session.scalar(
        select(func.max(DutyExtension.granted_on)).where(DutyExtension.duty_id == duty_id)
    )


def owed_between(first: date, last: date) -> list[Duty]:
    """List the duties due within some days, both included, that are not met.

    Only of grants that are in force, or completed where the duty outlives the case; the first due first, with
    their cases.
    """
    newest = (
        select(func.max(Report.id))
        .where(Report.duty_id == Duty.id)
        .correlate(Duty)
        .scalar_subquery()
    )
    return list(
        db.session.scalars(
            select(Duty)
            .join(Duty.application)
            .outerjoin(Report, Report.id == newest)
            .where(
                Duty.due_on.between(first, last),
                Duty.met_at.is_(None),
                or_(
                    Application.step == Step.ACCEPTED,
                    and_(Application.step == Step.COMPLETED, Duty.kind.in_(FORMLESS)),
                ),
                or_(Report.submitted_at.is_(None), Report.approved.is_(False)),
            )
            .options(joinedload(Duty.application))
            .order_by(Duty.due_on, Duty.id)
        )
    )
