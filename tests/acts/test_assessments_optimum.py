"""The best combination: asked for, found by a program of its own, kept, and proven again by the check."""

import json
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select, update

from accounts.models import Person
from assessments import queries, seeking, services, solving
from assessments.differing import methods
from assessments.models import ProposalLine, RunFailure
from assessments.proposing import written_inputs
from assessments.refusals import Refusal
from assessments.searching import floors_of
from criteria.allocation import Aim, Method, Reason, Selection
from criteria.allocation.recomputing import Verdict, recompute
from criteria.ranking import Trait
from figures.checks.proposed import wrong_proposals, wrong_runs
from foundation import clock, outbox
from foundation.columns import JsonValue
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.language import Bilingual
from foundation.money import NOTHING, Ore, kroner
from grants import queries as grants
from grants import services as offering
from grants.models import Call
from tests.builders.accounts import an_administrator
from tests.builders.assessments import AFTER_THE_DEADLINE, an_assessed_case, officers
from tests.builders.grants import a_call_sheet, a_scheme, terms
from tests.scenes import scene

FRAME = kroner(2_400_000)


@scene
def a_round_that_bites(most_each: int = 1, least_small: int = 0) -> tuple[list[Person], Call]:
    """Three cases in full or not at all: the frame holds one of 1 530 000 kr and leaves a rest."""
    administrator = an_administrator()
    a_scheme(administrator)
    sheet = replace(a_call_sheet(), method=Method.FULL_OR_NEXT)
    draft = offering.draft_call(
        sheet, replace(terms(), frame=FRAME), by=administrator, at=clock.now()
    )
    offering.add_bound(
        grants.call(draft.id),
        offering.BoundSetting(
            Trait.LEAD, "", 0, most_each, NOTHING, None, Bilingual("Én hver.", "Éin kvar."), ""
        ),
        by=administrator, at=clock.now(),
    )  # fmt: skip
    if least_small:
        offering.add_bound(
            grants.call(draft.id),
            offering.BoundSetting(
                Trait.SIZE_CLASS, "above_20000", least_small, None, NOTHING, None,
                Bilingual("De store.", "Dei store."), "",
            ),
            by=administrator, at=clock.now(),
        )  # fmt: skip
    offering.publish_call(grants.call(draft.id), by=administrator, at=clock.now())
    team = officers()
    for place, points in enumerate((5, 4, 3)):
        an_assessed_case(team, grants.call(draft.id), place=place, points=points)
    return team, grants.call(draft.id)


def ask(call: Call, by: Person, frame: Ore | None = None) -> int:
    run = services.ask_for_optimum(call, frame=frame, by=by, at=AFTER_THE_DEADLINE)
    assert run.done_at is None
    return run.id


def work() -> None:
    while outbox.work_once(AFTER_THE_DEADLINE, kind=solving.FIND):
        pass


def test_it_is_found_in_the_background_and_anyone_can_prove_it(app: Flask) -> None:
    del app
    team, call = a_round_that_bites()
    run_id = ask(call, team[0])
    work()
    run = queries.run(run_id)
    assert run.proposal_id is not None
    found = queries.proposal(run.proposal_id)
    assert (found.selection, found.aim) == (Selection.OPTIMUM, Aim.POINTS_FOR_MONEY)
    assert found.worth == found.proven
    assert found.solver is not None
    assert found.solver.startswith("HiGHS")
    assert found.made_by.id == team[0].id
    assert sum(line.amount for line in found.lines) <= FRAME
    assert recompute(json.loads(written_inputs(found))).verdict is Verdict.SAME
    assert list(wrong_proposals()) == []
    assert list(wrong_runs()) == []


def test_the_list_stands_beside_it_and_the_difference_is_told(app: Flask) -> None:
    del app
    team, call = a_round_that_bites()
    listed = services.make_proposal(call, by=team[0], at=AFTER_THE_DEADLINE)
    run_id = ask(call, team[0])
    work()
    best = queries.proposal(queries.run(run_id).proposal_id or 0)
    both = methods(queries.proposal(listed.id), best)
    assert both is not None
    assert both.difference.best.worth >= both.difference.listed.worth
    assert methods(best, best) is None
    services.choose_proposal(best, reason="Gir mest.", by=team[0], at=AFTER_THE_DEADLINE)
    assert queries.proposal(best.id).is_in_force


def test_done_twice_it_is_kept_once(app: Flask) -> None:
    del app
    team, call = a_round_that_bites()
    run_id = ask(call, team[0])
    for _ in range(2):
        seeking.find_optimum(JsonValue(run=run_id), AFTER_THE_DEADLINE)
    run = queries.run(run_id)
    again = solving.solve(run.inputs["allocation"])
    services.keep_optimum(run, again, by=run.asked_by, at=AFTER_THE_DEADLINE)
    assert len(queries.proposals_of(call.id)) == 1


def test_floors_that_nothing_meets_are_told_with_their_numbers(app: Flask) -> None:
    del app
    team, call = a_round_that_bites(least_small=2)
    run_id = ask(call, team[0])
    work()
    run = queries.run(run_id)
    assert run.failure is RunFailure.IMPOSSIBLE_BOUNDS
    assert run.done_at is not None
    assert queries.proposals_of(call.id) == []
    (floor,) = floors_of(run)
    assert (floor.least_cases, floor.cases, floor.possible_cases) == (2, 0, 0)


def test_an_amount_that_was_changed_is_no_best_combination(app: Flask) -> None:
    del app
    team, call = a_round_that_bites()
    ask(call, team[0])
    work()
    with transaction():
        funded = db.session.scalars(select(ProposalLine).where(ProposalLine.amount > 0)).first()
        assert funded is not None
        db.session.execute(
            update(ProposalLine)
            .where(ProposalLine.id == funded.id)
            .values(amount=0, reason=Reason.OUTSIDE_OPTIMUM)
        )
    db.session.expire_all()
    (told,) = wrong_proposals()
    assert "another combination is worth more" in told


def test_the_same_may_ask_as_may_make(app: Flask) -> None:
    del app
    team, call = a_round_that_bites()
    with pytest.raises(RuleBrokenError) as refused:
        services.ask_for_optimum(call, by=team[0], at=clock.now())
    assert refused.value.reason is Refusal.CALL_STILL_OPEN
    with pytest.raises(RuleBrokenError) as refused:
        ask(call, team[0], Ore(FRAME + 1))
    assert refused.value.reason is Refusal.FRAME_TOO_LARGE
