"""Authorities as their pages show them: who has what today, and whom the reader may give it to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accounts.authority.models import Authority
from accounts.authority.queries import NEEDS, in_force, persons_allowed
from accounts.leading.queries import leader_of
from accounts.models import Person, Role
from accounts.permissions import allows
from criteria.authority import AuthorityKind


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """What a person has on a day of one kind that their roles can use."""

    person: Person
    kind: AuthorityKind
    held: Authority | None


def lines_of(persons: Sequence[Person], day: date) -> list[AuthorityLine]:
    """List what persons, with memberships loaded, have of each kind that their roles can use."""
    held = in_force([one.id for one in persons], day)
    found = []
    for person in persons:
        kinds = [kind for kind, permission in NEEDS.items() if allows(person, permission)]
        found += [AuthorityLine(person, kind, held.get((person.id, kind))) for kind in kinds]
    return found


def everyone() -> list[Person]:
    """List everyone whose roles can use an authority, by name."""
    able = {one.id: one for needed in NEEDS.values() for one in persons_allowed(needed)}
    return sorted(able.values(), key=lambda one: (one.name, one.id))


def may_change(reader: Person, person: Person, day: date) -> bool:
    """Tell whether somebody may give a person an authority: an administrator or their leader."""
    if reader.id == person.id:
        return False
    return Role.ADMINISTRATOR in reader.roles or leader_of(person.id, day) == reader.id
