"""Where a call stands at a moment: a fact of its dates, never stored."""

from datetime import datetime, timedelta

from criteria import deadlines
from foundation import clock
from grants.models import Call
from grants.words import CallState

LAST_SECOND = timedelta(seconds=1)


def state_of(call: Call, at: datetime) -> CallState:
    """Tell whether a call is a draft, is withdrawn, comes later, is open, or is closed."""
    if call.published_at is None or call.published_at > at:
        return CallState.DRAFT
    if call.withdrawn_at is not None and call.withdrawn_at <= at:
        return CallState.WITHDRAWN
    if deadlines.is_open(call.opens_on, call.closes_on, at):
        return CallState.OPEN
    return CallState.COMING if at < clock.start_of_day(call.opens_on) else CallState.CLOSED


def last_moment(call: Call) -> datetime:
    """Give the last second in which an application is in time."""
    return deadlines.closing_moment(call.closes_on) - LAST_SECOND
