"""Saying who leads whom."""

from datetime import date, datetime

from accounts import audit
from accounts.leading.models import Leadership
from accounts.leading.queries import leads
from accounts.models import Person
from accounts.words import LeaderRefusal
from criteria.impartiality import Lead, goes_in_circle
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError


def set_leader(
    person: Person, leader: Person | None, *, from_on: date, by: Person, at: datetime
) -> Leadership:
    """Say who leads a person from a day on; None: nobody. What was said before stays in the history.

    Raises RuleBrokenError when the leader is closed, or would be led by those the person leads. Two who
    write at once are let in one by one, so that they do not close a circle together.
    """
    with transaction():
        audit.hold_chain()
        if leader is not None:
            if leader.id == person.id:
                raise RuleBrokenError(LeaderRefusal.ONESELF)
            if not leader.is_active:
                raise RuleBrokenError(LeaderRefusal.CLOSED, name=leader.name)
            known = leads()
            number = max((one.number for one in known), default=0) + 1
            if goes_in_circle(known, Lead(number, person.id, leader.id, from_on)):
                raise RuleBrokenError(LeaderRefusal.CIRCLE, name=leader.name)
        line = Leadership(
            person_id=person.id,
            leader_id=leader.id if leader else None,
            from_on=from_on,
            set_at=at,
            set_by_id=by.id,
        )
        db.session.add(line)
        audit.record(
            "person.leader_set", subject=f"person:{person.id}", by=by, at=at,
            leader=leader.id if leader else None, from_on=from_on.isoformat(),
        )  # fmt: skip
    return line
