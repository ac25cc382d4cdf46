"""What must be true of whoever does an act in a case. Called inside acts, on a locked case."""

from accounts.models import Person
from accounts.permissions import Permission, allows
from applications.models import Application
from assessments.models import Score, Task
from assessments.queries.assignments import is_put_on
from assessments.queries.gate import hindrance_of
from assessments.refusals import Refusal
from criteria.procedure import Step
from foundation.errors import RuleBrokenError
from foundation.saying import says_something

MODERATED_AT = (Step.ASSESSED, Step.PROPOSED)
"""When marks may be moderated: when everyone has finished, and never after a decision."""


def require_unhindered(person: Person, application_id: int) -> None:
    """Refuse who may not deal with a case: who is not impartial in it, or has not said so."""
    hindrance = hindrance_of(person.id, application_id)
    if hindrance is not None:
        raise RuleBrokenError(hindrance)


def require_task(person: Person, application: Application, task: Task) -> None:
    """Refuse who is hindered from the case, and who is not put on it to do the task."""
    require_unhindered(person, application.id)
    if not is_put_on(person.id, application.id, task):
        raise RuleBrokenError(Refusal.NOT_YOUR_CASE)


def require_step(application: Application, steps: tuple[Step, ...], refusal: Refusal) -> None:
    """Refuse what the case has come too far for, or not far enough."""
    if application.step not in steps:
        raise RuleBrokenError(refusal)


def require_words(reason: str) -> str:
    """Give a reason without blank edges; refuse one that says nothing."""
    if not says_something(reason):
        raise RuleBrokenError(Refusal.REASON_MISSING)
    return reason.strip()


def may_moderate(person: Person, application: Application, score: Score) -> bool:
    """Tell whether a person may moderate: the one who handles the case, or who leads, and did not mark it.

    The marks are the officers' independent judgement; who gave one of them is no judge between them.
    """
    if application.step not in MODERATED_AT or person.id in score.assessors:
        return False
    leads = allows(person, Permission.DECISION_SIGN)
    handles = is_put_on(person.id, application.id, Task.HANDLE)
    return leads or handles
