"""Persons and organisations, made by the acts themselves."""

from datetime import date

from accounts import services
from accounts.authority.queries import kinds_for
from accounts.authority.services import NewAuthority, give
from accounts.models import Organisation, OrganisationKind, Person, Role
from accounts.queries import organisation_by_code
from accounts.registration import register_organisation
from accounts.services import NewPerson
from foundation import clock
from foundation.money import Ore, kroner
from tests.scenes import scene

PASSWORD = "et langt passord som holder"
BEFORE_ALL = date(2020, 1, 1)
ENOUGH = kroner(1_000_000_000)
"""An authority that covers everything that any test decides or pays."""


def an_organisation(
    code: str = "HDIR",
    kind: OrganisationKind = OrganisationKind.AGENCY,
    name: str = "Helsedirektoratet",
) -> Organisation:
    """Give an organisation, registered when it is not there yet."""
    found = organisation_by_code(code)
    if found is not None:
        return found
    return register_organisation(
        code=code, kind=kind, name=name, valid_from=BEFORE_ALL, by=None, at=clock.now()
    )


def a_person(
    role: Role | None = None,
    organisation: Organisation | None = None,
    name: str = "Kari Nordmann",
    limit: Ore | None = ENOUGH,
) -> Person:
    """Register a person, with a role in an organisation of a kind that fits, and what authority it needs."""
    local = name.lower().replace(" ", ".").translate(str.maketrans("æøå", "aoa"))
    person = services.register_person(
        NewPerson(name=name, email=f"{local}@example.org", password=PASSWORD),
        by=None,
        at=clock.now(),
    )
    if role is not None:
        place = organisation or _fitting(role)
        services.give_role(person, place, role, by=None, at=clock.now())
        if limit is not None:
            authorise(person, limit)
    return person


def authorise(person: Person, limit: Ore, reason: str = "Instruks for økonomistyring") -> None:
    """Give a person authority for an amount in everything that their roles let them do."""
    today = clock.today()
    for kind in kinds_for(person.id):
        give(person, NewAuthority(kind, limit, today, None, reason), by=None, at=clock.now())


@scene
def an_administrator(name: str = "Anne Administrator") -> Person:
    """Register an administrator."""
    return a_person(Role.ADMINISTRATOR, name=name)


def _fitting(role: Role) -> Organisation:
    if role in (Role.EDITOR, Role.SIGNATORY):
        return an_organisation("K-0001", OrganisationKind.MUNICIPALITY, "Prøve kommune")
    if role is Role.RESEARCHER:
        return an_organisation("UNI", OrganisationKind.RESEARCH, "Prøve universitet")
    return an_organisation()
