"""Sums of the ledger. Those of a post's year and of a case are kept by the database as entries are written.

The kept ones are made anew from the entries by `figures.checks`; those that a filter chooses always are.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from criteria.postings import Balance, Posting, balance, by_post_and_year
from foundation.database import db
from foundation.money import Ore
from grants.models import BudgetPost, Scheme
from payments.books.balances import EMPTY, kept_of_cases, kept_of_posts
from payments.books.models import CaseBalance
from payments.models import Entry


@dataclass(frozen=True, slots=True)
class YearRow:
    """A post's year: what was granted, promised, paid, and what is left of each, in øre."""

    post: BudgetPost
    year: int
    balance: Balance


def year_rows() -> list[YearRow]:
    """Give every post's years in order, with their sums; all the scheme's years, also empty ones.

    Three queries, however long the ledger is.
    """
    found = kept_of_posts()
    span = sorted({year for _post, year in found}.union(years()))
    return [
        YearRow(post, year, found.get((post.id, year), EMPTY)) for post in posts() for year in span
    ]


def posts() -> Sequence[BudgetPost]:
    """List the budget posts in their order."""
    return db.session.scalars(
        select(BudgetPost).order_by(BudgetPost.chapter, BudgetPost.post)
    ).all()


def years() -> list[int]:
    """List the years of the schemes."""
    rows = db.session.execute(select(Scheme.first_year, Scheme.last_year))
    return sorted({year for first, last in rows for year in range(first, last + 1)})


def total_of(rows: Iterable[YearRow]) -> Balance:
    """Add rows up: the control total under the table."""
    return sum((row.balance for row in rows), EMPTY)


def case_balance(application_id: int) -> Balance:
    """Give what a case adds up to, over all years."""
    return sum(_kept_years(application_id).values(), EMPTY)


def case_postings(application_id: int) -> list[Posting]:
    """Give a case's sums per year and kind, as the rules read them."""
    return _postings(Entry.application_id == application_id)


def case_years(application_id: int, *, until: datetime | None = None) -> Mapping[int, Balance]:
    """Give a case's sums year by year, as they are now or as they were at a moment."""
    if until is None:
        return _kept_years(application_id)
    found = by_post_and_year(
        _postings(Entry.application_id == application_id, Entry.posted_at <= until)
    )
    return _by_year((year, sums) for (_post, year), sums in found.items())


def balance_of(*where: ColumnElement[bool]) -> Balance:
    """Add up the entries that fit."""
    return balance(_postings(*where))


def years_of_cases(cases: Collection[int]) -> Mapping[int, Mapping[int, Balance]]:
    """Give the sums of cases year by year, as they are now. One query, however many."""
    found: dict[int, list[tuple[int, Balance]]] = {case: [] for case in cases}
    for (case, _post, year), sums in kept_of_cases(CaseBalance.application_id.in_(cases)).items():
        found[case].append((year, sums))
    return {case: _by_year(years) for case, years in found.items()}


def _kept_years(application_id: int) -> Mapping[int, Balance]:
    return years_of_cases((application_id,))[application_id]


def _by_year(found: Iterable[tuple[int, Balance]]) -> dict[int, Balance]:
    balances: dict[int, Balance] = {}
    for year, sums in found:
        balances[year] = balances.get(year, EMPTY) + sums
    return balances


def _postings(*where: ColumnElement[bool]) -> list[Posting]:
    rows = db.session.execute(
        select(Entry.budget_post_id, Entry.year, Entry.booked_as, func.sum(Entry.amount))
        .where(*where)
        .group_by(Entry.budget_post_id, Entry.year, Entry.booked_as)
        .order_by(Entry.budget_post_id, Entry.year)
    )
    return [
        Posting(kind=kind, post=post, year=year, application=None, amount=Ore(int(total)))
        for post, year, kind, total in rows
    ]
