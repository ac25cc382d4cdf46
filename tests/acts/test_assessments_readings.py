"""A third reader where two are not enough, marks that are moderated, and cases that are sent back."""

from decimal import Decimal

import pytest
from flask import Flask

from accounts.models import Person, Role
from accounts.queries import person
from assessments import queries, services
from assessments.models import Score, Task
from assessments.queries.contents import contents_of
from assessments.refusals import Refusal
from assessments.scoresheet import score_sheet
from assessments.services import Marking, Return
from criteria.impartiality import Hindrance, View
from criteria.procedure import Step
from criteria.reading import ThirdBecause
from criteria.scoring import Settling
from decisions import queries as decisions
from decisions.queries.standing import hindrances_of
from decisions.refusals import Refusal as DecisionRefusal
from decisions.services import draft_decisions, sign
from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError
from tests.builders.accounts import a_person
from tests.builders.assessments import (
    AFTER_THE_DEADLINE,
    Case,
    a_chosen_proposal,
    a_proposal,
    an_assessed_case,
    an_eligible_case,
    an_officer,
    finish,
    mark_all,
    officers,
    scored,
)
from tests.builders.readings import a_strict_call, a_third_reader
from tests.races import at_once

LATER = AFTER_THE_DEADLINE.replace(hour=15)


def a_leader() -> Person:
    return person(a_person(Role.DECISION_MAKER, name="Liv Leder").id)


def read_by_both(case: Case, *points: int) -> Score | None:
    score = None
    for officer, given in zip(case.assessors, points, strict=True):
        mark_all(case.application, officer, given)
        score = finish(case.application, officer)
    return score


def case_in(**limits: str) -> Case:
    return an_eligible_case(officers(), a_strict_call(**limits))


def moderate(case: Case, by: Person, points: int = 3) -> Score:
    first = scored(case.application)[0]
    return services.moderate(
        case.again(), {first.id: Marking(points, "Enige etter samtale.")}, by=by, at=LATER
    )


def proposed() -> Case:
    case = an_assessed_case()
    a_chosen_proposal(case.application.call, case.handler)
    case.again()
    return case


def declared(somebody: Person, case: Case) -> Person:
    services.declare(case.application, View.IMPARTIAL, by=somebody, at=clock.now())
    return somebody


def refused(act: object, *args: object, **values: object) -> object:
    assert callable(act)
    with pytest.raises(RuleBrokenError) as error:
        act(*args, **values)
    return error.value.reason


@pytest.mark.parametrize(
    ("limits", "points", "because"),
    [
        ({"mark_gap": "1"}, (2, 4), ThirdBecause.MARKS_DIFFER),
        ({"total_gap": "39"}, (2, 4), ThirdBecause.TOTALS_DIFFER),
        ({"near_line": "10", "score_threshold": "50"}, (3, 3), ThirdBecause.NEAR_THRESHOLD),
    ],
)
def test_two_readings_that_are_not_enough_give_no_score_but_ask_for_a_third(
    app: Flask, limits: dict[str, str], points: tuple[int, int], because: ThirdBecause
) -> None:
    del app
    case = case_in(**limits)
    assert read_by_both(case, *points) is None
    third = queries.third_reading_of(case.application.id)
    assert third is not None
    assert third.grounds == (because,)
    assert third.asked_by_id is None
    assert case.again().step is Step.ELIGIBLE
    assert queries.wanting_third([case.application.id]) == {case.application.id}
    assert queries.score_of(case.application.id) is None


@pytest.mark.parametrize("limits", [{"mark_gap": "2"}, {"total_gap": "40"}, {"near_line": "9"}])
def test_what_the_call_allows_gives_its_score_at_once(app: Flask, limits: dict[str, str]) -> None:
    del app
    score = read_by_both(case_in(**limits), 2, 4)
    assert score is not None
    assert score.total == Decimal("60.00")


@pytest.mark.parametrize(
    ("settling", "total"),
    [(Settling.MEAN, "66.67"), (Settling.MEDIAN, "80.00"), (Settling.CLOSEST_TWO, "90.00")],
)
def test_the_third_reads_blind_and_the_score_is_made_by_the_calls_rule(
    app: Flask, settling: Settling, total: str
) -> None:
    del app
    case = case_in(mark_gap="1", settling=settling.value)
    read_by_both(case, 1, 4)
    third = a_third_reader(case)

    assert queries.visible_assessments(third, case.application) == []
    assert queries.assessments_of(case.application.id) == []
    assert contents_of(case.application.id).assessments == ()
    mark_all(case.application, third, 5)
    assert queries.visible_assessments(case.handler, case.application) == []
    score = finish(case.application, third)

    assert score is not None
    assert score.total == Decimal(total)
    assert score.assessors == {*(one.id for one in case.assessors), third.id}
    assert case.again().step is Step.ASSESSED
    assert len(queries.visible_assessments(case.handler, case.application)) == 3


