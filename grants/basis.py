"""What all applications of a round have in common, because they compete for the same money.

Dates, frame, first year, how the frame is shared out and spread, and the criteria with all they say. A
new edition never changes these: one round is ranked as one, whichever edition an application was begun under.
"""

from grants.models import Call, Criterion, PortfolioBound, RuleKey

RANKING_RULES = frozenset(
    {
        RuleKey.SCORE_THRESHOLD,
        RuleKey.MARK_GAP,
        RuleKey.TOTAL_GAP,
        RuleKey.NEAR_LINE,
        RuleKey.SETTLING,
        RuleKey.SHARE_PERCENT,
        RuleKey.MIN_GRANT,
        RuleKey.GRANT_CAP,
        RuleKey.TIE_FIRST,
        RuleKey.TIE_SECOND,
        RuleKey.TIE_THIRD,
        RuleKey.LOT,
        RuleKey.AIM,
        RuleKey.RATE_2024,
        RuleKey.RATE_2025,
        RuleKey.RATE_2026,
        RuleKey.RATE_2027,
        RuleKey.RATE_2028,
    }
)
"""The rules that decide how marks become scores, and how a frame is shared out by them."""


def basis_of(call: Call) -> tuple[object, ...]:
    """Give what may not differ between the editions of a round. Needs the call whole."""
    return (
        call.opens_on,
        call.closes_on,
        call.frame,
        call.first_year,
        call.method,
        tuple(sorted((rule.key, rule.value) for rule in call.rules if rule.key in RANKING_RULES)),
        tuple(_criterion(one) for one in call.criteria),
        tuple(_bound(one) for one in call.bounds),
    )


def _criterion(one: Criterion) -> tuple[object, ...]:
    return (
        one.code,
        one.scored,
        one.name,
        one.guidance,
        one.weight,
        one.max_mark,
        one.threshold,
        tuple((anchor.mark, anchor.text) for anchor in one.anchors),
    )


def _bound(one: PortfolioBound) -> tuple[object, ...]:
    return (
        one.trait,
        one.value,
        one.least_cases,
        one.most_cases,
        one.least_amount,
        one.most_amount,
    )
