"""What an applicant has unused of earlier grants, for its next application to begin with."""

from datetime import date

from sqlalchemy import select

from applications import foreknown
from applications.foreknown import Known
from applications.models import Application, Partner, PartnerRole
from criteria.steps import Step
from followup.carryover.money import money_of
from foundation.database import db

UNUSED = "FIN-05"
"""The question of the bank that asks what is unused of earlier grants."""


def unused_of(organisation_id: int, on: date) -> list[Known]:
    """List what an organisation has unused in the cases that it leads, by case and year that is over."""
    cases = db.session.execute(
        select(Application.id, Application.case_number)
        .join(Partner, Partner.application_id == Application.id)
        .where(
            Partner.role == PartnerRole.LEAD,
            Partner.organisation_id == organisation_id,
            Application.step.in_((Step.ACCEPTED, Step.COMPLETED)),
        )
        .order_by(Application.id)
    ).all()
    money_by_case = money_of([number for number, _ in cases])
    return [
        Known(str(case_number), year, money.unused)
        for number, case_number in cases
        for year, money in money_by_case[number].items()
        if year < on.year and money.unused
    ]


foreknown.register(UNUSED, unused_of)
