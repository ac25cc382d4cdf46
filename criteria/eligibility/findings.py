"""What the formal control answers: the rule, yes or no, the reason as one word, the numbers."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Values: TypeAlias = tuple[tuple[str, str | int], ...]


class Rule(StrEnum):
    """The rules of the formal control, in the order they are asked."""

    MIN_KOMMUNER = "min_kommuner"
    MIN_POPULATION = "min_population"
    APPLICANT_KIND = "applicant_kind"
    ONE_LEAD = "one_lead"
    MIDT_NORGE = "midt_norge"
    OWN_SHARE = "own_share"
    MIN_GRANT = "min_grant"
    MAX_GRANT = "max_grant"
    MIN_GRANT_PER_PARTNER = "min_grant_per_partner"
    MAX_GRANT_PER_PARTNER = "max_grant_per_partner"
    PERIOD = "period"
    LENGTH = "length"
    SUPPORTED_ACTIVITY = "supported_activity"
    PURCHASE_AND_OPERATION = "purchase_and_operation"
    WITHIN_DEADLINE = "within_deadline"
    PARTNERS_CONFIRMED = "partners_confirmed"
    ONE_PER_LEAD = "one_per_lead"


class Reason(StrEnum):
    """Why a rule is met or not. NO_LIMIT: the call sets none, so nothing can fall short of it.

    ENOUGH_KOMMUNER and ENOUGH_INHABITANTS: short in one way, but the call asks for only one of the two.
    """

    MET = "met"
    NO_LIMIT = "no_limit"
    TOO_FEW_KOMMUNER = "too_few_kommuner"
    TOO_FEW_INHABITANTS = "too_few_inhabitants"
    ENOUGH_KOMMUNER = "enough_kommuner"
    ENOUGH_INHABITANTS = "enough_inhabitants"
    NOT_THE_NAMED = "not_the_named"
    KIND_NOT_ELIGIBLE = "kind_not_eligible"
    PARTNER_KIND_NOT_ELIGIBLE = "partner_kind_not_eligible"
    NO_LEAD = "no_lead"
    SEVERAL_LEADS = "several_leads"
    MIDT_NORGE_EXCLUDED = "midt_norge_excluded"
    MIDT_NORGE_UNDECIDED = "midt_norge_undecided"
    OWN_SHARE_TOO_LOW = "own_share_too_low"
    ASKS_TOO_LITTLE = "asks_too_little"
    ASKS_TOO_MUCH = "asks_too_much"
    PARTNER_ASKS_TOO_LITTLE = "partner_asks_too_little"
    PARTNER_ASKS_TOO_MUCH = "partner_asks_too_much"
    PERIOD_MISSING = "period_missing"
    PERIOD_BACKWARDS = "period_backwards"
    OUTSIDE_PERIOD = "outside_period"
    TOO_LONG = "too_long"
    NO_SUPPORTED_ACTIVITY = "no_supported_activity"
    UNSUPPORTED_COST_ASKED = "unsupported_cost_asked"
    NOT_SUBMITTED = "not_submitted"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    PARTNER_NOT_CONFIRMED = "partner_not_confirmed"
    LEADS_ANOTHER = "leads_another"


WARNINGS = frozenset({Reason.MIDT_NORGE_UNDECIDED, Reason.NOT_SUBMITTED})
"""Reasons that are told but stop nothing: an open question of the scheme, an unsent draft."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found. Amounts among the values are øre, dates are ISO."""

    rule: Rule
    met: bool
    reason: Reason
    values: Values = ()

    @property
    def blocking(self) -> bool:
        """Whether the application cannot go on as it is: not met, and more than a warning."""
        return not self.met and self.reason not in WARNINGS


def met(rule: Rule, *values: tuple[str, str | int]) -> Finding:
    """Find that a rule is met."""
    return Finding(rule, met=True, reason=Reason.MET, values=values)


def unlimited(rule: Rule, *values: tuple[str, str | int]) -> Finding:
    """Find that the call sets no limit here."""
    return Finding(rule, met=True, reason=Reason.NO_LIMIT, values=values)


def excused(rule: Rule, reason: Reason, *values: tuple[str, str | int]) -> Finding:
    """Find that a rule need not be met, because another is."""
    return Finding(rule, met=True, reason=reason, values=values)


def unmet(rule: Rule, reason: Reason, *values: tuple[str, str | int]) -> Finding:
    """Find that a rule is not met, and why."""
    return Finding(rule, met=False, reason=reason, values=values)
