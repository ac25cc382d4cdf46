"""What is known to keep officers from cases, for many of both at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import func, select

from accounts.models import Membership
from applications.models import Partner
from assessments.models import Declaration
from criteria.impartiality import Hindrance, View, may_handle
from foundation.database import db

Pair = tuple[int, int]
"""A person and an application, by their ids."""


def known_hindrances(
    persons: Collection[int], applications: Collection[int]
) -> dict[Pair, Hindrance]:
    """Give what is known to keep persons from cases. Three queries, however many there are.

    Not having declared yet keeps nobody from being put on a case: the gate asks before it opens.
    """
    views = _declared(persons, applications)
    own = _organisations(persons)
    participants = _participants(applications)
    found = {}
    for person in persons:
        for application in applications:
            view = views.get((person, application), View.IMPARTIAL)
            hindrance = may_handle(view, own[person], participants[application])
            if hindrance is not None:
                found[person, application] = hindrance
    return found


def _declared(persons: Collection[int], applications: Collection[int]) -> dict[Pair, View]:
    newest = (
        select(func.max(Declaration.id))
        .where(Declaration.person_id.in_(persons), Declaration.application_id.in_(applications))
        .group_by(Declaration.person_id, Declaration.application_id)
    )
    rows = db.session.execute(
        select(Declaration.person_id, Declaration.application_id, Declaration.view).where(
            Declaration.id.in_(newest)
        )
    )
    return {(person, application): view for person, application, view in rows}


def _organisations(persons: Collection[int]) -> defaultdict[int, frozenset[int]]:
    return _grouped(
        db.session.execute(
            select(Membership.person_id, Membership.organisation_id).where(
                Membership.person_id.in_(persons), Membership.ended_at.is_(None)
            )
        )
    )


def _participants(applications: Collection[int]) -> defaultdict[int, frozenset[int]]:
    return _grouped(
        db.session.execute(
            select(Partner.application_id, Partner.organisation_id).where(
                Partner.application_id.in_(applications), Partner.declined_at.is_(None)
            )
        )
    )


def _grouped(rows: Iterable[Pair]) -> defaultdict[int, frozenset[int]]:
    found: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for owner, organisation in rows:
        found[owner] |= {organisation}
    return found
