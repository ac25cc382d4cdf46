"""Publishing a round when its set time comes: a job like any other, so that a killed worker loses none."""

from datetime import datetime

from decisions import queries, services
from decisions.queries.releases import release
from foundation import outbox
from foundation.columns import JsonValue
from foundation.database import locked, transaction
from foundation.errors import RuleBrokenError


@outbox.handles("publish_as_set")
def publish_as_set(detail: JsonValue, at: datetime) -> None:
    """Publish the round, or keep why it was refused: the office is shown it and decides."""
    found = release(int(detail["release"]))
    if found is None or found.ended_at is not None:
        return
    call = queries.call_with_criteria(found.call_id)
    try:
        services.publish_as_set(found, call, by=found.set_by, at=at)
    except RuleBrokenError as refused:
        with transaction():
            held = locked(found)
            held.ended_at, held.failure = at, refused.reason.value
