"""What waits for a leader's ruling: doubts, partiality, objections, and new facts after a ruling."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, and_, exists, func, or_, select, union
from sqlalchemy.orm import aliased, joinedload

from accounts.leading.queries import leaders_of
from accounts.models import Person
from applications.models import Application
from assessments.impartiality.models import Objection, Ruling
from assessments.impartiality.parties import Pair
from assessments.impartiality.rulers import refusals_to_rule
from assessments.impartiality.standing import closed_among
from assessments.models import Declaration
from criteria.impartiality import Hindrance, Outcome, RulingRefusal, View
from criteria.procedure import FINAL_STEPS
from foundation import clock
from foundation.database import db


@dataclass(frozen=True, slots=True)
class Question:
    """A person in a case on whom a ruling is awaited, since when, and why the reader may not give it."""

    application: Application
    person: Person
    hindrance: Hindrance | None
    asked_at: datetime
    leader: Person | None
    refusal: RulingRefusal | None


def questions(reader: Person) -> list[Question]:
    """List what waits for a ruling in living cases: what the reader may rule on first, then the oldest.

    Some fifteen queries, however many there are.
    """
    asked = _asked()
    refusals = refusals_to_rule(reader.id, asked.keys())
    persons = {person for person, _ in asked}
    leaders = leaders_of(persons, clock.today())
    named = _persons({*persons, *leaders.values()})
    cases = _cases({application for _, application in asked})
    closed = closed_among(persons, cases.keys())
    found = [
        Question(
            application=cases[case],
            person=named[person],
            hindrance=closed.get((person, case)),
            asked_at=at,
            leader=named[leaders[person]] if person in leaders else None,
            refusal=refusals[person, case],
        )
        for (person, case), at in asked.items()
    ]
    return sorted(found, key=lambda one: (one.refusal is not None, one.asked_at, one.person.name))


def number_to_rule(reader: Person) -> int:
    """Count what waits for this very reader's ruling."""
    refusals = refusals_to_rule(reader.id, _asked().keys())
    return sum(one is None for one in refusals.values())


def _asked() -> dict[Pair, datetime]:
    """Give the persons in living cases whose newest word no ruling answers, with when it was said."""
    asked = union(_declarations(), _objections()).subquery()
    rows = db.session.execute(
        select(asked.c.person_id, asked.c.application_id, func.min(asked.c.asked_at))
        .join(Application, Application.id == asked.c.application_id)
        .where(Application.submitted_at.is_not(None), Application.step.not_in(FINAL_STEPS))
        .group_by(asked.c.person_id, asked.c.application_id)
    )
    return {(person, case): at for person, case, at in rows}


def _declarations() -> Select[int, int, datetime]:
    """Select the newest declarations that ask for a ruling, as `criteria.impartiality.awaits_ruling`."""
    newer, later = aliased(Declaration), aliased(Ruling)
    same = (Ruling.application_id == Declaration.application_id) & (
        Ruling.person_id == Declaration.person_id
    )
    last = and_(
        same,
        ~exists().where(
            later.application_id == Ruling.application_id,
            later.person_id == Ruling.person_id,
            later.id > Ruling.id,
        ),
    )
    ruled_partial = exists().where(last, Ruling.outcome == Outcome.PARTIAL)
    return select(
        Declaration.person_id,
        Declaration.application_id,
        Declaration.declared_at.label("asked_at"),
    ).where(
        or_(
            and_(ruled_partial, Declaration.view != View.PARTIAL),
            and_(~ruled_partial, Declaration.view != View.IMPARTIAL),
        ),
        ~exists().where(Ruling.declaration_id == Declaration.id),
        ~exists().where(
            newer.application_id == Declaration.application_id,
            newer.person_id == Declaration.person_id,
            newer.id > Declaration.id,
        ),
    )


def _objections() -> Select[int, int, datetime]:
    newer = aliased(Objection)
    return select(
        Objection.person_id, Objection.application_id, Objection.recorded_at.label("asked_at")
    ).where(
        ~exists().where(Ruling.objection_id == Objection.id),
        ~exists().where(
            newer.application_id == Objection.application_id,
            newer.person_id == Objection.person_id,
            newer.id > Objection.id,
        ),
    )


def _persons(ids: set[int]) -> dict[int, Person]:
    return {one.id: one for one in db.session.scalars(select(Person).where(Person.id.in_(ids)))}


def _cases(ids: set[int]) -> dict[int, Application]:
    rows: Sequence[Application] = db.session.scalars(
        select(Application).where(Application.id.in_(ids)).options(joinedload(Application.call))
    ).all()
    return {one.id: one for one in rows}
