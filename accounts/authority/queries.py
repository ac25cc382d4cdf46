"""Reading who has authority for which amounts."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts.authority.models import Authority
from accounts.models import Membership, Person, Role
from accounts.permissions import ROLE_PERMISSIONS, Permission
from accounts.queries import persons_as
from criteria.authority import AuthorityKind, Line, limit_on, line_on
from foundation import clock
from foundation.database import db
from foundation.money import Ore

NEEDS: dict[AuthorityKind, Permission] = {
    AuthorityKind.SIGN: Permission.DECISION_SIGN,
    AuthorityKind.ATTEST: Permission.PAYMENT_ATTEST,
    AuthorityKind.AUTHORISE: Permission.PAYMENT_AUTHORISE,
}
"""What a person's roles must allow before an authority means anything."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who has an authority now, and its limit in øre."""

    person: Person
    limit: Ore


def hold(*persons: int) -> None:
    """Hold persons' authorities until the act ends: none is given or taken back meanwhile."""
    db.session.execute(
        select(Person.id)
        .where(Person.id.in_(persons))
        .order_by(Person.id)
        .with_for_update(key_share=True)
    )


def limit_of(person_id: int, kind: AuthorityKind, at: datetime) -> Ore | None:
    """Give the largest amount in øre that a person may do something with at a moment; None: nothing."""
    return limit_on_day(person_id, kind, clock.in_oslo(at).date())


def limit_on_day(person_id: int, kind: AuthorityKind, day: date) -> Ore | None:
    """Give the largest amount in øre that a person may do something with on a day, as far as is known."""
    return limit_on(_lines(kind, [person_id]).get(person_id, ()), day)


def limits_of(persons: Collection[int], kind: AuthorityKind, at: datetime) -> dict[int, Ore]:
    """Give the limits of several persons at a moment; who has none is not in it."""
    day = clock.in_oslo(at).date()
    found = {person: limit_on(lines, day) for person, lines in _lines(kind, persons).items()}
    return {person: limit for person, limit in found.items() if limit is not None}


def holders(kind: AuthorityKind, at: datetime) -> list[Holder]:
    """List the active persons with both role and authority at a moment, the largest limit first."""
    able = persons_allowed(NEEDS[kind])
    limits = limits_of([one.id for one in able], kind, at)
    found = [Holder(one, limits[one.id]) for one in able if one.id in limits]
    return sorted(found, key=lambda one: -one.limit)


def persons_allowed(permission: Permission) -> list[Person]:
    """List the active persons with a role that carries a permission, by name, with memberships."""
    roles = [role for role, carried in ROLE_PERMISSIONS.items() if permission in carried]
    found = {one.id: one for role in roles for one in persons_as(role)}
    return sorted(found.values(), key=lambda one: (one.name, one.id))


def kinds_for(person_id: int) -> list[AuthorityKind]:
    """List what the roles that a person holds now let them be given an authority for."""
    carried = {one for role in roles_now(person_id) for one in ROLE_PERMISSIONS[role]}
    return [kind for kind, permission in NEEDS.items() if permission in carried]


def roles_now(person_id: int) -> set[Role]:
    """Give the roles that a person holds now, whatever the page was loaded with."""
    return set(
        db.session.scalars(
            select(Membership.role).where(
                Membership.person_id == person_id, Membership.ended_at.is_(None)
            )
        )
    )


def history_of(person_id: int) -> list[Authority]:
    """List all lines of a person with who gave them, the newest first."""
    return list(
        db.session.scalars(
            select(Authority)
            .where(Authority.person_id == person_id)
            .options(joinedload(Authority.given_by))
            .order_by(Authority.kind, Authority.from_on.desc(), Authority.id.desc())
        )
    )


def in_force(persons: Collection[int], day: date) -> dict[tuple[int, AuthorityKind], Authority]:
    """Give the line that holds on a day for each person and kind, with who gave it."""
    rows: dict[tuple[int, AuthorityKind], list[Authority]] = defaultdict(list)
    for row in db.session.scalars(
        select(Authority)
        .where(Authority.person_id.in_(persons))
        .options(joinedload(Authority.given_by))
        .order_by(Authority.id)
    ):
        rows[row.person_id, row.kind].append(row)
    holding = {
        key: (line_on(map(as_line, lines), day), {one.id: one for one in lines})
        for key, lines in rows.items()
    }
    return {key: by_id[line.number] for key, (line, by_id) in holding.items() if line is not None}


def as_line(row: Authority) -> Line:
    """Give a line as the rule reads it."""
    return Line(row.id, row.amount, row.from_on, row.to_on)


def _lines(kind: AuthorityKind, persons: Collection[int]) -> dict[int, list[Line]]:
    found: dict[int, list[Line]] = defaultdict(list)
    for row in db.session.execute(
        select(
            Authority.person_id, Authority.id, Authority.amount, Authority.from_on, Authority.to_on
        )
        .where(Authority.kind == kind, Authority.person_id.in_(persons))
        .order_by(Authority.id)
    ):
        found[row.person_id].append(Line(row.id, row.amount, row.from_on, row.to_on))
    return found
