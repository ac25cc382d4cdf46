"""A call's rows turned into what the rules of `criteria` ask for. Needs the call whole."""

from decimal import Decimal
from enum import StrEnum
from itertools import takewhile

from accounts.models import Organisation, OrganisationKind
from criteria import allocation, reading, scoring
from criteria.auditing import AuditFrom, AuditPer, AuditTerms
from criteria.duties import DutyTerms
from criteria.eligibility import NEVER_LEADS, Enough, MidtNorge, Rules
from criteria.paying import LocalDecisions
from criteria.ranking import TieRule, Ties
from criteria.scoring import Settling
from foundation.money import Ore
from grants.models import Call, CallRule, Criterion, PortfolioBound, RuleKey

AMOUNTS = frozenset(
    {
        RuleKey.MIN_GRANT,
        RuleKey.MAX_GRANT,
        RuleKey.MIN_GRANT_PER_PARTNER,
        RuleKey.MAX_GRANT_PER_PARTNER,
        RuleKey.AUDIT_THRESHOLD,
        RuleKey.GRANT_CAP,
    }
)
"""The rules whose value is an amount, kept in whole øre like every other amount."""

PERCENTS = frozenset(
    {
        RuleKey.OWN_SHARE_PERCENT,
        RuleKey.SHARE_PERCENT,
        RuleKey.SCORE_THRESHOLD,
        RuleKey.TOTAL_GAP,
        RuleKey.NEAR_LINE,
        RuleKey.RATE_2024,
        RuleKey.RATE_2025,
        RuleKey.RATE_2026,
        RuleKey.RATE_2027,
        RuleKey.RATE_2028,
    }
)
"""The rules whose value is between 0 and 100."""

TIES = (RuleKey.TIE_FIRST, RuleKey.TIE_SECOND, RuleKey.TIE_THIRD)
"""The rules for equal scores in the order they are asked."""

WORDS: dict[RuleKey, type[StrEnum]] = {
    RuleKey.MIDT_NORGE: MidtNorge,
    RuleKey.ENOUGH: Enough,
    RuleKey.SETTLING: Settling,
    **dict.fromkeys(TIES, TieRule),
    RuleKey.AIM: allocation.Aim,
    RuleKey.AUDIT_PER: AuditPer,
    RuleKey.AUDIT_FROM: AuditFrom,
    RuleKey.LOCAL_DECISIONS: LocalDecisions,
}
"""The rules whose value is one of a few words."""

TEXTS = frozenset({RuleKey.LOT})
"""The rules whose value is a line that the administrator words."""

MOST: dict[RuleKey, int] = {
    RuleKey.STATUS_MONTH: 12,
    RuleKey.BENEFIT_YEARS: 15,
    RuleKey.EXPERIENCE_MONTHS: 60,
}
"""The rules whose number has its own upper end: a month of the year, and what a duty can sensibly last."""

RANGES = (
    (RuleKey.MIN_GRANT, RuleKey.MAX_GRANT),
    (RuleKey.MIN_GRANT, RuleKey.GRANT_CAP),
    (RuleKey.MIN_GRANT_PER_PARTNER, RuleKey.MAX_GRANT_PER_PARTNER),
)
"""A floor and its cap: the floor cannot be the higher."""

RATE_YEARS: dict[RuleKey, int] = {
    RuleKey.RATE_2024: 2024,
    RuleKey.RATE_2025: 2025,
    RuleKey.RATE_2026: 2026,
    RuleKey.RATE_2027: 2027,
    RuleKey.RATE_2028: 2028,
}

DAYS_WHEN_NOTHING_IS_SET = 21
"""Three weeks to accept, as the deadline for a complaint: for a call that sets no number of its own."""
_NO_SHARE = 0
_WHOLE_SHARE = 100
_ALONE = 1


def rules_in_order(call: Call) -> list[CallRule]:
    """List a call's rules as people look for them, whenever each was added."""
    order = list(RuleKey)
    return sorted(call.rules, key=lambda rule: order.index(rule.key))


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
        eligible_kinds=frozenset(kind.value for kind in leading_kinds(call)),
        partner_kinds=frozenset(kind.kind.value for kind in call.kinds),
        only_lead=call.only_lead_id,
        min_population=number(call, RuleKey.MIN_POPULATION),
        enough=enough_of(call),
        min_grant_per_partner=_amount(call, RuleKey.MIN_GRANT_PER_PARTNER),
        max_grant_per_partner=_amount(call, RuleKey.MAX_GRANT_PER_PARTNER),
        max_months=number(call, RuleKey.MAX_MONTHS),
    )


def enough_of(call: Call) -> Enough:
    """Tell whether one way of being large is enough; that takes that the call asks for both."""
    asks_for_both = number(call, RuleKey.MIN_KOMMUNER) and number(call, RuleKey.MIN_POPULATION)
    chosen = text(call, RuleKey.ENOUGH)
    return Enough(chosen) if chosen and asks_for_both else Enough.BOTH


def acceptance_days(call: Call) -> int:
    """Give how many days a lead has to accept, from the day of publication."""
    days = number(call, RuleKey.ACCEPTANCE_DAYS)
    return DAYS_WHEN_NOTHING_IS_SET if days is None else days


