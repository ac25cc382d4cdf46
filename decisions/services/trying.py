"""The act that starts a dry run of a round's letters."""

from datetime import datetime

from accounts import audit
from accounts.models import Person, Role
from decisions.holding import hold_call
from decisions.queries.trials import last_trial, to_try
from decisions.refusals import Refusal
from decisions.rights import require_role
from decisions.trials import FOUND, LetterTrial
from foundation import outbox
from foundation.columns import JsonValue
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from grants.models import Call


def try_letters(call: Call, *, by: Person, at: datetime) -> LetterTrial:
    """Let a worker fill every letter of a round and list what stands in the way.

    Raises RuleBrokenError: there is nothing to try, or a dry run is going on.
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        hold_call(call.id)
        last, decisions = last_trial(call.id), to_try(call.id)
        if not decisions:
            raise RuleBrokenError(Refusal.NOTHING_TO_TRY)
        if last is not None and last.ended_at is None:
            raise RuleBrokenError(Refusal.TRIAL_GOES_ON)
        made = LetterTrial(
            call_id=call.id,
            started_at=at,
            started_by_id=by.id,
            total=len(decisions),
            problems=JsonValue({FOUND: []}),
        )
        db.session.add(made)
        db.session.flush()  # the job names it by its id
        outbox.put("try_letters", subject=f"trial:{made.id}", at=at, trial=made.id)
        audit.record("round.letters_tried", subject=f"call:{call.id}", by=by, at=at)
    return made
