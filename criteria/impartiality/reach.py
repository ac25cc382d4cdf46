"""Whom partiality reaches through another: those a partial leader leads, and who decided below.

Which stages are barred stands in the act (`foundation.law`), and is handed in. Both acts bar direct
subordinates from deciding and let them prepare: 1967 § 6 third paragraph speaks of the decision alone,
and so does 2025 § 25 second paragraph. Where it is obvious that the leader's tie can have no influence
(1967 § 6 fourth paragraph), the leader is ruled impartial, and nobody is reached.
"""

from collections.abc import Set as AbstractSet
from enum import StrEnum

from criteria.impartiality.hindrances import PARTIALITY, Hindrance


class Stage(StrEnum):
    """What is done in a case."""

    PREPARE = "prepare"
    DECIDE = "decide"


def through_leader(
    leader: Hindrance | None, stage: Stage, barred: AbstractSet[str]
) -> Hindrance | None:
    """Tell whether what makes the nearest leader partial keeps a person from a stage of the case."""
    if leader in PARTIALITY and stage in barred:
        return Hindrance.LEADER_PARTIAL
    return None


def decided_below(person: int, first_deciders: AbstractSet[int], *, bars: bool) -> Hindrance | None:
    """Tell whether having decided in first instance keeps a person from deciding the appeal.

    `bars` is what the act says: 2025 § 26 fourth paragraph does; the act of 1967 has no such rule.
    """
    return Hindrance.DECIDED_BELOW if bars and person in first_deciders else None
