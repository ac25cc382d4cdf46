"""Whether an application is fit to be assessed: the formal control before scoring (inv. 161, 163).

Every rule is asked every time, in the order of `Rule`, and answers with its reason and the numbers
behind it. A finding decides nothing: to reject "kan" be done, it is a case officer who finds
(in)eligible.
"""

from criteria.eligibility import collaboration, costs, dates, shares, size
from criteria.eligibility.facts import (
    NEVER_LEADS,
    Enough,
    Facts,
    MidtNorge,
    PartnerFacts,
    Rules,
)
from criteria.eligibility.findings import WARNINGS, Finding, Reason, Rule
from criteria.eligibility.mending import to_mend

__all__ = [
    "NEVER_LEADS",
    "WARNINGS",
    "Enough",
    "Facts",
    "Finding",
    "MidtNorge",
    "PartnerFacts",
    "Reason",
    "Rule",
    "Rules",
    "examine",
    "hindrances",
    "to_mend",
]


def examine(facts: Facts, rules: Rules) -> tuple[Finding, ...]:
    """Ask every rule of the call about an application, in the order of `Rule`."""
    return (
        size.min_kommuner(facts, rules),
        size.min_population(facts, rules),
        collaboration.applicant_kind(facts, rules),
        collaboration.one_lead(facts),
        collaboration.midt_norge(facts, rules),
        costs.own_share(facts, rules),
        costs.min_grant(facts, rules),
        costs.max_grant(facts, rules),
        shares.min_grant_per_partner(facts, rules),
        shares.max_grant_per_partner(facts, rules),
        dates.period(facts, rules),
        dates.length(facts, rules),
        costs.supported_activity(facts),
        costs.purchase_and_operation(facts),
        dates.within_deadline(facts, rules),
        collaboration.partners_confirmed(facts),
        collaboration.one_per_lead(facts),
    )


def hindrances(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Pick out what stops the application; warnings and what is met are left out."""
    return tuple(finding for finding in findings if finding.blocking)
