"""Acts that write organisations: the whole register of kommuner, and a single organisation by hand."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import select

from accounts import audit
from accounts.models import (
    MunicipalityChange,
    MunicipalityVersion,
    NumberBasis,
    Organisation,
    OrganisationKind,
    Person,
    Population,
)
from accounts.register import (
    ChangeRow,
    OrganisationRow,
    PopulationRow,
    Register,
    VersionRow,
    read_register,
)
from accounts.words import OrganisationRefusal
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError

BATCH = 400


def load_register(*, at: datetime) -> None:
    """Write the whole register of kommuner, fylkeskommuner and health authorities.

    Run again, it only adds and corrects: an organisation keeps its id, and nothing is taken away.
    """
    register = read_register()
    with transaction():
        organisations = _write_organisations(register.organisations)
        names = {row.code: row.name for row in register.organisations}
        _write_versions(register.versions, organisations, names)
        _write_populations(register.populations, organisations)
        _write_changes(register.changes)
        audit.record("register.loaded", subject="register", by=None, at=at, **_counted(register))


def register_organisation(
    *,
    code: str,
    kind: OrganisationKind,
    name: str,
    organisation_number: str | None = None,
    valid_from: date,
    by: Person | None,
    at: datetime,
) -> Organisation:
    """Register an organisation that the register lacks, such as a research institution.

    Raises RuleBrokenError(OrganisationRefusal) when the code or the number is taken.
    """
    with transaction():
        if _by_code([code]):
            raise RuleBrokenError(OrganisationRefusal.CODE_TAKEN, code=code)
        if organisation_number is not None and _has_number(organisation_number):
            raise RuleBrokenError(OrganisationRefusal.NUMBER_TAKEN, number=organisation_number)
        organisation = Organisation(
            code=code,
            kind=kind,
            name=name.strip(),
            organisation_number=organisation_number,
            number_basis=NumberBasis.CONFIRMED if organisation_number else NumberBasis.UNKNOWN,
            valid_from=valid_from,
            valid_to=None,
        )
        db.session.add(organisation)
        db.session.flush()  # the entry's subject is the new id
        audit.record(
            "organisation.registered",
            subject=f"organisation:{organisation.id}",
            by=by,
            at=at,
            code=code,
            name=organisation.name,
        )
    return organisation


def _write_organisations(rows: tuple[OrganisationRow, ...]) -> dict[str, Organisation]:
    found = {one.code: one for one in _by_code([row.code for row in rows])}
    for row in rows:
        organisation = found.get(row.code)
        if organisation is None:
            organisation = found[row.code] = Organisation(code=row.code)
            db.session.add(organisation)
        organisation.kind = row.kind
        organisation.name = row.name
        organisation.organisation_number = row.organisation_number
        organisation.valid_from = row.valid_from
        organisation.valid_to = row.valid_to
        organisation.number_basis = row.number_basis
    db.session.flush()  # the rows below point at their ids
    return found


def _write_versions(
    rows: Iterable[VersionRow], organisations: dict[str, Organisation], names: dict[str, str]
) -> None:
    found = {
        (one.organisation_id, one.valid_from): one
        for one in db.session.scalars(select(MunicipalityVersion))
    }
    for row in rows:
        key = (organisations[row.code].id, row.valid_from)
        version = found.get(key)
        if version is None:
            version = MunicipalityVersion(organisation_id=key[0], valid_from=key[1])
            db.session.add(version)
        version.number = row.number
        version.name = row.name
        version.official_name = row.official_name
        version.county_number = row.county_number
        version.county_name = row.county_name
        version.centrality = row.centrality
        version.centrality_index = row.centrality_index
        version.language_form = row.language_form
        version.health_region = row.health_region
        version.health_trust = names[row.health_trust_code] if row.health_trust_code else None
        version.valid_to = row.valid_to


def _write_populations(
    rows: Iterable[PopulationRow], organisations: dict[str, Organisation]
) -> None:
    found = {(one.organisation_id, one.year): one for one in db.session.scalars(select(Population))}
    for row in rows:
        key = (organisations[row.code].id, row.year)
        population = found.get(key)
        if population is None:
            population = Population(organisation_id=key[0], year=key[1])
            db.session.add(population)
        population.inhabitants = row.inhabitants


def _write_changes(rows: Iterable[ChangeRow]) -> None:
    found = {
        (one.changed_on, one.kind, one.old_number, one.new_name): one
        for one in db.session.scalars(select(MunicipalityChange))
    }
    for row in rows:
        key = (row.changed_on, row.kind.value, row.old_number, row.new_name)
        change = found.get(key)
        if change is None:
            change = MunicipalityChange(
                changed_on=row.changed_on,
                kind=row.kind.value,
                old_number=row.old_number,
                new_name=row.new_name,
            )
            db.session.add(change)
        change.old_name = row.old_name
        change.new_number = row.new_number
        change.note = row.note


def _by_code(codes: list[str]) -> list[Organisation]:
    # SQLite takes a limited number of parameters in one statement.
    return [
        one
        for start in range(0, len(codes), BATCH)
        for one in db.session.scalars(
            select(Organisation).where(Organisation.code.in_(codes[start : start + BATCH]))
        )
    ]


def _has_number(number: str) -> bool:
    found = db.session.scalars(
        select(Organisation.id).where(Organisation.organisation_number == number)
    ).first()
    return found is not None


def _counted(register: Register) -> dict[str, int]:
    return {
        "organisations": len(register.organisations),
        "versions": len(register.versions),
        "populations": len(register.populations),
        "changes": len(register.changes),
    }
