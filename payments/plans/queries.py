"""Reading a case's plan for its pages: the years it is for, and the versions side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from decisions.models import Acceptance, Decision, DecisionYear
from foundation.database import db
from foundation.money import Ore
from payments.models import Instalment
from payments.overview import CaseMoney, case_money
from payments.plans.models import PlanVersion
from payments.plans.open import open_parts, owed_by_year
from payments.plans.versions import KeptPart, parts_of, versions_of
from payments.points.queries import standing_points


@dataclass(frozen=True, slots=True)
class PlanView:
    """A case's plan as it holds: its money, what can be changed, and every version, the last first."""

    money: CaseMoney | None
    open: Sequence[Instalment]
    owed: Mapping[int, Ore]
    reports: Sequence[int]
    points: Mapping[int, str]
    """The names of the stage gates that money can wait for, by their numbers."""
    versions: Sequence[tuple[PlanVersion, Sequence[KeptPart]]]

    @property
    def number(self) -> int:
        """The number of the version that holds; 0 where there is no plan."""
        return self.versions[0][0].number if self.versions else 0


def report_years(application_id: int) -> list[int]:
    """Give the years that a case reports for: those of the grant in force, and those money was moved to."""
    last = (
        select(Decision.id)
        .join(Acceptance, Acceptance.decision_id == Decision.id)
        .where(Decision.application_id == application_id, Acceptance.accepted.is_(True))
        .order_by(Decision.number.desc())
        .limit(1)
        .scalar_subquery()
    )
    years = select(DecisionYear.year).where(DecisionYear.decision_id == last)
    moved = select(Instalment.report_year).where(
        Instalment.application_id == application_id, Instalment.report_year.is_not(None)
    )
    return sorted({*db.session.scalars(years), *(one for one in db.session.scalars(moved) if one)})


def plan_view(application_id: int) -> PlanView:
    """Put a case's plan together. A fixed number of queries."""
    return PlanView(
        money=case_money(application_id),
        open=open_parts(application_id),
        owed=owed_by_year(application_id),
        reports=report_years(application_id),
        points=standing_points(application_id),
        versions=[(one, parts_of(one)) for one in versions_of(application_id)],
    )
