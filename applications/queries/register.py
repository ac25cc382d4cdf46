"""Finding organisations in the register by name, number or fylke."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import selectinload

from accounts.models import (
    Membership,
    MunicipalityVersion,
    Organisation,
    OrganisationKind,
    Person,
    Role,
)
from accounts.queries import norwegian
from applications.models import Application, PartnerRole
from applications.queries.spelling import mentions
from foundation.database import db

MOST = 60
"""More than the kommuner of any fylke; a wider search is narrowed by the reader."""


def counties_on(day: date) -> list[str]:
    """List the fylker that kommuner lie in on a day, in Norwegian order."""
    found = db.session.scalars(
        select(MunicipalityVersion.county_name).where(_version_holds(day)).distinct()
    )
    return sorted(found, key=norwegian)


def organisations_named(
    text: str,
    *,
    county: str,
    kinds: Iterable[OrganisationKind],
    on: date,
    but: Iterable[int],
) -> list[Organisation]:
    """List at most MOST organisations of some kinds that exist on a day, by name, versions loaded.

    `text` is part of a name, a kommune number or an organisation number; `but` are left out.
    """
    found = db.session.scalars(
        select(Organisation)
        .where(
            Organisation.kind.in_(set(kinds)),
            Organisation.id.not_in(set(but)),
            Organisation.valid_from <= on,
            or_(Organisation.valid_to.is_(None), Organisation.valid_to >= on),
            *_wanted(text.strip(), county, on),
        )
        .options(selectinload(Organisation.versions))
        .order_by(Organisation.name, Organisation.id)
        .limit(MOST)
    )
    return sorted(found, key=lambda one: (norwegian(one.name), one.code))


def without_signatory(application: Application) -> set[int]:
    """Give the participants' organisations that nobody signs for: they cannot answer yet."""
    asked = {
        one.organisation_id for one in application.partners if one.role is PartnerRole.PARTICIPANT
    }
    signed = db.session.scalars(
        select(Membership.organisation_id)
        .join(Membership.person)
        .where(
            Membership.organisation_id.in_(asked),
            Membership.role == Role.SIGNATORY,
            Membership.ended_at.is_(None),
            Person.deactivated_at.is_(None),
        )
    )
    return asked - set(signed)


def _wanted(text: str, county: str, on: date) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if county:
        conditions.append(_has_version(on, MunicipalityVersion.county_name == county))
    if text:
        digits = text.replace(" ", "")
        conditions.append(
            or_(
                mentions(text, Organisation.name),
                Organisation.organisation_number == digits,
                _has_version(on, MunicipalityVersion.number == digits),
            )
        )
    return conditions


def _has_version(on: date, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return Organisation.versions.any(and_(_version_holds(on), condition))


def _version_holds(on: date) -> ColumnElement[bool]:
    return and_(
        MunicipalityVersion.valid_from <= on,
        or_(MunicipalityVersion.valid_to.is_(None), MunicipalityVersion.valid_to >= on),
    )
