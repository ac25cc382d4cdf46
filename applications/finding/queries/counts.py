"""Counting what kommuner plan: for the office and for research. No names of people, no contacts."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import func, select

from applications.finding.models import (
    Group,
    Member,
    Plan,
    PlanNeed,
    PlanService,
    Reply,
    ServiceArea,
)
from foundation.database import db
from foundation.language import Bilingual
from grants.models import Measure, Need

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Counted(Generic[T]):
    """Something that plans name, and how many of them do."""

    what: T
    plans: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCounts:
    """What the living plans come to. Lists are the most frequent first."""

    plans: int
    kommuner: int
    measures: list[Counted[Bilingual]]
    needs: list[Counted[Need]]
    services: list[Counted[ServiceArea]]
    systems: list[Counted[str]]
    years: list[Counted[int]]
    groups: int
    joined: int
    applied: int


def counts() -> PlanCounts:
    """Count the living plans and the groups."""
    plans, kommuner = db.session.execute(
        select(func.count(Plan.id), func.count(Plan.organisation_id.distinct())).where(_LIVING)
    ).one()
    groups, applied = db.session.execute(
        select(func.count(Group.id), func.count(Group.application_id))
    ).one()
    return PlanCounts(
        plans=plans,
        kommuner=kommuner,
        measures=_measures(),
        needs=_needs(),
        services=_services(),
        systems=_systems(),
        years=_years(),
        groups=groups,
        joined=db.session.scalar(
            select(func.count(Member.organisation_id.distinct())).where(Member.reply == Reply.YES)
        )
        or 0,
        applied=applied,
    )


_LIVING = Plan.withdrawn_at.is_(None)


def _measures() -> list[Counted[Bilingual]]:
    rows = db.session.execute(
        select(Measure.name, func.count(Plan.id))
        .join(Plan, (Plan.measure_id == Measure.id) & _LIVING)
        .group_by(Measure.id, Measure.name, Measure.code)
        .order_by(Measure.code)
    )
    return [Counted(row[0], row[1]) for row in rows]


def _needs() -> list[Counted[Need]]:
    """Count each need of the catalogue, also those that nobody names, in the catalogue's order."""
    rows = db.session.execute(
        select(Need.id, func.count(Plan.id))
        .outerjoin(PlanNeed, PlanNeed.need_id == Need.id)
        .outerjoin(Plan, (Plan.id == PlanNeed.plan_id) & _LIVING)
        .group_by(Need.id)
        .order_by(Need.id)
    )
    found: dict[int, int] = {row[0]: row[1] for row in rows}
    catalogue = db.session.scalars(select(Need).where(Need.id.in_(found)).order_by(Need.id))
    return [Counted(one, found[one.id]) for one in catalogue]


def _services() -> list[Counted[ServiceArea]]:
    number = func.count(Plan.id)
    rows = db.session.execute(
        select(PlanService.service, number)
        .join(Plan, (Plan.id == PlanService.plan_id) & _LIVING)
        .group_by(PlanService.service)
        .order_by(number.desc(), PlanService.service)
    )
    return [Counted(row[0], row[1]) for row in rows]


def _systems() -> list[Counted[str]]:
    number = func.count(Plan.id)
    rows = db.session.execute(
        select(Plan.present_system, number)
        .where(_LIVING, Plan.present_system != "")
        .group_by(Plan.present_system)
        .order_by(number.desc(), Plan.present_system)
    )
    return [Counted(row[0], row[1]) for row in rows]


def _years() -> list[Counted[int]]:
    """Count by the year they want to begin; a plan that does not say counts nowhere."""
    days = db.session.scalars(select(Plan.wanted_from).where(_LIVING))
    years = [day.year for day in days if day is not None]
    return [Counted(year, years.count(year)) for year in sorted(set(years))]
