"""The act that makes a call known to everybody, once."""

from datetime import datetime

from accounts import audit
from accounts.models import Person
from foundation.database import locked, transaction
from foundation.errors import RuleBrokenError
from grants import consequences, queries, readiness
from grants.editing import hold_draft
from grants.models import Call


def publish_call(call: Call, *, by: Person, at: datetime) -> None:
    """Publish a draft: from now on everybody can read it and nobody can change it.

    Raises RuleBrokenError with the first Shortfall of `readiness.lacks`, or with
    CallRefusal.ALREADY_PUBLISHED, and StaleError.
    """
    with transaction():
        hold_draft(call)
        whole = queries.call(call.id)
        level = queries.level_of(queries.scheme())
        locked(whole.budget_post)  # two calls never count on the same money
        money = queries.money_of(whole)
        for lack in readiness.lacks(whole, level, money, at):
            raise RuleBrokenError(lack.reason, **dict(lack.values))
        whole.published_at = at
        whole.published_by_id = by.id
        audit.record(
            "call.published", subject=f"call:{call.id}", by=by, at=at, code=whole.code,
            frame=whole.frame,
        )  # fmt: skip
        for follow_up in consequences.on_published:
            follow_up(whole, by=by, at=at)
