"""The decisions of a case in the order they came, with what was corrected in each, and which one stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from decisions.correcting import queries
from decisions.correcting.models import DecisionCorrection
from decisions.models import Decision
from decisions.states import DecisionState, state_of


@dataclass(frozen=True, slots=True)
class Link:
    """A version of a case's decision, and its corrections."""

    decision: Decision
    state: DecisionState
    in_force: bool
    """Whether it is the published one that no later published one has replaced."""
    corrections: Sequence[DecisionCorrection]


def chain_of(application_id: int) -> list[Link]:
    """Give every version of a case's decision, the first one first. Two queries."""
    versions = queries.versions_of(application_id)
    corrections = queries.corrections_of([one.id for one in versions])
    published = [one.id for one in versions if one.published_at is not None]
    return [
        Link(
            one,
            state_of(one),
            one.id == (published[-1] if published else None),
            [each for each in corrections if each.decision_id == one.id],
        )
        for one in versions
    ]
