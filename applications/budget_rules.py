"""What the call asks of a budget, as a page tells it: what each rule finds, and how a script says it anew."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from applications import facts
from applications.models import Application
from applications.words import explained, pattern
from criteria import eligibility
from criteria.budget import Line
from criteria.eligibility import Finding, Reason, Rule, Rules
from foundation import words
from grants.rules import rules_of

_BROKEN = {
    Rule.OWN_SHARE: Reason.OWN_SHARE_TOO_LOW,
    Rule.MIN_GRANT: Reason.ASKS_TOO_LITTLE,
    Rule.MAX_GRANT: Reason.ASKS_TOO_MUCH,
    Rule.MIN_GRANT_PER_PARTNER: Reason.PARTNER_ASKS_TOO_LITTLE,
    Rule.MAX_GRANT_PER_PARTNER: Reason.PARTNER_ASKS_TOO_MUCH,
}
"""The rules that the amounts alone decide, and why each is broken."""
_CAPS = frozenset({Rule.MAX_GRANT, Rule.MAX_GRANT_PER_PARTNER})


@dataclass(frozen=True, slots=True)
class BudgetRule:
    """A rule with its limit (øre, or percent for the own share) and what it finds.

    `kept`, `broken` and `idle` are its sentences with `{found}` and `{partners}` left open.
    """

    rule: Rule
    title: str
    limit: int
    met: bool
    text: str
    kept: str
    broken: str
    idle: str


def budget_rules(application: Application, lines: Iterable[Line]) -> list[BudgetRule]:
    """Tell what the call's rules find in a budget, be it stored or as it was just typed."""
    rules = rules_of(application.call)
    asked = replace(facts.own_facts(application), lines=tuple(lines))
    found = {one.rule: one for one in eligibility.examine(asked, rules)}
    return [
        _told(found[rule], limit) for rule in _BROKEN if (limit := _limit(rule, rules)) is not None
    ]


def _limit(rule: Rule, rules: Rules) -> int | None:
    return {
        Rule.OWN_SHARE: rules.own_share_percent or None,
        Rule.MIN_GRANT: rules.min_grant,
        Rule.MAX_GRANT: rules.max_grant,
        Rule.MIN_GRANT_PER_PARTNER: rules.min_grant_per_partner,
        Rule.MAX_GRANT_PER_PARTNER: rules.max_grant_per_partner,
    }[rule]


def _told(finding: Finding, limit: int) -> BudgetRule:
    values = (("allowed" if finding.rule in _CAPS else "required", limit),)
    return BudgetRule(
        rule=finding.rule,
        title=words.say(finding.rule),
        limit=limit,
        met=finding.met,
        text=explained(finding).reason,
        kept=pattern(Finding(finding.rule, met=True, reason=Reason.MET, values=values)),
        broken=pattern(Finding(finding.rule, met=False, reason=_BROKEN[finding.rule], values=values)),
        idle=words.say(Reason.NO_LIMIT),
    )
