"""Rules on time: the project's period and the call's deadline."""

from datetime import date, timedelta

from criteria.deadlines import is_open, opening_moment
from criteria.eligibility.facts import Facts, Rules
from criteria.eligibility.findings import Finding, Reason, Rule, met, unlimited, unmet

MONTHS = 12


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


def length(facts: Facts, rules: Rules) -> Finding:
    """Keep the project within the longest time of the call, counted in months begun."""
    if rules.max_months is None:
        return unlimited(Rule.LENGTH)
    limit = ("allowed", rules.max_months)
    if facts.start_on is None or facts.end_on is None:
        return unmet(Rule.LENGTH, Reason.PERIOD_MISSING, limit)
    values = (limit, ("found", months_begun(facts.start_on, facts.end_on)))
    if values[1][1] > rules.max_months:
        return unmet(Rule.LENGTH, Reason.TOO_LONG, *values)
    return met(Rule.LENGTH, *values)


def months_begun(start: date, end: date) -> int:
    """Count the months from a first to a last day, a begun month as a whole one; backwards is none."""
    after = end + timedelta(days=1)
    whole = (after.year - start.year) * MONTHS + after.month - start.month
    return max(0, whole + (after.day > start.day))


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
