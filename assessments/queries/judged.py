"""The round behind a proposal: the same candidates and terms, with the marks that its scores were made of."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from accounts.models import Person
from assessments.models import Assessment, Mark, Proposal, Score
from assessments.scores import moderated_in
from criteria import allocation, scoring
from criteria.whatif import Case, Round
from foundation.database import db
from grants import rounds
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
    behind = {
        (one.application_id, round_): one.assessors for one in scores for round_ in one.rounds
    }
    rows = db.session.scalars(
        select(Assessment)
        .where(
            Assessment.application_id.in_([one.application_id for one in scores]),
            Assessment.finished_at.is_not(None),
        )
        .options(selectinload(Assessment.marks).joinedload(Mark.criterion))
        .order_by(Assessment.application_id, Assessment.person_id)
    )
    found: dict[int, list[scoring.Marks]] = {}
    for row in rows:
        if row.person_id in behind.get((row.application_id, row.round), ()):
            found.setdefault(row.application_id, []).append(_marks(row))
    return found


def _marks(sheet: Assessment) -> scoring.Marks:
    return scoring.Marks(
        assessor=sheet.person_id,
        marks=tuple(
            (mark.criterion.code, mark.points) for mark in sheet.marks if mark.points is not None
        ),
    )
