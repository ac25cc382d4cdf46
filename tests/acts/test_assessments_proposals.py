"""Proposals: ranked, shared out under the frame, never overwritten, and one chosen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from flask import Flask

from accounts.models import Person
from accounts.queries import person
from applications import journal
from applications import services as applicants
from applications.models import Application
from assessments import consequences, queries, services
from assessments.models import Proposal
from assessments.refusals import Refusal
from criteria.allocation import Method, Reason
from criteria.impartiality import View
from criteria.procedure import Act, Step
from figures.checks.proposed import wrong_proposals
from foundation import clock
from foundation.database import locked, transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore, kroner
from grants import queries as grants
from grants import services as offering
from grants.models import Call
from tests.builders.accounts import an_administrator
from tests.builders.assessments import (
    AFTER_THE_DEADLINE,
    Case,
    a_chosen_proposal,
    a_proposal,
    a_staffed_case,
    an_assessed_case,
    an_officer,
    officers,
)
from tests.builders.grants import PROCUREMENT, a_call, a_call_sheet, a_scheme, terms
from tests.races import at_once


@pytest.fixture
def team(app: Flask) -> list[Person]:
    del app
    return officers()


def a_round(team: list[Person], *points: int, frame: Ore = kroner(3_000_000)) -> list[Case]:
    """Cases of one call, each asking for 1 800 000 kr and marked with its points."""
    call = a_call(an_administrator(), replace(terms(), frame=frame))
    return [
        an_assessed_case(team, call, place=place, points=one) for place, one in enumerate(points)
    ]


def call_of(cases: list[Case]) -> Call:
    return grants.call(cases[0].application.call_id)


def lines_of(proposal: Proposal) -> list[tuple[int, Ore, Reason]]:
    return [(line.application_id, line.amount, line.reason) for line in proposal.lines]


def choose(proposal: Proposal, by: Person, reason: str = "Følger poengene.") -> None:
    services.choose_proposal(proposal, reason=reason, by=by, at=AFTER_THE_DEADLINE)


def test_the_frame_is_shared_out_from_the_top_and_never_exceeded(team: list[Person]) -> None:
    cases = a_round(team, 3, 5, 4)
    proposal = a_proposal(call_of(cases), team[0])

    third, first, second = [case.application.id for case in cases]
    found = lines_of(queries.proposal(proposal.id))
    assert [application for application, _, _ in found] == [first, second, third]
    assert sum(amount for _, amount, _ in found) <= kroner(3_000_000)
    assert all(amount % kroner(1000) == 0 for _, amount, _ in found)
    assert found[-1][2] in (Reason.FRAME_SPENT, Reason.BELOW_THRESHOLD)


def test_the_rate_of_the_start_year_caps_the_amount_and_is_told(team: list[Person]) -> None:
    cases = a_round(team, 5, frame=kroner(30_000_000))
    proposal = queries.proposal(a_proposal(call_of(cases), team[0]).id)
    line = proposal.lines[0]
    assert line.rate_percent < 100
    assert line.amount == line.asked * line.rate_percent // 100
    assert line.reason is Reason.FUNDED_IN_PART_RATE


def test_a_call_may_share_in_equal_parts(team: list[Person]) -> None:
    administrator = an_administrator()
    a_scheme(administrator)
    sheet = replace(a_call_sheet(PROCUREMENT), method=Method.PROPORTIONAL)
    small = replace(terms(), frame=kroner(3_000_000))
    draft = offering.draft_call(sheet, small, by=administrator, at=clock.now())
    offering.publish_call(grants.call(draft.id), by=administrator, at=clock.now())
    for place, points in enumerate((5, 4, 3)):
        an_assessed_case(team, grants.call(draft.id), place=place, points=points)
    lines = a_proposal(grants.call(draft.id), team[0]).lines
    assert {line.reason for line in lines} == {Reason.FUNDED_IN_PART_EQUAL}
    assert len({line.amount for line in lines}) == 1
    assert list(wrong_proposals()) == []


def test_no_proposal_before_the_deadline(team: list[Person]) -> None:
    cases = a_round(team, 5)
    last_second = clock.end_of_day(call_of(cases).closes_on) - timedelta(seconds=1)
    with pytest.raises(RuleBrokenError) as refused:
        services.make_proposal(call_of(cases), by=team[0], at=last_second)
    assert refused.value.reason is Refusal.CALL_STILL_OPEN
    assert queries.proposals_of(call_of(cases).id) == []


def test_a_smaller_frame_may_be_tried_but_never_a_larger(team: list[Person]) -> None:
    cases = a_round(team, 5, 4)
    smaller = services.make_proposal(
        call_of(cases), frame=kroner(500_000), by=team[0], at=AFTER_THE_DEADLINE
    )
    assert sum(line.amount for line in smaller.lines) <= kroner(500_000)
    for frame in (kroner(3_000_001), Ore(0), kroner(-1)):
        with pytest.raises(RuleBrokenError) as refused:
            services.make_proposal(call_of(cases), frame=frame, by=team[0], at=AFTER_THE_DEADLINE)
        assert refused.value.reason is Refusal.FRAME_TOO_LARGE


def test_what_is_not_finished_is_left_out_and_told(team: list[Person]) -> None:
    cases = a_round(team, 5)
    waiting = a_staffed_case(team, call_of(cases), place=7)
    proposal = a_proposal(call_of(cases), team[0])

    assert [line.application_id for line in proposal.lines] == [cases[0].application.id]
    assert proposal.inputs["left_out"] == [
        {
            "application": waiting.application.id,
            "case_number": waiting.application.case_number,
            "step": "submitted",
        }
    ]
    unfinished = queries.unfinished_in(call_of(cases).id)
    assert [one.id for one in unfinished] == [waiting.application.id]


def test_each_run_adds_a_proposal_and_equal_inputs_have_equal_hashes(team: list[Person]) -> None:
    cases = a_round(team, 5, 4)
    first, second = (a_proposal(call_of(cases), team[0]) for _ in range(2))
    other = services.make_proposal(
        call_of(cases), frame=kroner(1_000_000), by=team[0], at=AFTER_THE_DEADLINE
    )
    assert first.id != second.id
    assert first.inputs_hash == second.inputs_hash != other.inputs_hash
    assert len(queries.proposals_of(call_of(cases).id)) == 3


def test_the_chosen_proposal_moves_its_cases(team: list[Person]) -> None:
    cases = a_round(team, 5, 3)
    chosen = a_chosen_proposal(call_of(cases), team[0])

    in_force = queries.chosen_proposal(call_of(cases).id)
    assert in_force is not None
    assert (in_force.id, in_force.chosen_reason) == (chosen.id, "Følger poengene.")
    assert {case.again().step for case in cases} == {Step.PROPOSED}


def test_a_choice_takes_words(team: list[Person]) -> None:
    cases = a_round(team, 5)
    proposal = a_proposal(call_of(cases), team[0])
    with pytest.raises(RuleBrokenError) as refused:
        choose(proposal, team[0], reason=" \n ")
    assert refused.value.reason is Refusal.REASON_MISSING
    assert queries.chosen_proposal(call_of(cases).id) is None


def test_a_later_choice_supersedes_the_earlier_as_long_as_nothing_is_decided(
    team: list[Person],
) -> None:
    cases = a_round(team, 5, 3)
    first = a_chosen_proposal(call_of(cases), team[0])
    second = a_chosen_proposal(call_of(cases), team[0])

    in_force = queries.chosen_proposal(call_of(cases).id)
    assert in_force is not None
    assert in_force.id == second.id
    assert queries.proposal(first.id).superseded_at is not None


def test_after_a_decision_nothing_else_can_be_chosen(team: list[Person]) -> None:
    cases = a_round(team, 5, 3)
    a_chosen_proposal(call_of(cases), team[0])
    another = a_proposal(call_of(cases), team[0])
    with transaction():
        journal.move(locked(cases[0].again()), Act.DECIDE, by=team[0], at=AFTER_THE_DEADLINE)

    with pytest.raises(RuleBrokenError) as refused:
        choose(queries.proposal(another.id), team[0])
    assert refused.value.reason is Refusal.ALREADY_DECIDED
    assert refused.value.values == {"case": cases[0].application.case_number}


def test_two_choices_at_once_leave_one_in_force(app: Flask, team: list[Person]) -> None:
    cases = a_round(team, 5)
    ids = [a_proposal(call_of(cases), team[0]).id for _ in range(2)]
    by = team[0].id

    def press(proposal_id: int) -> Callable[[], None]:
        return lambda: choose(queries.proposal(proposal_id), person(by))

    at_once(app, *(press(one) for one in ids))

    made = queries.proposals_of(call_of(cases).id)
    assert sum(one.is_in_force for one in made) == 1
    assert all(one.chosen_at is not None for one in made)


def test_a_superseded_proposal_is_not_chosen_again(team: list[Person]) -> None:
    cases = a_round(team, 5)
    first = a_chosen_proposal(call_of(cases), team[0])
    a_chosen_proposal(call_of(cases), team[0])
    with pytest.raises(RuleBrokenError) as refused:
        choose(queries.proposal(first.id), team[0])
    assert refused.value.reason is Refusal.ALREADY_CHOSEN


def test_a_proposal_that_no_longer_fits_the_cases_cannot_be_chosen(team: list[Person]) -> None:
    cases = a_round(team, 5, 4)
    proposal = a_proposal(call_of(cases), team[0])
    leaving = cases[1].again()
    assert leaving.submitted_by is not None
    applicants.withdraw(
        leaving, reason="Fikk ikke anbud.", by=signatory(leaving), at=AFTER_THE_DEADLINE
    )
    with pytest.raises(RuleBrokenError) as refused:
        choose(queries.proposal(proposal.id), team[0])
    assert refused.value.reason is Refusal.PROPOSAL_OUTDATED


def signatory(application: Application) -> Person:
    assert application.submitted_by_id is not None
    return person(application.submitted_by_id)


def test_who_is_hindered_from_one_case_makes_no_ranking_of_it(team: list[Person]) -> None:
    cases = a_round(team, 5, 4)
    partial = an_officer("Inger Inhabil")
    services.declare(cases[1].application, View.PARTIAL, reason="Gift med prosjektlederen.",
                     by=partial, at=clock.now())  # fmt: skip
    with pytest.raises(RuleBrokenError) as refused:
        a_proposal(call_of(cases), partial)
    assert refused.value.reason is Refusal.HINDERED_IN_CALL

    proposal = a_proposal(call_of(cases), team[0])
    with pytest.raises(RuleBrokenError) as not_chosen:
        choose(proposal, partial)
    assert not_chosen.value.reason is Refusal.HINDERED_IN_CALL


def test_there_is_nothing_to_rank_in_a_call_without_assessed_cases(team: list[Person]) -> None:
    waiting = a_staffed_case(team)
    with pytest.raises(RuleBrokenError) as refused:
        a_proposal(waiting.application.call, team[0])
    assert refused.value.reason is Refusal.NOTHING_TO_RANK


def test_a_later_room_may_refuse_the_choice(
    team: list[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = a_round(team, 5)

    def refuse(proposal: Proposal, **_: object) -> None:
        raise RuleBrokenError(Refusal.ALREADY_DECIDED, case=str(proposal.id))

    monkeypatch.setattr(consequences, "on_chosen", [refuse])
    with pytest.raises(RuleBrokenError):
        a_chosen_proposal(call_of(cases), team[0])
    assert queries.chosen_proposal(call_of(cases).id) is None
    assert cases[0].again().step is Step.ASSESSED


def test_below_the_calls_threshold_nothing_is_proposed(team: list[Person]) -> None:
    cases = a_round(team, 5, 0, frame=kroner(30_000_000))
    proposal = queries.proposal(a_proposal(call_of(cases), team[0]).id)
    assert lines_of(proposal)[1][1:] == (0, Reason.BELOW_THRESHOLD)
    assert proposal.lines[1].score == Decimal(0)


def test_a_case_enters_the_ranking_with_its_groups_and_its_points_on_the_main_criterion(
    team: list[Person],
) -> None:
    cases = a_round(team, 5)
    (entrant,) = queries.entrants_of(call_of(cases))
    one = entrant.candidate
    assert one.main_points == Decimal(20)
    assert (one.measure, one.size_class) == ("T1", "under_5000")
    assert one.county is not None
    assert one.lead is not None
