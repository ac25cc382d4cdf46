"""Who takes part in cases, for the rules of impartiality: the partners, and who took a partner over."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from functools import lru_cache

from sqlalchemy import BindParameter, Select, bindparam, select, union
from sqlalchemy.sql import Subquery

from accounts.models import Membership
from accounts.queries.succession import took_over
from applications.models import Partner
from foundation import clock
from foundation.database import db

Pair = tuple[int, int]
"""An owner and what belongs to it, by their ids."""


def parties(applications: Collection[int] | Select[int]) -> Subquery:
    """Select (application_id, organisation_id) of everyone who takes part in some cases.

    Observers too; not who declined. A kommune that was taken over, and those that took it over.
    """
    return parties_on(clock.today(), applications)


def parties_on(
    today: date, applications: Collection[int] | Select[int] | BindParameter[int]
) -> Subquery:
    """Select the parties as of a day."""
    partner = (
        Partner.application_id.in_(applications),
        Partner.declined_at.is_(None),
    )
    successor = took_over(today).subquery()
    return union(
        select(Partner.application_id, Partner.organisation_id).where(*partner),
        select(Partner.application_id, successor.c.successor_id.label("organisation_id"))
        .join(successor, successor.c.organisation_id == Partner.organisation_id)
        .where(*partner),
    ).subquery()


def participants_of(application_id: int) -> frozenset[int]:
    """Give the organisations that take part in an application."""
    return participants_in([application_id])[application_id]


def participants_in(applications: Collection[int]) -> defaultdict[int, frozenset[int]]:
    """Give the organisations that take part in each of several applications."""
    return _grouped(
        db.session.execute(_participants(clock.today()), {"applications": list(applications)})
    )


@lru_cache(maxsize=1)
def _participants(today: date) -> Select[int, int]:
    found = parties_on(today, bindparam("applications", expanding=True))
    return select(found.c.application_id, found.c.organisation_id)


def organisations_of(persons: Collection[int]) -> defaultdict[int, frozenset[int]]:
    """Give the organisations that each of several persons belongs to now, in whatever role."""
    return _grouped(
        db.session.execute(
            select(Membership.person_id, Membership.organisation_id).where(
                Membership.person_id.in_(persons), Membership.ended_at.is_(None)
            )
        )
    )


def _grouped(rows: Iterable[Pair]) -> defaultdict[int, frozenset[int]]:
    found: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for owner, organisation in rows:
        found[owner] |= {organisation}
    return found
