"""Checks of the ledger. Every sum is made anew from the entries."""

from collections.abc import Iterator

from sqlalchemy import case, func, select
from sqlalchemy.orm import aliased

from criteria.frame import problems
from criteria.postings import EntryKind, Posting
from decisions.models import Acceptance, Decision
from foundation.database import db
from foundation.money import Ore
from grants.models import Appropriation
from payments.models import Entry


def wrong_entries() -> Iterator[str]:
    """Name what the rules of the frame find in the whole ledger, and entries unlike what caused them."""
    for found in problems(_postings()):
        where = f"post {found.post}, year {found.year}, application {found.application}"
        yield f"{found.kind.value} by {found.amount} øre ({where})"
    yield from _unlike_decisions()
    yield from _paid_before_acceptance()
    yield from _unlike_appropriations()
    yield from _unlike_what_they_counter()


def _postings() -> Iterator[Posting]:
    """Give the ledger as the rules read it: a posting for all entries alike, down to their sign."""
    sign = case((Entry.amount > 0, 1), (Entry.amount < 0, -1), else_=0)
    alike = (
        Entry.budget_post_id,
        Entry.year,
        Entry.application_id,
        Entry.kind,
        Entry.booked_as,
        sign,
    )
    rows = db.session.execute(
        select(*alike[:-1], func.sum(Entry.amount)).group_by(*alike).order_by(func.min(Entry.id))
    )
    for post, year, application, kind, booked_as, amount in rows:
        yield Posting(
            kind=kind,
            post=post,
            year=year,
            application=application,
            amount=Ore(int(amount)),
            reverses=booked_as if kind is EntryKind.REVERSAL else None,
        )


def _unlike_decisions() -> Iterator[str]:
    """Compare what is booked as committed in a case with what its last published decision grants.

    A decision that reverses another books only what it grants more.
    """
    booked = (
        select(Entry.application_id, func.sum(Entry.amount).label("amount"))
        .where(Entry.booked_as == EntryKind.COMMITMENT)
        .group_by(Entry.application_id)
        .subquery()
    )
    newer = aliased(Decision)
    rows = db.session.execute(
        select(Decision.id, Decision.amount, booked.c.amount)
        .outerjoin(booked, booked.c.application_id == Decision.application_id)
        .where(Decision.published_at.is_not(None), Decision.amount > 0)
        .where(
            ~select(newer.id)
            .where(
                newer.application_id == Decision.application_id,
                newer.number > Decision.number,
                newer.published_at.is_not(None),
            )
            .exists()
        )
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


def _unlike_appropriations() -> Iterator[str]:
    """Compare what is booked as appropriated with what was registered as decided by parliament."""
    rows = db.session.execute(
        select(Entry.id, Entry.amount, Appropriation.amount)
        .join(Appropriation, Appropriation.id == Entry.appropriation_id)
        .where(
            (Entry.amount != Appropriation.amount)
            | (Entry.year != Appropriation.year)
            | (Entry.budget_post_id != Appropriation.budget_post_id)
        )
        .order_by(Entry.id)
    )
    for entry, booked, decided in rows:
        yield f"entry {entry} of {booked} øre is unlike its appropriation of {decided}"


def _unlike_what_they_counter() -> Iterator[str]:
    """Compare each reversal with the entry it counters: the same place, the opposite amount."""
    other = aliased(Entry)
    rows = db.session.execute(
        select(Entry.id, other.id)
        .join(other, other.id == Entry.counters_id)
        .where(
            (Entry.amount != -other.amount)
            | (Entry.booked_as != other.booked_as)
            | (Entry.budget_post_id != other.budget_post_id)
            | (Entry.year != other.year)
            | (func.coalesce(Entry.application_id, 0) != func.coalesce(other.application_id, 0))
        )
        .order_by(Entry.id)
    )
    for entry, countered in rows:
        yield f"entry {entry} does not counter entry {countered}"
