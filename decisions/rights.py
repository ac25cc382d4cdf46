"""What must be true of whoever does an act on decisions. Called inside acts."""

from sqlalchemy import func, select

from accounts.models import Membership, Person, Role
from decisions.refusals import Refusal
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.saying import says_something

_REFUSALS = {
    Role.CASE_OFFICER: Refusal.NOT_CASE_OFFICER,
    Role.DECISION_MAKER: Refusal.NOT_DECISION_MAKER,
    Role.ADMINISTRATOR: Refusal.NOT_ADMINISTRATOR,
    Role.CONTROLLER: Refusal.NOT_CONTROLLER,
}


def require_role(person: Person, role: Role) -> None:
    """Refuse who does not hold a role of the office now, whatever the page was loaded with."""
    held = db.session.scalar(
        select(func.count(Membership.id)).where(
            Membership.person_id == person.id,
            Membership.role == role,
            Membership.ended_at.is_(None),
        )
    )
    if not held:
        raise RuleBrokenError(_REFUSALS[role])


def require_words(reason: str) -> str:
    """Give a reason without blank edges; refuse one that says nothing."""
    if not says_something(reason):
        raise RuleBrokenError(Refusal.REASON_MISSING)
    return reason.strip()
