"""Whether a person may sign decisions, for many of them at once, with the reason for each that not."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import select

from accounts.leading.queries import leader_of
from applications.models import Application
from assessments.impartiality.standing import closed_among, known_hindrances
from assessments.models import Assessment
from assessments.readings.models import Moderation
from criteria.impartiality import (
    ASKED_AT_THE_GATE,
    Hindrance,
    Stage,
    may_sign,
    through_leader,
)
from decisions.models import Decision
from foundation import clock
from foundation.database import db
from grants.law import law_on
from grants.models import Call, Regulation


def hindrances_of(person_id: int, decisions: Sequence[Decision]) -> dict[int, Hindrance]:
    """Give what keeps a person from signing, by the decisions' ids; who may sign is not in it.

    Never a scorer of the case or who moderated its marks, never who drafted any version of its decision,
    nobody to whom the case is closed, and nobody whose nearest leader is partial in it. Nine queries, however
    many decisions there are, and eight more for who has a leader that is hindered somewhere.
    """
    cases = {one.application_id for one in decisions}
    scored = _cases_scored_by(person_id, cases)
    drafted = _cases_drafted_by(person_id, cases)
    closed = closed_among([person_id], cases)
    led = _through_leader(person_id, cases)
    found = {}
    for one in decisions:
        case = one.application_id
        word = closed.get((person_id, case))
        hindrance = (word if word is Hindrance.OWN_ORGANISATION else None) or may_sign(
            person_id,
            frozenset({person_id} if case in scored else ()),
            person_id if case in drafted else None,
            word or led.get(case),
        )
        if hindrance is not None:
            found[one.id] = hindrance
    return found


def undeclared(person_id: int, applications: Collection[int]) -> frozenset[int]:
    """Give the cases in which a person has not declared impartiality against everyone yet."""
    closed = closed_among([person_id], applications)
    return frozenset(case for (_, case), one in closed.items() if one in ASKED_AT_THE_GATE)


def _through_leader(person_id: int, cases: Collection[int]) -> Mapping[int, Hindrance]:
    """Give the cases that the person may not decide because of the nearest leader, by the act in force."""
    today = clock.today()
    leader = leader_of(person_id, today)
    if leader is None:
        return {}
    hindered = known_hindrances([leader], cases)
    found = {}
    for application_id, regulation in _regulations_of([case for _, case in hindered]):
        barred = law_on(regulation, today).impartiality.barred_subordinates
        reached = through_leader(hindered[leader, application_id], Stage.DECIDE, barred)
        if reached is not None:
            found[application_id] = reached
    return found


def _regulations_of(cases: Collection[int]) -> Sequence[tuple[int, Regulation]]:
    if not cases:
        return []
    rows = db.session.execute(
        select(Application.id, Regulation)
        .join(Application.call)
        .join(Regulation, Regulation.id == Call.regulation_id)
        .where(Application.id.in_(cases))
    )
    return [(number, regulation) for number, regulation in rows]


def _cases_scored_by(person_id: int, cases: Collection[int]) -> frozenset[int]:
    return frozenset(
        db.session.scalars(
            select(Assessment.application_id)
            .where(
                Assessment.person_id == person_id,
                Assessment.application_id.in_(cases),
                Assessment.finished_at.is_not(None),
            )
            .union(
                select(Moderation.application_id).where(
                    Moderation.moderated_by_id == person_id, Moderation.application_id.in_(cases)
                )
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
