"""What a list of cases can be narrowed by. Each is asked of every case, so that an index keeps the order."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, func, or_, select

from accounts.models import MunicipalityVersion, Organisation, Population
from applications.models import Application, Partner, PartnerRole
from applications.queries.spelling import mentions
from criteria.sizes import MIDDLE, SMALL, SizeClass
from criteria.steps import Step
from foundation import clock
from foundation.money import Ore
from grants.models import Call

# The bands of `criteria.sizes`, as a query can ask for them.
_BOUNDS = {
    SizeClass.UNDER_5000: (0, SMALL - 1),
    SizeClass.TO_20000: (SMALL, MIDDLE),
    SizeClass.ABOVE_20000: (MIDDLE + 1, 10_000_000),
}


@dataclass(frozen=True, slots=True)
class CaseFilters:
    """What the list should show. `text` is looked for in the words of cases; `lead` in the lead's name."""

    call_id: int | None = None
    step: Step | None = None
    text: str = ""
    measure_id: int | None = None
    county: str | None = None
    """By name, as the lead's kommune belongs to it today."""
    lead: str = ""
    size: SizeClass | None = None
    least: Ore | None = None
    most: Ore | None = None


# Looked up row by row: joined in, they would tempt a planner to begin elsewhere and sort everything.
LEAD_NAME = (
    select(Organisation.name)
    .join(Partner, Partner.organisation_id == Organisation.id)
    .where(Partner.application_id == Application.id, Partner.role == PartnerRole.LEAD)
    .scalar_subquery()
)
# Not the column alone: its index would give the cases in another order.
_asked = Application.asked + 0
_round_of_case = select(Call.round_id).where(Call.id == Application.call_id).scalar_subquery()
_measure_of_case = select(Call.measure_id).where(Call.id == Application.call_id).scalar_subquery()
_is_lead = (Partner.application_id == Application.id, Partner.role == PartnerRole.LEAD)


def conditions(filters: CaseFilters) -> list[ColumnElement[bool]]:
    """Give what a case must fulfil, but for the text that is sought."""
    asked: list[ColumnElement[bool] | None] = [
        Application.submitted_at.is_not(None),
        None if filters.call_id is None else _round_of_case == filters.call_id,
        None if filters.step is None else Application.step == filters.step,
        None if filters.measure_id is None else _measure_of_case == filters.measure_id,
        None if filters.county is None else _lies_in(filters.county),
        mentions(filters.lead.strip(), LEAD_NAME) if filters.lead.strip() else None,
        None if filters.size is None else _is_of_size(filters.size),
        None if filters.least is None else _asked >= filters.least,
        None if filters.most is None else _asked <= filters.most,
    ]
    return [one for one in asked if one is not None]


def _lies_in(county: str) -> ColumnElement[bool]:
    today = clock.today()
    return exists().where(
        *_is_lead,
        MunicipalityVersion.organisation_id == Partner.organisation_id,
        MunicipalityVersion.county_name == county,
        MunicipalityVersion.valid_from <= today,
        or_(MunicipalityVersion.valid_to.is_(None), MunicipalityVersion.valid_to >= today),
    )


def _is_of_size(size: SizeClass) -> ColumnElement[bool]:
    newest = (
        select(func.max(Population.year))
        .where(Population.organisation_id == Partner.organisation_id)
        .correlate(Partner)
        .scalar_subquery()
    )
    return exists().where(
        *_is_lead,
        Population.organisation_id == Partner.organisation_id,
        Population.year == newest,
        Population.inhabitants.between(*_BOUNDS[size]),
    )
