"""Checks of the instalments: they are the grant, and what is paid of them is what is booked as paid."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from criteria.postings import EntryKind
from decisions.models import Acceptance, Decision
from followup.carryover.models import CarryOver
from foundation.database import db
from payments.batches.models import PaymentLine
from payments.models import Entry, Instalment


def wrong_instalments() -> Iterator[str]:
    """Name grants whose instalments are not the grant, and instalments and payments unlike each other."""
    yield from _unlike_grants()
    yield from _unlike_entries()
    yield from _paid_without_instalment()


def _unlike_grants() -> Iterator[str]:
    """Add up the instalments of every case with an accepted grant; they are what it was granted last.

    A decision that reverses another adds only the instalments of what it grants more. Unused money that
    lapsed takes its instalments along.
    """
    lapsed = (
        select(CarryOver.application_id, func.sum(CarryOver.lapsed).label("amount"))
        .group_by(CarryOver.application_id)
        .subquery()
    )
    left = Decision.amount - func.coalesce(lapsed.c.amount, 0)
    planned = (
        select(Instalment.application_id, func.sum(Instalment.amount).label("amount"))
        .group_by(Instalment.application_id)
        .subquery()
    )
    last = (
        select(Decision.application_id, func.max(Decision.number).label("number"))
        .join(Acceptance, Acceptance.decision_id == Decision.id)
        .where(Acceptance.accepted.is_(True))
        .group_by(Decision.application_id)
        .subquery()
    )
    unaccepted = select(Instalment.decision_id).where(
        ~select(Acceptance.id)
        .where(Acceptance.decision_id == Instalment.decision_id, Acceptance.accepted.is_(True))
        .exists()
    )
    sums = db.session.execute(
        select(Decision.id, left, planned.c.amount)
        .outerjoin(planned, planned.c.application_id == Decision.application_id)
        .outerjoin(lapsed, lapsed.c.application_id == Decision.application_id)
        .outerjoin(
            last,
            (last.c.application_id == Decision.application_id)
            & (last.c.number == Decision.number),
        )
        .where(last.c.number.is_not(None) | Decision.id.in_(unaccepted))
        .where(func.coalesce(planned.c.amount, 0) != left)
        .order_by(Decision.id)
    )
    for decision, granted, amount in sums:
        yield f"decision {decision} grants {granted} øre in instalments of {amount or 0}"


def _unlike_entries() -> Iterator[str]:
    unlike = db.session.execute(
        select(Instalment.id, Instalment.amount, Entry.id, Entry.kind, Entry.amount)
        .outerjoin(Entry, Entry.id == Instalment.entry_id)
        .where(Instalment.entry_id.is_not(None))
        .where(
            Entry.id.is_(None)
            | (Entry.kind != EntryKind.PAYMENT)
            | (Entry.amount != Instalment.amount)
            | (Entry.year != Instalment.year)
            | (func.coalesce(Entry.application_id, 0) != Instalment.application_id)
            | (func.coalesce(Entry.decision_id, 0) != Instalment.decision_id)
        )
        .order_by(Instalment.id)
    )
    for instalment, planned, entry, kind, booked in unlike:
        told = "nothing" if entry is None else f"a {kind} of {booked} in entry {entry}"
        yield f"instalment {instalment} of {planned} øre is booked as {told}"


def _paid_without_instalment() -> Iterator[str]:
    counter = aliased(Entry)
    rows = db.session.scalars(
        select(Entry.id)
        .outerjoin(Instalment, Instalment.entry_id == Entry.id)
        .outerjoin(counter, counter.counters_id == Entry.id)
        .outerjoin(PaymentLine, PaymentLine.entry_id == Entry.id)
        .where(
            Entry.kind == EntryKind.PAYMENT,
            Instalment.id.is_(None),
            counter.id.is_(None),
            PaymentLine.counter_id.is_(None),
        )
        .order_by(Entry.id)
    )
    for entry in rows:
        yield f"entry {entry} is a payment that no instalment has"
