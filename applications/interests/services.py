"""Acts on interests: an organisation asks to be told, or no longer wants to be."""

from dataclasses import dataclass
from datetime import datetime

from accounts import audit
from accounts.models import Organisation, Person
from applications.interests.models import Interest
from applications.interests.queries import living_for
from applications.interests.refusals import InterestRefusal
from applications.queries.one import ACTS_FOR
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from grants.models import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Whom to tell, and what the organisation has in mind."""

    contact_name: str
    contact_email: str
    note: str = ""


def register_interest(
    organisation: Organisation, measure: Measure, wish: Wish, *, by: Person, at: datetime
) -> Interest:
    """Ask to be told when the next call of a measure is published.

    Raises RuleBrokenError for others than the organisation's people, and when it waits already.
    """
    with transaction():
        if organisation.id not in by.organisations_as(*ACTS_FOR):
            raise RuleBrokenError(InterestRefusal.NOT_OWN_ORGANISATION)
        locked(organisation)
        if living_for(measure.id, [organisation.id]):
            raise RuleBrokenError(InterestRefusal.ALREADY_REGISTERED, name=organisation.name)
        interest = Interest(
            organisation_id=organisation.id,
            measure_id=measure.id,
            contact_name=wish.contact_name.strip(),
            contact_email=wish.contact_email.strip(),
            note=wish.note.strip(),
            registered_at=at,
            registered_by_id=by.id,
        )
        db.session.add(interest)
        db.session.flush()  # the audit names it by its id
        audit.record(
            "interest.registered", subject=f"interest:{interest.id}", by=by, at=at,
            organisation=organisation.id, measure=measure.code,
        )  # fmt: skip
    return interest


def withdraw_interest(interest: Interest, *, by: Person, at: datetime) -> None:
    """Want no longer to be told. Raises RuleBrokenError for others, and when nothing waits."""
    with transaction():
        held = locked(interest)
        if held.organisation_id not in by.organisations_as(*ACTS_FOR):
            raise RuleBrokenError(InterestRefusal.NOT_OWN_ORGANISATION)
        if held.withdrawn_at is not None or held.told_at is not None:
            raise RuleBrokenError(InterestRefusal.NO_LONGER_WAITS)
        held.withdrawn_at = at
        audit.record("interest.withdrawn", subject=f"interest:{held.id}", by=by, at=at)
