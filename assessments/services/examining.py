"""Running the formal control, and standing by one that was run again."""

from datetime import datetime

from accounts.models import Person
from applications import journal
from applications.models import Application
from assessments.controlling import CONTROL_COUNTS, UNDER_CONTROL, examined
from assessments.models import Examination, ExaminedBecause, Task
from assessments.notes import CaseNote
from assessments.queries.formal import examination_of
from assessments.refusals import Refusal
from assessments.rights import require_step, require_task
from foundation.database import locked, transaction
from foundation.errors import RuleBrokenError


def examine(application: Application, *, by: Person, at: datetime) -> Examination:
    """Ask every rule of the call, and completeness, about an application; keep the answers.

    It decides nothing. Each run adds an examination; the newest counts.
    """
    with transaction():
        locked(application)
        require_task(by, application, Task.HANDLE)
        require_step(application, UNDER_CONTROL, Refusal.NOT_UNDER_CONTROL)
        return examined(application, ExaminedBecause.ASKED_FOR, by, at)


def confirm_control(application: Application, *, by: Person, at: datetime) -> None:
    """Stand by a control that was run again after the case went on: nothing in it stops the case.

    Raises RuleBrokenError: something does, and must be overruled with a reason first.
    """
    with transaction():
        locked(application)
        require_task(by, application, Task.HANDLE)
        require_step(application, CONTROL_COUNTS, Refusal.NOT_UNDER_CONTROL)
        newest = examination_of(application.id)
        if newest is None or newest.confirmed_at is not None or application.step in UNDER_CONTROL:
            raise RuleBrokenError(Refusal.NOTHING_TO_CONFIRM)
        stopping = [one for one in newest.findings if one.blocking and not one.overruled_at]
        if stopping:
            raise RuleBrokenError(Refusal.NOT_FIT, number=len(stopping))
        locked(newest)
        newest.confirmed_at, newest.confirmed_by_id = at, by.id
        journal.note(application, CaseNote.CONFIRMED_CONTROL, by=by, at=at, public=False)
