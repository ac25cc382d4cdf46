"""What handing in must know of a draft and of its surroundings, in one question."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm.util import identity_key

from accounts.models import Organisation, Person
from applications.models import Application, Partner, PartnerRole
from applications.queries.one import ACTS_FOR
from criteria.steps import Step
from foundation.database import db, locked
from foundation.errors import NotFoundError
from grants.models import Call


class Held(NamedTuple):
    """A draft that is held by its number, who leads it, and when the call that it is under is open."""

    id: int
    call_id: int
    step: Step
    version: int
    case_number: str | None
    ready_fingerprint: str | None
    ready_call_version: int | None
    lead: int
    opens_on: date
    closes_on: date
    call_version: int

    @property
    def found_ready(self) -> str | None:
        """Give the fingerprint that the draft was found ready with, under the call as it now is."""
        return self.ready_fingerprint if self.ready_call_version == self.call_version else None


def held_to_hand_in(application_id: int, person: Person) -> Held:
    """Lock an application that one of the person's organisations leads, and the lead, until the act ends.

    Of two that are handed in for one lead at once, the later sees the earlier. Only values are read: on
    the last day most of the work is to make rows that nobody looks at.
    Raises NotFoundError.
    """
    asked = {"id": application_id, "own": person.organisations_as(*ACTS_FOR)}
    found = db.session.execute(_HELD, asked).first()
    if found is None:
        raise NotFoundError
    return Held(*found)


def show_again(application_id: int) -> None:
    """Let whoever has the application loaded see what was written past it."""
    known = db.session.identity_map.get(identity_key(Application, application_id))
    if known is not None:
        locked(known)


_HELD = (
    select(
        Application.id,
        Application.call_id,
        Application.step,
        Application.version,
        Application.case_number,
        Application.ready_fingerprint,
        Application.ready_call_version,
        Partner.organisation_id,
        Call.opens_on,
        Call.closes_on,
        Call.version,
    )
    .join(Partner, Partner.application_id == Application.id)
    .join(Organisation, Organisation.id == Partner.organisation_id)
    .join(Call, Call.id == Application.call_id)
    .where(
        Application.id == bindparam("id"),
        Partner.role == PartnerRole.LEAD,
        Partner.organisation_id.in_(bindparam("own", expanding=True)),
    )
    .with_for_update(of=(Application, Organisation), key_share=True)
)
