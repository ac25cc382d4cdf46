"""Registering the own ties, and ending them. The audit trail names the tie, not what it says."""

from dataclasses import dataclass
from datetime import date, datetime

from accounts import audit
from accounts.models import Organisation, Person
from accounts.ties.models import RegisteredTie
from accounts.words import TieRefusal
from criteria.impartiality import TieKind
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTie:
    """A tie to register. Days are included; None is not known, or still so."""

    kind: TieKind
    organisation: Organisation
    note: str = ""
    from_on: date | None = None
    to_on: date | None = None


def register_tie(tie: NewTie, *, by: Person, at: datetime) -> RegisteredTie:
    """Register a tie of one's own. Raises RuleBrokenError when its days are not in order."""
    with transaction():
        today = clock.in_oslo(at).date()
        _refuse_disorder(tie.from_on, tie.to_on, today)
        row = RegisteredTie(
            person_id=by.id,
            organisation_id=tie.organisation.id,
            kind=tie.kind,
            note=tie.note.strip(),
            from_on=tie.from_on,
            to_on=tie.to_on,
            registered_at=at,
            organisation=tie.organisation,
        )
        db.session.add(row)
        db.session.flush()  # the trail names the tie by id
        audit.record("tie.registered", subject=f"person:{by.id}", by=by, at=at, tie=row.id)
    return row


def end_tie(tie: RegisteredTie, *, on: date, by: Person, at: datetime) -> None:
    """End a tie of one's own; it stays with its period. Raises RuleBrokenError when it has ended."""
    with transaction():
        held = locked(tie)
        if held.to_on is not None:
            raise RuleBrokenError(TieRefusal.ALREADY_ENDED)
        _refuse_disorder(held.from_on, on, clock.in_oslo(at).date())
        held.to_on, held.ended_at = on, at
        audit.record("tie.ended", subject=f"person:{by.id}", by=by, at=at, tie=held.id)


def _refuse_disorder(from_on: date | None, to_on: date | None, today: date) -> None:
    if any(day is not None and day > today for day in (from_on, to_on)):
        raise RuleBrokenError(TieRefusal.IN_THE_FUTURE)
    if from_on is not None and to_on is not None and to_on < from_on:
        raise RuleBrokenError(TieRefusal.ENDS_BEFORE_IT_BEGINS)
