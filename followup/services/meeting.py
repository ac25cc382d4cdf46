"""The office notes that a duty without a report form is met."""

from datetime import datetime

from accounts.models import Person, Role
from assessments.rights import require_unhindered
from criteria.duties import FORMLESS
from decisions.rights import require_role
from followup.holding import hold_case
from followup.met import meet_one
from followup.models import Duty
from followup.refusals import Refusal
from foundation.database import locked, transaction
from foundation.errors import RuleBrokenError
from foundation.saying import says_something


def note_met(duty: Duty, *, how: str, by: Person, at: datetime) -> None:
    """Note that a duty without a report form is met, and how: the project has told it in another way.

    Raises RuleBrokenError: no case officer, hindered in the case, the duty has a form, met already, not
    said how.
    """
    with transaction():
        application = hold_case(duty.application_id)
        require_role(by, Role.CASE_OFFICER)
        require_unhindered(by, duty.application_id)
        held = locked(duty)
        if held.kind not in FORMLESS:
            raise RuleBrokenError(Refusal.HAS_A_FORM)
        if held.met_at is not None:
            raise RuleBrokenError(Refusal.MET_ALREADY)
        if not says_something(how):
            raise RuleBrokenError(Refusal.HOW_MISSING)
        meet_one(held, application, how=how.strip(), by=by, at=at)
