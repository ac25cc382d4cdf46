import pytest

from criteria.impartiality import (
    Hindrance,
    View,
    may_attest,
    may_authorise,
    may_handle,
    may_sign,
)

ASK, OLA, LIV = 1, 2, 3
NONE: frozenset[int] = frozenset()
DECLARED = [
    (None, Hindrance.NOT_DECLARED),
    (View.PARTIAL, Hindrance.DECLARED_PARTIAL),
    (View.DOUBT, Hindrance.IN_DOUBT_UNRULED),
    (View.IMPARTIAL, None),
]


@pytest.mark.parametrize(("view", "hindrance"), DECLARED)
def test_every_task_takes_a_declaration_of_impartiality(
    view: View | None, hindrance: Hindrance | None
) -> None:
    assert may_handle(view, NONE, frozenset({10})) is hindrance
    assert may_sign(ASK, frozenset({OLA}), LIV, view) is hindrance
    assert may_attest(ASK, OLA, view) is hindrance
    assert may_authorise(ASK, OLA, LIV, view) is hindrance


@pytest.mark.parametrize("view", [None, *View])
def test_nobody_handles_a_case_of_the_own_organisation_whatever_they_declare(
    view: View | None,
) -> None:
    hindrance = may_handle(view, frozenset({10, 11}), frozenset({11, 12}))
    assert hindrance is Hindrance.OWN_ORGANISATION


def test_a_scorer_never_signs() -> None:
    scorers = frozenset({ASK, OLA})
    assert may_sign(ASK, scorers, None, View.IMPARTIAL) is Hindrance.SCORED_THE_CASE
    assert may_sign(LIV, scorers, None, View.IMPARTIAL) is None


def test_who_drafted_the_decision_never_signs_it() -> None:
    assert may_sign(ASK, NONE, ASK, View.IMPARTIAL) is Hindrance.DRAFTED_THE_CASE


def test_a_payment_takes_two_persons() -> None:
    assert may_authorise(ASK, ASK, LIV, View.IMPARTIAL) is Hindrance.SAME_AS_ATTESTER
    assert may_authorise(OLA, ASK, LIV, View.IMPARTIAL) is None


def test_nothing_is_authorised_before_it_is_attested() -> None:
    assert may_authorise(ASK, None, LIV, View.IMPARTIAL) is Hindrance.NOT_ATTESTED


def test_who_decided_the_grant_neither_attests_nor_authorises_it() -> None:
    assert may_attest(LIV, LIV, View.IMPARTIAL) is Hindrance.DECIDED_THE_CASE
    assert may_authorise(LIV, ASK, LIV, View.IMPARTIAL) is Hindrance.DECIDED_THE_CASE
