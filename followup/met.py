"""Meeting a duty that has no report form, inside the act by which it is met."""

from datetime import datetime

from sqlalchemy import select

from accounts.models import Person
from applications import journal
from applications.models import Application
from criteria.duties import DutyKind
from followup.models import Duty
from followup.notes import MET
from foundation.database import db


def meet(
    application: Application, kind: DutyKind, year: int | None, *, how: str, by: Person, at: datetime
) -> None:
    """Let the duties of a kind be met, of a year or whichever year it is. Inside the act that does it.

    What is met already stays as it was met, and a case without the duty is none the worse.
    """
    of_kind = select(Duty).where(
        Duty.application_id == application.id, Duty.kind == kind, Duty.met_at.is_(None)
    )
    if year is not None:
        of_kind = of_kind.where(Duty.year == year)
    for duty in db.session.scalars(of_kind.order_by(Duty.id)).all():
        meet_one(duty, application, how=how, by=by, at=at)


def meet_one(
    duty: Duty, application: Application, *, how: str, by: Person, at: datetime
) -> None:
    """Let one duty be met. Inside an act that holds the case."""
    duty.met_at, duty.met_by_id, duty.met_how = at, by.id, how
    journal.note(
        application, MET[duty.kind].value, by=by, at=at, public=True, year=duty.year, duty=duty.id
    )


def owe_again(application: Application, kind: DutyKind, year: int | None = None) -> None:
    """Let the duties of a kind, of a year or of all, be owed again: what met them was taken back.

    Inside the act.
    """
    of_kind = select(Duty).where(Duty.application_id == application.id, Duty.kind == kind)
    if year is not None:
        of_kind = of_kind.where(Duty.year == year)
    for duty in db.session.scalars(of_kind.order_by(Duty.id)):
        duty.met_at, duty.met_by_id, duty.met_how = None, None, ""
