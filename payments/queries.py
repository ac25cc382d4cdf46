"""Reading the ledger and the instalments. Every sum is made from entries, by the database."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from applications.models import Application, Partner, PartnerRole
from criteria.postings import Balance, EntryKind, Posting, balance, by_post_and_year
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.money import Ore
from grants.models import Appropriation, BudgetPost
from payments.models import Entry, Instalment
from payments.words import InstalmentState


@dataclass(frozen=True, slots=True)
class YearRow:
    """A post's year: what was granted, promised, paid, and what is left of each, in øre."""

    post: BudgetPost
    year: int
    balance: Balance


def year_rows() -> list[YearRow]:
    """Give every post's years in order, with their sums. Two queries, however long the ledger is."""
    posts = {
        post.id: post
        for post in db.session.scalars(
            select(BudgetPost).order_by(BudgetPost.chapter, BudgetPost.post)
        )
    }
    sums = db.session.execute(
        select(Entry.budget_post_id, Entry.year, Entry.booked_as, func.sum(Entry.amount)).group_by(
            Entry.budget_post_id, Entry.year, Entry.booked_as
        )
    )
    balances = by_post_and_year(
        Posting(kind=kind, post=post, year=year, application=None, amount=Ore(int(total)))
        for post, year, kind, total in sums
    )
    return [YearRow(posts[post], year, found) for (post, year), found in balances.items()]


def total_of(rows: list[YearRow]) -> Balance:
    """Add rows up: the control total under the table."""
    return Balance(
        appropriated=Ore(sum(row.balance.appropriated for row in rows)),
        committed=Ore(sum(row.balance.committed for row in rows)),
        paid=Ore(sum(row.balance.paid for row in rows)),
        claimed=Ore(sum(row.balance.claimed for row in rows)),
    )


def case_balance(application_id: int) -> Balance:
    """Add a case up from its entries."""
    return balance(case_postings(application_id))


def case_postings(application_id: int) -> list[Posting]:
    """Give a case's sums per year and kind, as the rules read them."""
    rows = db.session.execute(
        select(Entry.budget_post_id, Entry.year, Entry.booked_as, func.sum(Entry.amount))
        .where(Entry.application_id == application_id)
        .group_by(Entry.budget_post_id, Entry.year, Entry.booked_as)
        .order_by(Entry.year)
    )
    return [
        Posting(kind=kind, post=post, year=year, application=application_id, amount=Ore(int(total)))
        for post, year, kind, total in rows
    ]


def case_years(application_id: int) -> dict[int, Balance]:
    """Give a case's sums year by year."""
    found = by_post_and_year(case_postings(application_id))
    return {year: sums for (_post, year), sums in found.items()}


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Which entries a list shows."""

    year: int | None = None
    budget_post_id: int | None = None
    kind: EntryKind | None = None
    application_id: int | None = None


def entries(chosen: EntryFilter, *, after: int | None = None, size: int = 50) -> list[Entry]:
    """List entries newest first, from below an id, with post, case and person. One more than size."""
    statement = (
        select(Entry)
        .options(
            joinedload(Entry.budget_post),
            joinedload(Entry.application),
            joinedload(Entry.posted_by),
        )
        .order_by(Entry.id.desc())
        .limit(size + 1)
    )
    for column, value in (
        (Entry.year, chosen.year),
        (Entry.budget_post_id, chosen.budget_post_id),
        (Entry.booked_as, chosen.kind),
        (Entry.application_id, chosen.application_id),
    ):
        if value is not None:
            statement = statement.where(column == value)
    if after is not None:
        statement = statement.where(Entry.id < after)
    return list(db.session.scalars(statement))


def entry(entry_id: int) -> Entry:
    """Find an entry. Raises NotFoundError."""
    found = db.session.get(Entry, entry_id)
    if found is None:
        raise NotFoundError
    return found


def unbooked_appropriations() -> list[Appropriation]:
    """List what is granted and not yet booked, by year, with the post."""
    return list(
        db.session.scalars(
            select(Appropriation)
            .outerjoin(Entry, Entry.appropriation_id == Appropriation.id)
            .where(Entry.id.is_(None))
            .options(joinedload(Appropriation.budget_post))
            .order_by(Appropriation.year, Appropriation.id)
        )
    )


def open_instalments(*, year: int | None = None) -> list[Instalment]:
    """List the instalments that are due and not paid, oldest first, with case, call and lead."""
    statement = (
        select(Instalment)
        .join(Instalment.application)
        .where(Instalment.due_at.is_not(None), Instalment.authorised_at.is_(None))
        .options(
            contains_eager(Instalment.application).options(
                joinedload(Application.call),
                selectinload(Application.partners).joinedload(Partner.organisation),
            )
        )
        .order_by(Instalment.due_at, Instalment.id)
    )
    if year is not None:
        statement = statement.where(Instalment.year == year)
    return list(db.session.scalars(statement))


def instalments_of(application_id: int) -> list[Instalment]:
    """List a case's instalments by number."""
    return list(
        db.session.scalars(
            select(Instalment)
            .where(Instalment.application_id == application_id)
            .order_by(Instalment.decision_id, Instalment.number)
        )
    )


def instalment(instalment_id: int) -> Instalment:
    """Find an instalment with its case, call and partners. Raises NotFoundError."""
    found = db.session.scalars(
        select(Instalment)
        .where(Instalment.id == instalment_id)
        .options(
            joinedload(Instalment.application).options(
                joinedload(Application.call),
                selectinload(Application.partners).joinedload(Partner.organisation),
            )
        )
    ).first()
    if found is None:
        raise NotFoundError
    return found


def state_of(one: Instalment) -> InstalmentState:
    """Read an instalment's state from its moments."""
    if one.authorised_at is not None:
        return InstalmentState.PAID
    if one.attested_at is not None:
        return InstalmentState.ATTESTED
    return InstalmentState.WAITING if one.due_at is None else InstalmentState.DUE


def lead_of(application: Application) -> str:
    """Name the lead of a case whose partners are loaded."""
    return next(
        one.organisation.name for one in application.partners if one.role is PartnerRole.LEAD
    )
