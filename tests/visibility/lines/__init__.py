"""Every route with its line, room by room: whoever makes a route writes its line here."""

from tests.visibility.lines import (
    accounts,
    applications,
    assessments,
    benefits,
    decisions,
    finding,
    following,
    grants,
    openness,
    public,
)
from tests.visibility.listing import Line

_ROOMS = (
    accounts, applications, assessments, benefits, decisions, finding, following, grants, openness, public,
)  # fmt: skip

LOOKED_AT: dict[str, Line] = {
    endpoint: line for room in _ROOMS for endpoint, line in room.LOOKED_AT.items()
}
SENT: dict[str, Line] = {endpoint: line for room in _ROOMS for endpoint, line in room.SENT.items()}
