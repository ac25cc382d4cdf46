"""What every publication has in common: that nothing is missing, and who did it when. Used inside acts."""

from datetime import datetime

from accounts.models import Person
from foundation.database import locked
from foundation.errors import RuleBrokenError
from grants import queries, readiness
from grants.models import Call


def release(call: Call, *, by: Person, at: datetime) -> Call:
    """Let everybody read a held draft from now on, and give it whole.

    Raises RuleBrokenError with the first Shortfall of `readiness.lacks`.
    """
    whole = queries.call(call.id)
    level = queries.level_of(queries.scheme())
    locked(whole.budget_post)  # two calls never count on the same money
    for lack in readiness.lacks(whole, level, queries.money_of(whole), at):
        raise RuleBrokenError(lack.reason, **dict(lack.values))
    whole.published_at = at
    whole.published_by_id = by.id
    return whole
