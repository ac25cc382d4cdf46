"""Supplementary awards (tilleggstildeling): what an extra frame adds where the case is decided already."""

from datetime import datetime

from accounts import audit
from accounts.models import Person, Role
from assessments.queries import known_hindrances
from decisions.grounds import REVERSIBLE
from decisions.holding import hold_call, hold_cases
from decisions.models import Decision, DecisionKind
from decisions.queries.supplements import Supplement
from decisions.raising import outcome_of, raised_years
from decisions.refusals import Refusal
from decisions.rights import require_role
from decisions.supplementing import undrafted
from decisions.versions import keep_version, next_version
from foundation.database import transaction
from foundation.errors import RuleBrokenError
from grants import rounds
from grants.models import Call


def draft_supplements(call: Call, *, by: Person, at: datetime) -> int:
    """Draft a decision for every decided case that an extra frame added something to; tell how many.

    It replaces the one in force: what was granted, and what is added, together. A case that the drafter
    is known to be partial in is left to somebody else. Raises RuleBrokenError: nothing left to draft.
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        hold_call(call.id)
        waiting = undrafted(rounds.first(call.id))
        hold_cases([one.application for one in waiting])
        waiting = [one for one in waiting if one.application.step in REVERSIBLE]
        hindered = known_hindrances([by.id], [one.application.id for one in waiting])
        drafted = [
            _draft(one, by, at) for one in waiting if (by.id, one.application.id) not in hindered
        ]
        if not drafted:
            raise RuleBrokenError(Refusal.NOTHING_TO_DRAFT)
        audit.record(
            "supplements.drafted", subject=f"call:{call.id}", by=by, at=at, number=len(drafted)
        )
    return len(drafted)


def _draft(due: Supplement, by: Person, at: datetime) -> Decision:
    decision = next_version(
        due.application, outcome_of(due.amount, due.application), due.amount, by=by, at=at,
        kind=DecisionKind.SUPPLEMENT,
    )  # fmt: skip
    decision.proposal_line_id = due.line.id
    decision.years = raised_years(due.application, due.before, due.amount)
    keep_version(decision, by, at)
    return decision
