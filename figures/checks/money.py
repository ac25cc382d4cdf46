"""Checks of the ledger and the instalments. Every sum is made anew from the entries."""

from collections.abc import Iterator

from sqlalchemy import func, select

from criteria.frame import problems
from criteria.postings import EntryKind, Posting
from decisions.models import Acceptance, Decision
from foundation.database import db
from foundation.money import Ore
from payments.models import Entry, Instalment

_BATCH = 5_000


def wrong_entries() -> Iterator[str]:
    """Name what the rules of the frame find in the whole ledger, and commitments beside decisions."""
    for found in problems(_postings()):
        where = f"post {found.post}, year {found.year}, application {found.application}"
        yield f"{found.kind.value} by {found.amount} øre ({where})"
    yield from _unlike_decisions()
    yield from _paid_before_acceptance()


def _postings() -> Iterator[Posting]:
    rows = db.session.execute(
        select(
            Entry.kind, Entry.booked_as, Entry.budget_post_id, Entry.year, Entry.application_id,
            Entry.amount,
        ).order_by(Entry.id),
        execution_options={"yield_per": _BATCH},
    )
    for kind, booked_as, post, year, application, amount in rows:
        yield Posting(
            kind=kind, post=post, year=year, application=application, amount=Ore(amount),
            reverses=booked_as if kind is EntryKind.REVERSAL else None,
        )


def _unlike_decisions() -> Iterator[str]:
    """Compare what is booked as committed with what the published decisions grant."""
    booked = (
        select(Entry.decision_id, func.sum(Entry.amount).label("amount"))
        .where(Entry.booked_as == EntryKind.COMMITMENT)
        .group_by(Entry.decision_id)
        .subquery()
    )
    rows = db.session.execute(
        select(Decision.id, Decision.amount, booked.c.amount)
        .outerjoin(booked, booked.c.decision_id == Decision.id)
        .where(Decision.published_at.is_not(None), Decision.amount > 0)
        .where(func.coalesce(booked.c.amount, 0) != Decision.amount)
        .order_by(Decision.id)
    )
    for decision, granted, committed in rows:
        yield f"decision {decision} grants {granted} øre, but {committed or 0} are committed"


def _paid_before_acceptance() -> Iterator[str]:
    accepted = select(Acceptance.decision_id).where(Acceptance.accepted.is_(True))
    rows = db.session.scalars(
        select(Entry.id)
        .where(Entry.kind == EntryKind.PAYMENT, Entry.decision_id.not_in(accepted))
        .order_by(Entry.id)
    )
    for entry in rows:
        yield f"entry {entry} is a payment of a grant that was not accepted"


def wrong_instalments() -> Iterator[str]:
    """Name grants whose instalments are not the grant, and instalments unlike their entries."""
    sums = db.session.execute(
        select(Decision.id, Decision.amount, func.sum(Instalment.amount))
        .join(Instalment, Instalment.decision_id == Decision.id)
        .group_by(Decision.id, Decision.amount)
        .having(func.sum(Instalment.amount) != Decision.amount)
        .order_by(Decision.id)
    )
    for decision, granted, planned in sums:
        yield f"decision {decision} grants {granted} øre in instalments of {planned}"
    unlike = db.session.execute(
        select(Instalment.id, Instalment.amount, Entry.amount)
        .join(Entry, Entry.id == Instalment.entry_id)
        .where(
            (Entry.amount != Instalment.amount)
            | (Entry.application_id != Instalment.application_id)
            | (Entry.year != Instalment.year)
        )
        .order_by(Instalment.id)
    )
    for instalment, planned, paid in unlike:
        yield f"instalment {instalment} of {planned} øre is booked as {paid}"
