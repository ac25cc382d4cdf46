"""Who may rule on whom in a case."""

from collections.abc import Collection

from sqlalchemy import select

from accounts.leading.queries import leaders_of
from accounts.models import Membership, Person
from accounts.permissions import ROLE_PERMISSIONS, Permission
from assessments.impartiality.parties import Pair
from assessments.impartiality.standing import known_hindrances
from criteria.impartiality import Ruler, RulingRefusal, may_rule
from foundation import clock
from foundation.database import db

_RULING_ROLES = frozenset(
    role
    for role, permissions in ROLE_PERMISSIONS.items()
    if Permission.IMPARTIALITY_RULE in permissions
)


def refusal_to_rule(ruler_id: int, person_id: int, application_id: int) -> RulingRefusal | None:
    """Tell what keeps somebody who has the permission from ruling on a person in a case, or None."""
    return refusals_to_rule(ruler_id, [(person_id, application_id)])[person_id, application_id]


def refusals_to_rule(ruler_id: int, pairs: Collection[Pair]) -> dict[Pair, RulingRefusal | None]:
    """Tell the same of several persons in cases. Seven queries, however many there are."""
    if not pairs:
        return {}
    leaders = leaders_of({person for person, _ in pairs}, clock.today())
    ruling = who_rule(leaders.values())
    known = known_hindrances({ruler_id, *ruling}, {application for _, application in pairs})

    def standing(person: int, application: int) -> Ruler:
        return Ruler(person=person, hindered=(person, application) in known)

    found = {}
    for person, application in pairs:
        leader = leaders.get(person)
        own = standing(leader, application) if leader is not None and leader in ruling else None
        found[person, application] = may_rule(standing(ruler_id, application), person, own)
    return found


def who_rule(persons: Collection[int]) -> frozenset[int]:
    """Give those of some persons who may rule at all: active, and with a role that carries it."""
    return frozenset(
        db.session.scalars(
            select(Person.id)
            .join(Membership, Membership.person_id == Person.id)
            .where(
                Person.id.in_(persons),
                Person.deactivated_at.is_(None),
                Membership.role.in_(_RULING_ROLES),
                Membership.ended_at.is_(None),
            )
        )
    )
