"""What a decision stands on, as it was recorded: marks with their reasons, and what was not met.

The letter's reasons are assembled from these; the signature is bound to them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from criteria.eligibility import Reason, Rule
from criteria.steps import Step
from decisions.models import Decision, DecisionKind, Outcome
from foundation.columns import JsonValue
from grants.models import Criterion

AWARDS = frozenset({Outcome.AWARD, Outcome.PARTIAL_AWARD})
RANKED = AWARDS | {Outcome.REFUSAL}
"""The outcomes of a case that was assessed and ranked."""
GIVEN_BACK = (Step.DECLINED, Step.LAPSED)
"""The steps of a case whose award has gone back to the frame."""
REVERSIBLE = (Step.REFUSED, Step.AWARDED, Step.ACCEPTED)
"""Where a case stands when its decision can be replaced by one that grants more."""


@dataclass(frozen=True, slots=True)
class CriterionGround:
    """How a criterion was judged: the mean mark, its points, and each assessor's own words."""

    code: str
    mean: Decimal
    points: Decimal
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingGround:
    """A requirement that the formal control found unmet, and nobody overruled."""

    rule: Rule
    reason: Reason
    values: JsonValue


@dataclass(frozen=True, slots=True)
class Grounds:
    """All that was recorded about a case before it was decided."""

    criteria: tuple[CriterionGround, ...] = ()
    findings: tuple[FindingGround, ...] = ()


NO_GROUNDS = Grounds()


def missing_sentences(
    decision: Decision, grounds: Grounds, criteria: Iterable[Criterion]
) -> tuple[str, ...]:
    """Name what has no reason yet: the codes of criteria, or `reason` for a rejection without one.

    A reversal needs words of its own; reasons that the law lets be left out are not missed.

    A decision must give its grounds (fvl. 1967 §§ 24 and 25; 2025: §§ 56 and 57), so it cannot be
    signed as long as this is not empty. Needs the call's criteria.
    """
    if decision.outcome is Outcome.REJECTION or decision.kind is DecisionKind.REVERSAL:
        return () if decision.reason.strip() else ("reason",)
    if decision.reasons_left_out:
        return ()
    told = {one.code: one.reasons for one in grounds.criteria}
    return tuple(
        one.code
        for one in criteria
        if one.scored and not all(said.strip() for said in told.get(one.code) or ("",))
    )
