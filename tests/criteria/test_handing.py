"""Who answers for a benefit, and when it may be handed over."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from criteria.handing import Handed, HandingProblem, Proposed, holds_from, in_charge, problem_of

TODAY, LATER = date(2028, 6, 1), date(2028, 9, 1)
KOMMUNE, FIRST, SECOND = 1, 7, 8
OFFER = Proposed(
    benefits=("G2",), kommune=KOMMUNE, giver=KOMMUNE, receiver=FIRST, takes_over_on=LATER
)


def test_the_newest_handover_that_holds_tells_who_answers() -> None:
    handed = [
        Handed("G2", KOMMUNE, FIRST, date(2028, 1, 1)),
        Handed("G2", KOMMUNE, SECOND, LATER),
        Handed("G1", KOMMUNE, SECOND, date(2028, 1, 1)),
        Handed("G2", 2, SECOND, date(2028, 1, 1)),
    ]
    assert in_charge(handed, "G2", KOMMUNE, date(2027, 12, 31)) is None
    assert in_charge(handed, "G2", KOMMUNE, TODAY) == handed[0]
    assert in_charge(handed, "G2", KOMMUNE, LATER) == handed[1]
    assert in_charge(handed, "G3", KOMMUNE, LATER) is None


def test_nobody_answers_before_it_has_said_yes() -> None:
    assert holds_from(LATER, TODAY) == LATER
    assert holds_from(TODAY, LATER) == LATER


@pytest.mark.parametrize(
    ("changed", "handed", "waiting", "problem"),
    [
        ({}, [], [], None),
        ({"takes_over_on": TODAY}, [], ["G1"], None),
        ({"benefits": ()}, [], [], HandingProblem.NOTHING_HANDED),
        ({"takes_over_on": date(2028, 5, 31)}, [], [], HandingProblem.DAY_PAST),
        ({"receiver": KOMMUNE}, [], [], HandingProblem.TO_ITSELF),
        ({}, [], ["G2"], HandingProblem.UNDER_WAY),
        ({}, [Handed("G2", KOMMUNE, SECOND, LATER)], [], HandingProblem.UNDER_WAY),
        ({}, [Handed("G2", KOMMUNE, SECOND, TODAY)], [], HandingProblem.NOT_ITS_OWN),
        ({"giver": SECOND}, [Handed("G2", KOMMUNE, SECOND, TODAY)], [], None),
        (
            {"giver": SECOND, "receiver": KOMMUNE},
            [Handed("G2", KOMMUNE, SECOND, TODAY)],
            [],
            None,
        ),
    ],
)
def test_who_answers_hands_over_once_at_a_time(
    changed: dict[str, Any],
    handed: list[Handed],
    waiting: list[str],
    problem: HandingProblem | None,
) -> None:
    assert problem_of(replace(OFFER, **changed), handed, waiting, TODAY) is problem


def test_the_schemes_own_follow_up_is_the_offices_until_somebody_takes_it_over() -> None:
    offer = replace(OFFER, kommune=None, giver=None)
    assert problem_of(offer, [], [], TODAY) is None
    taken = [Handed("G2", None, SECOND, TODAY)]
    assert problem_of(offer, taken, [], TODAY) is HandingProblem.NOT_ITS_OWN
