"""The cases, reports and other rows that the figures of an evaluation are made of: a figure is its rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from applications.models import Application
from figures.evaluations.catalogue import AMOUNTS, CATALOGUE, Defined, Figure
from figures.queries.parts import AWARDS, in_force
from followup.benefits.queries import measurement_rows
from followup.controls.models import Control, ControlFinding
from followup.experience.models import Experience
from followup.models import Report
from foundation import clock
from foundation.columns import JsonValue
from foundation.database import db
from foundation.language import Bilingual
from foundation.money import NOTHING, Ore
from grants.models import Call
from payments.books.models import CaseBalance


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that a figure counts. `on`: the day in Oslo; `amount`: øre, where the figure is money."""

    application_id: int
    case_number: str
    call: Bilingual
    on: date | None
    amount: Ore | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A figure and its number: øre, or how many."""

    defined: Defined
    number: int

    @property
    def is_money(self) -> bool:
        """Tell whether the number is øre."""
        return self.defined.figure in AMOUNTS


Asked = Select[*tuple[Any, ...]]
Column = ColumnElement[Any] | InstrumentedAttribute[Any]


def rows_of(figure: Figure, measure_id: int, year: int) -> list[Row]:
    """List what a figure of a measure's year counts, by case. One query, of measurements two."""
    return _ROWS[figure](measure_id, year)


def numbers_of(measure_id: int, year: int) -> dict[Figure, int]:
    """Give every figure of a measure's year. A query or two for each."""
    return {
        one.figure: number_of(one.figure, rows_of(one.figure, measure_id, year))
        for one in CATALOGUE
    }


def number_of(figure: Figure, rows: Sequence[Row]) -> int:
    """Count the rows of a figure, or add them up where it is money."""
    if figure in AMOUNTS:
        return sum(one.amount or NOTHING for one in rows)
    return len(rows)


def told(numbers: Mapping[str, int] | JsonValue) -> list[Told]:
    """Give the figures in the order of the catalogue; what was not known when it was signed is left out."""
    return [Told(one, int(numbers[one.figure])) for one in CATALOGUE if one.figure in numbers]


def _awards(measure_id: int, year: int) -> list[Row]:
    now, (_first, last) = in_force(), clock.of_year(year)
    return _read(
        _cases(measure_id, now.c.published_at, now.c.amount)
        .join(now, now.c.application_id == Application.id)
        .where(
            now.c.outcome.in_(AWARDS),
            now.c.published_at <= last,
            or_(now.c.accepted.is_(None), now.c.accepted.is_(True)),
        )
    )


def _paid(measure_id: int, year: int) -> list[Row]:
    paid = func.sum(CaseBalance.paid)
    return [
        Row(case, number or "–", call, None, Ore(int(amount)))
        for case, number, call, amount in db.session.execute(
            _cases(measure_id, paid)
            .join(CaseBalance, CaseBalance.application_id == Application.id)
            .where(CaseBalance.year == year)
            .group_by(Application.id, Application.case_number, Call.title)
            .having(paid != 0)
        )
    ]


def _reports(measure_id: int, year: int, *more: ColumnElement[bool]) -> list[Row]:
    return _read(
        _cases(measure_id, Report.submitted_at)
        .join(Report, Report.application_id == Application.id)
        .where(
            Report.submitted_at.between(*clock.of_year(year)),
            Report.approved.is_not(False),
            *more,
        )
    )


def _deviations(measure_id: int, year: int) -> list[Row]:
    return _reports(measure_id, year, func.length(func.trim(Report.deviations)) > 0)


def _experiences(measure_id: int, year: int) -> list[Row]:
    return _read(
        _cases(measure_id, Experience.answered_at)
        .join(Experience, Experience.application_id == Application.id)
        .where(
            Experience.published.is_(True),
            Experience.withdrawn_at.is_(None),
            Experience.answered_at.between(*clock.of_year(year)),
        )
    )


def _measured(measure_id: int, year: int, *, behind: bool = False) -> list[Row]:
    cases = {
        case: (number or "–", call)
        for case, number, call in db.session.execute(_cases(measure_id))
    }
    return [
        Row(one.application_id, *cases[one.application_id], one.measured_on)
        for one in measurement_rows(cases)
        if one.year == year and (one.is_behind or not behind)
    ]


def _behind(measure_id: int, year: int) -> list[Row]:
    return _measured(measure_id, year, behind=True)


def _controls(measure_id: int, year: int) -> list[Row]:
    return _read(
        _cases(measure_id, Control.concluded_at)
        .join(Control, Control.application_id == Application.id)
        .where(Control.concluded_at.between(*clock.of_year(year)))
    )


def _findings(measure_id: int, year: int) -> list[Row]:
    return _read(
        _cases(measure_id, ControlFinding.found_at)
        .join(Control, Control.application_id == Application.id)
        .join(ControlFinding, ControlFinding.control_id == Control.id)
        .where(ControlFinding.found_at.between(*clock.of_year(year)))
    )


_ROWS: Mapping[Figure, Callable[[int, int], list[Row]]] = {
    Figure.PROJECTS: _awards,
    Figure.GRANTED: _awards,
    Figure.PAID: _paid,
    Figure.REPORTS: _reports,
    Figure.DEVIATIONS: _deviations,
    Figure.EXPERIENCES: _experiences,
    Figure.MEASURED: _measured,
    Figure.BEHIND: _behind,
    Figure.CONTROLS: _controls,
    Figure.FINDINGS: _findings,
}


def _cases(measure_id: int, *columns: Column) -> Asked:
    return (
        select(Application.id, Application.case_number, Call.title, *columns)
        .select_from(Application)
        .join(Call, Call.id == Application.call_id)
        .where(Call.measure_id == measure_id)
        .order_by(Application.id)
    )


def _read(asked: Asked) -> list[Row]:
    return [
        Row(case, number or "–", call, _day(at), *(Ore(int(amount or 0)) for amount in amounts))
        for case, number, call, at, *amounts in db.session.execute(asked)
    ]


def _day(at: datetime) -> date:
    return clock.in_oslo(at).date()
