"""A call's rows turned into what the rules of `criteria` ask for. Needs the call whole."""

from decimal import Decimal

from criteria import allocation, scoring
from criteria.eligibility import MidtNorge, Rules
from foundation.money import Ore
from grants.models import Call, RuleKey

AMOUNTS = frozenset({RuleKey.MIN_GRANT, RuleKey.MAX_GRANT, RuleKey.AUDIT_THRESHOLD})
"""The rules whose value is an amount, kept in whole øre like every other amount."""

PERCENTS = frozenset(
    {
        RuleKey.OWN_SHARE_PERCENT,
        RuleKey.SHARE_PERCENT,
        RuleKey.SCORE_THRESHOLD,
        RuleKey.RATE_2024,
        RuleKey.RATE_2025,
        RuleKey.RATE_2026,
        RuleKey.RATE_2027,
        RuleKey.RATE_2028,
    }
)
"""The rules whose value is between 0 and 100."""

RATE_YEARS: dict[RuleKey, int] = {
    RuleKey.RATE_2024: 2024,
    RuleKey.RATE_2025: 2025,
    RuleKey.RATE_2026: 2026,
    RuleKey.RATE_2027: 2027,
    RuleKey.RATE_2028: 2028,
}

_NO_SHARE = 0
_WHOLE_SHARE = 100
_ALONE = 1


def text(call: Call, key: RuleKey) -> str | None:
    """Give a rule's value as it is written; None when the call does not set it."""
    value = next((rule.value for rule in call.rules if rule.key is key), "")
    return value or None


def number(call: Call, key: RuleKey) -> int | None:
    """Give a rule's number (amounts in øre); None when the call does not set it."""
    value = text(call, key)
    return None if value is None else int(value)


def rules_of(call: Call) -> Rules:
    """Give what the formal control asks of a call. What the call leaves open limits nothing."""
    midt_norge = text(call, RuleKey.MIDT_NORGE)
    return Rules(
        min_kommuner=_or(number(call, RuleKey.MIN_KOMMUNER), _ALONE),
        own_share_percent=_or(number(call, RuleKey.OWN_SHARE_PERCENT), _NO_SHARE),
        min_grant=_amount(call, RuleKey.MIN_GRANT),
        max_grant=_amount(call, RuleKey.MAX_GRANT),
        midt_norge=MidtNorge(midt_norge) if midt_norge else MidtNorge.UNDECIDED,
        first_year=call.first_year,
        last_year=call.last_year,
        opens_on=call.opens_on,
        closes_on=call.closes_on,
        eligible_kinds=frozenset(kind.kind.value for kind in call.kinds if kind.may_lead),
        partner_kinds=frozenset(kind.kind.value for kind in call.kinds),
    )


def rates_of(call: Call) -> dict[int, int]:
    """Give the falling rate: percent of what is asked by the year a project starts (inv. 97)."""
    found = {year: number(call, key) for key, year in RATE_YEARS.items()}
    return {year: percent for year, percent in found.items() if percent is not None}


def terms_of(call: Call, frame: Ore) -> allocation.Terms:
    """Give the terms for sharing out a frame, which may differ from the call's own."""
    return allocation.Terms(
        frame=frame,
        threshold=Decimal(_or(number(call, RuleKey.SCORE_THRESHOLD), 0)),
        method=call.method,
        share_percent=_or(number(call, RuleKey.SHARE_PERCENT), _WHOLE_SHARE),
        min_grant=_amount(call, RuleKey.MIN_GRANT),
    )


def scoring_criteria(call: Call) -> tuple[scoring.Criterion, ...]:
    """Give the criteria that are scored, in the call's order; gates are left out."""
    return tuple(
        scoring.Criterion(one.code, one.weight, one.max_mark, one.threshold)
        for one in call.criteria
        if one.scored
    )


def _amount(call: Call, key: RuleKey) -> Ore | None:
    value = number(call, key)
    return None if value is None else Ore(value)


def _or(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value
