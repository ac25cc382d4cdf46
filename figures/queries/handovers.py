"""The rows for research on who has taken benefits over."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from accounts.models import MunicipalityVersion, Organisation
from applications.models import Application
from figures.queries.cases import number_of_lead, version_at
from figures.queries.parts import in_force
from figures.queries.rows import Row, Selection, stream
from followup.benefits.models import BenefitHandover, HandedBenefit
from grants.models import Call


def handovers(chosen: Selection) -> Iterator[Row]:
    """Give what is handed over in decided cases, by case, kommune, benefit and day."""
    now, giver, receiver = in_force(), aliased(Organisation), aliased(Organisation)
    order = func.row_number().over(
        partition_by=(
            BenefitHandover.application_id, BenefitHandover.organisation_id, HandedBenefit.code,
        ),
        order_by=(BenefitHandover.holds_from, BenefitHandover.id),
    )  # fmt: skip
    statement = (
        select(
            Application.case_number, Call.code, Call.first_year, number_of_lead(), HandedBenefit.code,
            giver.name, receiver.name, BenefitHandover.holds_from, order,
        )
        .select_from(HandedBenefit)
        .join(BenefitHandover, BenefitHandover.id == HandedBenefit.handover_id)
        .join(Application, Application.id == BenefitHandover.application_id)
        .join(now, now.c.application_id == Application.id)
        .join(Call, Call.id == Application.call_id)
        .join(Organisation, Organisation.id == BenefitHandover.organisation_id)
        .join(giver, giver.id == BenefitHandover.giver_id)
        .join(receiver, receiver.id == BenefitHandover.receiver_id)
        .outerjoin(MunicipalityVersion, version_at(BenefitHandover.holds_from))
        .where(BenefitHandover.holds_from.is_not(None))
        .order_by(
            Application.id, BenefitHandover.organisation_id, HandedBenefit.code,
            BenefitHandover.holds_from, BenefitHandover.id,
        )
    )  # fmt: skip
    if chosen.year is not None:
        statement = statement.where(Call.first_year == chosen.year)
    return stream(statement)