def shares_what_is_asked(call: Call) -> bool:
    """Tell whether the call gives everybody at most a share, less than all, of what is asked."""
    share = number(call, RuleKey.SHARE_PERCENT)
    return call.method is allocation.Method.SHARE_OF_ASKED and share not in (None, _WHOLE_SHARE)


def may_lead(call: Call, organisation: Organisation) -> bool:
    """Tell whether an organisation may lead in a call: the one it names, else one of a fitting kind."""
    if organisation.kind.value in NEVER_LEADS:
        return False
    if call.only_lead_id is not None:
        return organisation.id == call.only_lead_id
    return organisation.kind in leading_kinds(call)


def leading_kinds(call: Call) -> list[OrganisationKind]:
    """Give the kinds that may lead where no organisation is named. A helseforetak never does."""
    return [one.kind for one in call.kinds if one.may_lead and one.kind.value not in NEVER_LEADS]


def rates_of(call: Call) -> dict[int, int]:
    """Give the falling rate: percent of what is asked by the year a project starts (inv. 97)."""
    found = {year: number(call, key) for key, year in RATE_YEARS.items()}
    return {year: percent for year, percent in found.items() if percent is not None}


def ties_asked(call: Call) -> tuple[TieRule, ...]:
    """Give the rules for equal scores that a call asks, in order: none after the one that parts all."""
    stated = (TieRule(text(call, key) or TieRule.LOWER_NUMBER) for key in TIES)
    return tuple(takewhile(lambda one: one is not TieRule.LOWER_NUMBER, stated))


def audit_terms(call: Call) -> AuditTerms:
    """Give when an auditor must confirm the accounts of a call's grants."""
    return AuditTerms(
        threshold=_amount(call, RuleKey.AUDIT_THRESHOLD),
        per=AuditPer(text(call, RuleKey.AUDIT_PER) or AuditPer.DECISION),
        reached=AuditFrom(text(call, RuleKey.AUDIT_FROM) or AuditFrom.AT_LEAST),
    )


def duty_terms(call: Call) -> DutyTerms:
    """Give the duties that a call's grants carry beside the annual and the final report."""
    return DutyTerms(
        status_month=number(call, RuleKey.STATUS_MONTH),
        benefit_years=number(call, RuleKey.BENEFIT_YEARS),
        experience_months=number(call, RuleKey.EXPERIENCE_MONTHS),
    )


def asks_for_local_decisions(call: Call) -> bool:
    """Tell whether each kommune of a call's grants must decide at home before money is paid (inv. 188)."""
    return text(call, RuleKey.LOCAL_DECISIONS) == LocalDecisions.ASKED


def main_criterion(call: Call) -> Criterion | None:
    """Give the criterion that weighs most; of two that weigh as much, the first in the call's order."""
    scored = [one for one in call.criteria if one.scored]
    return max(scored, key=lambda one: one.weight, default=None)


def bound_of(row: PortfolioBound) -> allocation.Bound:
    """Give a row of the portfolio as the rules of `criteria` ask for it. Raises BoundError."""
    return allocation.Bound(
        trait=row.trait,
        value=row.value or None,
        least_cases=row.least_cases,
        most_cases=row.most_cases,
        least_amount=Ore(row.least_amount),
        most_amount=None if row.most_amount is None else Ore(row.most_amount),
    )


def terms_of(call: Call, frame: Ore) -> allocation.Terms:
    """Give the terms for sharing out a frame, which may differ from the call's own.

    Raises TermsError, BoundError and RankingError for a draft that contradicts itself.
    """
    return allocation.Terms(
        frame=frame,
        threshold=score_threshold(call),
        method=call.method,
        share_percent=_or(number(call, RuleKey.SHARE_PERCENT), _WHOLE_SHARE),
        min_grant=_amount(call, RuleKey.MIN_GRANT),
        max_grant=_amount(call, RuleKey.GRANT_CAP),
        bounds=tuple(bound_of(row) for row in call.bounds),
        ties=Ties(ties_asked(call), text(call, RuleKey.LOT) or ""),
        aim=allocation.Aim(text(call, RuleKey.AIM) or allocation.Aim.POINTS_FOR_MONEY),
    )


def scoring_criteria(call: Call) -> tuple[scoring.Criterion, ...]:
    """Give the criteria that are scored, in the call's order; gates are left out."""
    return tuple(
        scoring.Criterion(one.code, one.weight, one.max_mark, one.threshold)
        for one in call.criteria
        if one.scored
    )


def reading_limits(call: Call) -> reading.Limits:
    """Give what the call allows of two readings before a third is asked for."""
    return reading.Limits(
        marks=number(call, RuleKey.MARK_GAP),
        total=number(call, RuleKey.TOTAL_GAP),
        near=number(call, RuleKey.NEAR_LINE),
    )


def settling_of(call: Call) -> Settling:
    """Tell how the marks of three readers become one."""
    chosen = text(call, RuleKey.SETTLING)
    return Settling(chosen) if chosen else Settling.MEAN


def score_threshold(call: Call) -> Decimal:
    """Give the lowest score that can get something; 0 where the call sets none."""
    return Decimal(_or(number(call, RuleKey.SCORE_THRESHOLD), 0))


def _amount(call: Call, key: RuleKey) -> Ore | None:
    value = number(call, key)
    return None if value is None else Ore(value)


def _or(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value
