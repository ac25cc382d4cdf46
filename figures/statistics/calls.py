"""What each call came to: applications, outcomes and money. Each application is counted once."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from applications.models import Application
from assessments.models import Proposal
from decisions.models import Outcome
from figures.queries.parts import AWARDS, SUBMITTED, WITHDRAWN, case_money, in_force
from foundation.database import db
from foundation.language import Bilingual
from foundation.money import Ore
from grants.models import Call


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The key figures of a call, or of all of them together. Amounts are øre."""

    applications: int
    asked: Ore
    awarded: int
    refused: int
    rejected: int
    withdrawn: int
    undecided: int
    granted: Ore
    committed: Ore
    paid: Ore
    frame: Ore

    @property
    def remaining(self) -> Ore:
        """What is promised and not yet paid."""
        return Ore(self.committed - self.paid)

    @property
    def unused(self) -> Ore:
        """What the frame had and nobody is promised."""
        return Ore(self.frame - self.committed)


@dataclass(frozen=True, slots=True)
class CallRow:
    """A published call and its numbers."""

    call_id: int
    title: Bilingual
    numbers: Numbers


def call_rows() -> list[CallRow]:
    """Give the published calls in the order they closed. One query, however many applications."""
    now, money, edition = in_force(), case_money(), aliased(Call)
    rows = db.session.execute(
        select(
            Call.id,
            Call.title,
            func.count(Application.id).label("applications"),
            _sum(Application.asked).label("asked"),
            _count(now.c.outcome.in_(AWARDS)).label("awarded"),
            _count(now.c.outcome == Outcome.REFUSAL).label("refused"),
            _count(now.c.outcome == Outcome.REJECTION).label("rejected"),
            _count(WITHDRAWN).label("withdrawn"),
            _sum(now.c.amount).label("granted"),
            _sum(money.c.committed).label("committed"),
            _sum(money.c.paid).label("paid"),
            (Call.frame + _extra()).label("frame"),
        )
        .join(edition, edition.round_id == Call.id)
        .outerjoin(Application, (Application.call_id == edition.id) & SUBMITTED)
        .outerjoin(now, now.c.application_id == Application.id)
        .outerjoin(money, money.c.application_id == Application.id)
        .where(Call.published_at.is_not(None), Call.edition == 1)
        .group_by(Call.id, Call.title, Call.frame, Call.closes_on)
        .order_by(Call.closes_on, Call.id)
    )
    return [
        CallRow(
            row.id,
            row.title,
            Numbers(
                applications=row.applications,
                asked=Ore(int(row.asked)),
                awarded=int(row.awarded),
                refused=int(row.refused),
                rejected=int(row.rejected),
                withdrawn=int(row.withdrawn),
                undecided=row.applications
                - int(row.awarded)
                - int(row.refused)
                - int(row.rejected)
                - int(row.withdrawn),
                granted=Ore(int(row.granted)),
                committed=Ore(int(row.committed)),
                paid=Ore(int(row.paid)),
                frame=Ore(int(row.frame)),
            ),
        )
        for row in rows
    ]


def _extra() -> ColumnElement[int]:
    """Add up what a call has been given beyond its frame, and shared out over its reserve list."""
    given = aliased(Call)
    extra = (
        select(func.sum(Proposal.extra))
        .join(given, given.id == Proposal.call_id)
        .where(given.round_id == Call.id, Proposal.chosen_at.is_not(None))
        .correlate(Call)
        .scalar_subquery()
    )
    return func.coalesce(extra, 0)


def total(rows: Iterable[CallRow]) -> Numbers:
    """Add the calls up: the control total under the table."""
    numbers = [row.numbers for row in rows]
    return Numbers(
        **{one.name: sum(getattr(each, one.name) for each in numbers) for one in fields(Numbers)}
    )


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _sum(amount: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[int]:
    return func.coalesce(func.sum(amount), 0)
