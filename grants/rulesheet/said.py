"""One rule as a sentence with its numbers; nothing where a call sets no limit that people look for."""

from criteria.auditing import AuditFrom, AuditPer
from criteria.eligibility import Enough
from criteria.reading import Limits
from foundation.language import LANGUAGES, Bilingual
from foundation.money import Ore, format_kroner
from foundation.wording import format_number
from grants import rules
from grants.models import Call, CallRule, RuleKey
from grants.rulesheet import sentences

_ALONE = 1


def rule_said(call: Call, rule: CallRule) -> Bilingual | None:
    """Say a rule; None when there is nothing to say about it in this call."""
    if rule.key in rules.RATE_YEARS:
        return _rate(call, rule)
    if rule.key is RuleKey.AUDIT_PER:
        return _summed(call)
    if rule.key in rules.WORDS:
        return _word(call, rule)
    return _number(call, rule)


def _number(call: Call, rule: CallRule) -> Bilingual | None:
    if rule.key is RuleKey.SHARE_PERCENT and not rules.shares_what_is_asked(call):
        return None
    if rule.key is RuleKey.ACCEPTANCE_DAYS:
        return _numbered(rule.key, rules.acceptance_days(call))
    if not rule.value or (rule.key is RuleKey.OWN_SHARE_PERCENT and rule.value == "0"):
        return sentences.UNLIMITED.get(rule.key)
    if rule.key is RuleKey.MIN_KOMMUNER and int(rule.value) <= _ALONE:
        return sentences.ALONE
    if rule.key is RuleKey.AUDIT_THRESHOLD and rules.audit_terms(call).reached is AuditFrom.ABOVE:
        return filled(sentences.AUDIT_ABOVE, amount=format_kroner(Ore(int(rule.value))))
    return _numbered(rule.key, int(rule.value))


def _summed(call: Call) -> Bilingual | None:
    terms = rules.audit_terms(call)
    summed = terms.threshold is not None and terms.per is AuditPer.RECIPIENT
    return sentences.AUDIT_SUMMED if summed else None


def _numbered(key: RuleKey, value: int) -> Bilingual:
    written = {"number": format_number(value), "amount": format_kroner(Ore(value))}
    return filled(sentences.RULES[key], **written)


def _rate(call: Call, rule: CallRule) -> Bilingual | None:
    year = rules.RATE_YEARS[rule.key]
    if not rule.value or not call.first_year <= year <= call.last_year:
        return None
    return filled(sentences.RATE, year=str(year), number=rule.value)


def _word(call: Call, rule: CallRule) -> Bilingual | None:
    if rule.key is RuleKey.SETTLING and rules.reading_limits(call) == Limits():
        return None
    if rule.key is RuleKey.LOCAL_DECISIONS and not rules.asks_for_local_decisions(call):
        return None
    if rule.key is not RuleKey.ENOUGH:
        return sentences.WORDS[rules.WORDS[rule.key](rule.value)]
    if not (
        rules.number(call, RuleKey.MIN_KOMMUNER) and rules.number(call, RuleKey.MIN_POPULATION)
    ):
        return None
    return sentences.WORDS[Enough(rule.value)]


def filled(text: Bilingual, /, **values: str | Bilingual) -> Bilingual:
    """Fill a sentence in both forms; a value that has both forms is filled in as each."""
    return Bilingual(
        *(
            text.in_(language).format(
                **{
                    name: value.in_(language) if isinstance(value, Bilingual) else value
                    for name, value in values.items()
                }
            )
            for language in LANGUAGES
        )
    )
