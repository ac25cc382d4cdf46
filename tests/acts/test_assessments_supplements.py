"""An extra frame: who is next in line, what the post has left, and a choice that lowers nobody."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from accounts.models import Person
from accounts.queries import person
from applications import journal
from assessments import queries, services
from assessments.models import Proposal
from assessments.refusals import Refusal
from assessments.services import ExtraFrame
from criteria.allocation import Reason
from criteria.allocation.reserve import Extra, Kind, Order
from criteria.procedure import Act, Step
from figures.checks.proposed import wrong_proposals
from foundation.database import locked, transaction
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore, kroner
from grants import queries as grants
from grants.models import Call
from tests.builders.accounts import an_administrator
from tests.builders.assessments import (
    AFTER_THE_DEADLINE,
    a_chosen_proposal,
    an_assessed_case,
    officers,
)
from tests.builders.grants import a_call, terms
from tests.races import at_once
from tests.scenes import scene

FRAME, EXTRA = kroner(2_000_000), kroner(2_000_000)
FROM = "Revidert nasjonalbudsjett 2026, kap. 701 post 60"


@scene
def a_short_round() -> tuple[Person, Call, Proposal]:
    """Three cases due 1 620 000 kr each under a frame of two million: in full, in part, and nothing."""
    team = officers()
    call = a_call(an_administrator(), replace(terms(), frame=FRAME))
    for place, points in enumerate((5, 4, 3)):
        an_assessed_case(team, call, place=place, points=points)
    chosen = a_chosen_proposal(grants.call(call.id), team[0])
    return team[0], grants.call(call.id), chosen


def extra(amount: Ore = EXTRA, order: Order = Order.BY_PLACE) -> ExtraFrame:
    return ExtraFrame(Extra(amount, order), FROM)


def propose(call: Call, by: Person, frame: ExtraFrame | None = None) -> Proposal:
    made = services.propose_extra(call, frame or extra(), by=by, at=AFTER_THE_DEADLINE)
    return queries.proposal(made.id)


def choose(proposal: Proposal, by: Person) -> None:
    services.choose_extra(proposal, reason="Som i 2024.", by=by, at=AFTER_THE_DEADLINE)


def refusal_of(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refused:
        act()
    return refused.value.reason


def decide(proposal: Proposal, place: int, by: Person) -> int:
    line = proposal.lines[place]
    with transaction():
        journal.move(locked(line.application), Act.DECIDE, by=by, at=AFTER_THE_DEADLINE)
    return line.application_id


def test_the_reserve_list_follows_from_the_choice(app: Flask) -> None:
    del app
    _by, _call, chosen = a_short_round()
    found = queries.standing_of(queries.proposal(chosen.id)).reserves
    assert [one.kind for one in found] == [Kind.INCREASE, Kind.NEW]
    assert NOTHING < found[0].has < found[0].most
    assert found[1].has == NOTHING


def test_an_extra_frame_lowers_nobody_and_changes_nothing_before_it_is_chosen(app: Flask) -> None:
    del app
    by, call, chosen = a_short_round()
    made = propose(call, by)
    before = {line.application_id: line.amount for line in queries.proposal(chosen.id).lines}
    assert (made.builds_on_id, made.extra, made.frame) == (chosen.id, EXTRA, FRAME + EXTRA)
    assert all(line.amount == before[line.application_id] + line.added for line in made.lines)
    assert NOTHING < sum(line.added for line in made.lines) <= EXTRA
    assert made.lines[0].added == NOTHING
    assert made.lines[2].reason is Reason.FUNDED_IN_PART_FRAME
    assert queries.proposal(chosen.id).is_in_force
    assert list(wrong_proposals()) == []


def test_chosen_it_takes_over_and_waiting_cases_get_their_new_amount(app: Flask) -> None:
    del app
    by, call, chosen = a_short_round()
    made = propose(call, by)
    choose(made, by)
    in_force = queries.chosen_proposal(call.id)
    assert in_force is not None
    assert (in_force.id, in_force.chosen_reason) == (made.id, "Som i 2024.")
    assert queries.proposal(chosen.id).superseded_at is not None
    line = queries.chosen_line(made.lines[2].application_id)
    assert line is not None
    assert line.amount > NOTHING
    assert queries.supplementary_lines(call) == []
    assert queries.frame_of(call) == FRAME + EXTRA
    assert refusal_of(lambda: choose(queries.proposal(made.id), by)) is Refusal.ALREADY_CHOSEN


def test_where_a_case_is_decided_what_is_added_waits_for_a_decision_of_its_own(app: Flask) -> None:
    del app
    by, call, chosen = a_short_round()
    decided = decide(queries.proposal(chosen.id), 1, by)
    made = propose(call, by)
    choose(made, by)
    (waiting,) = queries.supplementary_lines(call)
    assert (waiting.application_id, waiting.application.step) == (decided, Step.DECIDED)
    assert waiting.added > NOTHING
    again = propose(call, by, extra(kroner(100_000)))
    choose(again, by)
    assert [one.application_id for one in queries.supplementary_lines(call)] == [decided]
    assert queries.frame_of(call) == FRAME + EXTRA + kroner(100_000)
    assert list(wrong_proposals()) == []


def test_the_post_must_have_the_money(app: Flask) -> None:
    del app
    by, call, chosen = a_short_round()
    room = queries.room_for_extra(call, queries.proposal(chosen.id))
    money = grants.money_of(call)
    assert room == money.granted - money.promised - sum(line.amount for line in chosen.lines)
    too_much, nothing = extra(Ore(room + 1)), extra(NOTHING)
    assert refusal_of(lambda: propose(call, by, too_much)) is Refusal.EXTRA_TOO_LARGE
    assert refusal_of(lambda: propose(call, by, nothing)) is Refusal.EXTRA_TOO_LARGE
    too_new = ExtraFrame(Extra(EXTRA, for_new=Ore(EXTRA + 1)), FROM)
    assert refusal_of(lambda: propose(call, by, too_new)) is Refusal.FOR_NEW_TOO_LARGE
    unsaid = ExtraFrame(Extra(EXTRA), " \u00a0")
    assert refusal_of(lambda: propose(call, by, unsaid)) is Refusal.REASON_MISSING
    crumbs = extra(kroner(500))
    assert refusal_of(lambda: propose(call, by, crumbs)) is Refusal.NOBODY_ON_RESERVE


def test_what_is_given_up_can_be_given_again_but_not_to_who_gave_it_up(app: Flask) -> None:
    del app
    by, call, chosen = a_short_round()
    room = queries.room_for_extra(call, queries.proposal(chosen.id))
    left = decide(queries.proposal(chosen.id), 1, by)
    with transaction():
        case = locked(queries.proposal(chosen.id).lines[1].application)
        journal.move(case, Act.PUBLISH_AWARD, by=by, at=AFTER_THE_DEADLINE)
        journal.move(case, Act.DECLINE, by=by, at=AFTER_THE_DEADLINE)
    whole = queries.proposal(chosen.id)
    assert queries.room_for_extra(call, whole) == room + whole.lines[1].amount
    made = propose(call, by)
    assert {line.application_id: line.added for line in made.lines}[left] == NOTHING
    assert made.lines[2].added == made.lines[0].amount


def test_what_changed_meanwhile_makes_it_outdated(app: Flask) -> None:
    del app
    by, call, _chosen = a_short_round()
    first, second = propose(call, by), propose(call, by, extra(kroner(900_000)))
    assert (
        refusal_of(
            lambda: services.choose_proposal(
                first, reason="Følger listen.", by=by, at=AFTER_THE_DEADLINE
            )
        )
        is Refusal.BUILDS_ON_ANOTHER
    )
    choose(first, by)
    assert refusal_of(lambda: choose(queries.proposal(second.id), by)) is Refusal.PROPOSAL_OUTDATED


def test_two_extra_frames_chosen_at_once_are_not_both_given(app: Flask) -> None:
    by, call, _chosen = a_short_round()
    ids = [propose(call, by, extra(amount)).id for amount in (EXTRA, kroner(900_000))]
    by_id = by.id

    def press(proposal_id: int) -> Callable[[], None]:
        return lambda: choose(queries.proposal(proposal_id), person(by_id))

    outcomes = at_once(app, *(press(one) for one in ids))
    refused = [one for one in outcomes if isinstance(one, RuleBrokenError)]
    assert [one.reason for one in refused] == [Refusal.PROPOSAL_OUTDATED]
    assert sum(one.is_in_force for one in queries.proposals_of(call.id)) == 1