def test_there_is_room_for_a_third_only_when_one_is_asked_for_and_never_for_a_fourth(
    app: Flask,
) -> None:
    del app
    case = case_in(mark_gap="1")
    extra, last = an_officer("Tredje Leser"), an_officer("Fjerde Leser")

    def put_on(officer: Person) -> None:
        services.assign(case.application, officer, Task.ASSESS, by=case.handler, at=clock.now())

    assert refused(put_on, extra) is Refusal.ENOUGH_ASSESSORS
    read_by_both(case, 1, 5)
    put_on(extra)
    assert refused(put_on, last) is Refusal.ENOUGH_ASSESSORS


def test_of_two_that_finish_at_once_one_asks_for_the_third(app: Flask) -> None:
    case = case_in(mark_gap="1")
    for officer, points in zip(case.assessors, (1, 5), strict=True):
        mark_all(case.application, officer, points)
    numbers = [one.id for one in case.assessors]
    number = case.application.id

    def finishing(who: int) -> Score | None:
        return finish(queries.opened(person(who), number), person(who))

    outcomes = at_once(app, lambda: finishing(numbers[0]), lambda: finishing(numbers[1]))
    assert outcomes == [None, None]
    assert queries.third_reading_of(number) is not None


def test_moderation_stands_beside_the_marks_and_gives_a_new_score(app: Flask) -> None:
    del app
    case = an_assessed_case()
    before = queries.score_of(case.application.id)
    assert before is not None
    first = scored(case.application)[0]
    score = moderate(case, case.handler, 2)

    assert (score.round, score.edition) == (before.round, before.edition + 1)
    assert score.total == before.total - Decimal(first.weight * 2) / first.max_mark
    assert {mark.points for one in queries.assessments_of(case.application.id)
            for mark in one.marks} == {4}  # fmt: skip
    [kept] = queries.moderations_behind(score)
    assert (kept.points, kept.reason, kept.moderated_by.name) == (
        2, "Enige etter samtale.", case.handler.name,
    )  # fmt: skip
    assert queries.moderations_behind(before) == []
    sheet = score_sheet(queries.assessments_behind(score), score, queries.moderations_behind(score))
    assert sheet.rows[0].formula.startswith("moderert til 2; 2 / 5 × ")
    assert decisions.grounds_of([case.application.id])[case.application.id].criteria[0].reasons == (
        "Enige etter samtale.",
    )


def test_a_second_moderation_supersedes_the_first_and_keeps_the_other_criteria(app: Flask) -> None:
    del app
    case = an_assessed_case()
    moderate(case, case.handler, 2)
    second = scored(case.application)[1]
    score = services.moderate(
        case.again(), {second.id: Marking(5, "Også enige her.")}, by=case.handler, at=LATER
    )
    assert score.edition == 3
    assert [one.points for one in queries.moderations_behind(score)] == [2, 5]


@pytest.mark.parametrize("reason", ["", " ", "\u00a0", "\u200b\u2060"])
def test_a_moderated_mark_has_a_reason_that_can_be_seen(app: Flask, reason: str) -> None:
    del app
    case = an_assessed_case()
    first = scored(case.application)[0]
    assert refused(
        services.moderate, case.again(), {first.id: Marking(2, reason)}, by=case.handler, at=LATER
    ) is Refusal.REASON_MISSING  # fmt: skip


def test_who_marked_is_no_judge_between_the_marks_and_outsiders_are_not_either(app: Flask) -> None:
    del app
    case = an_assessed_case()
    other = declared(an_officer("Utenfor Saken"), case)
    leader = a_leader()
    assert refused(moderate, case, case.assessors[0]) is Refusal.MARKED_IT_YOURSELF
    assert refused(moderate, case, other) is Refusal.NOT_YOUR_CASE
    assert refused(moderate, case, leader) is Hindrance.NOT_DECLARED
    assert moderate(case, declared(leader, case)).edition == 2
    assert leader.id in queries.scorers_of(case.application.id)


def test_nothing_is_moderated_before_all_have_finished(app: Flask) -> None:
    del app
    case = an_eligible_case()
    assert refused(moderate, case, case.handler) is Refusal.NOT_READY_TO_MODERATE


def test_moderation_outdates_the_chosen_proposal_and_who_moderated_does_not_sign(
    app: Flask,
) -> None:
    del app
    case = proposed()
    leader = declared(a_leader(), case)
    chosen = queries.chosen_proposal(case.application.call_id)
    assert chosen is not None
    waiting = a_proposal(case.application.call, case.handler)
    draft_decisions(chosen, by=case.handler, at=AFTER_THE_DEADLINE)
    moderate(case, leader)

    assert refused(
        services.choose_proposal, queries.proposal(waiting.id), reason="Nå.", by=case.handler, at=LATER
    ) is Refusal.PROPOSAL_OUTDATED  # fmt: skip
    [draft] = decisions.decisions_of_round(case.application.call_id)
    assert hindrances_of(leader.id, [draft])[draft.id] is Hindrance.SCORED_THE_CASE
    other = declared(person(a_person(Role.DECISION_MAKER, name="Lars Leder").id), case)
    assert refused(sign, draft, by=other, at=LATER) is DecisionRefusal.PROPOSAL_OUTDATED


