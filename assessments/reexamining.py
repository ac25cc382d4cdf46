"""The job that runs the formal control of a case that came in or was answered: nobody has to remember to."""

from datetime import datetime

from applications.queries import any_application
from assessments.controlling import CONTROL_COUNTS, examined
from assessments.models import ExaminedBecause
from assessments.queries.formal import examination_of
from foundation import outbox
from foundation.columns import JsonValue
from foundation.database import locked, transaction


@outbox.handles("examine_application")
def examine_application(detail: JsonValue, at: datetime) -> None:
    """Run the control of a case, unless it was run after the facts changed. Done twice, it is done once."""
    examine_anew(
        int(detail["application"]),
        ExaminedBecause(detail["because"]),
        since=datetime.fromisoformat(detail["since"]),
        at=at,
    )


def examine_anew(
    application_id: int, because: ExaminedBecause, *, since: datetime, at: datetime
) -> bool:
    """Run the control of a case whose facts changed at a moment; tell whether it was needed."""
    with transaction():
        application = locked(any_application(application_id))
        before = examination_of(application_id)
        is_done = before is not None and before.examined_at >= since
        if is_done or application.step not in CONTROL_COUNTS:
            return False
        examined(application, because, None, at)
    return True
