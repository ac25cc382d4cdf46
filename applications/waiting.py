"""What an application waits for from a person: the reason to open it today."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from flask_babel import lazy_gettext as _l

from accounts.models import Person, Role
from applications import facts
from applications.models import Application, Partner, PartnerRole
from applications.queries.one import ACTS_FOR, open_deficiency
from criteria.completeness import Lack, Missing
from criteria.deadlines import is_open
from criteria.steps import Step
from foundation import words


class Await(StrEnum):
    """What a person is waited for to do."""

    CONFIRM = "confirm"
    FILL_IN = "fill_in"
    REMIND = "remind"
    SUBMIT = "submit"
    ANSWER = "answer"


words.register({
    Await.CONFIRM: _l("Bekreft deres del"),
    Await.FILL_IN: _l("Fyll ut det som mangler"),
    Await.REMIND: _l("Venter på bekreftelse fra deltakere"),
    Await.SUBMIT: _l("Les over og send inn"),
    Await.ANSWER: _l("Svar på det vi ber om"),
})


class Standing(NamedTuple):
    """How a person stands to an application."""

    leads: bool
    signs: bool
    partners: tuple[Partner, ...]
    """The partners that the person acts for."""


def standing_of(person: Person, application: Application) -> Standing:
    """Tell for whom the person acts in an application, and whether the person signs for its lead."""
    own = person.organisations_as(*ACTS_FOR)
    signed = person.organisations_as(Role.SIGNATORY)
    lead = facts.lead_of(application).organisation_id
    return Standing(
        leads=lead in own,
        signs=lead in signed,
        partners=tuple(one for one in application.partners if one.organisation_id in own),
    )


def to_confirm(person: Person, application: Application) -> list[Partner]:
    """List the partners whose part this person can confirm now."""
    if application.step is not Step.DRAFT:
        return []
    signed = person.organisations_as(Role.SIGNATORY)
    return [
        one
        for one in application.partners
        if one.organisation_id in signed
        and one.role is PartnerRole.PARTICIPANT
        and one.declined_at is None
        and not facts.is_confirmed(application, one)
    ]


def awaits(
    person: Person, application: Application, missing: Sequence[Missing], at: datetime
) -> Await | None:
    """Tell what the application waits for from a person now; None when it is somebody else's turn."""
    standing = standing_of(person, application)
    if application.step is Step.INCOMPLETE:
        return Await.ANSWER if standing.leads and open_deficiency(application) else None
    call = application.call
    if application.step is not Step.DRAFT or not is_open(call.opens_on, call.closes_on, at):
        return None
    if to_confirm(person, application):
        return Await.CONFIRM
    return _of_lead(standing, missing) if standing.leads else None


def _of_lead(standing: Standing, missing: Sequence[Missing]) -> Await | None:
    if any(one.lack is not Lack.PARTNER_UNCONFIRMED for one in missing):
        return Await.FILL_IN
    if missing:
        return Await.REMIND
    return Await.SUBMIT if standing.signs else None
