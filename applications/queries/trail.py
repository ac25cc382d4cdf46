"""Reading what has happened in a case: its journal, and who saved what last."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts.models import AuditEntry, Person
from applications.journal import subject_of
from applications.models import Application, Event, Sitting
from foundation.database import db


class Saved(NamedTuple):
    """When something was saved, and by whom."""

    at: datetime
    name: str


def public_events(application_id: int) -> list[Event]:
    """List what the applicant may know of what has happened, newest first, with persons."""
    return list(
        db.session.scalars(
            select(Event)
            .where(Event.application_id == application_id, Event.public)
            .options(joinedload(Event.person))
            .order_by(Event.id.desc())
        )
    )


def events(application_id: int) -> list[Event]:
    """List all that has happened in a case, newest first, with persons. For the office."""
    return list(
        db.session.scalars(
            select(Event)
            .where(Event.application_id == application_id)
            .options(joinedload(Event.person))
            .order_by(Event.id.desc())
        )
    )


def saved_last(application: Application, act: str, subject: str | None = None) -> Saved | None:
    """Tell when an act on an application was last done, and by whom; None when it never was.

    What a page saves by itself is counted in its sitting; all else is in the audit trail. `subject`:
    what the act was done to, where it is not the application itself.
    """
    sittings = (
        select(Sitting.saved_at, Person.name)
        .join(Person, Person.id == Sitting.person_id)
        .where(Sitting.application_id == application.id, Sitting.act == act)
        .order_by(Sitting.saved_at.desc(), Sitting.id.desc())
        .limit(1)
    )
    if subject is not None:
        sittings = sittings.where(Sitting.scope == subject)
    sat = db.session.execute(sittings).first()
    if sat is not None:
        return Saved(sat.saved_at, sat.name)
    row = db.session.execute(
        select(AuditEntry.at, Person.name)
        .join(Person, Person.id == AuditEntry.person_id)
        .where(AuditEntry.subject == (subject or subject_of(application)), AuditEntry.act == act)
        .order_by(AuditEntry.id.desc())
        .limit(1)
    ).first()
    return Saved(row.at, row.name) if row else None
