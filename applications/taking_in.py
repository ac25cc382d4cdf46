"""What follows when an application has come in, and nobody has to wait for while everybody hands in.

The act puts one job. The job lets the office find the application by what it says, lets its receipt be
made, and lets the formal control be run when the rush of a deadline is over.
"""

from datetime import datetime, timedelta

from applications import journal
from applications.searching.keeping import keep_text
from foundation import outbox
from foundation.columns import JsonValue
from foundation.database import transaction

AFTER_THE_RUSH = timedelta(minutes=15)
"""Nobody controls an application in the minutes around a deadline; then all else comes first."""


def let_take_in(application_id: int, at: datetime) -> None:
    """Put the job for an application that is handed in at a moment. Called inside the act."""
    outbox.put(
        "take_in", subject=journal.subject(application_id), at=at,
        application=application_id, since=at.isoformat(),
    )  # fmt: skip


def let_examine(application_id: int, because: str, since: datetime, at: datetime) -> None:
    """Let the formal control be run at a moment on what came in earlier. Called inside an act."""
    outbox.put(
        "examine_application", subject=f"control:{application_id}", at=at,
        application=application_id, because=because, since=since.isoformat(),
    )  # fmt: skip


@outbox.handles("take_in")
def take_in(detail: JsonValue, at: datetime) -> None:
    """Take an application in. Done twice, what it puts finds that it is done."""
    application_id, since = int(detail["application"]), datetime.fromisoformat(detail["since"])
    with transaction():
        keep_text([application_id])
        outbox.put(
            "make_receipt", subject=journal.subject(application_id), at=at, application=application_id
        )
        let_examine(application_id, "handed_in", since, max(at, since + AFTER_THE_RUSH))
