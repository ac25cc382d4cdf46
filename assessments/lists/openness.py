"""The gate as a condition, for lists and searches that reach over many cases at once.

It says of an application what `impartiality.standing.hindrance_of` says of one, case by case, so that a
list that ends after fifty asks it about fifty.
"""

from sqlalchemy import ColumnElement, ScalarSelect, and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from accounts.models import Person
from accounts.queries.succession import took_over
from applications.models import Application, Partner
from assessments.impartiality.models import DeclarationCover, Objection, Ruling
from assessments.models import Declaration
from assessments.queries.gate import takes_part
from criteria.impartiality import Outcome, View
from foundation import clock


def open_to(person: Person) -> ColumnElement[bool] | None:
    """Say of an application that it is open to a person whose memberships are loaded; None: they all are."""
    if not takes_part(person):
        return None
    ruling, objection = aliased(Ruling), aliased(Objection)
    on_objection = exists().where(
        ruling.id == _newest(Ruling, person), ruling.objection_id == objection.id
    )
    return and_(
        _has_said_so(person),
        ~exists().where(ruling.id == _newest(Ruling, person), ruling.outcome == Outcome.PARTIAL),
        ~exists().where(objection.id == _newest(Objection, person), ~on_objection),
        ~_belongs_to_a_party(person),
    )


def _newest(model: type[Declaration | Objection | Ruling], person: Person) -> ScalarSelect[int]:
    one = aliased(model)
    return (
        select(func.max(one.id))
        .where(one.application_id == Application.id, one.person_id == person.id)
        .correlate(Application)
        .scalar_subquery()
    )


def _has_said_so(person: Person) -> ColumnElement[bool]:
    """Say that the newest declaration is plain, or settled by a ruling, and covers everyone."""
    declaration, ruling = aliased(Declaration), aliased(Ruling)
    settled = exists().where(
        ruling.id == _newest(Ruling, person), ruling.declaration_id == declaration.id
    )
    return exists().where(
        declaration.id == _newest(Declaration, person),
        or_(declaration.view == View.IMPARTIAL, settled),
        ~_is_outgrown(declaration),
    )


def _is_outgrown(declaration: type[Declaration]) -> ColumnElement[bool]:
    """Say of a declaration that somebody takes part whom it was not made against."""
    after = took_over(clock.today()).subquery()

    def uncovered(organisation: ColumnElement[int]) -> ColumnElement[bool]:
        covered = select(DeclarationCover.declaration_id).where(
            DeclarationCover.declaration_id == declaration.id,
            DeclarationCover.organisation_id == organisation,
        )
        return ~covered.correlate(declaration, Partner, after).exists()

    successor = (
        select(after.c.successor_id)
        .where(
            after.c.organisation_id == Partner.organisation_id, uncovered(after.c.successor_id)
        )
        .correlate(declaration, Partner)
    )
    return (
        select(Partner.id)
        .where(
            Partner.application_id == declaration.application_id,
            Partner.declined_at.is_(None),
            or_(uncovered(Partner.organisation_id.expression), successor.exists()),
        )
        .correlate(declaration)
        .exists()
    )


def _belongs_to_a_party(person: Person) -> ColumnElement[bool]:
    own = sorted({one.organisation_id for one in person.memberships if one.ended_at is None})
    after = took_over(clock.today()).subquery()
    taken_over = select(after.c.organisation_id).where(after.c.successor_id.in_(own))
    return exists().where(
        Partner.application_id == Application.id,
        Partner.declined_at.is_(None),
        or_(Partner.organisation_id.in_(own), Partner.organisation_id.in_(taken_over)),
    )
