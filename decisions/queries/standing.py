"""Whether a person may sign decisions, for many of them at once, with the reason for each that not."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import func, select

from accounts.models import Membership
from applications.models import Partner
from assessments.models import Assessment, Declaration
from criteria.impartiality import Hindrance, View, may_handle, may_sign
from decisions.models import Decision
from foundation.database import db


def hindrances_of(person_id: int, decisions: Sequence[Decision]) -> dict[int, Hindrance]:
    """Give what keeps a person from signing, by the decisions' ids; who may sign is not in it.

    Never a scorer of the case, never who drafted any version of its decision, nobody without a
    declaration, nobody who belongs to a participant. Four queries, however many decisions there are.
    """
    cases = [one.application_id for one in decisions]
    scored = _cases_scored_by(person_id, cases)
    drafted = _cases_drafted_by(person_id, cases)
    views = _declared(person_id, cases)
    shared = _shared_organisations(person_id, cases)
    found = {}
    for one in decisions:
        case = one.application_id
        hindrance = may_handle(View.IMPARTIAL, shared[case], shared[case]) or may_sign(
            person_id,
            frozenset({person_id} if case in scored else ()),
            person_id if case in drafted else None,
            views.get(case),
        )
        if hindrance is not None:
            found[one.id] = hindrance
    return found


def undeclared(person_id: int, applications: Collection[int]) -> frozenset[int]:
    """Give the cases in which a person has not declared impartiality yet."""
    return frozenset(applications) - _declared(person_id, applications).keys()


def _cases_scored_by(person_id: int, cases: Collection[int]) -> frozenset[int]:
    return frozenset(
        db.session.scalars(
            select(Assessment.application_id).where(
                Assessment.person_id == person_id,
                Assessment.application_id.in_(cases),
                Assessment.finished_at.is_not(None),
            )
        )
    )


def _cases_drafted_by(person_id: int, cases: Collection[int]) -> frozenset[int]:
    return frozenset(
        db.session.scalars(
            select(Decision.application_id).where(
                Decision.drafted_by_id == person_id, Decision.application_id.in_(cases)
            )
        )
    )


def _declared(person_id: int, cases: Collection[int]) -> dict[int, View]:
    newest = (
        select(func.max(Declaration.id))
        .where(Declaration.person_id == person_id, Declaration.application_id.in_(cases))
        .group_by(Declaration.application_id)
    )
    rows = db.session.execute(
        select(Declaration.application_id, Declaration.view).where(Declaration.id.in_(newest))
    )
    return dict(rows.all())


def _shared_organisations(
    person_id: int, cases: Collection[int]
) -> defaultdict[int, frozenset[int]]:
    """Give the organisations that the person belongs to and that take part, by case."""
    own = select(Membership.organisation_id).where(
        Membership.person_id == person_id, Membership.ended_at.is_(None)
    )
    rows = db.session.execute(
        select(Partner.application_id, Partner.organisation_id).where(
            Partner.application_id.in_(cases),
            Partner.declined_at.is_(None),
            Partner.organisation_id.in_(own),
        )
    )
    found: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for case, organisation in rows:
        found[case] |= {organisation}
    return found
