"""What every change of an unpublished call has in common."""

from datetime import datetime

from sqlalchemy.orm.attributes import flag_modified

from accounts import audit
from accounts.models import Person
from foundation.database import locked
from foundation.errors import RuleBrokenError, StaleError
from grants.models import Call
from grants.words import CallRefusal


def hold_draft(call: Call) -> None:
    """Hold a call that is about to change; needs it whole, from `queries.call`.

    Raises StaleError when somebody changed it since it was read, and
    RuleBrokenError(CallRefusal.ALREADY_PUBLISHED): applicants must be able to trust what they read.
    """
    seen = call.version
    if locked(call).version != seen:
        raise StaleError
    if call.published_at is not None:
        raise RuleBrokenError(CallRefusal.ALREADY_PUBLISHED)


def refuse_later_edition(call: Call) -> None:
    """Refuse to change what belongs to a whole round in a later edition of it (see `grants.basis`)."""
    if call.first_id is not None:
        raise RuleBrokenError(CallRefusal.BELONGS_TO_ROUND)


def record_change(call: Call, act: str, *, by: Person, at: datetime, **detail: str | int) -> None:
    """Write a change into the audit trail, and raise the call's version also when only its rows changed."""
    flag_modified(call, "code")
    audit.record(act, subject=f"call:{call.id}", by=by, at=at, **detail)
