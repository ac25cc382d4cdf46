"""Which broken rules an applicant is told of while writing, beside what is simply not filled in yet."""

from criteria.eligibility.facts import Facts
from criteria.eligibility.findings import Finding, Reason, Rule

_TOLD_AS_MISSING = frozenset(
    {
        Reason.NO_LEAD,
        Reason.PERIOD_MISSING,
        Reason.NO_SUPPORTED_ACTIVITY,
        Reason.UNSUPPORTED_COST_ASKED,
        Reason.PARTNER_NOT_CONFIRMED,
    }
)
"""Reasons that completeness tells of in its own words."""
_OF_BUDGET = frozenset({Rule.OWN_SHARE, Rule.MIN_GRANT})
"""Rules that an empty budget breaks, though nothing wrong has been written."""


def to_mend(findings: tuple[Finding, ...], facts: Facts) -> tuple[Finding, ...]:
    """Pick out what stops the application and is not already told of as missing."""
    return tuple(
        finding
        for finding in findings
        if finding.blocking
        and finding.reason not in _TOLD_AS_MISSING
        and (facts.lines or finding.rule not in _OF_BUDGET)
    )
