"""What follows for local decisions from other acts: an acceptance, and a document that is infected."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts.models import OrganisationKind, Person
from applications import journal
from applications.models import PartnerRole
from applications.queries import any_application
from decisions import consequences
from decisions.holding import hold_cases
from decisions.localdecisions.models import LocalDecision
from decisions.localdecisions.notices import tell_infected, tell_owing
from decisions.localdecisions.owing import owe
from decisions.models import Acceptance, Decision
from foundation import scans
from foundation.database import db
from grants import queries as grants
from grants.rules import asks_for_local_decisions

_DECIDES = frozenset({OrganisationKind.MUNICIPALITY, OrganisationKind.COUNTY})
"""Those that have a council. Others take part on the decision of their owners."""


def owe_on_acceptance(
    decision: Decision, acceptance: Acceptance, *, by: Person, at: datetime
) -> None:
    """Let every kommune that carries an accepted grant out owe a decision, where the call asks for it."""
    del acceptance, by
    if not asks_for_local_decisions(grants.call(decision.application.call_id)):
        return
    application = any_application(decision.application_id)
    owing = [
        one.organisation_id
        for one in application.partners
        if one.declined_at is None
        and one.role is not PartnerRole.OBSERVER
        and one.organisation.kind in _DECIDES
    ]
    owe(application.id, owing, at=at)
    for one in owing:
        tell_owing(application, one, at)


def note_infection(sha256: str, at: datetime) -> None:
    """Let an infected document be no decision any more, and tell the kommune. Inside the verdict's act."""
    for found in db.session.scalars(
        select(LocalDecision)
        .where(LocalDecision.sha256 == sha256, LocalDecision.infected_at.is_(None))
        .options(joinedload(LocalDecision.owed))
    ):
        application = any_application(found.owed.application_id)
        hold_cases([application])  # a payment that is being authorised comes before or after
        found.infected_at = at
        journal.note(application, "infected", by=None, at=at, public=True, name=found.filename)
        tell_infected(application, found.owed.organisation_id, at)


def register() -> None:
    """Hear of acceptances and of infected files. Called once, when the app is built."""
    if owe_on_acceptance not in consequences.on_accepted:
        consequences.on_accepted.append(owe_on_acceptance)
    scans.when_infected("local_decisions", note_infection)
