"""Who has declared what about the own impartiality. The newest declaration is the one that holds."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from accounts.models import Person
from assessments.models import Declaration
from criteria.impartiality import View
from foundation.database import db


def declaration_of(person: Person, application_id: int) -> Declaration | None:
    """Give a person's newest declaration in a case."""
    return db.session.scalars(
        select(Declaration)
        .where(Declaration.application_id == application_id, Declaration.person_id == person.id)
        .order_by(Declaration.id.desc())
        .limit(1)
    ).first()


def declared_view(person_id: int, application_id: int) -> View | None:
    """Give what a person has declared in a case; None where nothing is declared."""
    return db.session.scalars(
        select(Declaration.view)
        .where(Declaration.application_id == application_id, Declaration.person_id == person_id)
        .order_by(Declaration.id.desc())
        .limit(1)
    ).first()


def declared_views(person_id: int, applications: Collection[int]) -> dict[int, View]:
    """Give what a person has declared in each of several cases; where nothing is, it is not there."""
    newest = (
        select(func.max(Declaration.id))
        .where(Declaration.person_id == person_id, Declaration.application_id.in_(applications))
        .group_by(Declaration.application_id)
    )
    rows = db.session.execute(
        select(Declaration.application_id, Declaration.view).where(Declaration.id.in_(newest))
    )
    return dict(rows.all())


def declarations_of(application_id: int) -> list[Declaration]:
    """List the newest declaration of everyone in a case, with the person, by name."""
    newest = (
        select(func.max(Declaration.id))
        .where(Declaration.application_id == application_id)
        .group_by(Declaration.person_id)
    )
    found = db.session.scalars(
        select(Declaration)
        .where(Declaration.id.in_(newest))
        .options(joinedload(Declaration.person))
        .order_by(Declaration.id)
    )
    return sorted(found, key=lambda one: (one.person.name, one.id))
