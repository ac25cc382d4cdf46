"""Who has declared what about the own impartiality. The newest declaration is the one that holds."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Person
from applications.models import Application, Partner
from assessments.impartiality.standing import outgrown_by
from assessments.models import Assignment, Declaration
from criteria.impartiality import View
from criteria.procedure import FINAL_STEPS
from foundation.database import db
from grants.rounds import calls_in


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


def awaits_answer(person: Person) -> ColumnElement[bool]:
    """Tell of a case whether it waits for a person's plain answer, as a part of another question."""
    declared = exists().where(
        Declaration.application_id == Application.id, Declaration.person_id == person.id
    )
    return or_(~declared, Application.id.in_(outgrown_by(person.id)))


def undeclared_cases(
    person: Person, *, call_id: int | None, mine: bool, limit: int
) -> list[Application]:
    """List the living cases that wait for a person's plain answer, with who takes part, oldest first.

    Where nothing is declared yet, and where somebody has joined since the person declared to be impartial.

    `mine`: only those the person is put on.
    """
    statement = select(Application).where(
        Application.submitted_at.is_not(None), Application.step.not_in(FINAL_STEPS),
        awaits_answer(person),
    )
    if call_id is not None:
        statement = statement.where(Application.call_id.in_(calls_in(call_id)))
    if mine:
        statement = statement.where(
            exists().where(
                Assignment.application_id == Application.id,
                Assignment.person_id == person.id,
                Assignment.ended_at.is_(None),
            )
        )
    return list(
        db.session.scalars(
            statement.options(selectinload(Application.partners).joinedload(Partner.organisation))
            .order_by(Application.submitted_at, Application.id)
            .limit(limit)
        )
    )
