"""A call's rules in chapters, numbered as people will refer to them. Needs the call whole."""

from collections.abc import Iterator
from dataclasses import dataclass

from accounts.models import OrganisationKind
from foundation.language import LANGUAGES, Bilingual
from foundation.money import format_kroner
from foundation.wording import format_day, format_moment
from grants import states
from grants.models import Activity, Call, CallRule, Criterion, PlanStep, RuleKey
from grants.rules import TIES, leading_kinds
from grants.rulesheet import sentences, sharing
from grants.rulesheet.said import filled, rule_said
from grants.rulesheet.values import Chapter, Statement


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence in both forms with what it rests on."""

    text: Bilingual
    note: Bilingual | None = None
    source: str | None = None
    chosen: bool = False


def chapters_of(call: Call, language: str) -> tuple[Chapter, ...]:
    """Write every rule of a call, in one form of Norwegian."""
    parts = (
        (sentences.WHO, _who(call)),
        (sentences.MONEY, _money(call)),
        (sentences.TIME, _time(call)),
        (sentences.USE, _use(call)),
        (sentences.JUDGING, _judging(call)),
        (sentences.AFTERWARDS, _afterwards(call)),
    )
    return tuple(
        Chapter(
            number=number, title=title.in_(language), statements=_numbered(number, said, language)
        )
        for number, (title, said) in enumerate(parts, start=1)
    )


def _numbered(chapter: int, said: Iterator[_Said], language: str) -> tuple[Statement, ...]:
    """Give what is said its numbers; what is noted about several in a row is noted once."""
    found = list(said)
    before = [None, *(one.note for one in found)]
    return tuple(
        Statement(
            number=f"{chapter}.{place}",
            text=one.text.in_(language),
            note=one.note.in_(language) or None if one.note and one.note != above else None,
            source=one.source or None,
            chosen=one.chosen,
        )
        for place, (one, above) in enumerate(zip(found, before, strict=False), start=1)
    )


def _who(call: Call) -> Iterator[_Said]:
    yield _Said(call.applicants)
    leads = leading_kinds(call)
    others = [one.kind for one in call.kinds if call.only_lead or one.kind not in leads]
    if call.only_lead is not None:
        yield _Said(filled(sentences.ONLY_LEAD, name=call.only_lead.name))
    elif leads:
        yield _Said(filled(sentences.LEADS, kinds=_listed(leads)))
    if others:
        yield _Said(filled(sentences.PARTNERS, kinds=_listed(others)))
    yield _Said(sentences.ONE_LEAD)
    yield from _rules(
        call, RuleKey.ENOUGH, RuleKey.MIN_KOMMUNER, RuleKey.MIN_POPULATION, RuleKey.MIDT_NORGE
    )
    yield _Said(sentences.CONFIRMED)


def _money(call: Call) -> Iterator[_Said]:
    yield _Said(filled(sentences.FRAME, frame=format_kroner(call.frame)))
    yield from _rules(
        call, RuleKey.MIN_GRANT, RuleKey.MAX_GRANT, RuleKey.MIN_GRANT_PER_PARTNER,
        RuleKey.MAX_GRANT_PER_PARTNER, RuleKey.OWN_SHARE_PERCENT,
    )  # fmt: skip
    yield _Said(sentences.METHODS[call.method])
    yield from _rules(
        call, RuleKey.SHARE_PERCENT, RuleKey.RATE_2024, RuleKey.RATE_2025, RuleKey.RATE_2026,
        RuleKey.RATE_2027, RuleKey.RATE_2028, RuleKey.GRANT_CAP,
    )  # fmt: skip
    yield from (_Said(sharing.bound_said(row), row.note, row.source) for row in call.bounds)


def _time(call: Call) -> Iterator[_Said]:
    yield _Said(filled(sentences.OPENS, day=format_day(call.opens_on)))
    yield _Said(filled(sentences.CLOSES, moment=format_moment(states.last_moment(call))))
    years = sentences.YEAR if call.first_year == call.last_year else sentences.YEARS
    yield _Said(filled(years, first=str(call.first_year), last=str(call.last_year)))
    yield from _rules(call, RuleKey.MAX_MONTHS)


def _use(call: Call) -> Iterator[_Said]:
    yield _Said(sentences.ONE_ACTIVITY)
    yield from (_activity(one, sentences.COVERED) for one in call.activities if one.supported)
    yield from (
        _activity(one, sentences.NOT_COVERED) for one in call.activities if not one.supported
    )


def _judging(call: Call) -> Iterator[_Said]:
    for one in call.criteria:
        yield _Said(criterion_said(one), None if one.scored else one.guidance, one.source)
    yield from _rules(
        call, RuleKey.SCORE_THRESHOLD, RuleKey.MARK_GAP, RuleKey.TOTAL_GAP, RuleKey.NEAR_LINE,
        RuleKey.SETTLING,
    )  # fmt: skip
    for key, rule in _by_key(call, *TIES, RuleKey.LOT, RuleKey.AIM):
        text = _sharing_said(call, key, rule)
        if text is not None:
            yield _Said(text, rule.note, rule.source, rule.chosen_by_administrator)


def _sharing_said(call: Call, key: RuleKey, rule: CallRule) -> Bilingual | None:
    if key in TIES:
        return sharing.tie_said(call, rule)
    return sharing.lot_said(call, rule) if key is RuleKey.LOT else sharing.aim_said(rule)


def _afterwards(call: Call) -> Iterator[_Said]:
    yield from _rules(call, RuleKey.ACCEPTANCE_DAYS, RuleKey.LOCAL_DECISIONS)
    yield from (_Said(_paid(step)) for step in call.plan_steps)
    yield from _rules(
        call, RuleKey.AUDIT_THRESHOLD, RuleKey.AUDIT_PER, RuleKey.STATUS_MONTH,
        RuleKey.BENEFIT_YEARS, RuleKey.EXPERIENCE_MONTHS,
    )  # fmt: skip
    appeal = sentences.APPEAL if call.appeal_allowed else sentences.NO_APPEAL
    yield _Said(appeal, call.appeal_text)


def _rules(call: Call, *keys: RuleKey) -> Iterator[_Said]:
    for _key, rule in _by_key(call, *keys):
        text = rule_said(call, rule)
        if text is not None:
            yield _Said(text, rule.note, rule.source, rule.chosen_by_administrator)


def _by_key(call: Call, *keys: RuleKey) -> Iterator[tuple[RuleKey, CallRule]]:
    by_key: dict[RuleKey, CallRule] = {rule.key: rule for rule in call.rules}
    yield from ((key, by_key[key]) for key in keys if key in by_key)


def _activity(activity: Activity, sentence: Bilingual) -> _Said:
    return _Said(filled(sentence, text=activity.text), activity.reason, activity.source)


def criterion_said(criterion: Criterion) -> Bilingual:
    """Say a criterion as a sentence: a gate, or a weight and a scale."""
    if not criterion.scored:
        return filled(sentences.GATE, name=criterion.name)
    sentence = sentences.MARKED if criterion.threshold is None else sentences.MARKED_FROM
    return filled(
        sentence,
        name=criterion.name,
        weight=str(criterion.weight),
        best=str(criterion.max_mark),
        threshold=str(criterion.threshold),
    )


def _paid(step: PlanStep) -> Bilingual:
    trigger = filled(sentences.TRIGGERS[step.trigger], day=step.day_of_year or "")
    return filled(sentences.PAID, percent=str(step.percent), trigger=trigger)


def _listed(kinds: list[OrganisationKind]) -> Bilingual:
    named = [text for kind, text in sentences.KINDS.items() if kind in kinds]
    return Bilingual(
        *(_joined([one.in_(form) for one in named], sentences.AND.in_(form)) for form in LANGUAGES)
    )


def _joined(words: list[str], last: str) -> str:
    return last.join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
