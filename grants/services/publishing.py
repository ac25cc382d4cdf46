"""The act that makes a call known to everybody, once."""

from datetime import datetime

from accounts import audit
from accounts.models import Person
from foundation.database import transaction
from foundation.errors import RuleBrokenError
from grants import consequences
from grants.editing import hold_draft
from grants.hearings.ending import publish_answers
from grants.models import Call
from grants.releasing import release
from grants.words import CallRefusal


def publish_call(call: Call, *, by: Person, at: datetime) -> None:
    """Publish a draft: from now on everybody can read it and nobody can change it.

    Raises RuleBrokenError with the first Shortfall of `readiness.lacks`, with
    CallRefusal.ALREADY_PUBLISHED, or with IS_AN_EDITION for a change of what is published already,
    which needs a reason; while a hearing of it is not finished; and StaleError.
    """
    with transaction():
        hold_draft(call)
        if call.first_id is not None:
            raise RuleBrokenError(CallRefusal.IS_AN_EDITION)
        publish_answers(call, at=at)
        whole = release(call, by=by, at=at)
        audit.record(
            "call.published", subject=f"call:{call.id}", by=by, at=at, code=whole.code,
            frame=whole.frame,
        )  # fmt: skip
        for follow_up in consequences.on_published:
            follow_up(whole, by=by, at=at)
