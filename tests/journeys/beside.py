"""The second case goes through the office beside the first, by the acts: its steps are the first one's."""

from collections.abc import Mapping

from accounts.models import Person
from accounts.queries import person, person_by_email
from applications.models import Application
from applications.queries import any_application
from assessments import services
from assessments.models import Task
from criteria.impartiality import View
from foundation import clock
from foundation.database import db
from tests.builders.assessments import finish, scored
from tests.journeys.handing_in import Case
from tests.journeys.people import Cast, Somebody


def control(cast: Cast, case: Case) -> None:
    """Put people on a case, who declare, run the control, and send it to the assessment."""
    handler = _known(cast.handler)
    tasks = (Task.HANDLE, Task.ASSESS, Task.ASSESS)
    for somebody, task in zip((cast.handler, *cast.assessors), tasks, strict=True):
        officer, application = _known(somebody), _again(case)
        services.assign(application, officer, task, by=handler, at=clock.now())
        services.declare(application, View.IMPARTIAL, by=officer, at=clock.now())
    services.examine(_again(case), by=handler, at=clock.now())
    services.find_eligible(_again(case), by=handler, at=clock.now())


def mark(case: Case, somebody: Somebody, marks: Mapping[str, int], reason: str) -> None:
    """Give a case marks by the criteria's codes, and finish."""
    officer, application = _known(somebody), _again(case)
    sheet = {one.id: services.Marking(marks[one.code], reason) for one in scored(application)}
    services.save_marks(application, sheet, by=officer, at=clock.now())
    finish(application, officer)


def _again(case: Case) -> Application:
    """Read a case anew: requests have changed it."""
    db.session.rollback()
    db.session.expire_all()
    return any_application(case.id)


def _known(somebody: Somebody) -> Person:
    found = person_by_email(somebody.email)
    assert found is not None
    return person(found.id)
