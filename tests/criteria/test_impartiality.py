"""Who may touch a case: what is said, ruled and known, and whom it reaches."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.impartiality import (
    ASKED_AT_THE_GATE,
    LASTS_AFTER,
    PARTIALITY,
    Hindrance,
    Lead,
    Outcome,
    Ruler,
    RulingRefusal,
    Said,
    Stage,
    Tie,
    TieKind,
    View,
    awaits_ruling,
    decided_below,
    goes_in_circle,
    hindrance_by_word,
    hints,
    leader_on,
    may_attest,
    may_authorise,
    may_handle,
    may_rule,
    may_sign,
    through_leader,
)
from foundation.law import ACT_OF_1967, ACT_OF_2025, References

ASK, OLA, LIV = 1, 2, 3
NONE: frozenset[int] = frozenset()
MONDAY = date(2026, 5, 4)
DECLARED = [
    (None, Hindrance.NOT_DECLARED),
    (View.PARTIAL, Hindrance.DECLARED_PARTIAL),
    (View.DOUBT, Hindrance.IN_DOUBT_UNRULED),
    (View.IMPARTIAL, None),
]
SAID = st.builds(
    Said,
    view=st.none() | st.sampled_from(View),
    covers_all=st.booleans(),
    ruled=st.none() | st.sampled_from(Outcome),
    settled=st.booleans(),
    objected=st.booleans(),
).filter(lambda one: not one.settled or (one.view is not None and one.ruled is not None))


@pytest.mark.parametrize(("view", "hindrance"), DECLARED)
def test_every_task_takes_a_declaration_of_impartiality(
    view: View | None, hindrance: Hindrance | None
) -> None:
    word = hindrance_by_word(Said(view=view))
    assert word is hindrance
    assert may_handle(word, NONE, frozenset({10})) is hindrance
    assert may_sign(ASK, frozenset({OLA}), LIV, word) is hindrance
    assert may_attest(ASK, OLA, word) is hindrance
    assert may_authorise(ASK, OLA, LIV, word) is hindrance


@given(SAID)
def test_nobody_handles_a_case_of_the_own_organisation_whatever_is_said_and_ruled(
    said: Said,
) -> None:
    word = hindrance_by_word(said)
    hindrance = may_handle(word, frozenset({10, 11}), frozenset({11, 12}))
    assert hindrance is Hindrance.OWN_ORGANISATION


@given(SAID)
def test_a_case_is_open_only_by_a_plain_word_or_a_ruling_against_everyone(said: Said) -> None:
    is_open = hindrance_by_word(said) is None
    plain = said.view is View.IMPARTIAL or (said.settled and said.view is not None)
    assert is_open == (
        plain and said.covers_all and not said.objected and said.ruled is not Outcome.PARTIAL
    )


@given(SAID)
def test_what_waits_for_the_leader_is_closed_and_what_is_open_waits_for_nobody(said: Said) -> None:
    word = hindrance_by_word(said)
    if awaits_ruling(said):
        assert word not in {None, *ASKED_AT_THE_GATE}
    elif word not in {None, *ASKED_AT_THE_GATE}:
        assert word is Hindrance.RULED_PARTIAL


@given(st.sampled_from(View))
def test_who_is_ruled_partial_stays_so_until_ruled_otherwise(view: View) -> None:
    later = Said(view=view, ruled=Outcome.PARTIAL)
    assert hindrance_by_word(later) is Hindrance.RULED_PARTIAL
    assert awaits_ruling(later) == (view is not View.PARTIAL)


def test_a_ruling_of_impartiality_opens_what_it_answered_and_nothing_newer() -> None:
    answered = Said(view=View.DOUBT, ruled=Outcome.IMPARTIAL, settled=True)
    assert hindrance_by_word(answered) is None
    new_facts = Said(view=View.DOUBT, ruled=Outcome.IMPARTIAL)
    assert hindrance_by_word(new_facts) is Hindrance.IN_DOUBT_UNRULED
    assert awaits_ruling(new_facts)
    objected = Said(view=View.IMPARTIAL, ruled=Outcome.IMPARTIAL, settled=True, objected=True)
    assert hindrance_by_word(objected) is Hindrance.OBJECTION_UNRULED


@pytest.mark.parametrize("settled", [True, False])
def test_who_answered_before_somebody_joined_answers_again(*, settled: bool) -> None:
    view = View.DOUBT if settled else View.IMPARTIAL
    said = Said(view=view, covers_all=False, settled=settled, ruled=Outcome.IMPARTIAL)
    assert hindrance_by_word(said) is Hindrance.PARTICIPANTS_CHANGED


def test_a_scorer_never_signs() -> None:
    scorers = frozenset({ASK, OLA})
    assert may_sign(ASK, scorers, None, None) is Hindrance.SCORED_THE_CASE
    assert may_sign(LIV, scorers, None, None) is None


def test_who_drafted_the_decision_never_signs_it() -> None:
    assert may_sign(ASK, NONE, ASK, None) is Hindrance.DRAFTED_THE_CASE


def test_a_payment_takes_two_persons() -> None:
    assert may_authorise(ASK, ASK, LIV, None) is Hindrance.SAME_AS_ATTESTER
    assert may_authorise(OLA, ASK, LIV, None) is None


def test_nothing_is_authorised_before_it_is_attested() -> None:
    assert may_authorise(ASK, None, LIV, None) is Hindrance.NOT_ATTESTED


def test_who_decided_the_grant_neither_attests_nor_authorises_it() -> None:
    assert may_attest(LIV, LIV, None) is Hindrance.DECIDED_THE_CASE
    assert may_authorise(LIV, ASK, LIV, None) is Hindrance.DECIDED_THE_CASE


@pytest.mark.parametrize("act", [ACT_OF_1967, ACT_OF_2025])
@pytest.mark.parametrize("leader", [None, *Hindrance])
def test_who_has_a_partial_leader_prepares_but_does_not_decide_by_either_act(
    act: References, leader: Hindrance | None
) -> None:
    barred = act.impartiality.barred_subordinates
    assert through_leader(leader, Stage.PREPARE, barred) is None
    decides = through_leader(leader, Stage.DECIDE, barred)
    assert decides is (Hindrance.LEADER_PARTIAL if leader in PARTIALITY else None)


def test_who_decided_first_does_not_decide_the_appeal_by_the_act_of_2025() -> None:
    def hindrance(act: References, person: int) -> Hindrance | None:
        bars = act.impartiality.first_instance is not None
        return decided_below(person, {ASK, OLA}, bars=bars)

    assert hindrance(ACT_OF_2025, ASK) is Hindrance.DECIDED_BELOW
    assert hindrance(ACT_OF_2025, LIV) is None
    assert hindrance(ACT_OF_1967, ASK) is None


def test_the_own_leader_rules_and_another_only_when_the_leader_cannot() -> None:
    def ruler(person: int, *, hindered: bool = False) -> Ruler:
        return Ruler(person=person, hindered=hindered)

    assert may_rule(ruler(OLA), ASK, ruler(OLA)) is None
    assert may_rule(ruler(LIV), ASK, ruler(OLA)) is RulingRefusal.NOT_THE_LEADER
    assert may_rule(ruler(LIV), ASK, ruler(OLA, hindered=True)) is None
    assert may_rule(ruler(LIV), ASK, None) is None
    assert may_rule(ruler(LIV, hindered=True), ASK, None) is RulingRefusal.RULER_HINDERED
    assert may_rule(ruler(ASK), ASK, None) is RulingRefusal.ON_ONESELF


LEADS = st.lists(
    st.builds(
        Lead,
        number=st.integers(1, 99),
        person=st.integers(1, 5),
        leader=st.none() | st.integers(1, 5),
        from_on=st.integers(0, 4).map(lambda days: MONDAY + timedelta(days=days)),
    ),
    max_size=12,
)


@given(LEADS)
def test_lines_that_were_let_in_never_close_a_circle_on_any_day(wanted: list[Lead]) -> None:
    let_in: list[Lead] = []
    for number, one in enumerate(wanted, start=1):
        new = Lead(number, one.person, one.leader, one.from_on)
        if one.leader != one.person and not goes_in_circle(let_in, new):
            let_in.append(new)
    for day in (MONDAY + timedelta(days=days) for days in range(-1, 6)):
        for person in range(1, 6):
            above, steps = leader_on(let_in, person, day), 0
            while above is not None:
                steps += 1
                assert steps < 5, f"{person} is led in a circle on {day}"
                above = leader_on(let_in, above, day)


def test_a_line_written_later_for_the_same_day_holds_and_none_ends_it() -> None:
    lines = [Lead(1, ASK, OLA, MONDAY), Lead(2, ASK, LIV, MONDAY)]
    assert leader_on(lines, ASK, MONDAY) == LIV
    assert leader_on(lines, ASK, MONDAY - timedelta(days=1)) is None
    ended = [*lines, Lead(3, ASK, None, MONDAY + timedelta(days=1))]
    assert leader_on(ended, ASK, MONDAY + timedelta(days=1)) is None


def test_a_circle_that_closes_only_later_is_seen() -> None:
    lines = [Lead(1, OLA, ASK, MONDAY + timedelta(days=10))]
    assert goes_in_circle(lines, Lead(2, ASK, OLA, MONDAY))


@given(st.sampled_from(TieKind), st.integers(0, 4000))
def test_a_tie_that_has_ended_is_felt_for_as_long_as_its_kind_lasts(
    kind: TieKind, days: int
) -> None:
    on = MONDAY + timedelta(days=days)
    tie = Tie(id=1, kind=kind, reaches=frozenset({7, 8}), to_on=MONDAY)
    last = date(MONDAY.year + LASTS_AFTER[kind], MONDAY.month, MONDAY.day)
    found = hints([tie], frozenset({8, 9}), on)
    assert bool(found) == (on <= last)
    assert all(one.touches == {8} for one in found)


def test_a_tie_is_felt_from_its_first_day_and_only_by_those_it_reaches() -> None:
    tie = Tie(id=1, kind=TieKind.HOME, reaches=frozenset({7}), from_on=MONDAY)
    assert hints([tie], frozenset({7}), MONDAY - timedelta(days=1)) == ()
    assert [one.tie for one in hints([tie], frozenset({7, 9}), MONDAY)] == [1]
    assert hints([tie], frozenset({9}), MONDAY) == ()


def test_a_tie_that_ended_on_a_leap_day_is_felt_to_the_end_of_february() -> None:
    tie = Tie(id=1, kind=TieKind.EMPLOYER, reaches=frozenset({7}), to_on=date(2024, 2, 29))
    assert hints([tie], frozenset({7}), date(2029, 2, 28))
    assert not hints([tie], frozenset({7}), date(2029, 3, 1))
