"""How persons stand to cases: what they have said, what was ruled, and what that leaves in the way."""

from collections.abc import Collection
from datetime import date
from functools import lru_cache

from sqlalchemy import ScalarSelect, Select, bindparam, exists, func, select

from accounts.models import Membership
from applications.models import Application
from assessments.impartiality.models import DeclarationCover, Objection, Ruling
from assessments.impartiality.parties import (
    Pair,
    organisations_of,
    participants_in,
    parties,
    parties_on,
)
from assessments.models import Declaration
from criteria.impartiality import (
    ASKED_AT_THE_GATE,
    Hindrance,
    Outcome,
    Said,
    View,
    hindrance_by_word,
    may_handle,
)
from foundation import clock
from foundation.database import db


def hindrance_of(person_id: int, application_id: int) -> Hindrance | None:
    """Tell what keeps a person from a case, or None: own organisations first, then what was said.

    The same as `closed_among` finds, in two queries: every page of a case asks it.
    """
    row = db.session.execute(_WORD, {"person": person_id, "case": application_id}).first()
    number, view, outcome, on_declaration, on_objection, objection = row or (None,) * 6
    standing = db.session.execute(
        _taking_part(clock.today()),
        {"person": person_id, "cases": [application_id], "declaration": number},
    ).all()
    said = Said(
        view=view,
        covers_all=all(covered for _, _, covered in standing),
        ruled=outcome,
        settled=number is not None and on_declaration == number,
        objected=objection is not None and on_objection != objection,
    )
    return may_handle(
        hindrance_by_word(said),
        frozenset(one for one, belongs, _ in standing if belongs),
        frozenset(one for one, _, _ in standing),
    )


def closed_among(persons: Collection[int], applications: Collection[int]) -> dict[Pair, Hindrance]:
    """Give what closes cases to persons, also that nothing is declared. Six queries, however many."""
    return _hindrances(persons, applications, _everything_said(persons, applications))


def known_hindrances(
    persons: Collection[int], applications: Collection[int]
) -> dict[Pair, Hindrance]:
    """Give what is known to keep persons from cases. Five queries, however many there are.

    Not having declared yet, or not against everyone, keeps nobody from being put on a case: the gate asks
    before it opens.
    """
    said = said_in(persons, applications)
    found = _hindrances(persons, applications, said)
    return {pair: one for pair, one in found.items() if one not in ASKED_AT_THE_GATE}


def said_in(persons: Collection[int], applications: Collection[int]) -> dict[Pair, Said]:
    """Give what is said and ruled of persons in cases, where anything is. Three queries."""
    return _put_together(persons, applications, frozenset())


def _everything_said(persons: Collection[int], applications: Collection[int]) -> dict[Pair, Said]:
    return _put_together(persons, applications, outdated_among(persons, applications))


def outdated_among(persons: Collection[int], applications: Collection[int]) -> frozenset[int]:
    """Give the newest declarations that do not cover everyone who takes part now, by their ids."""
    taking_part = parties(applications)
    covered = select(DeclarationCover.declaration_id).where(
        DeclarationCover.declaration_id == Declaration.id,
        DeclarationCover.organisation_id == taking_part.c.organisation_id,
    )
    return frozenset(
        db.session.scalars(
            select(Declaration.id)
            .join(taking_part, taking_part.c.application_id == Declaration.application_id)
            .where(
                Declaration.id.in_(newest(Declaration, persons, applications)),
                ~covered.exists(),
            )
        )
    )


def outgrown_by(person_id: int) -> Select[int]:
    """Select the cases that somebody has joined since a person declared to be impartial there, and no more.

    Where anything is ruled, the person answers in the case itself.
    """
    last = select(func.max(Declaration.id)).where(Declaration.person_id == person_id)
    mine = select(Declaration.application_id).where(Declaration.person_id == person_id)
    everyone = parties(mine)
    covered = exists().where(
        DeclarationCover.declaration_id == Declaration.id,
        DeclarationCover.organisation_id == everyone.c.organisation_id,
    )
    ruled = exists().where(
        Ruling.application_id == Declaration.application_id, Ruling.person_id == person_id
    )
    return (
        select(Declaration.application_id)
        .join(everyone, everyone.c.application_id == Declaration.application_id)
        .where(
            Declaration.id.in_(last.group_by(Declaration.application_id)),
            Declaration.view == View.IMPARTIAL,
            ~covered,
            ~ruled,
        )
    )


