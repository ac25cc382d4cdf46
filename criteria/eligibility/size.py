"""Rules on how large a collaboration must be: in kommuner, in inhabitants, or in one of the two (inv. 66)."""

from criteria.eligibility.facts import Enough, Facts, Rules
from criteria.eligibility.findings import Finding, Reason, Rule, excused, met, unlimited, unmet


def min_kommuner(facts: Facts, rules: Rules) -> Finding:
    """Ask for enough kommuner; observers do not count, nor does any other kind (inv. 66)."""
    found = _kommuner(facts)
    values = (("required", rules.min_kommuner), ("found", found))
    if found >= rules.min_kommuner:
        return met(Rule.MIN_KOMMUNER, *values)
    if _either(rules) and _inhabitants(facts) >= (rules.min_population or 0):
        return excused(Rule.MIN_KOMMUNER, Reason.ENOUGH_INHABITANTS, *values)
    return unmet(Rule.MIN_KOMMUNER, Reason.TOO_FEW_KOMMUNER, *values)


def min_population(facts: Facts, rules: Rules) -> Finding:
    """Ask that enough people live in the kommuner that carry the project."""
    found = _inhabitants(facts)
    if rules.min_population is None:
        return unlimited(Rule.MIN_POPULATION, ("found", found))
    values = (("required", rules.min_population), ("found", found))
    if found >= rules.min_population:
        return met(Rule.MIN_POPULATION, *values)
    if _either(rules) and _kommuner(facts) >= rules.min_kommuner:
        return excused(Rule.MIN_POPULATION, Reason.ENOUGH_KOMMUNER, *values)
    return unmet(Rule.MIN_POPULATION, Reason.TOO_FEW_INHABITANTS, *values)


def _either(rules: Rules) -> bool:
    """Tell whether one of the two is enough; that takes that the call sets both."""
    return rules.enough is Enough.EITHER and rules.min_population is not None


def _kommuner(facts: Facts) -> int:
    return len({kommune.organisation for kommune in facts.kommuner})


def _inhabitants(facts: Facts) -> int:
    return sum({kommune.organisation: kommune.inhabitants for kommune in facts.kommuner}.values())
