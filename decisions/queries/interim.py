"""The cases that have waited more than a month for an answer and know of no date to expect one."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from applications.models import Application, Partner
from criteria.deadlines import interim_reply_due
from criteria.steps import Step
from decisions.models import Letter, LetterKind
from foundation import clock
from foundation.database import db

UNANSWERED = (
    Step.SUBMITTED,
    Step.INCOMPLETE,
    Step.ELIGIBLE,
    Step.INELIGIBLE,
    Step.ASSESSED,
    Step.PROPOSED,
    Step.DECIDED,
)
"""The steps of a case whose applicant has had no answer. A decision that is not published is none."""


def awaiting_interim_reply(today: date) -> list[Application]:
    """List the cases whose month is out and that have not been told when, or were told a date now past.

    With call and participants, the one that has waited longest first. Two queries beside the parts.
    """
    waiting = db.session.scalars(
        select(Application)
        .where(Application.step.in_(UNANSWERED), Application.submitted_at.is_not(None))
        .options(
            joinedload(Application.call),
            selectinload(Application.partners).joinedload(Partner.organisation),
        )
        .order_by(Application.submitted_at, Application.id)
    ).all()
    late = [one for one in waiting if interim_reply_due(_came_on(one)) < today]
    told = told_dates([one.id for one in late])
    return [one for one in late if told.get(one.id, date.min) < today]


def replies_to(application_id: int) -> int:
    """Count the interim replies that a case has had."""
    return len(
        db.session.scalars(
            select(Letter.about)
            .where(Letter.application_id == application_id, Letter.kind == LetterKind.INTERIM_REPLY)
            .distinct()
        ).all()
    )


def _came_on(application: Application) -> date:
    at = application.submitted_at
    if at is None:
        raise ValueError(application.id)
    return clock.in_oslo(at).date()


def told_dates(applications: Collection[int]) -> dict[int, date]:
    """Give the date that each case was last told to expect an answer by."""
    rows = db.session.execute(
        select(Letter.application_id, Letter.content)
        .where(
            Letter.kind == LetterKind.INTERIM_REPLY,
            Letter.application_id.in_(applications),
            Letter.superseded_at.is_(None),
        )
        .order_by(Letter.id)
    )
    return {
        case: date.fromisoformat(content["said"]["expected_on"])
        for case, content in rows
        if content is not None
    }
