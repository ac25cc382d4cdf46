"""What pages show of a call and of the scheme: values worked out beforehand, so that templates only show."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from criteria.eligibility import MidtNorge
from foundation import words
from foundation.language import Bilingual
from foundation.money import Ore, format_kroner
from grants import rows, rules, states
from grants.models import (
    Activity,
    AmbitionLevel,
    BudgetPost,
    Call,
    CallRule,
    Criterion,
    Question,
    RuleKey,
    Scheme,
)
from grants.words import CallState

_NO_LIMIT = _l("Ingen grense")
_PERCENT = _l("%(number)s prosent")
_UNITS: dict[RuleKey, LazyString] = {
    RuleKey.MIN_KOMMUNER: _l("%(number)s kommuner"),
    RuleKey.ACCEPTANCE_DAYS: _l("%(number)s dager"),
    RuleKey.SCORE_THRESHOLD: _l("%(number)s av 100 poeng"),
}
STATE_COLOURS: dict[CallState, str] = {
    CallState.DRAFT: "neutral",
    CallState.COMING: "info",
    CallState.OPEN: "success",
    CallState.CLOSED: "neutral",
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
    gates: list[Criterion]
    scored: list[Criterion]


def show_call(call: Call, at: datetime) -> CallShown:
    """Sort a call for its page; needs it whole."""
    shown = [show_rule(rule) for rule in call.rules]
    state = states.state_of(call, at)
    return CallShown(
        state=state,
        colour=STATE_COLOURS[state],
        last_moment=states.last_moment(call),
        leads=[words.say(kind.kind) for kind in call.kinds if kind.may_lead],
        partners=[words.say(kind.kind) for kind in call.kinds if not kind.may_lead],
        rules=[one for one in shown if one.rule.key not in rules.RATE_YEARS],
        rates=[
            one
            for one in shown
            if call.first_year <= rules.RATE_YEARS.get(one.rule.key, 0) <= call.last_year
        ],
        supported=[one for one in call.activities if one.supported],
        unsupported=[one for one in call.activities if not one.supported],
        sections=rows.sections(call.questions),
        gates=[one for one in call.criteria if not one.scored],
        scored=[one for one in call.criteria if one.scored],
    )


def show_rule(rule: CallRule) -> RuleShown:
    """Write a rule's value with its unit."""
    return RuleShown(rule, words.say(rule.key), _value(rule))


def _value(rule: CallRule) -> str:
    if not rule.value:
        return str(_NO_LIMIT)
    if rule.key is RuleKey.MIDT_NORGE:
        return words.say(MidtNorge(rule.value))
    if rule.key in rules.AMOUNTS:
        return format_kroner(Ore(int(rule.value)))
    return str(_UNITS.get(rule.key, _PERCENT)) % {"number": rule.value}


@dataclass(frozen=True, slots=True)
class LevelShown:
    """An ambition level beside the others: what it opens and costs."""

    level: AmbitionLevel
    chosen: bool
    per_year: Ore
    in_all: Ore


@dataclass(frozen=True, slots=True)
class YearShown:
    """What each post has for a year, in the order of the posts, and the sum."""

    year: int
    amounts: list[Ore]
    total: Ore


def show_levels(scheme: Scheme) -> list[LevelShown]:
    """Compare the ambition levels over the scheme's period (inv. 22)."""
    years = scheme.last_year - scheme.first_year + 1
    return [
        LevelShown(
            level=level,
            chosen=level.level == scheme.ambition_level,
            per_year=Ore(level.grants_per_year + level.network_per_year),
            in_all=Ore((level.grants_per_year + level.network_per_year) * years),
        )
        for level in scheme.levels
    ]


@dataclass(frozen=True, slots=True)
class MoneyShown:
    """The table of appropriations: its heading, a row for each year, the sums, and what it rests on."""

    columns: list[dict[str, object]]
    years: list[YearShown]
    totals: list[Ore]
    authorities: list[str]


def show_money(scheme: Scheme) -> MoneyShown:
    """Lay the appropriations out year by year; needs the posts' appropriations loaded."""
    totals = [Ore(sum(row.amount for row in post.appropriations)) for post in scheme.posts]
    found = (row.authority for post in scheme.posts for row in post.appropriations)
    return MoneyShown(
        columns=_money_columns(scheme),
        years=_show_years(scheme),
        totals=[*totals, Ore(sum(totals))],
        authorities=list(dict.fromkeys(found)),
    )


def _money_columns(scheme: Scheme) -> list[dict[str, object]]:
    posts = [
        _("Kap. %(chapter)s post %(post)s", chapter=post.chapter, post=post.post)
        for post in scheme.posts
    ]
    return [{"label": _("År")}, *({"label": text, "number": True} for text in [*posts, _("Sum")])]


def _show_years(scheme: Scheme) -> list[YearShown]:
    found = []
    for year in range(scheme.first_year, scheme.last_year + 1):
        amounts = [granted(post, year) for post in scheme.posts]
        found.append(YearShown(year, amounts, Ore(sum(amounts))))
    return found


def granted(post: BudgetPost, year: int) -> Ore:
    """Sum a post's appropriations for a year; needs them loaded."""
    return Ore(sum(row.amount for row in post.appropriations if row.year == year))
