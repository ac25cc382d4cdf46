from itertools import product

import pytest

from criteria.procedure import (
    FINAL_STEPS,
    TRANSITIONS,
    Act,
    Actor,
    ForbiddenMoveError,
    PublicStep,
    Step,
    acts_from,
    mermaid,
    public_step,
    target_of,
    transition_of,
)

ORDINARY_WAY = (
    (Act.SUBMIT, Step.SUBMITTED),
    (Act.ASK_FOR_MORE, Step.INCOMPLETE),
    (Act.SUPPLEMENT, Step.SUBMITTED),
    (Act.FIND_ELIGIBLE, Step.ELIGIBLE),
    (Act.FINISH_ASSESSMENT, Step.ASSESSED),
    (Act.PROPOSE, Step.PROPOSED),
    (Act.DECIDE, Step.DECIDED),
    (Act.PUBLISH_AWARD, Step.AWARDED),
    (Act.ACCEPT, Step.ACCEPTED),
    (Act.COMPLETE, Step.COMPLETED),
)


def test_a_case_goes_from_draft_to_completed() -> None:
    step = Step.DRAFT
    for act, expected in ORDINARY_WAY:
        step = target_of(step, act)
        assert step is expected


def test_an_ineligible_case_is_decided_and_rejected_without_assessment() -> None:
    step = target_of(Step.SUBMITTED, Act.FIND_INELIGIBLE)
    assert Act.PROPOSE not in acts_from(step)
    assert target_of(target_of(step, Act.DECIDE), Act.PUBLISH_REJECTION) is Step.REJECTED


def test_every_act_has_one_row_and_every_row_leads_somewhere() -> None:
    assert [row.act for row in TRANSITIONS] == list(Act)
    assert all(row.sources for row in TRANSITIONS)


@pytest.mark.parametrize(("step", "act"), list(product(Step, Act)))
def test_a_step_and_an_act_are_in_the_table_or_refused(step: Step, act: Act) -> None:
    if act in acts_from(step):
        assert target_of(step, act) is transition_of(act).target
        return
    with pytest.raises(ForbiddenMoveError) as refused:
        target_of(step, act)
    assert (refused.value.step, refused.value.act) == (step, act)


def test_every_step_can_be_reached_from_a_draft() -> None:
    reached = {Step.DRAFT}
    for _ in Step:
        reached |= {target_of(step, act) for step in reached for act in acts_from(step)}
    assert reached == set(Step)


def test_a_case_ends_only_where_it_has_an_outcome() -> None:
    assert {
        Step.REFUSED,
        Step.REJECTED,
        Step.DECLINED,
        Step.LAPSED,
        Step.COMPLETED,
        Step.WITHDRAWN,
    } == FINAL_STEPS


def test_nobody_withdraws_what_is_proposed_or_decided() -> None:
    for step in (Step.PROPOSED, Step.INELIGIBLE, Step.DECIDED, Step.AWARDED, Step.ACCEPTED):
        assert Act.WITHDRAW not in acts_from(step)


def test_only_a_decision_maker_decides_and_sends_back() -> None:
    acts = {row.act for row in TRANSITIONS if row.actor is Actor.DECISION_MAKER}
    assert acts == {Act.DECIDE, Act.RETURN_TO_ASSESSMENT}


def test_another_proposal_may_be_chosen_before_the_decision() -> None:
    assert target_of(Step.PROPOSED, Act.PROPOSE) is Step.PROPOSED


@pytest.mark.parametrize(
    "step", [Step.ELIGIBLE, Step.ASSESSED, Step.PROPOSED, Step.INELIGIBLE, Step.DECIDED]
)
def test_the_applicant_sees_nothing_that_is_not_decided_and_sent(step: Step) -> None:
    assert public_step(step) is PublicStep.UNDER_REVIEW


def test_the_applicant_sees_every_public_step_of_some_case() -> None:
    assert {public_step(step) for step in Step} == set(PublicStep)


def test_the_diagram_shows_every_step_and_every_move_once() -> None:
    diagram = mermaid({Step.DRAFT: "Utkast"}, {Act.SUBMIT: "Send inn"}).splitlines()
    assert diagram[0] == "stateDiagram-v2"
    assert '    state "Utkast" as draft' in diagram
    assert '    state "awarded" as awarded' in diagram
    assert diagram.count("    draft --> submitted : Send inn") == 1
    assert "    [*] --> draft" in diagram
    moves = sum(len(row.sources) for row in TRANSITIONS)
    assert sum(" --> " in line for line in diagram) == moves + 1 + len(FINAL_STEPS)


def test_the_diagram_survives_signs_that_mermaid_reads_as_its_own() -> None:
    diagram = mermaid({Step.DRAFT: 'Sak #1: "ny"\nsak'}, {})
    assert '    state "Sak #35;1#58; #quot;ny#quot; sak" as draft' in diagram
