"""Rules on what the money is for and who carries the rest."""

from criteria import budget
from criteria.eligibility.facts import Facts, Rules
from criteria.eligibility.findings import Finding, Reason, Rule, met, unlimited, unmet


def own_share(facts: Facts, rules: Rules) -> Finding:
    """Ask the partners to carry their share of the total in money or effort (inv. 88).

    The found share is rounded down, so it reaches a whole percent only when it truly does.
    """
    found = budget.own_share(facts.lines)
    values = (("required", rules.own_share_percent), ("found", str(found)))
    if found < rules.own_share_percent:
        return unmet(Rule.OWN_SHARE, Reason.OWN_SHARE_TOO_LOW, *values)
    return met(Rule.OWN_SHARE, *values)


def min_grant(facts: Facts, rules: Rules) -> Finding:
    """Ask for enough to release the partners' own resources (inv. 93)."""
    asked = budget.totals(facts.lines).asked
    if rules.min_grant is None:
        return unlimited(Rule.MIN_GRANT, ("found", asked))
    values = (("required", rules.min_grant), ("found", asked))
    if asked < rules.min_grant:
        return unmet(Rule.MIN_GRANT, Reason.ASKS_TOO_LITTLE, *values)
    return met(Rule.MIN_GRANT, *values)


def max_grant(facts: Facts, rules: Rules) -> Finding:
    """Ask for no more than one project may have (inv. 93)."""
    asked = budget.totals(facts.lines).asked
    if rules.max_grant is None:
        return unlimited(Rule.MAX_GRANT, ("found", asked))
    values = (("allowed", rules.max_grant), ("found", asked))
    if asked > rules.max_grant:
        return unmet(Rule.MAX_GRANT, Reason.ASKS_TOO_MUCH, *values)
    return met(Rule.MAX_GRANT, *values)


def supported_activity(facts: Facts) -> Finding:
    """Ask for at least one of the activities that the call supports (inv. 65)."""
    values = ("found", len(facts.activities))
    if not facts.activities:
        return unmet(Rule.SUPPORTED_ACTIVITY, Reason.NO_SUPPORTED_ACTIVITY, values)
    return met(Rule.SUPPORTED_ACTIVITY, values)


def purchase_and_operation(facts: Facts) -> Finding:
    """Keep the grant from paying purchase, operation, user support, new staff (inv. 89–91)."""
    asked = budget.asked_for_unsupported(facts.lines)
    values = ("found", asked)
    if asked > 0:
        return unmet(Rule.PURCHASE_AND_OPERATION, Reason.UNSUPPORTED_COST_ASKED, values)
    return met(Rule.PURCHASE_AND_OPERATION, values)
