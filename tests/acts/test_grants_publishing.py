"""What a call must have before everybody may read it, and what can be done with it afterwards."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.models import AuditEntry, Person
from criteria.allocation import Method
from foundation import clock, words
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError, StaleError
from foundation.language import Bilingual
from foundation.money import kroner
from grants import queries, readiness, services
from grants.models import Call, Choice, RuleKey
from grants.words import CallRefusal, Caution, Shortfall
from tests.builders.accounts import an_administrator
from tests.builders.grants import (
    INTRODUCTION,
    a_call,
    a_draft,
    changed_by_somebody_else,
    terms,
)

NO_NYNORSK = Bilingual("Bare bokmål", "")


@pytest.fixture
def anne(app: Flask) -> Person:
    del app
    return an_administrator()


@pytest.fixture
def draft(anne: Person) -> Call:
    return a_draft(anne)


def lacks(call: Call) -> list[readiness.Lack]:
    level = queries.level_of(queries.scheme())
    return list(readiness.lacks(call, level, queries.money_of(call), clock.now()))


def spoil(call: Call, how: Callable[[Call], None]) -> None:
    """Change a draft behind the acts' back, as no page can."""
    with transaction():
        how(call)


def _first_choices(call: Call) -> list[Choice]:
    return next(one.choices for one in call.questions if one.choices)


def refused(call: Call, by: Person) -> RuleBrokenError:
    with pytest.raises(RuleBrokenError) as refusal:
        services.publish_call(call, by=by, at=clock.now())
    assert queries.call(call.id).published_at is None
    return refusal.value


def test_the_shipped_calls_lack_nothing(anne: Person, draft: Call) -> None:
    assert lacks(draft) == []
    assert lacks(a_draft(anne, terms(code="innforing-2026"), INTRODUCTION)) == []


def test_a_draft_is_not_among_the_published_until_it_is(anne: Person, draft: Call) -> None:
    assert queries.published_calls(clock.today()) == []

    services.publish_call(draft, by=anne, at=clock.now())

    assert [call.id for call in queries.published_calls(clock.today())] == [draft.id]
    assert [call.id for call in queries.open_calls(clock.now())] == [draft.id]
    assert queries.call(draft.id).published_by_id == anne.id
    acts = db.session.scalars(
        select(AuditEntry.act).where(AuditEntry.subject == f"call:{draft.id}")
    )
    assert list(acts) == ["call.drafted", "call.published"]


def test_a_call_is_open_to_the_last_second_of_its_last_day(anne: Person) -> None:
    call = a_call(anne, terms(closes_on=date(2026, 4, 15)))
    midnight = clock.end_of_day(date(2026, 4, 15))
    assert queries.open_calls(midnight - timedelta(seconds=1)) == [call]
    assert queries.open_calls(midnight) == []


def test_a_published_call_is_published_once(anne: Person) -> None:
    call = a_call(anne)
    with pytest.raises(RuleBrokenError) as refusal:
        services.publish_call(call, by=anne, at=clock.now())
    assert refusal.value.reason is CallRefusal.ALREADY_PUBLISHED


def test_a_published_calls_rules_do_not_change(anne: Person) -> None:
    call = a_call(anne)
    rule = call.rules[0]
    before = rule.value
    with pytest.raises(RuleBrokenError) as refusal:
        services.change_rule(
            call, rule, services.RuleSetting("9", rule.note, True), by=anne, at=clock.now()
        )
    assert refusal.value.reason is CallRefusal.ALREADY_PUBLISHED
    assert queries.call(call.id).rules[0].value == before


def test_weights_must_be_a_hundred(anne: Person, draft: Call) -> None:
    scored = next(one for one in draft.criteria if one.scored)
    spoil(draft, lambda _call: setattr(scored, "weight", scored.weight - 1))
    error = refused(draft, anne)
    assert error.reason is Shortfall.WEIGHTS_NOT_WHOLE
    assert error.values == {"found": 99}


def test_a_scored_criterion_must_weigh_something(draft: Call) -> None:
    first, second = [one for one in draft.criteria if one.scored][:2]

    def shift(_call: Call) -> None:
        second.weight += first.weight
        first.weight = 0

    spoil(draft, shift)
    assert [lack.reason for lack in lacks(draft)] == [Shortfall.WEIGHT_MISSING]


