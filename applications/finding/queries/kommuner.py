"""Reading kommuner to invite."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import or_, select

from accounts.models import Organisation, OrganisationKind
from accounts.queries import norwegian
from foundation.database import db


def kommuner_by_id(ids: Iterable[int], on: date) -> list[Organisation]:
    """List the kommuner among some organisations that exist on a day, by name in Norwegian order."""
    found = db.session.scalars(
        select(Organisation).where(
            Organisation.id.in_(set(ids)),
            Organisation.kind == OrganisationKind.MUNICIPALITY,
            Organisation.valid_from <= on,
            or_(Organisation.valid_to.is_(None), Organisation.valid_to >= on),
        )
    )
    return sorted(found, key=lambda one: (norwegian(one.name), one.code))


def kommune_names(on: date) -> list[tuple[int, str]]:
    """List every kommune that exists on a day, to choose among: id and name, in Norwegian order."""
    found = db.session.execute(
        select(Organisation.id, Organisation.name).where(
            Organisation.kind == OrganisationKind.MUNICIPALITY,
            Organisation.valid_from <= on,
            or_(Organisation.valid_to.is_(None), Organisation.valid_to >= on),
        )
    )
    return sorted(((row.id, row.name) for row in found), key=lambda one: norwegian(one[1]))
