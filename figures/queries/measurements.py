"""The rows for research on benefits: every value that holds, kommune by kommune."""

from collections.abc import Iterator

from accounts.models import MunicipalityVersion, Organisation
from applications.models import Application
from figures.queries.cases import number_of_lead, version_at
from figures.queries.parts import in_force
from figures.queries.rows import Row, Selection, stream
from figures.queries.told import as_code, as_number
from followup.benefits.models import Measurement, ProjectBenefit, ProjectIndicator
from followup.benefits.queries import holding
from grants.models import Call


def benefits(chosen: Selection) -> Iterator[Row]:
    """Give the values of decided cases by case, kommune, indicator and day, in the catalogue's columns.

    Every value has an organisation, but as an outer join SQLite cannot begin with all there are of them.
    """
    now = in_force()
    statement = (
        holding()
        .with_only_columns(
            Application.case_number,
            Call.code,
            Call.first_year,
            number_of_lead(),
            ProjectBenefit.code,
            ProjectIndicator.code,
            as_code(ProjectIndicator.kind),
            as_code(Measurement.kind),
            Measurement.valid_on,
            as_number(Measurement.value),
            as_code(Measurement.grade),
            Measurement.revision,
        )
        .select_from(Measurement)
        .join(ProjectIndicator, ProjectIndicator.id == Measurement.project_indicator_id)
        .join(ProjectBenefit, ProjectBenefit.id == ProjectIndicator.project_benefit_id)
        .join(Application, Application.id == ProjectBenefit.application_id)
        .join(now, now.c.application_id == Application.id)
        .join(Call, Call.id == Application.call_id)
        .outerjoin(Organisation, Organisation.id == Measurement.organisation_id)
        .outerjoin(MunicipalityVersion, version_at(Measurement.valid_on))
        .where(ProjectBenefit.dropped_at.is_(None))
        .order_by(
            Application.id, Measurement.organisation_id, ProjectIndicator.id, Measurement.valid_on,
            Measurement.id,
        )
    )  # fmt: skip
    if chosen.year is not None:
        statement = statement.where(Call.first_year == chosen.year)
    return stream(statement)