def test_every_mark_must_have_its_text(anne: Person, draft: Call) -> None:
    scored = next(one for one in draft.criteria if one.scored)
    spoil(draft, lambda _call: setattr(scored.anchors[2], "text", NO_NYNORSK))
    error = refused(draft, anne)
    assert error.reason is Shortfall.ANCHORS_MISSING
    assert error.values == {"code": scored.code, "marks": "2"}


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda call: setattr(call, "title", NO_NYNORSK),
        lambda call: setattr(call, "purpose", NO_NYNORSK),
        lambda call: setattr(call, "applicants", NO_NYNORSK),
        lambda call: setattr(call, "appeal_text", NO_NYNORSK),
        lambda call: setattr(call.rules[0], "note", NO_NYNORSK),
        lambda call: setattr(call.activities[0], "text", NO_NYNORSK),
        lambda call: setattr(call.activities[-1], "reason", None),
        lambda call: setattr(call.conditions[0], "title", NO_NYNORSK),
        lambda call: setattr(call.conditions[0], "text", NO_NYNORSK),
        lambda call: setattr(call.questions[0], "section", NO_NYNORSK),
        lambda call: setattr(call.questions[0], "label", NO_NYNORSK),
        lambda call: setattr(call.questions[0], "help", NO_NYNORSK),
        lambda call: setattr(_first_choices(call)[0], "label", NO_NYNORSK),
        lambda call: setattr(call.required_attachments[0], "label", NO_NYNORSK),
        lambda call: setattr(call.criteria[0], "name", NO_NYNORSK),
        lambda call: setattr(call.criteria[0], "guidance", NO_NYNORSK),
    ],
)
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_no_text_may_lack_a_form_of_norwegian(draft: Call, spoiled: Callable[[Call], None]) -> None:
    spoil(draft, spoiled)
    reasons = {lack.reason for lack in lacks(draft)}
    assert reasons == {Shortfall.TEXT_MISSING}
    values = dict(lacks(draft)[-1].values)
    assert values["language"] == "nynorsk"


def test_without_appeal_no_words_on_appeal_are_needed(draft: Call) -> None:
    def without_appeal(call: Call) -> None:
        call.appeal_allowed = False
        call.appeal_text = Bilingual("", "")

    spoil(draft, without_appeal)
    assert lacks(draft) == []


@pytest.mark.parametrize(
    ("spoiled", "reason"),
    [
        (lambda call: call.activities.clear(), Shortfall.NO_ACTIVITIES),
        (lambda call: call.kinds.clear(), Shortfall.NOBODY_MAY_LEAD),
        (lambda call: setattr(call, "frame", 0), Shortfall.FRAME_MISSING),
        (lambda call: call.plan_steps.pop(), Shortfall.PLAN_NOT_WHOLE),
        (
            lambda call: _first_choices(call).__delitem__(slice(1, None)),
            Shortfall.CHOICES_MISSING,
        ),
        (
            lambda call: setattr(
                call, "criteria", [one for one in call.criteria if not one.scored]
            ),
            Shortfall.NO_SCORED_CRITERIA,
        ),
        (
            lambda call: setattr(call, "closes_on", clock.today() - timedelta(days=1)),
            Shortfall.CLOSED_ALREADY,
        ),
    ],
)
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_call_without_what_it_needs_is_not_published(
    anne: Person, draft: Call, spoiled: Callable[[Call], None], reason: Shortfall
) -> None:
    spoil(draft, spoiled)
    error = refused(draft, anne)
    assert error.reason is reason
    assert "%(" not in words.say(error.reason, **error.values)


def test_a_share_of_what_is_asked_must_be_said(draft: Call) -> None:
    rule = next(one for one in draft.rules if one.key is RuleKey.SHARE_PERCENT)

    def without_share(call: Call) -> None:
        call.method = Method.SHARE_OF_ASKED
        rule.value = ""

    spoil(draft, without_share)
    assert [lack.reason for lack in lacks(draft)] == [Shortfall.RATE_MISSING]


def test_the_frames_of_a_year_never_exceed_what_is_granted(anne: Person) -> None:
    a_call(anne, terms(frame=kroner(60_000_000)))
    whole = a_draft(anne, terms(code="resten", frame=kroner(40_000_000)))
    more = a_draft(anne, terms(code="for-mye", frame=kroner(40_000_001)))

    error = refused(more, anne)
    assert error.reason is Shortfall.FRAME_ABOVE_APPROPRIATION
    assert "60 000 000 kr" in words.say(error.reason, **error.values).replace("\u00a0", " ")

    services.publish_call(whole, by=anne, at=clock.now())
    assert queries.call(whole.id).published_at is not None


def test_a_measure_outside_the_ambition_level_is_not_published(anne: Person) -> None:
    draft = a_draft(anne, terms(code="innforing-2026"), INTRODUCTION)
    services.choose_ambition_level(queries.scheme(), 2, by=anne, at=clock.now())
    error = refused(draft, anne)
    assert error.reason is Shortfall.MEASURE_CLOSED
    assert error.values == {"measure": "T2", "level": 2}


def test_an_open_question_about_midt_norge_is_a_caution(anne: Person, draft: Call) -> None:
    rule = next(one for one in draft.rules if one.key is RuleKey.MIDT_NORGE)
    setting = services.RuleSetting("undecided", rule.note, True)
    services.change_rule(draft, rule, setting, by=anne, at=clock.now())

    assert readiness.cautions(draft) == (Caution.MIDT_NORGE_UNDECIDED,)
    assert lacks(draft) == []
    services.publish_call(draft, by=anne, at=clock.now())


def test_who_publishes_what_somebody_has_just_changed_is_told(anne: Person, draft: Call) -> None:
    changed_by_somebody_else(draft)
    with pytest.raises(StaleError):
        services.publish_call(draft, by=anne, at=clock.now())
