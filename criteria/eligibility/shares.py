"""Rules on how much is asked for each partner: a floor and a cap beside those of the whole application.

A partner that nothing is asked for is under no floor: it may take part with its own effort alone.
"""

from criteria import budget
from criteria.eligibility.facts import Facts, Rules
from criteria.eligibility.findings import Finding, Reason, Rule, met, unlimited, unmet
from foundation.money import Ore


def min_grant_per_partner(facts: Facts, rules: Rules) -> Finding:
    """Ask that what is asked for a partner is enough to be worth its part."""
    limit = rules.min_grant_per_partner
    asked = _asked(facts)
    if limit is None or not asked:
        return unlimited(Rule.MIN_GRANT_PER_PARTNER)
    values = (("required", limit), ("found", min(asked.values())))
    below = frozenset(number for number, amount in asked.items() if amount < limit)
    if below:
        named = ("partners", _names(facts, below))
        return unmet(Rule.MIN_GRANT_PER_PARTNER, Reason.PARTNER_ASKS_TOO_LITTLE, *values, named)
    return met(Rule.MIN_GRANT_PER_PARTNER, *values)


def max_grant_per_partner(facts: Facts, rules: Rules) -> Finding:
    """Ask for no more for one partner than the call allows."""
    limit = rules.max_grant_per_partner
    asked = _asked(facts)
    if limit is None or not asked:
        return unlimited(Rule.MAX_GRANT_PER_PARTNER)
    values = (("allowed", limit), ("found", max(asked.values())))
    above = frozenset(number for number, amount in asked.items() if amount > limit)
    if above:
        named = ("partners", _names(facts, above))
        return unmet(Rule.MAX_GRANT_PER_PARTNER, Reason.PARTNER_ASKS_TOO_MUCH, *values, named)
    return met(Rule.MAX_GRANT_PER_PARTNER, *values)


def _asked(facts: Facts) -> dict[int, Ore]:
    sums = budget.by_partner(facts.lines)
    return {partner: one.asked for partner, one in sums.items() if one.asked > 0}


def _names(facts: Facts, numbers: frozenset[int]) -> str:
    return ", ".join(one.name for one in facts.partners if one.number in numbers)
