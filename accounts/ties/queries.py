"""Reading ties. They are asked for by whom they are about, the nearest leader and the auditor alone."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts.leading.queries import leader_of
from accounts.models import MunicipalityVersion, Organisation, Person, Role
from accounts.queries.persons import person
from accounts.queries.succession import successors_of
from accounts.ties.models import RegisteredTie
from criteria.impartiality import Tie, TieKind
from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError


def ties_of(person_id: int) -> list[RegisteredTie]:
    """List all that a person has registered, with organisations, what still is first, the newest first."""
    found = db.session.scalars(
        select(RegisteredTie)
        .where(RegisteredTie.person_id == person_id)
        .options(joinedload(RegisteredTie.organisation))
        .order_by(RegisteredTie.id.desc())
    )
    return sorted(found, key=lambda one: one.to_on is not None)


def own_tie(owner: Person, tie_id: int) -> RegisteredTie:
    """Find a tie that a person has registered. Raises NotFoundError."""
    found = db.session.scalars(
        select(RegisteredTie)
        .where(RegisteredTie.id == tie_id, RegisteredTie.person_id == owner.id)
        .options(joinedload(RegisteredTie.organisation))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def may_see_ties(reader: Person, about: int, on: date) -> bool:
    """Tell whether a reader may see what a person has registered. Needs the reader's memberships."""
    return reader.id == about or Role.AUDITOR in reader.roles or leader_of(about, on) == reader.id


def person_with_ties(reader: Person, person_id: int, on: date) -> Person:
    """Find a person whose ties the reader may see. Raises NotFoundError to all others."""
    found = person(person_id)
    if not may_see_ties(reader, person_id, on):
        raise NotFoundError
    return found


def felt_ties(registered: Sequence[RegisteredTie]) -> list[Tie]:
    """Give ties as the rules judge them, with every organisation that each of them reaches today."""
    today = clock.today()
    organisations = {one.organisation_id for one in registered}
    if not organisations:
        return []
    later = successors_of(organisations, today)
    counties = _counties_of(
        {one.organisation_id for one in registered if one.kind is TieKind.HOME}, today
    )
    return [
        Tie(
            id=one.id,
            kind=one.kind,
            reaches=frozenset({one.organisation_id})
            | later[one.organisation_id]
            | (counties[one.organisation_id] if one.kind is TieKind.HOME else frozenset()),
            from_on=one.from_on,
            to_on=one.to_on,
        )
        for one in registered
    ]


def _counties_of(kommuner: Collection[int], on: date) -> defaultdict[int, frozenset[int]]:
    """Give the fylkeskommune that each kommune lies in on a day."""
    rows = db.session.execute(
        select(MunicipalityVersion.organisation_id, Organisation.id)
        .join(Organisation, Organisation.code == "F-" + MunicipalityVersion.county_number)
        .where(
            MunicipalityVersion.organisation_id.in_(kommuner),
            MunicipalityVersion.valid_from <= on,
            MunicipalityVersion.valid_to.is_(None) | (MunicipalityVersion.valid_to >= on),
        )
    )
    found: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for kommune, county in rows:
        found[kommune] |= {county}
    return found
