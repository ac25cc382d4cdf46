"""What handing in must know of a draft's surroundings, in one question."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import bindparam, select

from applications.models import Application, Partner, PartnerRole
from foundation.database import db
from grants.models import Call


class Under(NamedTuple):
    """Who leads an application, and when the call that it is under is open."""

    lead: int
    opens_on: date
    closes_on: date
    version: int


def handed_in_under(application_id: int) -> Under:
    """Tell what an application would be handed in under."""
    return Under(*db.session.execute(_UNDER, {"id": application_id}).one())


_UNDER = (
    select(Partner.organisation_id, Call.opens_on, Call.closes_on, Call.version)
    .join(Application, Application.id == Partner.application_id)
    .join(Call, Call.id == Application.call_id)
    .where(Application.id == bindparam("id"), Partner.role == PartnerRole.LEAD)
)
