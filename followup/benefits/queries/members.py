"""Who carries a project out: since it was granted, and still."""

from sqlalchemy import select

from accounts.models import Person
from applications.models import Partner, PartnerRole
from applications.queries.one import ACTS_FOR
from followup.changing.plans import approved_changes
from foundation.database import db

MEMBERS = (PartnerRole.LEAD, PartnerRole.PARTICIPANT)


def members_of(application_id: int) -> list[int]:
    """List the ids of those who carry or have carried a project out, the lead first.

    Whoever left by an approved change is here still: what it measured is the project's history.
    """
    return [organisation for _partner, organisation in _members(application_id)]


def left_by(application_id: int) -> frozenset[int]:
    """Give the ids of those who have left a project by an approved change. Two queries."""
    left = _leavers(application_id)
    return frozenset(org for partner, org in _members(application_id) if partner in left)


def still_in(application_id: int) -> list[int]:
    """List the ids of those who carry a project out and have not left, the lead first. Two queries."""
    left = _leavers(application_id)
    return [org for partner, org in _members(application_id) if partner not in left]


def takes_part(application_id: int, organisation_id: int) -> bool:
    """Tell whether a kommune still carries a project out: as its lead or as a participant."""
    return organisation_id in still_in(application_id)


def is_outside(person: Person, application_id: int) -> bool:
    """Tell whether no organisation that a person acts for is in a project, not even as an observer."""
    return not db.session.scalar(
        select(Partner.id)
        .where(
            Partner.application_id == application_id,
            Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
        )
        .limit(1)
    )


def _leavers(application_id: int) -> frozenset[int]:
    """Give the ids of the partners that approved changes have let go."""
    return frozenset[int]().union(*(one.leaving for one in approved_changes(application_id)))


def _members(application_id: int) -> list[tuple[int, int]]:
    rows = db.session.execute(
        select(Partner.id, Partner.organisation_id)
        .where(
            Partner.application_id == application_id,
            Partner.role.in_(MEMBERS),
            Partner.declined_at.is_(None),
        )
        .order_by(Partner.id)
    )
    return [(partner, organisation) for partner, organisation in rows]
