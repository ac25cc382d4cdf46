"""The sums that a workbook tells beside its sheets, asked of the database on their own."""

from dataclasses import dataclass

from sqlalchemy import and_, func, select

from applications.models import Application
from decisions.models import Decision, DecisionYear
from figures.queries.parts import SUBMITTED, in_force
from figures.queries.rows import Selection
from foundation.database import db
from foundation.money import NOTHING, Ore
from grants.models import Call
from payments.queries import YearRow, year_rows


@dataclass(frozen=True, slots=True)
class CallSums:
    """A call of the selection: its applications, what they ask, and what is granted in the selection."""

    code: str
    applications: int
    asked: Ore
    granted: Ore


def years(chosen: Selection) -> list[YearRow]:
    """Give the sums of the ledger for each post and year of the selection."""
    return [row for row in year_rows() if chosen.year in (None, row.year)]


def calls(chosen: Selection) -> list[CallSums]:
    """Sum each call that has applications or grants in the selection, in the order they closed."""
    asked, granted = _asked(chosen), _granted(chosen)
    codes = db.session.scalars(
        select(Call.code).where(Call.edition == 1).order_by(Call.closes_on, Call.id)
    )
    return [
        CallSums(code, *asked.get(code, (0, NOTHING)), granted.get(code, NOTHING))
        for code in codes
        if code in asked or code in granted
    ]


def _asked(chosen: Selection) -> dict[str, tuple[int, Ore]]:
    statement = (
        select(Call.code, func.count(Application.id), func.sum(Application.asked))
        .join(Application, Application.call_id == Call.id)
        .where(SUBMITTED)
        .group_by(Call.code)
    )
    if chosen.year is not None:
        statement = statement.where(Call.first_year == chosen.year)
    return {
        code: (number, Ore(int(asked or 0)))
        for code, number, asked in db.session.execute(statement)
    }


def _granted(chosen: Selection) -> dict[str, Ore]:
    now = in_force()
    amount = Decision.amount if chosen.year is None else DecisionYear.amount
    statement = (
        select(Call.code, func.sum(amount))
        .select_from(Decision)
        .join(now, now.c.decision_id == Decision.id)
        .join(Application, Application.id == Decision.application_id)
        .join(Call, Call.id == Application.call_id)
        .group_by(Call.code)
    )
    if chosen.year is not None:
        statement = statement.join(
            DecisionYear,
            and_(DecisionYear.decision_id == Decision.id, DecisionYear.year == chosen.year),
        )
    return {code: Ore(int(granted or 0)) for code, granted in db.session.execute(statement)}
