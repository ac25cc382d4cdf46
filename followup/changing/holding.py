"""Holding a case and its change while an act decides: locked, and read anew inside the act."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from accounts.models import Person
from applications.models import Application
from criteria.changes import Change
from followup.changing.content import written
from followup.changing.models import ChangeRequest
from followup.changing.queries import newest_number, whole
from followup.holding import hold_case, refuse_unless_accepted
from foundation.database import db


def hold_project(application_id: int) -> Application:
    """Hold the case of an accepted grant until the act ends. Raises RuleBrokenError."""
    held = hold_case(application_id)
    refuse_unless_accepted(held)
    return held


def hold_change(change: ChangeRequest) -> ChangeRequest:
    """Read a change of a held case anew; those who sent, answered and confirmed stay loaded."""
    one = select(ChangeRequest).where(ChangeRequest.id == change.id)
    db.session.scalars(
        one.options(selectinload(ChangeRequest.confirmations)).execution_options(
            populate_existing=True
        )
    ).one()
    return db.session.scalars(one.options(*whole())).one()


def new_change(
    application: Application, *, by: Person, at: datetime, opened_by: int | None = None
) -> ChangeRequest:
    """Begin an empty change in a held case."""
    made = ChangeRequest(
        application_id=application.id,
        number=newest_number(application.id) + 1,
        wanted=written(Change()),
        begun_at=at,
        begun_by_id=by.id,
        opened_by_partner_id=opened_by,
        confirmations=[],
    )
    db.session.add(made)
    db.session.flush()  # the audit entry and the confirmations name it by the id
    return made
