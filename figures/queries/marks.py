"""The rows for research on marks: what readers gave, with no name and no order that could tell who.

Readings of a criterion are numbered from the lowest mark up, so that nobody is followed from one criterion
or case to the next. Where fewer than three persons read a call, only the mark that counts is told.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Select, func, select

from applications.models import Application
from assessments.models import Assessment, Mark, Score
from criteria.persons import may_be_told
from figures.queries.decided import decided
from figures.queries.rows import Row, Selection, stream
from figures.queries.told import as_code
from foundation.database import db
from grants.models import Call, Criterion

_SHARED = 6
"""How many columns tell of the case; the others are a reading's."""


def marks(chosen: Selection) -> Iterator[Row]:
    """Give the marks behind the last score of each decided case, case by case in the order they came in.

    Two queries, streamed: memory does not grow with the cases.
    """
    told = _calls_that_may_be_told()
    for _case, rows in groupby(stream(_marks(chosen)), key=itemgetter(0)):
        yield from _of_case(list(rows), told)


def _of_case(rows: Sequence[Row], told: frozenset[int]) -> Iterator[Row]:
    """Give a case's rows: each criterion in the order of the score, each reading from the lowest up.

    What the score was made of stands in every row as text, and is read once.
    """
    _id, call_id, *head, kept = rows[0][:_SHARED]
    parts = json.loads(str(kept))
    given: defaultdict[Any, list[Any]] = defaultdict(list)
    if call_id in told:
        readers, turns = parts["assessors"], parts.get("rounds")
        for person, turn, code, points in [row[_SHARED:] for row in rows]:
            if person in readers and (turns is None or turn in turns):
                given[code].append(points)
    moderated = parts.get("moderated", {})
    for part in parts["parts"]:
        code = part["code"]
        agreed = Decimal(part["mean"])
        shared = (*head, code, part["weight"], part["max_mark"], agreed, code in moderated)
        readings = sorted(given[code])
        for reading, points in enumerate(readings, start=1):
            yield (*shared, reading, points)
        if not readings:
            yield (*shared, None, None)


def _marks(chosen: Selection) -> Select[*tuple[Any, ...]]:
    known = decided()
    last = select(func.max(Score.id)).group_by(Score.application_id)
    statement = (
        select(
            Application.id,
            Application.call_id,
            Application.case_number,
            Call.code,
            Call.first_year,
            as_code(Score.parts),
            Assessment.person_id,
            Assessment.round,
            Criterion.code,
            Mark.points,
        )
        .join(known, known.c.application_id == Application.id)
        .join(Call, Call.id == Application.call_id)
        .join(Score, Score.application_id == Application.id)
        .join(Assessment, Assessment.application_id == Application.id)
        .join(Mark, Mark.assessment_id == Assessment.id)
        .join(Criterion, Criterion.id == Mark.criterion_id)
        .where(Score.id.in_(last), Assessment.finished_at.is_not(None), Mark.points.is_not(None))
        .order_by(Application.submitted_at, Application.id)
    )
    if chosen.year is not None:
        statement = statement.where(Call.first_year == chosen.year)
    return statement


def _calls_that_may_be_told() -> frozenset[int]:
    known = decided()
    rows = db.session.execute(
        select(Application.call_id, func.count(Assessment.person_id.distinct()))
        .join(known, known.c.application_id == Application.id)
        .join(Assessment, Assessment.application_id == Application.id)
        .where(Assessment.finished_at.is_not(None))
        .group_by(Application.call_id)
    )
    return frozenset(call for call, persons in rows if may_be_told(persons))
