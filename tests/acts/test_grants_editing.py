"""Changing the rows of a draft: every list can be added to, changed, put in order and shortened."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypedDict

import pytest
from flask import Flask

from accounts.models import Person
from criteria.instalments import Trigger
from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.language import Bilingual
from foundation.money import kroner
from grants import queries, rows, services
from grants.catalogue import (
    ActivitySheet,
    AttachmentSheet,
    ChoiceSheet,
    ConditionSheet,
    CriterionSheet,
)
from grants.models import Call, CallRule, Criterion, QuestionKind, RuleKey
from grants.services import RuleSetting
from grants.wordings import sheet_of
from grants.words import CallRefusal
from tests.builders.accounts import an_administrator
from tests.builders.grants import a_call, a_draft, terms


class How(TypedDict):
    """Who does an act, and when."""

    by: Person
    at: datetime


TEXT = Bilingual("Ny tekst", "Ny tekst på nynorsk")


@pytest.fixture
def anne(app: Flask) -> Person:
    del app
    return an_administrator()


@pytest.fixture
def draft(anne: Person) -> Call:
    return a_draft(anne)


def again(call: Call) -> Call:
    """Read a call anew from the database."""
    db.session.expire_all()
    return queries.call(call.id)


def rule(call: Call, key: RuleKey) -> CallRule:
    return next(one for one in call.rules if one.key is key)


def criterion_sheet(criterion: Criterion) -> CriterionSheet:
    return CriterionSheet(
        code=criterion.code,
        scored=criterion.scored,
        name=criterion.name,
        guidance=criterion.guidance,
        weight=criterion.weight,
        max_mark=criterion.max_mark,
        threshold=criterion.threshold,
        anchors=tuple(anchor.text for anchor in criterion.anchors),
        source=criterion.source,
    )


def test_rows_are_added_last(anne: Person, draft: Call) -> None:
    how: How = {"by": anne, "at": clock.now()}
    services.add_activity(
        draft, ActivitySheet("NY", TEXT, supported=True, reason=None, source=""), **how
    )
    services.add_condition(draft, ConditionSheet("NY", TEXT, TEXT, ""), **how)
    services.add_attachment(draft, AttachmentSheet("NY", TEXT), **how)
    services.add_plan_step(draft, percent=1, trigger=Trigger.ACCEPTED, **how)
    found = again(draft)
    assert found.activities[-1].code == "NY"
    assert found.conditions[-1].title == TEXT
    assert found.required_attachments[-1].label == TEXT
    assert (found.plan_steps[-1].position, found.plan_steps[-1].percent) == (4, 1)
    assert found.version == 5


def test_rows_are_changed_in_place(anne: Person, draft: Call) -> None:
    how: How = {"by": anne, "at": clock.now()}
    activity, condition = draft.activities[0], draft.conditions[0]
    services.change_activity(
        draft,
        activity,
        ActivitySheet("A9", TEXT, supported=False, reason=TEXT, source="kap. 1"),
        **how,
    )
    services.change_condition(draft, condition, ConditionSheet("V99", TEXT, TEXT, "kap. 2"), **how)
    services.change_attachment(
        draft, draft.required_attachments[0], AttachmentSheet("avtale", TEXT), **how
    )
    services.change_plan_step(
        draft, draft.plan_steps[0], percent=50, trigger=Trigger.REPORT_APPROVED, **how
    )
    found = again(draft)
    assert (found.activities[0].code, found.activities[0].supported) == ("A9", False)
    assert (found.conditions[0].code, found.conditions[0].source) == ("V99", "kap. 2")
    assert found.required_attachments[0].code == "avtale"
    assert (found.plan_steps[0].percent, found.plan_steps[0].trigger) == (
        50,
        Trigger.REPORT_APPROVED,
    )


def test_a_code_stands_once_in_its_list(anne: Person, draft: Call) -> None:
    taken = draft.activities[0].code
    sheet = ActivitySheet(taken, TEXT, supported=True, reason=None, source="")
    with pytest.raises(RuleBrokenError) as adding:
        services.add_activity(draft, sheet, by=anne, at=clock.now())
    with pytest.raises(RuleBrokenError) as changing:
        services.change_activity(draft, draft.activities[1], sheet, by=anne, at=clock.now())
    assert adding.value.reason is changing.value.reason is CallRefusal.ROW_CODE_TAKEN


def test_a_row_moves_among_those_it_is_shown_with(anne: Person, draft: Call) -> None:
    supported = [one.code for one in draft.activities if one.supported]
    last = next(one for one in draft.activities if one.code == supported[-1])
    services.move_up(draft, last, by=anne, at=clock.now())
    found = again(draft)
    assert [one.code for one in found.activities if one.supported] == [
        *supported[:-2], supported[-1], supported[-2],
    ]  # fmt: skip

    first_excluded = next(one for one in found.activities if not one.supported)
    before = [one.code for one in found.activities]
    services.move_up(found, first_excluded, by=anne, at=clock.now())
    assert [one.code for one in again(draft).activities] == before


def test_payment_steps_change_places(anne: Person, draft: Call) -> None:
    services.move_down(draft, draft.plan_steps[0], by=anne, at=clock.now())
    found = again(draft)
    assert [step.position for step in found.plan_steps] == [1, 2, 3]
    assert [step.percent for step in found.plan_steps] == [20, 60, 20]
    services.move_down(found, found.plan_steps[-1], by=anne, at=clock.now())
    assert [step.percent for step in again(draft).plan_steps] == [20, 60, 20]


def test_a_removed_row_takes_what_hangs_on_it(anne: Person, draft: Call) -> None:
    question = next(one for one in draft.questions if one.choices)
    criterion = next(one for one in draft.criteria if one.scored)
    services.remove_row(draft, question, by=anne, at=clock.now())
    services.remove_row(draft, criterion, by=anne, at=clock.now())
    found = again(draft)
    assert question.code not in {one.code for one in found.questions}
    assert criterion.code not in {one.code for one in found.criteria}
    with pytest.raises(NotFoundError):
        rows.find(found.criteria, criterion.id)


def test_a_new_wording_is_a_new_version_only_once(anne: Person, draft: Call) -> None:
    question = draft.questions[0]
    sheet, shipped = sheet_of(question), question.code_version
    services.change_question(
        draft, question, replace(sheet, required=False), by=anne, at=clock.now()
    )
    assert question.code_version == shipped

    for label in (Bilingual("En", "Ein"), Bilingual("To", "To")):
        services.change_question(
            draft, question, replace(sheet, label=label), by=anne, at=clock.now()
        )
    assert again(draft).questions[0].code_version == shipped + 1


def test_a_version_that_another_call_used_keeps_its_words(anne: Person) -> None:
    first = a_draft(anne)
    question = first.questions[0]
    shipped = question.code_version
    services.change_question(
        first, question, replace(sheet_of(question), label=TEXT), by=anne, at=clock.now()
    )
    services.publish_call(first, by=anne, at=clock.now())

    second = a_draft(anne, terms(code="neste", frame=kroner(1_000)))
    question = second.questions[0]
    services.change_question(
        second, question, replace(sheet_of(question), label=Bilingual("Tre", "Tre")), by=anne,
        at=clock.now(),
    )  # fmt: skip
    assert again(second).questions[0].code_version == shipped + 2


def test_a_question_that_changes_section_comes_last_there(anne: Person, draft: Call) -> None:
    sections = rows.sections(draft.questions)
    moved = sections[0][1][0]
    target = sections[1][0]
    services.change_question(
        draft, moved, replace(sheet_of(moved), section=target), by=anne, at=clock.now()
    )
    title, found = rows.sections(again(draft).questions)[1]
    assert (title, found[-1].code) == (target, moved.code)


def test_choices_are_replaced_and_keep_their_values(anne: Person, draft: Call) -> None:
    question = next(one for one in draft.questions if len(one.choices) > 2)
    kept, gone = question.choices[0], question.choices[1]
    sheet = replace(
        sheet_of(question),
        choices=(ChoiceSheet("ny", TEXT), ChoiceSheet(kept.value, kept.label)),
    )
    services.change_question(draft, question, sheet, by=anne, at=clock.now())
    found = next(one for one in again(draft).questions if one.id == question.id)
    assert [one.value for one in found.choices] == ["ny", kept.value]
    assert gone.value not in {one.value for one in found.choices}


def test_a_section_gets_another_title(anne: Person, draft: Call) -> None:
    title, questions = rows.sections(draft.questions)[0]
    services.rename_section(draft, title, TEXT, by=anne, at=clock.now())
    renamed, found = rows.sections(again(draft).questions)[0]
    assert (renamed, len(found)) == (TEXT, len(questions))


def test_questions_are_added_with_their_choices(anne: Person, draft: Call) -> None:
    sheet = replace(
        sheet_of(draft.questions[0]),
        code="NY-01",
        kind=QuestionKind.CHOICE,
        choices=(ChoiceSheet("ja", TEXT), ChoiceSheet("nei", TEXT)),
        max_chars=None,
    )
    services.add_question(draft, sheet, by=anne, at=clock.now())
    found = again(draft).questions[-1]
    assert (found.code, [one.value for one in found.choices]) == ("NY-01", ["ja", "nei"])


def test_a_criterion_changes_with_its_anchors(anne: Person, draft: Call) -> None:
    criterion = next(one for one in draft.criteria if one.scored)
    sheet = replace(
        criterion_sheet(criterion), weight=25, max_mark=3, threshold=1, anchors=(TEXT,) * 4
    )
    services.change_criterion(draft, criterion, sheet, by=anne, at=clock.now())
    found = next(one for one in again(draft).criteria if one.id == criterion.id)
    assert (found.weight, found.max_mark, found.threshold) == (25, 3, 1)
    assert [(one.mark, one.text) for one in found.anchors] == [(mark, TEXT) for mark in range(4)]


def test_a_threshold_lies_on_its_scale(anne: Person, draft: Call) -> None:
    criterion = next(one for one in draft.criteria if one.scored)
    sheet = replace(criterion_sheet(criterion), code="NY", threshold=6)
    with pytest.raises(RuleBrokenError) as refusal:
        services.add_criterion(draft, sheet, by=anne, at=clock.now())
    assert refusal.value.reason is CallRefusal.THRESHOLD_OFF_SCALE


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        (RuleKey.MIDT_NORGE, "kanskje", CallRefusal.VALUE_UNKNOWN),
        (RuleKey.MIN_KOMMUNER, "tre", CallRefusal.VALUE_NOT_A_NUMBER),
        (RuleKey.MIN_KOMMUNER, "-3", CallRefusal.VALUE_NOT_A_NUMBER),
        (RuleKey.OWN_SHARE_PERCENT, "101", CallRefusal.VALUE_NOT_A_PERCENT),
        (RuleKey.SHARE_PERCENT, "0", CallRefusal.VALUE_NOT_A_PERCENT),
        (RuleKey.MIN_GRANT, str(kroner(5_000_001)), CallRefusal.SMALLEST_ABOVE_LARGEST),
        (RuleKey.MAX_GRANT, str(kroner(299_999)), CallRefusal.SMALLEST_ABOVE_LARGEST),
    ],
)
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_rule_takes_no_value_that_makes_no_sense(
    anne: Person, draft: Call, key: RuleKey, value: str, reason: CallRefusal
) -> None:
    found = rule(draft, key)
    with pytest.raises(RuleBrokenError) as refusal:
        services.change_rule(
            draft, found, RuleSetting(value, found.note, True), by=anne, at=clock.now()
        )
    assert refusal.value.reason is reason


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_no_row_of_a_published_call_changes(anne: Person) -> None:
    call = a_call(anne)
    how: How = {"by": anne, "at": clock.now()}
    attempts: list[Callable[[], object]] = [
        lambda: services.remove_row(call, call.activities[0], **how),
        lambda: services.move_down(call, call.activities[0], **how),
        lambda: services.add_condition(call, ConditionSheet("X", TEXT, TEXT, ""), **how),
        lambda: services.change_question(
            call, call.questions[0], sheet_of(call.questions[0]), **how
        ),
        lambda: services.rename_section(call, call.questions[0].section, TEXT, **how),
        lambda: services.discard_draft(call, **how),
    ]
    for attempt in attempts:
        with pytest.raises(RuleBrokenError) as refusal:
            attempt()
        assert refusal.value.reason is CallRefusal.ALREADY_PUBLISHED
