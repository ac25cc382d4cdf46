"""Who may sign a correction: who could have signed the decision."""

from datetime import datetime

from accounts.models import Person
from decisions import queries as decisions
from decisions.authorising import limit_of, over_limit
from decisions.models import Decision
from foundation.errors import RuleBrokenError


def why_not_sign(decision: Decision, person: Person, at: datetime) -> RuleBrokenError | None:
    """Tell what keeps a person from signing a correction of a decision, whoever proposed it."""
    standing = decisions.hindrances_of(person.id, [decision]).get(decision.id)
    if standing is not None:
        return RuleBrokenError(standing)
    return over_limit(decision, limit_of(person.id, at))
