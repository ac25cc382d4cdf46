"""The sums that postings are held to: read from the kept balances, and moved as the postings come."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, select, tuple_

from criteria.postings import Balance, Posting
from foundation.database import db
from foundation.money import NOTHING, Ore
from payments.books.models import CaseBalance, PostBalance

EMPTY = Balance(NOTHING, NOTHING, NOTHING)


@dataclass(slots=True)
class Sums:
    """The balances of some posts and cases by year, in øre."""

    posts: dict[tuple[int, int], Balance] = field(default_factory=dict)
    cases: dict[tuple[int, int, int], Balance] = field(default_factory=dict)

    @classmethod
    def beside(cls, places: Iterable[tuple[int, int, int | None]]) -> "Sums":
        """Read the balances of posts, years and cases (None: of no case). At most two queries."""
        asked = set(places)
        posts = {(post, year) for post, year, _ in asked}
        cases = {(case, post, year) for post, year, case in asked if case is not None}
        return cls(_of_posts(posts), _of_cases(cases) if cases else {})

    def of_post(self, posting: Posting) -> Balance:
        """Give what the post and year of a posting add up to."""
        return self.posts.get((posting.post, posting.year), EMPTY)

    def of_case(self, posting: Posting) -> Balance:
        """Give what the case of a posting adds up to in its year; nothing where it has no case."""
        if posting.application is None:
            return EMPTY
        return self.cases.get((posting.application, posting.post, posting.year), EMPTY)

    def add(self, posting: Posting) -> None:
        """Move the balances by a posting."""
        moved = Balance.of(posting)
        self.posts[posting.post, posting.year] = self.of_post(posting) + moved
        if posting.application is not None:
            key = (posting.application, posting.post, posting.year)
            self.cases[key] = self.of_case(posting) + moved


def kept_of_posts(*where: ColumnElement[bool]) -> dict[tuple[int, int], Balance]:
    """Read the kept balances of posts and years, by both, in order."""
    of = PostBalance
    rows = db.session.execute(
        select(
            of.budget_post_id, of.year, of.appropriated, of.committed, of.paid, of.claimed, of.interest
        )
        .where(*where)
        .order_by(of.budget_post_id, of.year)
    )
    return {(post, year): Balance(*map(Ore, sums)) for post, year, *sums in rows}


def kept_of_cases(*where: ColumnElement[bool]) -> dict[tuple[int, int, int], Balance]:
    """Read the kept balances of cases, by case, post and year, in order."""
    of = CaseBalance
    key = (of.application_id, of.budget_post_id, of.year)
    rows = db.session.execute(
        select(*key, of.committed, of.paid, of.claimed, of.interest).where(*where).order_by(*key)
    )
    return {
        (case, post, year): Balance(NOTHING, *map(Ore, sums)) for case, post, year, *sums in rows
    }


def _of_posts(keys: set[tuple[int, int]]) -> dict[tuple[int, int], Balance]:
    return kept_of_posts(tuple_(PostBalance.budget_post_id, PostBalance.year).in_(keys))


def _of_cases(keys: set[tuple[int, int, int]]) -> dict[tuple[int, int, int], Balance]:
    key = tuple_(CaseBalance.application_id, CaseBalance.budget_post_id, CaseBalance.year)
    chosen = sorted(keys)
    found: dict[tuple[int, int, int], Balance] = {}
    for start in range(0, len(chosen), _AT_ONCE):
        found |= kept_of_cases(key.in_(chosen[start : start + _AT_ONCE]))
    return found


_AT_ONCE = 1_000
"""How many keys one statement names: SQLite takes no more than some 32,000 values."""
