"""Reading who leads whom."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import ScalarSelect, select
from sqlalchemy.orm import aliased, joinedload
from sqlalchemy.orm.attributes import InstrumentedAttribute

from accounts.leading.models import Leadership
from accounts.models import Person
from criteria.impartiality import Lead, leader_on
from foundation.database import db


def leads(persons: Collection[int] | None = None) -> list[Lead]:
    """Give the lines of some persons, or all there are."""
    statement = select(
        Leadership.id, Leadership.person_id, Leadership.leader_id, Leadership.from_on
    ).order_by(Leadership.id)
    if persons is not None:
        statement = statement.where(Leadership.person_id.in_(persons))
    return [Lead(*row) for row in db.session.execute(statement)]


def leader_of(person_id: int, on: date) -> int | None:
    """Give a person's nearest leader on a day, by id."""
    return leader_on(leads([person_id]), person_id, on)


def leaders_of(persons: Collection[int], on: date) -> dict[int, int]:
    """Give the nearest leader of each of several persons on a day; who has none is not in it."""
    known = leads(persons)
    found = {one: leader_on(known, one, on) for one in persons}
    return {person: leader for person, leader in found.items() if leader is not None}


def leader_in_force(person: InstrumentedAttribute[int], on: date) -> ScalarSelect[int | None]:
    """Give the leader, on a day, of the person in a column, as a part of another question."""
    line = aliased(Leadership)
    return (
        select(line.leader_id)
        .where(line.person_id == person, line.from_on <= on)
        .order_by(line.from_on.desc(), line.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def leader_now(person_id: int, on: date) -> Person | None:
    """Give a person's nearest leader on a day; None for who has none."""
    leader_id = leader_of(person_id, on)
    return None if leader_id is None else db.session.get_one(Person, leader_id)


def history_of(person_id: int) -> list[Leadership]:
    """List the lines of a person with leaders and who wrote them, the newest first."""
    return list(
        db.session.scalars(
            select(Leadership)
            .where(Leadership.person_id == person_id)
            .options(joinedload(Leadership.leader), joinedload(Leadership.set_by))
            .order_by(Leadership.from_on.desc(), Leadership.id.desc())
        )
    )


def led_by(leader_id: int, on: date) -> list[Person]:
    """List the active persons whom somebody leads on a day, by name."""
    return list(
        db.session.scalars(
            select(Person)
            .where(leader_in_force(Person.id, on) == leader_id, Person.deactivated_at.is_(None))
            .order_by(Person.name, Person.id)
        )
    )
