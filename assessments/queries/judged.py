"""The marks that scores were made of: with the round behind a proposal, and all of a round by themselves."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Person
from applications.models import Application
from assessments.models import Assessment, Mark, Proposal, Score
from assessments.queries.gate import closed_to
from assessments.queries.marks import scores_of
from assessments.scores import moderated_in
from criteria import allocation, scoring
from criteria.whatif import Case, Round
from foundation.database import db
from grants import rounds
from grants.rounds import calls_in
from grants.rules import main_criterion, scoring_criteria, settling_of


def round_behind(proposal: Proposal) -> Round:
    """Give all that a proposal's outcome follows from, as it was when it was made.

    A case whose score has been made anew since keeps the one that the proposal builds on.
    """
    ranking, terms = allocation.from_inputs(proposal.inputs["allocation"])
    call = rounds.first(proposal.call_id)
    main = main_criterion(call)
    numbers = [one.candidate.application for one in ranking]
    scores = _scores_at(numbers, proposal.made_at)
    sheets = _sheets(scores)
    moderated = {one.application_id: tuple(moderated_in(one).items()) for one in scores}
    return Round(
        criteria=scoring_criteria(call),
        cases=tuple(
            Case(
                one.candidate,
                tuple(sheets.get(one.candidate.application, ())),
                moderated.get(one.candidate.application, ()),
            )
            for one in ranking
        ),
        terms=terms,
        main=main.code if main else None,
        settling=settling_of(call),
    )


def officers_behind(now: Round) -> list[Person]:
    """List those whose marks a round has, by name."""
    ids = {sheet.assessor for case in now.cases for sheet in case.sheets}
    return list(
        db.session.scalars(
            select(Person).where(Person.id.in_(ids)).order_by(Person.name, Person.id)
        )
    )


def readings_in(person: Person, call_id: int) -> list[Assessment]:
    """List the finished sheets of a round that a person may see, with persons, marks and criteria.

    Only those behind a case's newest score: then everybody has finished. Never those of a case that is
    closed to the person. Needs the person's memberships.
    """
    cases = db.session.scalars(
        select(Application.id)
        .join(Score, Score.application_id == Application.id)
        .where(Application.call_id.in_(calls_in(call_id)))
        .distinct()
    ).all()
    closed = closed_to(person, cases)
    return _sheets_behind(list(scores_of([one for one in cases if one not in closed]).values()))


def marks_of(sheet: Assessment) -> scoring.Marks:
    """Give a finished sheet as the rules of scoring ask for it. Needs its marks with their criteria."""
    return scoring.Marks(
        assessor=sheet.person_id,
        marks=tuple(
            (mark.criterion.code, mark.points) for mark in sheet.marks if mark.points is not None
        ),
    )


def _scores_at(applications: Collection[int], at: datetime) -> list[Score]:
    """Give the score that each of some cases had at a moment."""
    newest = (
        select(func.max(Score.id))
        .where(Score.application_id.in_(applications), Score.computed_at <= at)
        .group_by(Score.application_id)
    )
    return list(db.session.scalars(select(Score).where(Score.id.in_(newest))))


def _sheets(scores: Collection[Score]) -> dict[int, list[scoring.Marks]]:
    """Give the sheets that some scores are made of, by application and in the order of the officers."""
    found: dict[int, list[scoring.Marks]] = {}
    for row in _sheets_behind(scores):
        found.setdefault(row.application_id, []).append(marks_of(row))
    return found


def _sheets_behind(scores: Collection[Score]) -> list[Assessment]:
    """List the sheets that some scores are made of, by application and officer."""
    behind = {
        (one.application_id, round_): one.assessors for one in scores for round_ in one.rounds
    }
    rows = db.session.scalars(
        select(Assessment)
        .where(
            Assessment.application_id.in_([one.application_id for one in scores]),
            Assessment.finished_at.is_not(None),
        )
        .options(
            joinedload(Assessment.person),
            selectinload(Assessment.marks).joinedload(Mark.criterion),
        )
        .order_by(Assessment.application_id, Assessment.person_id)
    )
    return [row for row in rows if row.person_id in behind.get((row.application_id, row.round), ())]
