"""Which of a call's questions are asked of an application: some only when an earlier answer says so.

A question without a condition is always asked. One with a condition is asked when the question it looks
at is itself asked, is answered, and the answer fits. An answer to a question that is not asked is kept,
but does not count. `static/js/asking.js` follows the same rules while a page is filled in.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Test(StrEnum):
    """How a condition looks at an answer."""

    __test__ = False  # not a test of ours, whatever pytest thinks of the name

    ANY_OF = "any_of"
    """One of the values is chosen, or the declaration is made."""
    NONE_OF = "none_of"
    """Something is chosen, and none of the values."""
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


CHOOSING = frozenset({Test.ANY_OF, Test.NONE_OF})
"""The tests whose value is one or more choices, joined by a space; the others take a whole number."""


@dataclass(frozen=True, slots=True)
class ShownWhen:
    """A condition: the code of an earlier question, the test, and what its answer is held against."""

    code: str
    test: Test
    value: str


@dataclass(frozen=True, slots=True)
class Asking:
    """A question as far as conditions go: its code, when it is asked, and its answer as it is kept.

    The answer is empty when there is none, and when it is «not relevant».
    """

    code: str
    shown_when: ShownWhen | None
    answer: str


class ConditionFault(StrEnum):
    """Why a condition cannot be used."""

    NOT_EARLIER = "not_earlier"
    NOT_TESTABLE = "not_testable"
    VALUE_NOT_OFFERED = "value_not_offered"
    VALUE_MISSING = "value_missing"


@dataclass(frozen=True, slots=True)
class Testable:
    """A question as far as building conditions goes, in the order of the form.

    `offers`: the values that can be chosen; None for a number or an amount; empty: cannot be tested.
    """

    __test__ = False

    code: str
    shown_when: ShownWhen | None
    offers: Collection[str] | None


def fits(condition: ShownWhen, answer: str) -> bool:
    """Tell whether an answer, as it is kept, meets a condition. No answer meets none."""
    if not answer:
        return False
    if condition.test in CHOOSING:
        met = not set(answer.split()).isdisjoint(condition.value.split())
        return met is (condition.test is Test.ANY_OF)
    if not (_is_whole(answer) and _is_whole(condition.value)):
        return False
    if condition.test is Test.AT_LEAST:
        return int(answer) >= int(condition.value)
    return int(answer) <= int(condition.value)


def asked(questions: Sequence[Asking]) -> frozenset[str]:
    """Give the codes of the questions that are asked, for questions in the order of the form.

    A condition on a question that does not stand earlier is never met, so there is always an answer.
    """
    known: dict[str, str] = {}
    for question in questions:
        condition = question.shown_when
        if condition is None or fits(condition, known.get(condition.code, "")):
            known[question.code] = question.answer
    return frozenset(known)


def faults(questions: Sequence[Testable]) -> Mapping[str, ConditionFault]:
    """Find the conditions that cannot be used, by the code of the question that has them.

    A question may only look at one before it: then no two can wait for each other.
    """
    earlier: dict[str, Collection[str] | None] = {}
    found = {}
    for question in questions:
        if question.shown_when is not None:
            fault = _fault(question.shown_when, earlier)
            if fault is not None:
                found[question.code] = fault
        earlier[question.code] = question.offers
    return found


def _fault(
    condition: ShownWhen, earlier: Mapping[str, Collection[str] | None]
) -> ConditionFault | None:
    if condition.code not in earlier:
        return ConditionFault.NOT_EARLIER
    offers = earlier[condition.code]
    if (offers is None) is (condition.test in CHOOSING):
        return ConditionFault.NOT_TESTABLE
    if offers is None:
        return None if _is_whole(condition.value) else ConditionFault.VALUE_MISSING
    if not offers:
        return ConditionFault.NOT_TESTABLE
    if not condition.value.split():
        return ConditionFault.VALUE_MISSING
    return None if set(condition.value.split()) <= set(offers) else ConditionFault.VALUE_NOT_OFFERED


def _is_whole(text: str) -> bool:
    return text.isascii() and text.isdigit()