def _newest_of(model: type[Declaration | Objection | Ruling]) -> ScalarSelect[int]:
    return (
        select(func.max(model.id))
        .where(model.person_id == bindparam("person"), model.application_id == bindparam("case"))
        .scalar_subquery()
    )


_WORD = (
    select(
        Declaration.id,
        Declaration.view,
        Ruling.outcome,
        Ruling.declaration_id,
        Ruling.objection_id,
        Objection.id,
    )
    .select_from(Application)
    .outerjoin(Declaration, Declaration.id == _newest_of(Declaration))
    .outerjoin(Ruling, Ruling.id == _newest_of(Ruling))
    .outerjoin(Objection, Objection.id == _newest_of(Objection))
    .where(Application.id == bindparam("case"))
)


@lru_cache(maxsize=1)
def _taking_part(today: date) -> Select[int, bool, bool]:
    """Select who takes part, whether a person belongs there, and whether a declaration covers it.

    Put together once a day: every page of a case asks it.
    """
    everyone = parties_on(today, bindparam("cases", expanding=True))
    one = everyone.c.organisation_id
    return select(
        one,
        exists().where(
            Membership.person_id == bindparam("person"),
            Membership.organisation_id == one,
            Membership.ended_at.is_(None),
        ),
        exists().where(
            DeclarationCover.declaration_id == bindparam("declaration"),
            DeclarationCover.organisation_id == one,
        ),
    )


def newest(
    model: type[Declaration | Objection | Ruling],
    persons: Collection[int],
    applications: Collection[int],
) -> Select[int]:
    """Select the id of the newest row of each person in each case."""
    return (
        select(func.max(model.id))
        .where(model.person_id.in_(persons), model.application_id.in_(applications))
        .group_by(model.person_id, model.application_id)
    )


def _put_together(
    persons: Collection[int], applications: Collection[int], outdated: frozenset[int]
) -> dict[Pair, Said]:
    declared = _declared(persons, applications)
    ruled = _ruled(persons, applications)
    objected = _objected(persons, applications)
    found = {}
    for pair in declared.keys() | ruled.keys() | objected.keys():
        number, view = declared.get(pair, (None, None))
        outcome, on_declaration, on_objection = ruled.get(pair, (None, None, None))
        found[pair] = Said(
            view=view,
            covers_all=number not in outdated,
            ruled=outcome,
            settled=number is not None and on_declaration == number,
            objected=objected.get(pair) != on_objection and pair in objected,
        )
    return found


def _hindrances(
    persons: Collection[int], applications: Collection[int], said: dict[Pair, Said]
) -> dict[Pair, Hindrance]:
    own = organisations_of(persons)
    participants = participants_in(applications)
    nothing = Said()
    found = {}
    for person in persons:
        for application in applications:
            word = hindrance_by_word(said.get((person, application), nothing))
            hindrance = may_handle(word, own[person], participants[application])
            if hindrance is not None:
                found[person, application] = hindrance
    return found


def _declared(
    persons: Collection[int], applications: Collection[int]
) -> dict[Pair, tuple[int, View]]:
    rows = db.session.execute(
        select(
            Declaration.person_id, Declaration.application_id, Declaration.id, Declaration.view
        ).where(Declaration.id.in_(newest(Declaration, persons, applications)))
    )
    return {(person, case): (number, view) for person, case, number, view in rows}


def _ruled(
    persons: Collection[int], applications: Collection[int]
) -> dict[Pair, tuple[Outcome, int | None, int | None]]:
    rows = db.session.execute(
        select(
            Ruling.person_id,
            Ruling.application_id,
            Ruling.outcome,
            Ruling.declaration_id,
            Ruling.objection_id,
        ).where(Ruling.id.in_(newest(Ruling, persons, applications)))
    )
    return {(person, case): (outcome, on, over) for person, case, outcome, on, over in rows}


def _objected(persons: Collection[int], applications: Collection[int]) -> dict[Pair, int]:
    rows = db.session.execute(
        select(Objection.person_id, Objection.application_id, func.max(Objection.id))
        .where(Objection.person_id.in_(persons), Objection.application_id.in_(applications))
        .group_by(Objection.person_id, Objection.application_id)
    )
    return {(person, case): number for person, case, number in rows}
