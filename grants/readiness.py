"""Whether a draft can be published: what is missing, part by part (inv. 38). Needs the call whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from criteria import asking
from criteria.allocation import WHOLE_THOUSANDS, Method
from criteria.eligibility import Enough, MidtNorge
from criteria.ranking import TieRule
from foundation import clock, words
from foundation.language import BOKMAL, NYNORSK, Bilingual
from foundation.money import NOTHING, Ore, format_kroner
from grants import rows, rules
from grants.catalogue import testable
from grants.models import AmbitionLevel, Call, Criterion, Purpose, Question, QuestionKind, RuleKey
from grants.purposes import PART_OF
from grants.tablecolumns import CellKind
from grants.wordings.values import sheet_of
from grants.words import CallPart, Caution, Shortfall

WHOLE = 100
REPORTS = tuple(one for one in Purpose if one is not Purpose.APPLICATION)
FEWEST_CHOICES = 2
FORMS = {BOKMAL: "bokmål", NYNORSK: "nynorsk"}
"""The two forms of Norwegian are called the same in both."""
OFFERS_CHOICES = frozenset({QuestionKind.CHOICE, QuestionKind.CHOICES})


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that keeps a call from being published, where it is put right, and its numbers."""

    part: CallPart
    reason: Shortfall
    values: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Money:
    """What the call's post has for its first year, and what other published calls hold of it."""

    granted: Ore
    promised: Ore


def lacks(call: Call, level: AmbitionLevel, money: Money, at: datetime) -> tuple[Lack, ...]:
    """List everything that keeps a draft from being published, in the order of its parts."""
    return (
        *_of_basics(call, level, money, at),
        *_of_applicants(call),
        *_of_rules(call),
        *_of_activities(call),
        *_of_conditions(call),
        *_of_questions(call, Purpose.APPLICATION),
        *_of_attachments(call),
        *_of_criteria(call),
        *_of_portfolio(call),
        *_of_plan(call),
        *(lack for one in REPORTS for lack in _of_questions(call, one)),
    )


def cautions(call: Call) -> tuple[Caution, ...]:
    """List what the administrator should know, though it stops nothing (inv. 28)."""
    undecided = rules.rules_of(call).midt_norge is MidtNorge.UNDECIDED
    return (Caution.MIDT_NORGE_UNDECIDED,) if undecided else ()


def _lack(part: CallPart, reason: Shortfall, **values: str | int) -> Lack:
    return Lack(part, reason, tuple(values.items()))


def _of_basics(call: Call, level: AmbitionLevel, money: Money, at: datetime) -> Iterator[Lack]:
    part = CallPart.BASICS
    if not level.opens(call.measure.code):
        yield _lack(part, Shortfall.MEASURE_CLOSED, measure=call.measure.code, level=level.level)
    yield from _texts(part, call.code, call.title, call.purpose)
    if call.appeal_allowed:
        yield from _texts(part, call.code, call.appeal_text)
    if at >= clock.end_of_day(call.closes_on):
        yield _lack(part, Shortfall.CLOSED_ALREADY)
    if call.frame == NOTHING:
        yield _lack(part, Shortfall.FRAME_MISSING)
    if call.frame + money.promised > money.granted:
        yield _lack(
            part,
            Shortfall.FRAME_ABOVE_APPROPRIATION,
            frame=format_kroner(call.frame),
            granted=format_kroner(money.granted),
            promised=format_kroner(money.promised),
            year=call.first_year,
        )


def _of_applicants(call: Call) -> Iterator[Lack]:
    yield from _texts(CallPart.APPLICANTS, call.code, call.applicants)
    named = call.only_lead
    if named is None and not any(kind.may_lead for kind in call.kinds):
        yield _lack(CallPart.APPLICANTS, Shortfall.NOBODY_MAY_LEAD)
    if named is not None and named.valid_to is not None and named.valid_to < call.opens_on:
        yield _lack(CallPart.APPLICANTS, Shortfall.NAMED_IS_GONE, name=named.name)


def _of_rules(call: Call) -> Iterator[Lack]:
    for rule in call.rules:
        yield from _texts(CallPart.RULES, words.say(rule.key), rule.note)
    if call.method is Method.SHARE_OF_ASKED and not rules.number(call, RuleKey.SHARE_PERCENT):
        yield _lack(CallPart.RULES, Shortfall.RATE_MISSING)
    wants_one = rules.text(call, RuleKey.ENOUGH) == Enough.EITHER
    if wants_one and rules.enough_of(call) is not Enough.EITHER:
        yield _lack(CallPart.RULES, Shortfall.EITHER_OF_ONE)
    yield from _of_sharing(call)


