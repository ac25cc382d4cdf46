"""Checks of the instalments: they are what is owed and planned, and what is paid of them is booked."""

from collections.abc import Iterator

from sqlalchemy import case, func, select
from sqlalchemy.orm import aliased

from criteria.postings import COMMITTED, PAID, EntryKind
from decisions.models import Acceptance, Decision
from foundation.database import db
from payments.batches.models import PaymentLine
from payments.models import Entry, Instalment
from payments.plans.models import PlanVersion
from payments.plans.versions import parts_of


def wrong_instalments() -> Iterator[str]:
    """Name grants whose instalments are not what is owed or planned, and payments unlike instalments."""
    yield from _unlike_ledger()
    yield from _unlike_plans()
    yield from _unlike_entries()
    yield from _paid_without_instalment()


def _unlike_ledger() -> Iterator[str]:
    """Add up what is not paid of every accepted grant, year by year: it is what the ledger still owes it."""
    accepted = (
        select(Decision.application_id)
        .join(Acceptance, Acceptance.decision_id == Decision.id)
        .where(Acceptance.accepted.is_(True))
    )
    owed = case(
        (Entry.booked_as.in_(COMMITTED), Entry.amount), (Entry.booked_as.in_(PAID), -Entry.amount),
        else_=0,
    )  # fmt: skip
    sums: dict[tuple[int, int], list[int]] = {}
    for place, rows in enumerate(
        (
            select(Entry.application_id, Entry.year, func.sum(owed))
            .where(Entry.application_id.in_(accepted))
            .group_by(Entry.application_id, Entry.year),
            select(Instalment.application_id, Instalment.year, func.sum(Instalment.amount))
            .where(Instalment.entry_id.is_(None), Instalment.application_id.in_(accepted))
            .group_by(Instalment.application_id, Instalment.year),
        )
    ):
        for application, year, amount in db.session.execute(rows):
            sums.setdefault((application, year), [0, 0])[place] = int(amount)
    for (application, year), (left, planned) in sorted(sums.items()):
        if left != planned:
            yield f"application {application} is owed {left} øre of {year} in instalments of {planned}"


def _unlike_plans() -> Iterator[str]:
    """Compare the last version of every plan with its instalments: the same parts, paid or not."""
    newer = aliased(PlanVersion)
    last = db.session.scalars(
        select(PlanVersion)
        .outerjoin(
            newer,
            (newer.application_id == PlanVersion.application_id)
            & (newer.number > PlanVersion.number),
        )
        .where(newer.id.is_(None))
        .order_by(PlanVersion.application_id)
    ).all()
    there: dict[int, set[tuple[int, int, int]]] = {}
    for application, number, year, amount in db.session.execute(
        select(Instalment.application_id, Instalment.id, Instalment.year, Instalment.amount).where(
            Instalment.amount > 0
        )
    ):
        there.setdefault(application, set()).add((number, year, amount))
    for version in last:
        parts = {(one.instalment, one.year, one.amount) for one in parts_of(version)}
        if parts != there.pop(version.application_id, set()):
            yield f"application {version.application_id} is not paid by the last version of its plan"
    for application in sorted(there):
        yield f"application {application} has instalments and no plan"


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
