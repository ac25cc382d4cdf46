"""The job that finds a best combination that somebody has asked for."""

from datetime import datetime

from assessments import queries, services
from assessments.solving import FIND, solve
from foundation import outbox
from foundation.columns import JsonValue


@outbox.handles(FIND)
def find_optimum(detail: JsonValue, at: datetime) -> None:
    """Find it and keep it. Done twice, the second time changes nothing."""
    run = queries.run(detail["run"])
    if run.done_at is None:
        services.keep_optimum(run, solve(run.inputs["allocation"]), by=run.asked_by, at=at)
