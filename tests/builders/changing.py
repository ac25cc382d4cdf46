"""Changes of an accepted grant, made by the acts themselves."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from accounts.models import Membership, Person, Role
from accounts.queries import person
from applications.models import Application, Partner, PartnerRole
from applications.queries import any_application
from criteria.changes import Change
from followup.changing import queries, services
from followup.changing.models import ChangeConfirmation, ChangeRequest
from followup.changing.project import Changing, changing
from foundation.database import db
from tests.builders.decisions import NOW
from tests.builders.payments import Grant, forget, signatory_of

LATER = date(2028, 6, 30)
WHY = "Anskaffelsen tar lengre tid enn planlagt."
AUTHORITY = "Delegasjon til kommunedirektøren, sak 12/2026."


def signs_for(partner: Partner) -> Person:
    """Give somebody who signs for a partner."""
    found = db.session.scalars(
        select(Membership.person_id).where(
            Membership.organisation_id == partner.organisation_id,
            Membership.role == Role.SIGNATORY,
            Membership.ended_at.is_(None),
        )
    ).first()
    assert found is not None
    return person(found)


def participants(grant: Grant) -> list[Partner]:
    """Give the participants of a grant's project besides the lead."""
    found = any_application(grant.application.id)
    return [one for one in found.partners if one.role is PartnerRole.PARTICIPANT]


def a_change(grant: Grant, wanted: Change, *, reason: str = WHY) -> ChangeRequest:
    """Begin a change and write it."""
    signatory = signatory_of(grant.application)
    made = services.begin_change(grant.application, by=signatory, at=NOW)
    services.save_change(made, wanted, reason=reason, seen=made.version, by=signatory, at=NOW)
    return anew(grant, made)


def a_sent_change(grant: Grant, wanted: Change) -> ChangeRequest:
    """Write a change and send it."""
    made = a_change(grant, wanted)
    services.submit_change(made, by=signatory_of(grant.application), at=NOW)
    return anew(grant, made)


def a_longer_project(grant: Grant) -> ChangeRequest:
    """Ask for another half year; all participants have said yes."""
    made = a_sent_change(grant, Change(end_on=LATER))
    confirm_all(grant, made)
    return anew(grant, made)


def confirm_all(grant: Grant, made: ChangeRequest) -> None:
    """Let everybody concerned say yes."""
    for partner in beside(grant, made).lacking:
        confirm(grant, made, partner)


def confirm(grant: Grant, made: ChangeRequest, partner: Partner) -> None:
    """Let a participant say yes to what it reads."""
    seen = beside(grant, made).fingerprint_of(partner)
    services.confirm_change(
        made, partner.id, authority=AUTHORITY, seen=seen, by=signs_for(partner), at=NOW
    )


def approve(grant: Grant, made: ChangeRequest, answer: str = "Endringen er nødvendig.") -> None:
    """Let the officer who handles the case approve."""
    services.decide_change(made, approved=True, answer=answer, by=grant.round.drafter, at=NOW)


def beside(grant: Grant, made: ChangeRequest) -> Changing:
    """Put a change beside its project, all read anew."""
    return changing(anew(grant, made), any_application(grant.application.id))


def anew(grant: Grant, made: ChangeRequest) -> ChangeRequest:
    """Read a change anew, as the lead's signatory finds it."""
    number = made.id
    forget(ChangeRequest, ChangeConfirmation)
    return queries.change_of(signatory_of(grant.application), number)


@dataclass(frozen=True)
class Moved:
    """A project of two activities, where the second gets a part of the first one's money."""

    change: Change
    first: int
    second: int


def a_new_activity(application: Application) -> Moved:
    """Describe an activity that the project did not have, and give it a fourth of the money of 2026."""
    chosen = {one.activity_id for one in application.chosen_activities}
    first = min(chosen)
    second = next(
        one.id for one in application.call.activities if one.supported and one.id not in chosen
    )
    return Moved(Change(added=((second, "Vi tar felles standarder i bruk."),)), first, second)
