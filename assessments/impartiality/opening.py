"""Which cases are open to a person, as a part of a question to the database.

For searches in what lies behind the gate: a case that is closed to who searches must not be found by its
content. Says the same as `standing.hindrance_of`.
"""

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, true

from accounts.models import Membership, Person
from applications.models import Application
from assessments.impartiality.models import DeclarationCover, Objection, Ruling
from assessments.impartiality.parties import parties
from assessments.models import Declaration
from assessments.queries.gate import takes_part
from criteria.impartiality import Outcome, View


def is_open_to(person: Person) -> ColumnElement[bool]:
    """Tell of a case whether it is open to a person whose memberships are loaded."""
    if not takes_part(person):
        return true()
    mine = select(Declaration.application_id).where(Declaration.person_id == person.id)
    everyone = parties(mine)
    here = everyone.c.application_id == Application.id
    belongs = exists().where(
        here,
        Membership.organisation_id == everyone.c.organisation_id,
        Membership.person_id == person.id,
        Membership.ended_at.is_(None),
    )
    covered = exists().where(
        DeclarationCover.declaration_id == Declaration.id,
        DeclarationCover.organisation_id == everyone.c.organisation_id,
    )
    left_out = exists().where(here, ~covered)
    ruled = exists().where(Ruling.declaration_id == Declaration.id)
    plain = exists().where(
        Declaration.id == _newest(Declaration, person.id),
        or_(Declaration.view == View.IMPARTIAL, ruled),
        ~left_out,
    )
    partial = exists().where(
        Ruling.id == _newest(Ruling, person.id), Ruling.outcome == Outcome.PARTIAL
    )
    objected = exists().where(
        Objection.id == _newest(Objection, person.id),
        ~exists().where(Ruling.objection_id == Objection.id),
    )
    return and_(plain, ~partial, ~objected, ~belongs)


def _newest(
    model: type[Declaration | Objection | Ruling], person_id: int
) -> ColumnElement[int | None]:
    return (
        select(func.max(model.id))
        .where(model.person_id == person_id, model.application_id == Application.id)
        .correlate(Application)
        .scalar_subquery()
    )
