"""Reading many applications: those of a person's organisations, and a lead's others."""

from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Person
from applications.models import Application, Partner, PartnerRole
from applications.queries.one import ACTS_FOR
from applications.queries.parts import own_parts, read_calls
from criteria.steps import Step
from foundation.database import db
from grants.models import Call
from grants.rounds import calls_in

MOST_EARLIER = 20
"""How many earlier applications one can build on: more than some years'."""


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


def applications_with(organisation_id: int) -> list[Application]:
    """List every application that an organisation is part of, newest first.

    With what says what it puts in: the call with its measure, the partners with their last answers,
    and the budget. Not the answers and documents.
    """
    return list(
        db.session.scalars(
            select(Application)
            .where(
                Application.id.in_(
                    select(Partner.application_id).where(
                        Partner.organisation_id == organisation_id
                    )
                )
            )
            .options(
                joinedload(Application.call).joinedload(Call.measure),
                selectinload(Application.partners).joinedload(Partner.organisation),
                selectinload(Application.partners).selectinload(Partner.confirmations),
                selectinload(Application.budget_lines),
            )
            .order_by(Application.id.desc())
        )
    )


def led_in_call(person: Person, call_id: int) -> list[Application]:
    """List what the person's organisations lead in a round and have not taken back, newest first."""
    return list(
        db.session.scalars(
            select(Application)
            .join(Application.partners)
            .where(
                Application.call_id.in_(calls_in(call_id)),
                Application.step != Step.WITHDRAWN,
                Partner.role == PartnerRole.LEAD,
                Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
            )
            .order_by(Application.id.desc())
        )
    )


def led_before(person: Person) -> list[Application]:
    """List what the person's organisations have led in any call, newest first, with calls and partners."""
    leads = exists().where(
        Partner.application_id == Application.id,
        Partner.role == PartnerRole.LEAD,
        Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
    )
    return list(
        db.session.scalars(
            select(Application)
            .where(leads)
            .options(joinedload(Application.call), selectinload(Application.partners))
            .order_by(Application.id.desc())
            .limit(MOST_EARLIER)
        )
    )


def led_elsewhere(application_id: int, call_id: int, organisation_id: int) -> int:
    """Count the other applications in the same round that an organisation has handed in as lead."""
    asked = {"application": application_id, "call": call_id, "lead": organisation_id}
    return db.session.scalar(_HOW_MANY, asked) or 0


LED_ELSEWHERE = (
    select(Application.id)
    .join(Application.partners)
    .where(
        Application.call_id.in_(calls_in(bindparam("call"))),
        Application.id != bindparam("application"),
        Application.step != Step.WITHDRAWN,
        Application.submitted_at.is_not(None),
        Partner.role == PartnerRole.LEAD,
        Partner.organisation_id == bindparam("lead"),
    )
)
"""The other applications in the round of a call that a lead has handed in."""
_HOW_MANY = select(func.count()).select_from(LED_ELSEWHERE.subquery())
