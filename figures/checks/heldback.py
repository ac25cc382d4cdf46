"""Checks of what holds money back: nothing is paid during a complaint, a stop or a change of account.

The database withholds such payments (docs/decisions/0057). What is found was written past its triggers, or
before it had them.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, and_, func, or_, select

from criteria.postings import EntryKind
from decisions.accountchange.models import AccountChange
from decisions.appeals.models import Complaint
from foundation.database import db
from payments.models import Entry, Instalment
from payments.reclaims.models import PaymentStop


def paid_though_held() -> Iterator[str]:
    """Name payments that were booked after something came to hold them and before it was over."""
    for why, asked in (
        ("a complaint was open", _disputed()),
        ("payment was stopped", _stopped()),
        ("its account was being changed", _changing()),
    ):
        for entry in db.session.scalars(asked.order_by(Entry.id)):
            yield f"entry {entry} was paid while {why}"


def _payments() -> Select[Any]:
    return select(Entry.id).where(Entry.kind == EntryKind.PAYMENT).distinct()


def _disputed() -> Select[Any]:
    return _payments().join(
        Complaint,
        and_(
            Complaint.application_id == Entry.application_id,
            Complaint.submitted_at < Entry.posted_at,
            or_(Complaint.closed_at.is_(None), Complaint.closed_at > Entry.posted_at),
        ),
    )


def _stopped() -> Select[Any]:
    return _payments().join(
        PaymentStop,
        and_(
            PaymentStop.application_id == Entry.application_id,
            PaymentStop.stopped_at < Entry.posted_at,
            or_(PaymentStop.lifted_at.is_(None), PaymentStop.lifted_at > Entry.posted_at),
        ),
    )


def _changing() -> Select[Any]:
    """Look at what is paid to whom a change is about: the lead, or a successor with money of its own."""
    over = func.coalesce(AccountChange.done_at, AccountChange.ended_at)
    return (
        _payments()
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
