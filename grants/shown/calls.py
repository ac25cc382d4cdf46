"""What pages show of a call."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from foundation import words
from foundation.language import Bilingual
from foundation.money import Ore, format_kroner
from foundation.wording import format_number
from grants import rows, rules, states
from grants.models import (
    Activity,
    Call,
    CallRule,
    Criterion,
    Question,
    RuleKey,
)
from grants.shown import questions
from grants.words import CallState

_NO_LIMIT = _l("Ingen grense")
_PERCENT = _l("%(number)s prosent")
_UNITS: dict[RuleKey, LazyString] = {
    RuleKey.MIN_KOMMUNER: _l("%(number)s kommuner"),
    RuleKey.MIN_POPULATION: _l("%(number)s innbyggere"),
    RuleKey.MAX_MONTHS: _l("%(number)s måneder"),
    RuleKey.ACCEPTANCE_DAYS: _l("%(number)s dager"),
    RuleKey.STATUS_MONTH: _l("måned %(number)s"),
    RuleKey.BENEFIT_YEARS: _l("%(number)s år"),
    RuleKey.EXPERIENCE_MONTHS: _l("%(number)s måneder"),
    RuleKey.SCORE_THRESHOLD: _l("%(number)s av 100 poeng"),
    RuleKey.MARK_GAP: _l("%(number)s på skalaen"),
    RuleKey.TOTAL_GAP: _l("%(number)s av 100 poeng"),
    RuleKey.NEAR_LINE: _l("%(number)s av 100 poeng"),
}
STATE_COLOURS: dict[CallState, str] = {
    CallState.DRAFT: "neutral",
    CallState.COMING: "info",
    CallState.OPEN: "success",
    CallState.CLOSED: "neutral",
    CallState.WITHDRAWN: "danger",
}


@dataclass(frozen=True, slots=True)
class RuleShown:
    """A rule as people read it."""

    rule: CallRule
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class CallShown:
    """A call sorted as its page reads."""

    state: CallState
    colour: str
    last_moment: datetime
    leads: list[str]
    partners: list[str]
    rules: list[RuleShown]
    rates: list[RuleShown]
    supported: list[Activity]
    unsupported: list[Activity]
    sections: list[tuple[Bilingual, list[Question]]]
    how: dict[str, str]
    """How each question is answered, by its code."""
    conditions: dict[str, str]
    """When a question is asked, by the code of each that is not always asked."""
    gates: list[Criterion]
    scored: list[Criterion]


def show_call(call: Call, at: datetime) -> CallShown:
    """Sort a call for its page; needs it whole."""
    shown = [show_rule(rule) for rule in rules.rules_in_order(call)]
    state = states.state_of(call, at)
    leads = rules.leading_kinds(call)
    return CallShown(
        state=state,
        colour=STATE_COLOURS[state],
        last_moment=states.last_moment(call),
        leads=[call.only_lead.name] if call.only_lead else [words.say(one) for one in leads],
        partners=[
            words.say(one.kind) for one in call.kinds if call.only_lead or one.kind not in leads
        ],
        rules=[one for one in shown if one.rule.key not in rules.RATE_YEARS],
        rates=[
            one
            for one in shown
            if call.first_year <= rules.RATE_YEARS.get(one.rule.key, 0) <= call.last_year
        ],
        supported=[one for one in call.activities if one.supported],
        unsupported=[one for one in call.activities if not one.supported],
        sections=rows.sections(call.questions),
        how={one.code: questions.how(one) for one in call.questions},
        conditions=questions.conditions(call.questions),
        gates=[one for one in call.criteria if not one.scored],
        scored=[one for one in call.criteria if one.scored],
    )


def show_rule(rule: CallRule) -> RuleShown:
    """Write a rule's value with its unit."""
    return RuleShown(rule, words.say(rule.key), _value(rule))


def _value(rule: CallRule) -> str:
    if not rule.value:
        return str(_NO_LIMIT)
    if rule.key in rules.WORDS:
        return words.say(rules.WORDS[rule.key](rule.value))
    if rule.key in rules.TEXTS:
        return rule.value
    if rule.key in rules.AMOUNTS:
        return format_kroner(Ore(int(rule.value)))
    number = format_number(int(rule.value))
    return str(_UNITS.get(rule.key, _PERCENT)) % {"number": number}


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call in the administrator's list."""

    call: Call
    state: CallState
    colour: str


def show_list(calls: list[Call], at: datetime) -> list[CallRow]:
    """Say where each call stands."""
    found = [(call, states.state_of(call, at)) for call in calls]
    return [CallRow(call, state, STATE_COLOURS[state]) for call, state in found]
