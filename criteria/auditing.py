"""When an auditor must confirm a project's accounts (revisorbekreftelse).

Helsedirektoratet's practice is a threshold for the whole grant; other schemes add up what one recipient gets
in a year, and some ask only above the threshold. Which it is, is the call's data. Amounts are øre.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from foundation.money import NOTHING, Ore


class AuditPer(StrEnum):
    """What is held against the threshold."""

    DECISION = "decision"
    RECIPIENT = "recipient"


class AuditFrom(StrEnum):
    """Whether the threshold itself is enough."""

    AT_LEAST = "at_least"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class AuditTerms:
    """What a call asks of an auditor. `threshold` None: never anything."""

    threshold: Ore | None
    per: AuditPer = AuditPer.DECISION
    reached: AuditFrom = AuditFrom.AT_LEAST


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Why an auditor must confirm the accounts, or need not.

    `parts`: what was added up, by the case's number; per decision its own case alone.
    """

    terms: AuditTerms
    parts: Mapping[str, Ore] = field(default_factory=dict)

    @property
    def sum(self) -> Ore:
        """What is held against the threshold."""
        return Ore(sum(self.parts.values()))

    @property
    def required(self) -> bool:
        """Tell whether an auditor must confirm the accounts. A grant of nothing is never audited."""
        threshold = self.terms.threshold
        if threshold is None or self.sum == NOTHING:
            return False
        if self.terms.reached is AuditFrom.ABOVE:
            return self.sum > threshold
        return self.sum >= threshold


def reckon(terms: AuditTerms, case: str, granted: Ore, of_the_year: Mapping[str, Ore]) -> Reckoning:
    """Reckon for the accounts of one case.

    `granted`: the whole grant of the case; `of_the_year`: what its recipient is granted under the scheme for
    the year of the accounts, by case number.
    """
    if terms.per is AuditPer.DECISION:
        return Reckoning(terms, {case: granted})
    return Reckoning(terms, {one: amount for one, amount in of_the_year.items() if amount})
