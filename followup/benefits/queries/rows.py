"""What is measured, for those who put projects together: one row for each measurement that holds.

The table of the measurements themselves is `benefit_measurement` (`followup.benefits.models.Measurement`).
What one kommune has measured is for itself, its lead and the office. Others get figures of at least
`criteria.benefits.FEWEST` kommuner.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from criteria.benefits import Point, is_behind, realised
from criteria.benefitwords import Grade, IndicatorKind, ValueKind
from followup.benefits.models import Measurement, ProjectBenefit, ProjectIndicator
from followup.benefits.queries.values import holding
from foundation.database import db


@dataclass(frozen=True, slots=True)
class MeasurementRow:
    """A measurement beside its baseline and target. `benefit` and `indicator` are codes.

    The row of an indicator that nobody has measured in a kommune yet has no day, value or grade.
    """

    application_id: int
    organisation_id: int
    benefit: str
    indicator: str
    kind: IndicatorKind
    baseline: Point | None
    target: Point | None
    measured_on: date | None
    value: Decimal | None
    grade: Grade | None

    @property
    def year(self) -> int | None:
        """The year it was measured in."""
        return self.measured_on.year if self.measured_on else None

    @property
    def realised(self) -> Decimal | None:
        """How much of the way to the target is gone; None when that cannot be said."""
        if self.baseline is None or self.target is None or self.value is None:
            return None
        return realised(self.baseline.value, self.target.value, self.value)

    @property
    def is_behind(self) -> bool:
        """Tell whether it is further behind the straight line than may pass unexplained."""
        if self.value is None or self.measured_on is None:
            return False
        return is_behind(self.baseline, self.target, Point(self.value, self.measured_on))


def measurement_rows(applications: Collection[int] | None = None) -> list[MeasurementRow]:
    """List the measurements that hold, by case, kommune, indicator and day; None: of every case. One query.

    Of what is dropped, nothing is listed.
    """
    statement = (
        holding()
        .join(Measurement.indicator)
        .join(ProjectIndicator.benefit)
        .where(ProjectBenefit.dropped_at.is_(None))
        .options(contains_eager(Measurement.indicator).contains_eager(ProjectIndicator.benefit))
        .order_by(
            ProjectBenefit.application_id, Measurement.organisation_id,
            Measurement.project_indicator_id, Measurement.valid_on, Measurement.id,
        )
    )  # fmt: skip
    if applications is not None:
        statement = statement.where(ProjectBenefit.application_id.in_(applications))
    groups: dict[tuple[int, int], list[Measurement]] = {}
    for one in db.session.scalars(statement):
        groups.setdefault((one.organisation_id, one.project_indicator_id), []).append(one)
    return [row for group in groups.values() for row in _rows(group)]


def followed_in(applications: Collection[int] | None = None) -> dict[int, list[str]]:
    """Give the codes of what each project follows, by the id of the case. One query."""
    statement = (
        select(ProjectBenefit.application_id, ProjectBenefit.code)
        .where(ProjectBenefit.dropped_at.is_(None))
        .order_by(ProjectBenefit.application_id, ProjectBenefit.code)
    )
    if applications is not None:
        statement = statement.where(ProjectBenefit.application_id.in_(applications))
    found: dict[int, list[str]] = {}
    for case, code in db.session.execute(statement):
        found.setdefault(case, []).append(code)
    return found


def _rows(group: list[Measurement]) -> Iterator[MeasurementRow]:
    held = {one.kind: one.point for one in group if one.kind is not ValueKind.MEASURED}
    measured = [one for one in group if one.kind is ValueKind.MEASURED]
    found: list[Measurement | None] = [*measured] or [None]
    for one in found:
        indicator = group[0].indicator
        yield MeasurementRow(
            application_id=indicator.benefit.application_id,
            organisation_id=group[0].organisation_id,
            benefit=indicator.benefit.code,
            indicator=indicator.code,
            kind=indicator.kind,
            baseline=held.get(ValueKind.BASELINE),
            target=held.get(ValueKind.TARGET),
            measured_on=one.valid_on if one else None,
            value=one.value if one else None,
            grade=one.grade if one else None,
        )
