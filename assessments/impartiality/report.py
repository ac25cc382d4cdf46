"""The leader's report: who is hindered where, cases that nobody is left for, answers that are outdated."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Select, func, select, union

from accounts import queries as people
from accounts.leading.queries import leaders_of
from accounts.models import Membership, Person, Role
from applications.models import Application, Partner
from assessments.impartiality.models import DeclarationCover, Objection, Ruling
from assessments.impartiality.parties import Pair, parties
from assessments.impartiality.standing import known_hindrances
from assessments.models import Declaration
from assessments.queries.assignments import UNDER_WORK
from assessments.queries.marks import scores_of
from assessments.staffing import ASSESSORS
from criteria.impartiality import PARTIALITY, Hindrance, Outcome, View
from criteria.procedure import FINAL_STEPS, Step
from foundation import clock
from foundation.database import db

BEFORE_A_DECISION = (*UNDER_WORK, Step.ASSESSED, Step.PROPOSED, Step.INELIGIBLE)


class Lack(StrEnum):
    """Whom a case has none left of, or too few, who is impartial in it."""

    OFFICER = "officer"
    ASSESSORS = "assessors"
    DECISION_MAKER = "decision_maker"


@dataclass(frozen=True, slots=True)
class Hindered:
    """A person who is kept from a case. `scored`: the case's score is made of the person's marks too."""

    application: Application
    person: Person
    hindrance: Hindrance
    scored: bool


@dataclass(frozen=True, slots=True)
class Lacking:
    """A case for which nobody impartial is left, or too few."""

    application: Application
    lack: Lack


@dataclass(frozen=True, slots=True)
class Outdated:
    """A declaration that is older than a change of those who take part."""

    application: Application
    person: Person
    declaration: Declaration


@dataclass(frozen=True, slots=True)
class Tally:
    """How a person's newest answers and rulings are distributed over living cases."""

    person: Person
    views: Counter[View]
    rulings: Counter[Outcome]


def hindered() -> list[Hindered]:
    """List who is known to be kept from which living case, by case and name."""
    pairs = _troubled()
    persons, cases = _persons_of(pairs), _cases_of(pairs)
    known = known_hindrances(persons.keys(), cases.keys())
    scores = scores_of(cases.keys())
    found = [
        Hindered(
            cases[case],
            persons[person],
            one,
            one in PARTIALITY and case in scores and person in scores[case].assessors,
        )
        for (person, case), one in known.items()
    ]
    return sorted(found, key=lambda one: (one.application.case_number, one.person.name))


def lacking() -> list[Lacking]:
    """List the cases before a decision that nobody impartial is left for, or too few, by case.

    Who decides must also have a leader who is not partial.
    """
    cases = {
        number: one
        for number, one in _cases_of(_troubled()).items()
        if one.step in BEFORE_A_DECISION
    }
    officers = {one.id for one in people.persons_as(Role.CASE_OFFICER)}
    makers = {one.id for one in people.persons_as(Role.DECISION_MAKER)}
    leaders = leaders_of(makers, clock.today())
    known = known_hindrances({*officers, *makers, *leaders.values()}, cases.keys())

    def is_barred(maker: int, case: int) -> bool:
        above = known.get((leaders.get(maker, 0), case))
        return (maker, case) in known or above in PARTIALITY

    found = []
    for number, case in cases.items():
        left = sum((one, number) not in known for one in officers)
        if left == 0:
            found.append(Lacking(case, Lack.OFFICER))
        elif left < ASSESSORS and case.step in UNDER_WORK:
            found.append(Lacking(case, Lack.ASSESSORS))
        if all(is_barred(one, number) for one in makers):
            found.append(Lacking(case, Lack.DECISION_MAKER))
    return sorted(found, key=lambda one: (one.application.case_number, one.lack))


