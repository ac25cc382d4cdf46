"""What must be true of whoever does an act in a case. Called inside acts, on a locked case."""

from accounts.models import Person
from applications.models import Application
from assessments.models import Task
from assessments.queries.assignments import is_put_on
from assessments.queries.gate import hindrance_of
from assessments.refusals import Refusal
from criteria.procedure import Step
from foundation.errors import RuleBrokenError
from foundation.saying import says_something


def require_task(person: Person, application: Application, task: Task) -> None:
    """Refuse who is hindered from the case, and who is not put on it to do the task."""
    hindrance = hindrance_of(person.id, application.id)
    if hindrance is not None:
        raise RuleBrokenError(hindrance)
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
