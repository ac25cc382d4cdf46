"""The cases behind a key figure: fifty at a time, with the number and the sums of them all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Label, Row, Select, func, select, true
from sqlalchemy.orm import aliased

from accounts.models import Organisation
from applications.models import Application
from decisions.models import Decision, Outcome
from figures.queries.parts import AWARDS, SUBMITTED, WITHDRAWN, case_money, in_force, leads
from figures.statistics.startyears import YEAR as START_YEAR
from foundation import clock
from foundation.database import db, snapshot
from foundation.language import Bilingual
from foundation.money import Ore
from grants.models import Call

SIZE = 50


class Figure(StrEnum):
    """A figure that is made of cases. The values are those of the catalogue, and stand in addresses."""

    APPLICATIONS = "applications"
    AWARDED = "awarded"
    REFUSED = "refused"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    UNDECIDED = "undecided"
    ASKED = "asked"
    GRANTED = "granted"
    COMMITTED = "committed"
    PAID = "paid"
    WAITED = "waited"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseBehind:
    """A case, and what it puts into the figures. Amounts are øre; `decided_at`: of its first decision."""

    application_id: int
    case_number: str
    lead: str
    call: Bilingual
    outcome: Outcome | None
    withdrawn: bool
    asked: Ore
    granted: Ore
    committed: Ore
    paid: Ore
    closes_on: date
    decided_at: datetime | None

    @property
    def waited(self) -> int | None:
        """The days in Oslo from the call's last day until the first decision was sent out."""
        if self.decided_at is None:
            return None
        return (clock.in_oslo(self.decided_at).date() - self.closes_on).days


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesBehind:
    """A page of cases, the number and sums of them all, and the id that the next comes after."""

    rows: Sequence[CaseBehind]
    cases: int
    asked: Ore
    granted: Ore
    committed: Ore
    paid: Ore
    after: int | None


def cases_behind(
    figure: Figure, call_id: int | None, *, begins: int | None = None, after: int | None
) -> CasesBehind:
    """Give the cases that a figure of a call is made of, of all calls when none is named. Two queries.

    `begins`: those alone whose projects begin in this year.
    """
    every = _Cases()
    where = [every.belongs(figure)]
    if call_id is not None:
        where.append(every.round.id == call_id)
    if begins is not None:
        where.append(START_YEAR.element == begins)
    with snapshot():
        sums = db.session.execute(
            every.of(func.count().label("cases"), *every.summed()).where(*where)
        ).one()
        beyond = [] if after is None else [Application.id > after]
        rows = db.session.execute(
            every.of(*every.columns())
            .where(*where, *beyond)
            .order_by(Application.id)
            .limit(SIZE + 1)
        ).all()
    shown = [_case(row) for row in rows[:SIZE]]
    return CasesBehind(
        rows=shown,
        cases=sums.cases,
        asked=Ore(int(sums.asked)),
        granted=Ore(int(sums.granted)),
        committed=Ore(int(sums.committed)),
        paid=Ore(int(sums.paid)),
        after=shown[-1].application_id if len(rows) > SIZE else None,
    )


class _Cases:
    """The joins that both questions share: every handed-in application of a published call."""

    def __init__(self) -> None:
        self.now, self.money, self.lead = in_force(), case_money(), leads()
        self.edition, self.round, self.first = aliased(Call), aliased(Call), aliased(Decision)

    def of(self, *columns: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
        """Ask for columns of the cases."""
        return (
            select(*columns)
            .select_from(Application)
            .join(self.edition, self.edition.id == Application.call_id)
            .join(self.round, self.round.id == self.edition.round_id)
            .join(self.lead, self.lead.c.application_id == Application.id)
            .join(Organisation, Organisation.id == self.lead.c.organisation_id)
            .outerjoin(self.now, self.now.c.application_id == Application.id)
            .outerjoin(self.money, self.money.c.application_id == Application.id)
            .outerjoin(
                self.first,
                (self.first.application_id == Application.id)
                & (self.first.number == 1)
                & self.first.published_at.is_not(None),
            )
            .where(SUBMITTED, self.round.published_at.is_not(None))
        )

    def amounts(self) -> tuple[Label[Any], ...]:
        """Give what a case asks for, is granted, promised and paid."""
        return (
            Application.asked.label("asked"),
            func.coalesce(self.now.c.amount, 0).label("granted"),
            func.coalesce(self.money.c.committed, 0).label("committed"),
            func.coalesce(self.money.c.paid, 0).label("paid"),
        )

    def columns(self) -> tuple[ColumnElement[Any], ...]:
        """Give what is shown of a case."""
        return (
            Application.id.label("application_id"),
            Application.case_number.label("case_number"),
            Organisation.name.label("lead"),
            self.round.title.label("call"),
            self.now.c.outcome,
            WITHDRAWN.label("withdrawn"),
            *self.amounts(),
            self.edition.closes_on.label("closes_on"),
            self.first.published_at.label("decided_at"),
        )

    def summed(self) -> tuple[Label[Any], ...]:
        """Give the same amounts, added up."""
        return tuple(func.coalesce(func.sum(one), 0).label(one.name) for one in self.amounts())

    def belongs(self, figure: Figure) -> ColumnElement[bool]:
        """Tell which cases a figure is made of; the conditions are those that it is counted by."""
        outcome = self.now.c.outcome
        awarded = outcome.in_(AWARDS)
        belonging: dict[Figure, ColumnElement[bool]] = {
            Figure.APPLICATIONS: true(),
            Figure.ASKED: true(),
            Figure.AWARDED: awarded,
            Figure.GRANTED: func.coalesce(self.now.c.amount, 0) != 0,
            Figure.REFUSED: outcome == Outcome.REFUSAL,
            Figure.REJECTED: outcome == Outcome.REJECTION,
            Figure.WITHDRAWN: WITHDRAWN,
            Figure.UNDECIDED: outcome.is_(None) & ~WITHDRAWN,
            Figure.COMMITTED: func.coalesce(self.money.c.committed, 0) != 0,
            Figure.PAID: func.coalesce(self.money.c.paid, 0) != 0,
            Figure.WAITED: self.first.id.is_not(None),
        }
        return belonging[figure]


def _case(row: Row[tuple[Any, ...]]) -> CaseBehind:
    return CaseBehind(
        application_id=row.application_id,
        case_number=row.case_number or "–",
        lead=row.lead,
        call=row.call,
        outcome=row.outcome,
        withdrawn=row.withdrawn,
        asked=Ore(row.asked),
        granted=Ore(int(row.granted)),
        committed=Ore(int(row.committed)),
        paid=Ore(int(row.paid)),
        closes_on=row.closes_on,
        decided_at=row.decided_at,
    )
