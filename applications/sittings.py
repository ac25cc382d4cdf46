"""What pages save by themselves: one audit entry each time a person sits down, and nothing unlooked-for.

A page saves every few seconds. The first save of a sitting is an audit entry like any other; those that
follow are counted in the sitting, until the person pauses, somebody else saves, or the person presses
the button. A page never makes a partner's confirmation fall by itself: that takes the button.
"""

from datetime import datetime, timedelta

from sqlalchemy import select

from accounts import audit
from accounts.models import Person
from applications import journal
from applications.facts import is_confirmed
from applications.models import Application, Sitting
from applications.refusals import Refusal
from foundation.database import db
from foundation.errors import RuleBrokenError

PAUSE = timedelta(minutes=30)


def note_saved(
    application: Application,
    act: str,
    *,
    by: Person,
    at: datetime,
    auto: bool,
    scope: str = "",
    subject: str | None = None,
    **detail: str | int | None,
) -> None:
    """Write inside an act that a part was saved. `scope` tells parts that share the act's name apart.

    `subject`: what the audit trail says it was done to, and is told apart by; the application unless given.
    """
    scope = scope or subject or ""
    last = db.session.scalars(
        select(Sitting)
        .where(
            Sitting.application_id == application.id, Sitting.act == act, Sitting.scope == scope
        )
        .order_by(Sitting.id.desc())
        .limit(1)
    ).first()
    if auto and last is not None and last.person_id == by.id and at - last.saved_at <= PAUSE:
        last.saved_at, last.times = max(at, last.saved_at), last.times + 1
        return
    audit.record(act, subject=subject or journal.subject_of(application), by=by, at=at, **detail)
    db.session.add(
        Sitting(
            application_id=application.id,
            act=act,
            scope=scope,
            person_id=by.id,
            began_at=at,
            saved_at=at,
            times=1,
        )
    )


def standing(application: Application) -> frozenset[int]:
    """Give the ids of the partners whose confirmation covers their part as it stands."""
    return frozenset(one.id for one in application.partners if is_confirmed(application, one))


def refuse_fall(application: Application, before: frozenset[int]) -> None:
    """Refuse what a page saves by itself when it would void a confirmation. Raises RuleBrokenError."""
    fallen = [
        one.organisation.name
        for one in application.partners
        if one.id in before and not is_confirmed(application, one)
    ]
    if fallen:
        raise RuleBrokenError(Refusal.WOULD_VOID, names=", ".join(fallen))