def _of_sharing(call: Call) -> Iterator[Lack]:
    """Refuse rules that leave the ranking without an answer."""
    ties = rules.ties_asked(call)
    for twice in sorted({one for one in ties if ties.count(one) > 1}):
        yield _lack(CallPart.RULES, Shortfall.TIE_STATED_TWICE, rule=words.say(twice))
    if TieRule.LOT in ties and not rules.text(call, RuleKey.LOT):
        yield _lack(CallPart.RULES, Shortfall.LOT_WORDS_MISSING)
    cap = rules.number(call, RuleKey.GRANT_CAP)
    if cap is not None and cap < max(
        rules.number(call, RuleKey.MIN_GRANT) or NOTHING, WHOLE_THOUSANDS
    ):
        yield _lack(CallPart.RULES, Shortfall.CAP_BELOW_SMALLEST)


def _of_activities(call: Call) -> Iterator[Lack]:
    part = CallPart.ACTIVITIES
    if not any(activity.supported for activity in call.activities):
        yield _lack(part, Shortfall.NO_ACTIVITIES)
    for activity in call.activities:
        yield from _texts(part, activity.code, activity.text)
        if not activity.supported:
            yield from _texts(part, activity.code, activity.reason)


def _of_conditions(call: Call) -> Iterator[Lack]:
    for condition in call.conditions:
        yield from _texts(CallPart.CONDITIONS, condition.code, condition.title, condition.text)


def _of_questions(call: Call, purpose: Purpose) -> Iterator[Lack]:
    part = PART_OF[purpose]
    for question in call.asking(purpose):
        yield from _texts(part, question.code, question.section, question.label)
        small = question.size_guidance
        optional = (question.help, question.unit, small.text if small else None)
        yield from _texts(part, question.code, *(text for text in optional if text is not None))
        if question.kind in OFFERS_CHOICES:
            if len(question.choices) < FEWEST_CHOICES:
                yield _lack(part, Shortfall.CHOICES_MISSING, code=question.code)
            yield from _texts(part, question.code, *(one.label for one in question.choices))
        if question.kind is QuestionKind.TABLE:
            yield from _of_columns(question)
    sheets = [testable(sheet_of(one)) for one in rows.in_order(call.asking(purpose))]
    for code in asking.faults(sheets):
        yield _lack(part, Shortfall.CONDITION_UNUSABLE, code=code)


def _of_columns(question: Question) -> Iterator[Lack]:
    part = PART_OF[question.purpose]
    if not question.columns:
        yield _lack(part, Shortfall.COLUMNS_MISSING, code=question.code)
    for column in question.columns:
        yield from _texts(
            part, question.code, column.label, *(choice.label for choice in column.choices)
        )
        if column.kind is CellKind.CHOICE and len(column.choices) < FEWEST_CHOICES:
            yield _lack(part, Shortfall.CHOICES_MISSING, code=question.code)


def _of_attachments(call: Call) -> Iterator[Lack]:
    for attachment in call.required_attachments:
        yield from _texts(CallPart.ATTACHMENTS, attachment.code, attachment.label)


def _of_criteria(call: Call) -> Iterator[Lack]:
    part = CallPart.CRITERIA
    scored = [criterion for criterion in call.criteria if criterion.scored]
    if not scored:
        yield _lack(part, Shortfall.NO_SCORED_CRITERIA)
    elif sum(criterion.weight for criterion in scored) != WHOLE:
        found = sum(criterion.weight for criterion in scored)
        yield _lack(part, Shortfall.WEIGHTS_NOT_WHOLE, found=found)
    for criterion in call.criteria:
        yield from _texts(part, criterion.code, criterion.name, criterion.guidance)
    for criterion in scored:
        yield from _of_scale(criterion)


def _of_scale(criterion: Criterion) -> Iterator[Lack]:
    if criterion.weight == 0:
        yield _lack(CallPart.CRITERIA, Shortfall.WEIGHT_MISSING, code=criterion.code)
    whole = {anchor.mark for anchor in criterion.anchors if anchor.text.is_whole}
    missing = [str(mark) for mark in range(criterion.max_mark + 1) if mark not in whole]
    if missing:
        yield _lack(
            CallPart.CRITERIA,
            Shortfall.ANCHORS_MISSING,
            code=criterion.code,
            marks=", ".join(missing),
        )


def _of_portfolio(call: Call) -> Iterator[Lack]:
    part = CallPart.PORTFOLIO
    bounds = [rules.bound_of(row) for row in call.bounds]
    for row in call.bounds:
        yield from _texts(part, words.say(row.trait), row.note)
    if call.method is Method.PROPORTIONAL and any(
        one.has_floor or one.most_amount is not None for one in bounds
    ):
        yield _lack(part, Shortfall.EQUAL_SHARES_BOUND)


def _of_plan(call: Call) -> Iterator[Lack]:
    found = sum(step.percent for step in call.plan_steps)
    if found != WHOLE:
        yield _lack(CallPart.PLAN, Shortfall.PLAN_NOT_WHOLE, found=found)


def _texts(part: CallPart, subject: str, *texts: Bilingual | None) -> Iterator[Lack]:
    """Ask for both forms of every text; each form that is missing is told once for its subject."""
    for language, name in FORMS.items():
        if any(text is None or not text.in_(language).strip() for text in texts):
            yield _lack(part, Shortfall.TEXT_MISSING, subject=subject, language=name)
