"""Reading what calls ask in their reports."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from criteria.duties import DutyKind
from foundation.database import db
from grants.models import Purpose, Question
from grants.rows import in_order

OF_REPORTS: Mapping[DutyKind, Purpose] = {
    DutyKind.STATUS: Purpose.STATUS,
    DutyKind.ANNUAL: Purpose.ANNUAL,
    DutyKind.FINAL: Purpose.FINAL,
    DutyKind.BENEFITS: Purpose.BENEFITS,
}
"""What each kind of report asks its questions for; sharing experience has a form of its own."""


def asked_by(call_id: int) -> dict[DutyKind, Sequence[Question]]:
    """Give what a call asks in each kind of report, in the order of the form. Two queries at most."""
    found = db.session.scalars(
        select(Question)
        .where(Question.call_id == call_id, Question.purpose != Purpose.APPLICATION)
        .options(selectinload(Question.choices))
        .order_by(Question.position, Question.id)
    ).all()
    return {
        kind: in_order([one for one in found if one.purpose is purpose])
        for kind, purpose in OF_REPORTS.items()
    }


def asking_of_benefits(call_ids: Collection[int]) -> frozenset[int]:
    """Give those calls that ask something about the benefits afterwards."""
    return frozenset(
        db.session.scalars(
            select(Question.call_id)
            .where(Question.call_id.in_(call_ids), Question.purpose == Purpose.BENEFITS)
            .distinct()
        )
    )
