"""What follows in later rooms when a proposal is chosen, within the same act.

A proposal knows nothing of decisions. The room that drafts them registers here what must follow, such as
that drafts made from an earlier choice lapse; if it refuses, the whole act is undone.
"""

from datetime import datetime
from typing import Protocol

from accounts.models import Person
from assessments.models import Proposal


class OnChosen(Protocol):
    """What follows when a proposal is chosen for its call."""

    def __call__(self, proposal: Proposal, *, by: Person, at: datetime) -> None:
        """Write it, inside the act that chooses."""


on_chosen: list[OnChosen] = []
