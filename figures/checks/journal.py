"""Checks of the public journal: no number is missing, the last mark holds, requests have their dates."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from criteria.disclosure import answer_due
from figures.openness.models import DisclosureRequest, Exemption, JournalLine
from foundation import clock
from foundation.database import db

_BATCH = 1_000
_Later = aliased(Exemption)


def wrong_journal() -> Iterator[str]:
    """Name each case with a hole in its numbers, each mark that holds wrongly, and each wrong date."""
    numbers = select(JournalLine.application_id).group_by(JournalLine.application_id)
    holes = numbers.having(func.max(JournalLine.number) != func.count(JournalLine.id))
    for case in db.session.scalars(holes.order_by(JournalLine.application_id)):
        yield f"the journal of application {case} lacks a number"
    later = select(_Later.id).where(
        _Later.line_id == Exemption.line_id, _Later.number > Exemption.number
    )
    for line in db.session.scalars(
        select(Exemption.line_id)
        .where(Exemption.superseded_at.is_(None) == later.exists())
        .order_by(Exemption.line_id)
    ):
        yield f"another mark than the last one holds for journal line {line}"
    for request in db.session.scalars(
        select(DisclosureRequest).order_by(DisclosureRequest.id),
        execution_options={"yield_per": _BATCH},
    ):
        if request.due_on != answer_due(clock.in_oslo(request.asked_at).date()):
            yield f"disclosure request {request.id} is due on another day than the law says"
