"""Conditions between questions: one answer decides whether another question is asked."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.asking import (
    Asking,
    ConditionFault,
    ShownWhen,
    Test,
    Testable,
    asked,
    faults,
    fits,
)
from criteria.completeness import Lack, QuestionFact, asked_of, missing
from tests.criteria.test_completeness import DRAFT

CODES = [f"K{number}" for number in range(1, 7)]
VALUES = ["ja", "nei", "delvis"]

conditions = st.builds(
    ShownWhen,
    code=st.sampled_from(CODES),
    test=st.sampled_from(Test),
    value=st.one_of(
        st.lists(st.sampled_from(VALUES), max_size=2, unique=True).map(" ".join),
        st.integers(0, 9).map(str),
    ),
)
answers = st.one_of(
    st.just(""),
    st.lists(st.sampled_from(VALUES), min_size=1, unique=True).map(" ".join),
    st.integers(0, 9).map(str),
)


@st.composite
def forms(draw: st.DrawFn) -> list[Asking]:
    """Draw a form: each question may have a condition on any other, also on one that comes later."""
    return [
        Asking(code, draw(st.none() | conditions), draw(answers))
        for code in draw(st.permutations(CODES))
    ]


@given(forms())
def test_a_question_without_a_condition_is_always_asked(form: list[Asking]) -> None:
    assert {one.code for one in form if one.shown_when is None} <= asked(form)


@given(forms())
def test_a_question_is_asked_just_when_the_one_it_looks_at_is_asked_and_fits(
    form: list[Asking],
) -> None:
    found = asked(form)
    for place, one in enumerate(form):
        if one.shown_when is not None:
            before = {earlier.code: earlier.answer for earlier in form[:place]}
            on = one.shown_when.code
            met = on in found and fits(one.shown_when, before.get(on, ""))
            assert (one.code in found) is met


@given(forms(), answers)
def test_what_is_not_asked_decides_nothing(form: list[Asking], other: str) -> None:
    hidden = {one.code for one in form} - asked(form)
    changed = [replace(one, answer=other) if one.code in hidden else one for one in form]
    assert asked(changed) == asked(form)


@given(conditions, answers)
def test_none_of_is_the_opposite_of_any_of_once_there_is_an_answer(
    condition: ShownWhen, answer: str
) -> None:
    any_of = fits(replace(condition, test=Test.ANY_OF), answer)
    none_of = fits(replace(condition, test=Test.NONE_OF), answer)
    assert (any_of != none_of) is bool(answer)


@pytest.mark.parametrize(
    ("test", "value", "answer", "met"),
    [
        (Test.ANY_OF, "ja delvis", "delvis", True),
        (Test.ANY_OF, "ja", "nei", False),
        (Test.ANY_OF, "yes", "yes", True),
        (Test.NONE_OF, "nei", "ja", True),
        (Test.NONE_OF, "nei", "nei ja", False),
        (Test.AT_LEAST, "3", "3", True),
        (Test.AT_LEAST, "3", "2", False),
        (Test.AT_MOST, "3", "10", False),
        (Test.AT_LEAST, "3", "mange", False),
    ],
)
def test_conditions_are_held_against_answers(
    test: Test, value: str, answer: str, *, met: bool
) -> None:
    assert fits(ShownWhen("K1", test, value), answer) is met
    assert not fits(ShownWhen("K1", test, value), "")


FORM = (
    Testable("K1", None, ("ja", "nei")),
    Testable("K2", None, None),
    Testable("K3", None, ()),
)


@pytest.mark.parametrize(
    ("condition", "fault"),
    [
        (ShownWhen("K1", Test.ANY_OF, "ja"), None),
        (ShownWhen("K2", Test.AT_LEAST, "3"), None),
        (ShownWhen("K1", Test.ANY_OF, "kanskje"), ConditionFault.VALUE_NOT_OFFERED),
        (ShownWhen("K1", Test.ANY_OF, ""), ConditionFault.VALUE_MISSING),
        (ShownWhen("K2", Test.AT_MOST, ""), ConditionFault.VALUE_MISSING),
        (ShownWhen("K1", Test.AT_LEAST, "3"), ConditionFault.NOT_TESTABLE),
        (ShownWhen("K2", Test.ANY_OF, "3"), ConditionFault.NOT_TESTABLE),
        (ShownWhen("K3", Test.ANY_OF, "ja"), ConditionFault.NOT_TESTABLE),
        (ShownWhen("K4", Test.ANY_OF, "ja"), ConditionFault.NOT_EARLIER),
        (ShownWhen("K5", Test.ANY_OF, "ja"), ConditionFault.NOT_EARLIER),
    ],
)
def test_a_condition_that_cannot_be_used_says_why(
    condition: ShownWhen, fault: ConditionFault | None
) -> None:
    form = [*FORM, Testable("K4", condition, ("ja",)), Testable("K5", None, ("ja",))]
    assert faults(form) == ({} if fault is None else {"K4": fault})


@given(st.permutations(CODES), st.data())
def test_without_faults_no_question_waits_for_one_that_waits_for_it(
    order: list[str], data: st.DataObject
) -> None:
    form = [Testable(code, data.draw(st.none() | conditions), tuple(VALUES)) for code in order]
    if not faults(form):
        for place, one in enumerate(form):
            assert one.shown_when is None or one.shown_when.code in order[:place]


NEED = QuestionFact("K1", required=True, kind="choice", answer="nei", max_chars=None)
WHY = QuestionFact(
    "K2", required=True, kind="text", answer=None, max_chars=5,
    shown_when=ShownWhen("K1", Test.ANY_OF, "ja"),
)  # fmt: skip


def lacks(*questions: QuestionFact) -> list[tuple[str, Lack]]:
    return [(one.subject, one.lack) for one in missing(replace(DRAFT, questions=questions))]


def test_only_what_is_asked_can_be_missing() -> None:
    assert lacks(NEED, WHY) == []
    assert lacks(replace(NEED, answer="ja"), WHY) == [("K2", Lack.ANSWER_MISSING)]


def test_a_kept_answer_that_is_not_asked_for_is_never_too_long() -> None:
    assert lacks(NEED, replace(WHY, answer="alt for langt")) == []


def test_not_relevant_is_an_answer_and_meets_no_condition() -> None:
    irrelevant = replace(NEED, answer="ja", irrelevant=True)
    assert lacks(irrelevant, WHY) == []
    assert asked_of((irrelevant, WHY)) == {"K1"}
