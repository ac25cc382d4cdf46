"""Reading plans: those that all who are signed in may see, and one's own, also withdrawn ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import MunicipalityVersion, Organisation, Person
from applications.finding.models import Plan, PlanNeed, PlanService, ServiceArea
from applications.queries.one import ACTS_FOR
from applications.queries.spelling import mentions
from foundation.database import db
from foundation.errors import NotFoundError

SIZE = 50
_LIVING = Plan.withdrawn_at.is_(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFilters:
    """What a list of plans should show. Empty is all."""

    text: str = ""
    county: str = ""
    measure_id: int | None = None
    need_id: int | None = None
    service: ServiceArea | None = None


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A page of plans, and the id that the next page comes after."""

    rows: Sequence[Plan]
    after: int | None


def plan_page(filters: PlanFilters, *, on: date, after: int | None = None) -> PlanPage:
    """Give a page of living plans, the newest first; counties are as on a day."""
    statement = _plans().where(_LIVING, *_wanted(filters, on)).order_by(Plan.id.desc())
    if after is not None:
        statement = statement.where(Plan.id < after)
    found = db.session.scalars(statement.limit(SIZE + 1)).all()
    shown = found[:SIZE]
    return PlanPage(shown, shown[-1].id if len(found) > SIZE else None)


def living_plans(measure_id: int) -> list[Plan]:
    """List the living plans for a measure, whole, with what the register knows of each kommune."""
    return list(
        db.session.scalars(
            _plans()
            .where(_LIVING, Plan.measure_id == measure_id)
            .options(joinedload(Plan.organisation).selectinload(Organisation.populations))
            .order_by(Plan.id)
        )
    )


def plans_by_kommune(measure_id: int, organisation_ids: Iterable[int]) -> dict[int, Plan]:
    """Give the living plans for a measure of some kommuner, by the kommune's id, and nothing beside."""
    found = db.session.scalars(
        select(Plan).where(
            _LIVING,
            Plan.measure_id == measure_id,
            Plan.organisation_id.in_(list(organisation_ids)),
        )
    )
    return {plan.organisation_id: plan for plan in found}


def plans_of(person: Person) -> list[Plan]:
    """List the living plans of the person's own kommuner, by measure and kommune."""
    return list(
        db.session.scalars(
            _plans()
            .where(_LIVING, Plan.organisation_id.in_(person.organisations_as(*ACTS_FOR)))
            .order_by(Plan.measure_id, Plan.organisation_id)
        )
    )


def own_living_plan(organisation_id: int, measure_id: int) -> Plan | None:
    """Find a kommune's living plan for a measure."""
    return db.session.scalars(
        select(Plan).where(
            _LIVING, Plan.organisation_id == organisation_id, Plan.measure_id == measure_id
        )
    ).first()


def plan_for(person: Person, plan_id: int) -> Plan:
    """Find a plan that is not withdrawn, or is the person's own. Raises NotFoundError."""
    own = Plan.organisation_id.in_(person.organisations_as(*ACTS_FOR))
    return _one(_plans().where(Plan.id == plan_id, or_(_LIVING, own)))


def own_plan(person: Person, plan_id: int) -> Plan:
    """Find a living plan of the person's own kommune. Raises NotFoundError."""
    own = Plan.organisation_id.in_(person.organisations_as(*ACTS_FOR))
    return _one(_plans().where(Plan.id == plan_id, _LIVING, own))


def public_plans() -> list[Plan]:
    """List the living plans whose kommune lets everybody read a summary, the newest first."""
    return list(
        db.session.scalars(
            _plans().where(_LIVING, Plan.public_summary != "").order_by(Plan.id.desc())
        )
    )


def systems_named() -> list[str]:
    """List the journal systems that plans name, so that others write them the same way."""
    found = db.session.scalars(
        select(Plan.present_system)
        .where(_LIVING, Plan.present_system != "")
        .distinct()
        .order_by(Plan.present_system)
    )
    return list(found)


def _plans() -> Select[Plan]:
    return select(Plan).options(
        joinedload(Plan.measure),
        joinedload(Plan.organisation).selectinload(Organisation.versions),
        selectinload(Plan.needs).joinedload(PlanNeed.need),
        selectinload(Plan.services),
        selectinload(Plan.networks),
    )


def _one(statement: Select[Plan]) -> Plan:
    found = db.session.scalars(statement).first()
    if found is None:
        raise NotFoundError
    return found


def _wanted(filters: PlanFilters, on: date) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if filters.text:
        where.append(
            Plan.organisation.has(mentions(filters.text, Organisation.name))
            | mentions(filters.text, Plan.description, Plan.present_system)
        )
    if filters.county:
        where.append(Plan.organisation.has(Organisation.versions.any(_in_county(filters.county, on))))
    if filters.measure_id is not None:
        where.append(Plan.measure_id == filters.measure_id)
    if filters.need_id is not None:
        where.append(Plan.needs.any(PlanNeed.need_id == filters.need_id))
    if filters.service is not None:
        where.append(Plan.services.any(PlanService.service == filters.service))
    return where


def _in_county(county: str, on: date) -> ColumnElement[bool]:
    return and_(
        MunicipalityVersion.county_name == county,
        MunicipalityVersion.valid_from <= on,
        or_(MunicipalityVersion.valid_to.is_(None), MunicipalityVersion.valid_to >= on),
    )
