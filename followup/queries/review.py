"""The office's list of reports: one row for each duty, one query a page, the first due first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, or_, select, tuple_
from sqlalchemy.orm import joinedload

from accounts.models import Organisation
from applications.models import Application, Partner, PartnerRole
from criteria.duties import FORMLESS, DutyKind
from followup.models import Duty, Report
from followup.states import DutyState, is_overdue, standing
from foundation.database import db
from grants.rounds import calls_in

SIZE = 50


class Queue(StrEnum):
    """What the office wants to see."""

    TO_REVIEW = "to_review"
    OVERDUE = "overdue"
    RETURNED = "returned"
    APPROVED = "approved"
    ALL = "all"


class BookmarkError(ValueError):
    """The bookmark is not one that a page gave."""


@dataclass(frozen=True, slots=True)
class ReviewFilter:
    """Which duties the list shows. `today` tells what is overdue."""

    today: date
    queue: Queue = Queue.TO_REVIEW
    kind: DutyKind | None = None
    call_id: int | None = None
    case_number: str = ""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A duty with its newest report, its case and the lead who owes it."""

    duty: Duty
    report: Report | None
    state: DutyState
    overdue: bool
    lead: str

    @property
    def may_be_noted(self) -> bool:
        """Tell whether the office may note it as met: it has no report form, and is owed."""
        return self.duty.kind in FORMLESS and self.state is DutyState.NOT_BEGUN


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """A page of duties, and the bookmarks of the pages beside it; None where the list ends."""

    rows: Sequence[ReviewRow]
    after: str | None
    before: str | None


def review_page(
    chosen: ReviewFilter,
    *,
    after: str | None = None,
    before: str | None = None,
    size: int = SIZE,
) -> ReviewPage:
    """Give the page that follows a bookmark, or the one that precedes it; else the first.

    Raises BookmarkError for a bookmark that no page gave.
    """
    where = _conditions(chosen)
    key = tuple_(Duty.due_on, Duty.id)
    if before is not None:
        backwards = (Duty.due_on.desc(), Duty.id.desc())
        found = _read(chosen, [*where, key < _place(before)], backwards, size + 1)
        return _page(found[:size][::-1], earlier=len(found) > size, later=True)
    if after is not None:
        where.append(key > _place(after))
    found = _read(chosen, where, (Duty.due_on.asc(), Duty.id.asc()), size + 1)
    return _page(found[:size], earlier=after is not None, later=len(found) > size)


def _read(
    chosen: ReviewFilter,
    where: Sequence[ColumnElement[bool]],
    order: Sequence[ColumnElement[date] | ColumnElement[int]],
    limit: int,
) -> list[ReviewRow]:
    newest = (
        select(func.max(Report.id))
        .where(Report.duty_id == Duty.id)
        .correlate(Duty)
        .scalar_subquery()
    )
    statement = (
        select(Duty, Report, Organisation.name)
        .join(Duty.application)
        .join(
            Partner,
            and_(Partner.application_id == Application.id, Partner.role == PartnerRole.LEAD),
        )
        .join(Organisation, Organisation.id == Partner.organisation_id)
        .outerjoin(Report, Report.id == newest)
        .where(*where)
        .order_by(*order)
        .limit(limit)
        .options(joinedload(Duty.application).joinedload(Application.call))
    )
    return [
        _row(duty, report, lead, chosen.today)
        for duty, report, lead in db.session.execute(statement)
    ]


def _row(duty: Duty, report: Report | None, lead: str, today: date) -> ReviewRow:
    state = standing(duty, report)
    return ReviewRow(duty, report, state, is_overdue(duty, state, today), lead)


def _page(rows: Sequence[ReviewRow], *, earlier: bool, later: bool) -> ReviewPage:
    return ReviewPage(
        rows,
        after=_bookmark(rows[-1].duty) if rows and later else None,
        before=_bookmark(rows[0].duty) if rows and earlier else None,
    )


def _conditions(chosen: ReviewFilter) -> list[ColumnElement[bool]]:
    where = _of_queue(chosen)
    if chosen.kind is not None:
        where.append(Duty.kind == chosen.kind)
    if chosen.call_id is not None:
        where.append(Application.call_id.in_(calls_in(chosen.call_id)))
    if chosen.case_number:
        where.append(Application.case_number == chosen.case_number)
    return where


def _of_queue(chosen: ReviewFilter) -> list[ColumnElement[bool]]:
    match chosen.queue:
        case Queue.TO_REVIEW:
            return [Report.submitted_at.is_not(None), Report.reviewed_at.is_(None)]
        case Queue.OVERDUE:
            owed = or_(Report.submitted_at.is_(None), Report.approved.is_(False))
            return [Duty.due_on < chosen.today, Duty.met_at.is_(None), owed]
        case Queue.RETURNED:
            return [Report.approved.is_(False)]
        case Queue.APPROVED:
            return [Report.approved.is_(True)]
        case Queue.ALL:
            return []


def _bookmark(duty: Duty) -> str:
    return f"{duty.due_on.isoformat()}_{duty.id}"


def _place(bookmark: str) -> tuple[date, int]:
    day, _, number = bookmark.partition("_")
    try:
        return date.fromisoformat(day), int(number)
    except ValueError as error:
        raise BookmarkError(bookmark) from error
