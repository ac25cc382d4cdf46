"""The alarm when we no longer reach those who apply: derived from facts, so that it ends by itself."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from flask_babel import lazy_gettext as _l
from sqlalchemy import ColumnElement, and_, bindparam, exists, not_, or_, select

from accounts.models import Membership, Organisation, Person, Role
from accounts.notices.models import DeadAddress
from applications.contacts.current import contact_email
from applications.contacts.models import CaseContact
from applications.models import Application, Partner, PartnerRole
from applications.succession.models import Succession
from criteria.steps import Step
from foundation import words
from foundation.database import db


class Unreached(StrEnum):
    """Why we do not reach those who apply."""

    CONTACT_MISSING = "contact_missing"
    CONTACT_DEAD = "contact_dead"
    CONTACT_LEFT = "contact_left"
    NO_SIGNATORY = "no_signatory"
    CONTACT_FORMER = "contact_former"
    """The lead carries the case on from a kommune that has ended, and has not said whom we reach."""


words.register(
    {
        Unreached.CONTACT_MISSING: _l("Søknaden har ingen e-postadresse til en kontaktperson."),
        Unreached.CONTACT_DEAD: _l("E-post til kontaktpersonen kommer ikke fram."),
        Unreached.CONTACT_LEFT: _l("Kontaktpersonens konto er stengt."),
        Unreached.CONTACT_FORMER: _l(
            "Kommunen har tatt over saken etter en annen og har ikke bekreftet hvem som er kontaktperson."
        ),
        Unreached.NO_SIGNATORY: _l("Ingen hos hovedsøkeren har signaturrett lenger."),
    }
)

ENDED = (
    Step.DRAFT, Step.WITHDRAWN, Step.REFUSED, Step.REJECTED, Step.DECLINED, Step.LAPSED,
    Step.COMPLETED,
)  # fmt: skip
"""Where the office waits for nobody."""
MOST_SHOWN = 200


class OutOfReach(NamedTuple):
    """A case whose applicant we do not reach, as the list of them shows it."""

    application_id: int
    case_number: str | None
    title: str
    lead: str
    email: str
    why: tuple[Unreached, ...]


def alarms_of(application_id: int) -> tuple[Unreached, ...]:
    """Tell why those behind an application are not reached; empty when they are."""
    row = db.session.execute(_OF_ONE, {"id": application_id}).one()
    return tuple(reason for reason, holds in zip(_REASONS, row, strict=True) if holds)


def out_of_reach() -> list[OutOfReach]:
    """List the cases still on their way whose applicants we do not reach, by case number. One query."""
    rows = db.session.execute(
        select(
            Application.id, Application.case_number, Application.title, Organisation.name,
            contact_email(), *_REASONS.values(),
        )
        .join(
            Partner,
            and_(Partner.application_id == Application.id, Partner.role == PartnerRole.LEAD),
        )
        .join(Organisation, Organisation.id == Partner.organisation_id)
        .where(Application.step.not_in(ENDED), or_(*_REASONS.values()))
        .order_by(Application.submitted_at, Application.id)
        .limit(MOST_SHOWN)
    )  # fmt: skip
    return [_listed(tuple(row), list(_REASONS)) for row in rows]


def _listed(row: tuple[object, ...], reasons: Sequence[Unreached]) -> OutOfReach:
    number, case_number, title, lead, email, *holds = row
    return OutOfReach(
        application_id=int(str(number)),
        case_number=str(case_number) if case_number else None,
        title=str(title),
        lead=str(lead),
        email=str(email),
        why=tuple(reason for reason, is_so in zip(reasons, holds, strict=True) if is_so),
    )


def _reasons() -> dict[Unreached, ColumnElement[bool]]:
    email = contact_email()
    closed = exists().where(Person.email == email, Person.deactivated_at.is_not(None))
    dead = exists().where(DeadAddress.email == email, DeadAddress.cleared_at.is_(None))
    signs = (
        select(Membership.id)
        .join(Person, Person.id == Membership.person_id)
        .join(Partner, Partner.organisation_id == Membership.organisation_id)
        .where(
            Partner.application_id == Application.id,
            Partner.role == PartnerRole.LEAD,
            Membership.role == Role.SIGNATORY,
            Membership.ended_at.is_(None),
            Person.deactivated_at.is_(None),
        )
        .correlate(Application)
        .exists()
    )
    named = exists().where(
        CaseContact.application_id == Application.id, CaseContact.since >= Succession.passed_at
    )
    former = (
        select(Succession.id)
        .join(
            Partner,
            and_(
                Partner.application_id == Succession.application_id,
                Partner.role == PartnerRole.LEAD,
                Partner.organisation_id == Succession.main_id,
            ),
        )
        .where(Succession.application_id == Application.id, ~named)
        .correlate(Application)
        .exists()
    )
    return {
        Unreached.CONTACT_MISSING: email == "",
        Unreached.CONTACT_DEAD: dead,
        Unreached.CONTACT_LEFT: closed,
        Unreached.NO_SIGNATORY: not_(signs),
        Unreached.CONTACT_FORMER: former,
    }


# Put together once: every case page asks.
_REASONS = _reasons()
_OF_ONE = (
    select(*_REASONS.values())
    .select_from(Application)
    .where(Application.id == bindparam("id"))
)
