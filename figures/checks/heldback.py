"""Checks of what holds money back: nothing is paid during a complaint, a stop or a change of account.

The database withholds such payments (docs/decisions/0057). What is found was written past its triggers, or
before it had them.
"""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from accounts.models import AuditEntry
from criteria.postings import EntryKind
from decisions.accountchange.models import AccountChange
from decisions.appeals.models import Complaint
from decisions.appeals.notes import AppealNote
from decisions.localdecisions.models import LocalDecision, OwedDecision
from decisions.notes import CaseNote
from foundation.database import db
from payments.models import Entry, Instalment
from payments.notes import CaseNote as PaymentNote
from payments.reclaims.models import PaymentStop

_Asked: TypeAlias = Select[int, int | None, Any]
"""Payments by their entry, with their case and the moment that something came to hold it."""


def paid_though_held() -> Iterator[str]:
    """Name payments that were booked after something came to hold them and before it was over.

    A moment is when a request came. Of two acts that met, the one that came first may have been done last:
    then the trail tells that the payment was booked before anything held it.
    """
    for why, asked, said in (
        ("a complaint was open", _disputed(), AppealNote.SUBMITTED),
        ("payment was stopped", _stopped(), PaymentNote.PAYMENT_STOPPED),
        ("its account was being changed", _changing(), CaseNote.ACCOUNT_ASKED),
    ):
        for entry, case, since in db.session.execute(asked.order_by(Entry.id)):
            if not _booked_before(entry, case, since, said):
                yield f"entry {entry} was paid while {why}"


def _booked_before(entry: int, case: int | None, since: datetime, said: StrEnum) -> bool:
    """Tell whether the trail has a payment before what held it: the line of that moment in its case."""
    held, paid = (
        db.session.scalar(select(func.min(AuditEntry.id)).where(*where))
        for where in (
            (
                AuditEntry.subject == f"application:{case}",
                AuditEntry.act == f"case.{said.value}",
                AuditEntry.at == since,
            ),
            (AuditEntry.subject == f"entry:{entry}",),
        )
    )
    return held is not None and paid is not None and paid < held


def _payments(since: InstrumentedAttribute[Any]) -> _Asked:
    """Ask for payments with their cases and the moment something else has; the caller says what."""
    payments = select(Entry.id, Entry.application_id, since).where(Entry.kind == EntryKind.PAYMENT)
    return payments.distinct()


def _disputed() -> _Asked:
    return _held_by(Complaint.application_id, Complaint.submitted_at, Complaint.closed_at)


def _stopped() -> _Asked:
    return _held_by(PaymentStop.application_id, PaymentStop.stopped_at, PaymentStop.lifted_at)


def _held_by(
    case: InstrumentedAttribute[Any],
    since: InstrumentedAttribute[Any],
    over: InstrumentedAttribute[Any],
) -> _Asked:
    """Ask for payments in cases that something held: whose case it names, from when and until when."""
    return _payments(since).join(
        since.class_,
        and_(
            case == Entry.application_id,
            since < Entry.posted_at,
            or_(over.is_(None), over > Entry.posted_at),
        ),
    )


def paid_though_undecided() -> Iterator[str]:
    """Name payments that were booked while a kommune had not registered the decision that was owed.

    The database withholds such payments (docs/decisions/0071).
    """
    decided = (
        select(LocalDecision.id)
        .where(
            LocalDecision.owed_id == OwedDecision.id,
            LocalDecision.registered_at <= Entry.posted_at,
        )
        .exists()
    )
    paid = (
        select(Entry.id)
        .join(OwedDecision, OwedDecision.application_id == Entry.application_id)
        .where(
            Entry.kind == EntryKind.PAYMENT,
            OwedDecision.owed_at <= Entry.posted_at,
            or_(OwedDecision.released_at.is_(None), OwedDecision.released_at > Entry.posted_at),
            ~decided,
        )
        .distinct()
        .order_by(Entry.id)
    )
    for entry in db.session.scalars(paid):
        yield f"entry {entry} was paid before each kommune had decided"


def _changing() -> _Asked:
    """Look at what is paid to whom a change is about: the lead, or a successor with money of its own."""
    over = func.coalesce(AccountChange.done_at, AccountChange.ended_at)
    return (
        _payments(AccountChange.asked_at)
        .join(Instalment, Instalment.entry_id == Entry.id)
        .join(
            AccountChange,
            and_(
                AccountChange.application_id == Entry.application_id,
                func.coalesce(AccountChange.organisation_id, 0)
                == func.coalesce(Instalment.organisation_id, 0),
                AccountChange.asked_at < Entry.posted_at,
                or_(over.is_(None), over > Entry.posted_at),
            ),
        )
    )