def test_a_case_is_sent_back_for_a_third_reading_beside_the_two(app: Flask) -> None:
    del app
    case = proposed()
    leader = declared(a_leader(), case)
    services.return_to_assessment(
        case.again(), Return.THIRD, reason="For nær streken.", by=person(leader.id), at=LATER
    )
    assert case.again().step is Step.ELIGIBLE
    assert queries.present_score(case.application.id) is None
    assert queries.visible_assessments(case.handler, case.application) == []
    own = queries.own_assessment(case.assessors[0], case.application.id)
    assert own is not None
    assert own.finished_at is not None
    assert refused(mark_all, case.application, case.assessors[0]) is Refusal.ALREADY_FINISHED

    third = a_third_reader(case)
    mark_all(case.application, third, 1)
    score = finish(case.application, third)
    assert score is not None
    assert (score.round, sorted(score.rounds), len(score.assessors)) == (2, [1, 2], 3)
    assert len(queries.assessments_of(case.application.id)) == 3
    assert score.total == Decimal("80.00")
    assert queries.third_reading_of(case.application.id) is not None


def test_a_case_that_is_read_anew_is_marked_by_everyone_again(app: Flask) -> None:
    del app
    case = proposed()
    leader = declared(a_leader(), case)
    services.return_to_assessment(
        case.again(), Return.ANEW, reason="Feil søknad.", by=person(leader.id), at=LATER
    )
    score = read_by_both(case, 1, 1)
    assert score is not None
    assert (score.round, score.rounds, score.total) == (2, frozenset({2}), Decimal("20.00"))


def test_only_the_leader_sends_back_with_a_reason_and_no_more_than_three_read(app: Flask) -> None:
    del app
    case = proposed()
    leader = declared(a_leader(), case)

    def back(by: Person, reason: str = "For nær.") -> None:
        services.return_to_assessment(
            case.again(), Return.THIRD, reason=reason, by=person(by.id), at=LATER
        )

    assert refused(back, case.handler) is Refusal.ONLY_THE_LEADER_RETURNS
    assert refused(back, leader, "\u200b") is Refusal.REASON_MISSING
    back(leader)
    assert refused(back, leader) is Refusal.NOT_PROPOSED
    third = a_third_reader(case)
    mark_all(case.application, third)
    finish(case.application, third)
    a_chosen_proposal(case.again().call, case.handler)
    assert refused(back, leader) is Refusal.THREE_HAVE_READ


def test_the_cases_near_the_line_are_sent_back_together(app: Flask) -> None:
    del app
    case = proposed()
    leader = declared(a_leader(), case)
    chosen = queries.chosen_proposal(case.application.call_id)
    assert chosen is not None
    with pytest.raises(NotFoundError):
        services.return_many(
            chosen, [an_eligible_case(list(case.officers), case.application.call, 3).application],
            reason="Nær.", by=person(leader.id), at=LATER,
        )  # fmt: skip
    services.return_many(chosen, [case.again()], reason="Nær.", by=person(leader.id), at=LATER)
    third = queries.third_reading_of(case.application.id)
    assert third is not None
    assert (third.grounds, third.reason) == ((ThirdBecause.NEAR_LINE,), "Nær.")


def test_what_is_moderated_and_asked_for_is_seen_on_a_kept_case(app: Flask) -> None:
    del app
    case = an_assessed_case()
    db.session.commit()
    assert contents_of(case.application.id).moderations == ()
    moderate(case, case.handler, 2)
    db.session.commit()
    assert [one.points for one in contents_of(case.application.id).moderations] == [2]


def test_an_officer_reads_in_an_order_of_the_own_and_the_place_is_noted(app: Flask) -> None:
    del app
    team = officers()
    first = an_eligible_case(team)
    cases = [first, *(an_eligible_case(team, first.application.call, place) for place in (1, 2))]
    reader = team[1]
    order = queries.reading_list(reader, first.again())
    assert sorted(order.order) == sorted(one.application.id for one in cases)
    assert order.left == order.order
    by_id = {one.application.id: one for one in cases}
    for place, number in enumerate(order.order, start=1):
        assert order.place(number) == place
        mark_all(by_id[number].application, reader)
        own = queries.own_assessment(reader, number)
        assert own is not None
        assert own.reading_place == place
    finish(by_id[order.order[0]].application, reader)
    left = queries.reading_list(reader, first.again())
    assert left.left == order.order[1:]
    assert left.next_after(order.order[1]) == order.order[2]
