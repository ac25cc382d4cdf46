"""What handing in must know of a draft and of its surroundings, in one question."""

from datetime import date
from typing import NamedTuple, cast

from sqlalchemy import Table, bindparam, select
from sqlalchemy.orm.util import identity_key

from accounts.models import Organisation, Person
from applications.models import Application, Partner, PartnerRole
from applications.queries.one import ACTS_FOR
from criteria.steps import Step
from foundation.database import db, later, locked
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
    found = later(_HELD, {"number": application_id}).first()
    if found is None:
        raise NotFoundError
    held = Held(*found)
    held = held._replace(step=Step(held.step))  # the driver gives a word
    if held.lead not in person.organisations_as(*ACTS_FOR):
        raise NotFoundError
    return held


def show_again(application_id: int) -> None:
    """Let whoever has the application loaded see what was written past it."""
    known = db.session.identity_map.get(identity_key(Application, application_id))
    if known is not None:
        locked(known)


_CASE, _LEAD, _OFFICE, _CALL = (
    cast("Table", one.__table__) for one in (Application, Partner, Organisation, Call)
)
_HELD = (
    select(
        _CASE.c.id,
        _CASE.c.call_id,
        _CASE.c.step,
        _CASE.c.version,
        _CASE.c.case_number,
        _CASE.c.ready_fingerprint,
        _CASE.c.ready_call_version,
        _LEAD.c.organisation_id,
        _CALL.c.opens_on,
        _CALL.c.closes_on,
        _CALL.c.version,
    )
    .join(_LEAD, _LEAD.c.application_id == _CASE.c.id)
    .join(_OFFICE, _OFFICE.c.id == _LEAD.c.organisation_id)
    .join(_CALL, _CALL.c.id == _CASE.c.call_id)
    .where(
        _CASE.c.id == bindparam("number"),
        _LEAD.c.role == PartnerRole.LEAD,
    )
    .with_for_update(of=(_CASE, _OFFICE), key_share=True)
)
