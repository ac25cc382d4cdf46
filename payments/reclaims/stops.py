"""Stops of payment: which cases have one, and the acts that stop and lift."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts.models import Person, Role
from applications import journal
from applications.models import Application
from assessments.rights import require_unhindered
from decisions.rights import require_role, require_words
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from payments.notes import CaseNote
from payments.reclaims.models import PaymentStop
from payments.refusals import PaymentRefusal


def stopped_among(applications: Collection[int]) -> frozenset[int]:
    """Give those of several cases in which payment is stopped now."""
    return frozenset(
        db.session.scalars(
            select(PaymentStop.application_id).where(
                PaymentStop.application_id.in_(applications), PaymentStop.lifted_at.is_(None)
            )
        )
    )


def stops_of(application_id: int) -> Sequence[PaymentStop]:
    """List the stops of a case, the last first, with who stopped and lifted."""
    return db.session.scalars(
        select(PaymentStop)
        .where(PaymentStop.application_id == application_id)
        .order_by(PaymentStop.id.desc())
        .options(joinedload(PaymentStop.stopped_by), joinedload(PaymentStop.lifted_by))
    ).all()


def stop_payment(application: Application, *, reason: str, by: Person, at: datetime) -> PaymentStop:
    """Stop payment in a case, with a reason. Nothing is attested or authorised until it is lifted.

    Raises RuleBrokenError: no case officer, hindered in the case, no reason, stopped already.
    """
    with transaction():
        held = _held(application, by)
        words = require_words(reason)
        if stopped_among([held.id]):
            raise RuleBrokenError(PaymentRefusal.STOPPED_ALREADY)
        stop = PaymentStop(application_id=held.id, reason=words, stopped_at=at, stopped_by_id=by.id)
        db.session.add(stop)
        journal.note(held, CaseNote.PAYMENT_STOPPED.value, by=by, at=at, public=True)
    return stop


def lift_stop(application: Application, *, reason: str, by: Person, at: datetime) -> PaymentStop:
    """Lift the stop of a case, with a reason; by another than who stopped.

    Raises RuleBrokenError: no case officer, hindered in the case, no reason, not stopped, the same person.
    """
    with transaction():
        held = _held(application, by)
        words = require_words(reason)
        stop = next((one for one in stops_of(held.id) if one.lifted_at is None), None)
        if stop is None:
            raise RuleBrokenError(PaymentRefusal.NOT_STOPPED)
        if stop.stopped_by_id == by.id:
            raise RuleBrokenError(PaymentRefusal.LIFTED_BY_ANOTHER)
        stop.lifted_at, stop.lifted_by_id, stop.lift_reason = at, by.id, words
        journal.note(held, CaseNote.PAYMENT_RESUMED.value, by=by, at=at, public=True)
    return stop


def _held(application: Application, by: Person) -> Application:
    require_role(by, Role.CASE_OFFICER)
    held = locked(application)
    require_unhindered(by, held.id)
    return held
