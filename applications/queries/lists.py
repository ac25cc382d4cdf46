"""Reading many applications: those of a person's organisations, and a lead's others."""

from sqlalchemy import ColumnElement, func, select

from accounts.models import Person
from applications.models import Application, Partner, PartnerRole
from applications.queries.one import ACTS_FOR
from applications.queries.parts import own_parts, read_calls
from criteria.steps import Step
from foundation.database import db


def applications_of(person: Person) -> list[Application]:
    """List the applications that the person's organisations take part in, newest first, whole.

    An organisation takes part in a handful a year, so they are few enough to show what each lacks.
    """
    found = list(
        db.session.scalars(
            select(Application)
            .where(
                Application.id.in_(
                    select(Partner.application_id).where(
                        Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR))
                    )
                )
            )
            .options(*own_parts())
            .order_by(Application.id.desc())
        )
    )
    read_calls(application.call_id for application in found)
    return found


def led_elsewhere(application: Application, organisation_id: int) -> int:
    """Count the other applications in the same call that an organisation has handed in as lead."""
    return _count_led(
        application, organisation_id, Application.submitted_at.is_not(None),
    )


def other_drafts_as_lead(application: Application, organisation_id: int) -> int:
    """Count the other drafts in the same call that an organisation leads."""
    return _count_led(application, organisation_id, Application.step == Step.DRAFT)


def _count_led(
    application: Application, organisation_id: int, where: ColumnElement[bool]
) -> int:
    return db.session.scalar(
        select(func.count(Application.id))
        .join(Application.partners)
        .where(
            Application.call_id == application.call_id,
            Application.id != application.id,
            Application.step != Step.WITHDRAWN,
            Partner.role == PartnerRole.LEAD,
            Partner.organisation_id == organisation_id,
            where,
        )
    ) or 0
