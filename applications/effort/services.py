"""The act of saying what an application took."""

from datetime import datetime

from accounts import audit
from accounts.models import Person
from applications import journal
from applications.effort.models import EffortSaid
from applications.models import Application
from foundation.database import db, transaction
from foundation.errors import NotFoundError


def say_effort(
    application: Application, minutes: int, *, by: Person, at: datetime
) -> EffortSaid:
    """Keep how many minutes an application that is handed in took in all. Nothing else hangs on it.

    Raises NotFoundError for a draft: it is not finished.
    """
    with transaction():
        if application.submitted_at is None:
            raise NotFoundError
        said = EffortSaid(
            application_id=application.id, minutes=minutes, said_at=at, said_by_id=by.id
        )
        db.session.add(said)
        audit.record(
            "application.effort_said", subject=journal.subject_of(application), by=by, at=at,
            minutes=minutes,
        )  # fmt: skip
    return said
