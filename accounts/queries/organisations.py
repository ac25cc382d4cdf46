"""Reading organisations and the register of kommuner. Everything says what it loads and in which order."""

from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import contains_eager, selectinload

from accounts.models import (
    MunicipalityChange,
    MunicipalityVersion,
    Organisation,
    OrganisationKind,
    Population,
)
from foundation.database import db
from foundation.errors import NotFoundError


def organisation(organisation_id: int) -> Organisation:
    """Find an organisation with its versions and populations. Raises NotFoundError."""
    found = db.session.scalars(
        select(Organisation)
        .where(Organisation.id == organisation_id)
        .options(selectinload(Organisation.versions), selectinload(Organisation.populations))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def organisation_by_code(code: str) -> Organisation | None:
    """Find an organisation by the code that never changes: `K-3103`, `HDIR`."""
    return db.session.scalars(select(Organisation).where(Organisation.code == code)).first()


def organisations(kinds: frozenset[OrganisationKind], on: date) -> list[Organisation]:
    """List the organisations of some kinds that exist on a date, by name in Norwegian order.

    Versions and populations are loaded, so that a kommune can be shown with number and fylke.
    """
    found = db.session.scalars(
        select(Organisation)
        .where(
            Organisation.kind.in_(kinds),
            _exists(on),
        )
        .options(selectinload(Organisation.versions), selectinload(Organisation.populations))
    )
    return sorted(found, key=lambda one: norwegian(one.name))


def municipalities(on: date) -> list[MunicipalityVersion]:
    """List the kommuner as they are on a date, by number, with organisation and populations."""
    return list(
        db.session.scalars(
            select(MunicipalityVersion)
            .join(MunicipalityVersion.organisation)
            .where(
                MunicipalityVersion.valid_from <= on,
                or_(MunicipalityVersion.valid_to.is_(None), MunicipalityVersion.valid_to >= on),
            )
            .options(
                contains_eager(MunicipalityVersion.organisation).selectinload(
                    Organisation.populations
                )
            )
            .order_by(MunicipalityVersion.number)
        )
    )


def county_names(on: date) -> list[str]:
    """List the names of the fylker that have a kommune on a day, in Norwegian order."""
    found = db.session.scalars(
        select(MunicipalityVersion.county_name)
        .where(
            MunicipalityVersion.valid_from <= on,
            or_(MunicipalityVersion.valid_to.is_(None), MunicipalityVersion.valid_to >= on),
        )
        .distinct()
    )
    return sorted(found, key=norwegian)


def version_on(organisation_: Organisation, on: date) -> MunicipalityVersion | None:
    """Give a kommune's version on a date; the organisation must have its versions loaded."""
    for version in organisation_.versions:
        if version.valid_from <= on and (version.valid_to is None or version.valid_to >= on):
            return version
    return None


def inhabitants_of(organisation_: Organisation, year: int) -> int | None:
    """Give the inhabitants on 1 January of a year, or of the last year known before it."""
    known: list[Population] = [one for one in organisation_.populations if one.year <= year]
    return known[-1].inhabitants if known else None


def living_organisations(on: date) -> list[Organisation]:
    """List every organisation that exists on a date, by name in Norwegian order; nothing beside it."""
    found = db.session.scalars(select(Organisation).where(_exists(on)))
    return sorted(found, key=lambda one: (norwegian(one.name), one.code))


def changes_of(organisation_: Organisation) -> list[MunicipalityChange]:
    """List the changes that a kommune was part of, oldest first; its versions must be loaded."""
    numbers = {version.number for version in organisation_.versions}
    return list(
        db.session.scalars(
            select(MunicipalityChange)
            .where(
                or_(
                    MunicipalityChange.old_number.in_(numbers),
                    MunicipalityChange.new_number.in_(numbers),
                )
            )
            .order_by(MunicipalityChange.changed_on, MunicipalityChange.id)
        )
    )


_ALPHABET = str.maketrans({"æ": "{", "ø": "|", "å": "}", "ä": "{", "ö": "|", "á": "a", "é": "e"})


def norwegian(text: str) -> str:
    """Give a sort key that puts æ, ø, å last, in that order, and æ before ø before å."""
    return text.casefold().translate(_ALPHABET)


def _exists(on: date) -> ColumnElement[bool]:
    return (Organisation.valid_from <= on) & (
        Organisation.valid_to.is_(None) | (Organisation.valid_to >= on)
    )