def outdated() -> list[Outdated]:
    """List the newest declarations in living cases that do not cover everyone who takes part now."""
    everyone = parties(_living())
    covered = select(DeclarationCover.declaration_id).where(
        DeclarationCover.declaration_id == Declaration.id,
        DeclarationCover.organisation_id == everyone.c.organisation_id,
    )
    rows = db.session.execute(
        select(Declaration, Person, Application)
        .join(Person, Person.id == Declaration.person_id)
        .join(Application, Application.id == Declaration.application_id)
        .where(
            Declaration.id.in_(_newest_declarations()),
            select(everyone.c.organisation_id)
            .where(everyone.c.application_id == Declaration.application_id, ~covered.exists())
            .exists(),
        )
        .order_by(Application.submitted_at, Application.id, Person.name, Person.id)
    )
    return [Outdated(case, person, declaration) for declaration, person, case in rows]


def tallies() -> list[Tally]:
    """Count each person's newest answers and rulings in living cases, by name."""
    views: defaultdict[int, Counter[View]] = defaultdict(Counter)
    for person, view, number in db.session.execute(
        select(Declaration.person_id, Declaration.view, func.count())
        .where(
            Declaration.id.in_(_newest_declarations()), Declaration.application_id.in_(_living())
        )
        .group_by(Declaration.person_id, Declaration.view)
    ):
        views[person][view] = number
    rulings: defaultdict[int, Counter[Outcome]] = defaultdict(Counter)
    newest = select(func.max(Ruling.id)).group_by(Ruling.application_id, Ruling.person_id)
    for person, outcome, number in db.session.execute(
        select(Ruling.person_id, Ruling.outcome, func.count())
        .where(Ruling.id.in_(newest), Ruling.application_id.in_(_living()))
        .group_by(Ruling.person_id, Ruling.outcome)
    ):
        rulings[person][outcome] = number
    persons = _persons_of((one, 0) for one in views.keys() | rulings.keys())
    return [
        Tally(one, views[one.id], rulings[one.id])
        for one in sorted(persons.values(), key=lambda one: (one.name, one.id))
    ]


def _living() -> Select[int]:
    return select(Application.id).where(
        Application.submitted_at.is_not(None), Application.step.not_in(FINAL_STEPS)
    )


def _newest_declarations() -> Select[int]:
    return select(func.max(Declaration.id)).group_by(
        Declaration.application_id, Declaration.person_id
    )


def _troubled() -> Collection[Pair]:
    """Give the persons and living cases of which anything but a plain word is known."""
    wordy = (
        select(Declaration.person_id, Declaration.application_id).where(
            Declaration.view != View.IMPARTIAL
        ),
        select(Ruling.person_id, Ruling.application_id),
        select(Objection.person_id, Objection.application_id),
        select(Membership.person_id, Partner.application_id)
        .join(Partner, Partner.organisation_id == Membership.organisation_id)
        .where(
            Partner.declined_at.is_(None),
            Membership.ended_at.is_(None),
            Membership.person_id.in_(_staff()),
        ),
    )
    found = union(*wordy).subquery()
    rows = db.session.execute(
        select(found.c.person_id, found.c.application_id).where(
            found.c.application_id.in_(_living())
        )
    )
    return [(person, case) for person, case in rows]


def _staff() -> Select[int]:
    return select(Membership.person_id).where(
        Membership.role.in_((Role.CASE_OFFICER, Role.DECISION_MAKER, Role.CONTROLLER)),
        Membership.ended_at.is_(None),
    )


def _persons_of(pairs: Iterable[Pair]) -> dict[int, Person]:
    ids = {person for person, _ in pairs}
    return {one.id: one for one in db.session.scalars(select(Person).where(Person.id.in_(ids)))}


def _cases_of(pairs: Iterable[Pair]) -> dict[int, Application]:
    ids = {case for _, case in pairs}
    rows = db.session.scalars(select(Application).where(Application.id.in_(ids)))
    return {one.id: one for one in rows}
