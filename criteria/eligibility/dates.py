"""Rules on time: the project's period and the call's deadline."""

from criteria.deadlines import is_open, opening_moment
from criteria.eligibility.facts import Facts, Rules
from criteria.eligibility.findings import Finding, Reason, Rule, met, unmet


def period(facts: Facts, rules: Rules) -> Finding:
    """Keep the project within the years of the call, which lie in 2024–2028 (inv. 27, 179)."""
    limits = (("first_year", rules.first_year), ("last_year", rules.last_year))
    if facts.start_on is None or facts.end_on is None:
        return unmet(Rule.PERIOD, Reason.PERIOD_MISSING, *limits)
    values = (
        *limits,
        ("start_on", facts.start_on.isoformat()),
        ("end_on", facts.end_on.isoformat()),
    )
    if facts.end_on < facts.start_on:
        return unmet(Rule.PERIOD, Reason.PERIOD_BACKWARDS, *values)
    if facts.start_on.year < rules.first_year or facts.end_on.year > rules.last_year:
        return unmet(Rule.PERIOD, Reason.OUTSIDE_PERIOD, *values)
    return met(Rule.PERIOD, *values)


def within_deadline(facts: Facts, rules: Rules) -> Finding:
    """Ask the application to have come while the call was open, to the second in Oslo.

    What has not been handed in yet is neither early nor late; that is told, and stops nothing.
    """
    limits = (
        ("opens_on", rules.opens_on.isoformat()),
        ("closes_on", rules.closes_on.isoformat()),
    )
    if facts.submitted_at is None:
        return unmet(Rule.WITHIN_DEADLINE, Reason.NOT_SUBMITTED, *limits)
    values = (*limits, ("submitted_at", facts.submitted_at.isoformat(timespec="seconds")))
    if is_open(rules.opens_on, rules.closes_on, facts.submitted_at):
        return met(Rule.WITHIN_DEADLINE, *values)
    early = facts.submitted_at < opening_moment(rules.opens_on)
    return unmet(Rule.WITHIN_DEADLINE, Reason.TOO_EARLY if early else Reason.TOO_LATE, *values)
