"""What follows from publishing a call in later rooms, within the same act.

A call knows nothing of those who wait for it. The rooms that come after it register here what must be
written together with it; if one of them refuses, the call is not published.
"""

from datetime import datetime
from typing import Protocol

from accounts.models import Person
from grants.models import Call


class OnPublished(Protocol):
    """What follows when a call is published."""

    def __call__(self, call: Call, *, by: Person, at: datetime) -> None:
        """Write it, inside the act that publishes."""


on_published: list[OnPublished] = []
