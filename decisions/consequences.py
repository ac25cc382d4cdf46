"""What follows from a decision in later rooms, within the same act.

A decision knows nothing of ledgers or report duties. The rooms that come after it register here what must
be written together with it; if one of them refuses, the whole act is undone.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from accounts.models import Person
from applications.models import Application
from decisions.models import Acceptance, Decision


class OnPublished(Protocol):
    """What follows when decisions are published to their parties: all of a round at once."""

    def __call__(self, decisions: Sequence[Decision], *, by: Person, at: datetime) -> None:
        """Write it, in their order, inside the act that publishes."""


class OnAnswered(Protocol):
    """What follows when the lead accepts or declines an award."""

    def __call__(
        self, decision: Decision, acceptance: Acceptance, *, by: Person, at: datetime
    ) -> None:
        """Write it, inside the act that answers."""


class OnSigning(Protocol):
    """What must stand behind a decision that reverses another, when it is signed."""

    def __call__(self, reversals: Sequence[Decision]) -> frozenset[int]:
        """Give the ids of those that nothing stands behind any more."""


class BeforeLapse(Protocol):
    """What may keep an unanswered award from lapsing."""

    def __call__(self, decision: Decision) -> None:
        """Raise RuleBrokenError when it must not."""


class BeforeAccountChanges(Protocol):
    """What must be held still from when a new account is asked for."""

    def __call__(self, application_id: int) -> None:
        """Hold it until the act ends."""


class OnAccountChanged(Protocol):
    """What follows when a new account holds."""

    def __call__(
        self, application: Application, account_number: str, *, payee: int, at: datetime
    ) -> None:
        """Write it, inside the act. `payee`: the organisation whose account it is."""


before_account_changes: list[BeforeAccountChanges] = []
on_account_changed: list[OnAccountChanged] = []
before_lapse: list[BeforeLapse] = []
on_signing: list[OnSigning] = []
on_published: list[OnPublished] = []
on_accepted: list[OnAnswered] = []
on_declined: list[OnAnswered] = []
on_raised: list[OnAnswered] = []
"""When more is granted to who has accepted already: the answer is the one that stands."""
