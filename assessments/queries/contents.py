"""A case read whole and kept: what its pages show again and again and what seldom changes.

Almost nothing in a case is ever overwritten: journal, declarations, examinations, scores and proposals are
only added to, an assignment is ended and a requirement overruled once. So a few numbers tell whether anything
has changed since the case was last read, and one small query gets them. The rows that are kept are cut loose
from the database: they can be read by many pages at once, never written.
"""

from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from sqlalchemy import Select, bindparam, func, select

from applications.models import Application, Event
from applications.queries import any_application, events
from assessments.approval.models import ApprovedBudget
from assessments.approval.queries import approved_budget
from assessments.models import (
    Assessment,
    Assignment,
    Declaration,
    Examination,
    FormalFinding,
    Proposal,
    ProposalLine,
    Score,
)
from assessments.queries.assignments import assignments_of
from assessments.queries.declarations import declarations_of
from assessments.queries.formal import examination_of
from assessments.queries.marks import (
    assessments_behind,
    moderations_behind,
    present_score,
    third_reading_of,
)
from assessments.queries.proposals import chosen_line
from assessments.readings.models import Moderation, ThirdReading
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.kept import Kept
from grants.models import Call


class Stamp(NamedTuple):
    """What is different as soon as anything in the case's contents is."""

    application: int
    version: int
    call: int
    event: int | None
    assignment: int | None
    assigned: int
    declaration: int | None
    examination: int | None
    overruled: int
    score: int | None
    line: int | None
    third: int | None
    approved: int | None


@dataclass(frozen=True, slots=True, eq=False)
class CaseContents:
    """A case as it stood at its stamp. `reading` is the number of this reading; no other has it."""

    reading: int
    application: Application
    assignments: tuple[Assignment, ...]
    declarations: tuple[Declaration, ...]
    examination: Examination | None
    score: Score | None
    assessments: tuple[Assessment, ...]
    moderations: tuple[Moderation, ...]
    third: ThirdReading | None
    approved: ApprovedBudget | None
    line: ProposalLine | None
    events: tuple[Event, ...]


def contents_of(application_id: int) -> CaseContents:
    """Give the contents of a case as they are now, for reading only. Raises NotFoundError.

    Does not ask who reads: `gate.pass_gate` stands before it.
    """
    return _KEPT.by(_stamp_of(application_id), lambda: _read(application_id))


def _stamp_of(application_id: int) -> Stamp:
    row = db.session.execute(_STAMP, {"id": application_id}).first()
    if row is None:
        raise NotFoundError
    return Stamp(*row)


def _read(application_id: int) -> CaseContents:
    score = present_score(application_id)
    return CaseContents(
        reading=next(_READINGS),
        application=any_application(application_id),
        assignments=tuple(assignments_of(application_id)),
        declarations=tuple(declarations_of(application_id)),
        examination=examination_of(application_id),
        score=score,
        assessments=() if score is None else tuple(assessments_behind(score)),
        moderations=() if score is None else tuple(moderations_behind(score)),
        third=third_reading_of(application_id),
        approved=approved_budget(application_id),
        line=chosen_line(application_id),
        events=tuple(events(application_id)),
    )


_READINGS = count(1)
_KEPT: Kept[CaseContents] = Kept("cases", room=200)  # each takes some hundred kilobytes


_OnlyAdded = Event | Assignment | Declaration | Examination | Score | ThirdReading | ApprovedBudget


def _newest(model: type[_OnlyAdded]) -> Select[int]:
    return select(func.max(model.id)).where(model.application_id == Application.id)


_STAMP = (
    select(
        Application.id,
        Application.version,
        Call.version,
        _newest(Event).scalar_subquery(),
        _newest(Assignment).scalar_subquery(),
        select(func.count(Assignment.id))
        .where(Assignment.application_id == Application.id, Assignment.ended_at.is_(None))
        .scalar_subquery(),
        _newest(Declaration).scalar_subquery(),
        _newest(Examination).scalar_subquery(),
        select(func.count(FormalFinding.id))
        .join(FormalFinding.examination)
        .where(
            Examination.application_id == Application.id, FormalFinding.overruled_at.is_not(None)
        )
        .scalar_subquery(),
        _newest(Score).scalar_subquery(),
        select(func.max(ProposalLine.id))
        .join(ProposalLine.proposal)
        .where(
            ProposalLine.application_id == Application.id,
            Proposal.chosen_at.is_not(None),
            Proposal.superseded_at.is_(None),
        )
        .scalar_subquery(),
        _newest(ThirdReading).scalar_subquery(),
        _newest(ApprovedBudget).scalar_subquery(),
    )
    .join(Application.call)
    .where(Application.id == bindparam("id"), Application.submitted_at.is_not(None))
)
