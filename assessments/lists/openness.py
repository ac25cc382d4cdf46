"""The gate as a condition, for lists and searches that reach over many cases at once.

It says of an application what `queries.gate.pass_gate` says of one: open to whoever need not declare, and
to whoever has declared to be impartial last and belongs to none of those who take part.
"""

from sqlalchemy import ColumnElement, and_, exists, select

from accounts.models import Person
from applications.models import Application, Partner
from assessments.models import Declaration
from assessments.queries.gate import takes_part
from criteria.impartiality import View


def open_to(person: Person) -> ColumnElement[bool] | None:
    """Say of an application that it is open to a person whose memberships are loaded; None: they all are."""
    if not takes_part(person):
        return None
    own = {one.organisation_id for one in person.memberships if one.ended_at is None}
    declared = (
        select(Declaration.view)
        .where(Declaration.application_id == Application.id, Declaration.person_id == person.id)
        .order_by(Declaration.id.desc())
        .limit(1)
        .correlate(Application)
        .scalar_subquery()
    )
    among_those_who_apply = exists().where(
        Partner.application_id == Application.id,
        Partner.organisation_id.in_(sorted(own)),
        Partner.declined_at.is_(None),
    )
    return and_(declared == View.IMPARTIAL, ~among_those_who_apply)
