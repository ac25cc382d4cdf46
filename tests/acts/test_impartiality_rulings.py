"""A doubt goes to the leader, who rules and picks a substitute; nothing said is ever edited."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select

from accounts import services as people
from accounts.models import Organisation, Person, Role
from accounts.notices.models import Frequency, Topic
from accounts.notices.services import choose_notices
from accounts.queries import person
from applications.facts import lead_of
from applications.models import Application, Partner, PartnerRole
from assessments import queries, services
from assessments.impartiality import report
from assessments.impartiality import services as impartiality
from assessments.impartiality.models import Ruling
from assessments.impartiality.questions import number_to_rule, questions
from assessments.impartiality.report import Lack
from assessments.impartiality.standing import closed_among, hindrance_of
from assessments.impartiality.substitutes import substitutes_for
from assessments.lists.openness import open_to
from assessments.models import Declaration, Task
from assessments.queries import ClosedCaseError
from assessments.refusals import Refusal
from criteria.impartiality import Hindrance, Outcome, RulingRefusal, View
from criteria.procedure import Step
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import ForbiddenError, RuleBrokenError
from foundation.outbox import Mail
from tests.builders.applications import a_kommune
from tests.builders.assessments import (
    Case,
    a_staffed_case,
    a_submitted_case,
    an_assessed_case,
    an_eligible_case,
    an_officer,
    finish,
    mark_all,
    officers,
)
from tests.builders.decisions import a_drafted_round
from tests.builders.impartiality import BECAUSE, a_leader, doubt, ruled
from tests.races import at_once


def tasks_of(officer: Person, application: Application) -> set[Task]:
    return {
        one.task for one in queries.assignments_of(application.id) if one.person_id == officer.id
    }


def test_doubt_waits_for_the_leader_who_opens_the_case(app: Flask) -> None:
    del app
    case = a_staffed_case()
    leader = a_leader(*case.officers)
    doubt(case.application, case.handler)
    assert hindrance_of(case.handler.id, case.application.id) is Hindrance.IN_DOUBT_UNRULED
    assert tasks_of(case.handler, case.application) == {Task.HANDLE}
    assert number_to_rule(leader) == 1

    ruling = ruled(case.application, case.handler, Outcome.IMPARTIAL, by=leader)
    assert ruling.declaration_id is not None
    assert queries.opened(case.handler, case.application.id).answers
    assert (number_to_rule(leader), questions(leader)) == (0, [])


def test_the_leader_is_told_that_a_ruling_waits_unless_told_never(app: Flask) -> None:
    del app
    case = a_staffed_case()
    leader = a_leader(*case.officers)
    doubt(case.application, case.handler)
    told = db.session.query(Mail).filter_by(recipient=leader.email).one()
    assert str(case.application.case_number) in told.subject
    assert not any(said in told.subject + told.body for said in (case.handler.name, BECAUSE))
    ruled(case.application, case.handler, Outcome.IMPARTIAL, by=leader)
    at = clock.now()
    impartiality.record_objection(
        case.application, case.handler, lead_of(case.application).organisation, text="Slekt.",
        by=leader, at=at,
    )  # fmt: skip
    assert db.session.query(Mail).filter_by(recipient=leader.email).count() == 2
    choose_notices(leader, {Topic.RULINGS: Frequency.NEVER}, by=leader, at=at)
    doubt(case.application, case.assessors[0])
    assert number_to_rule(leader) == 2
    assert db.session.query(Mail).filter_by(recipient=leader.email).count() == 2


def test_ruled_partial_the_person_is_taken_off_and_a_substitute_takes_over_in_one_act(
    app: Flask,
) -> None:
    del app
    case, (spare,) = a_staffed_case(), [an_officer("Stine Stedfortreder")]
    leader = a_leader(*case.officers)
    first = case.assessors[0]
    doubt(case.application, first)
    found = substitutes_for(first.id, case.application)
    assert (found.tasks, [one.person.id for one in found.able]) == (
        (Task.ASSESS,), [spare.id, case.handler.id]
    )  # fmt: skip
    assert [(one.person.id, why) for one, why in found.unable] == [
        (case.assessors[1].id, Refusal.ALREADY_ASSIGNED)
    ]

    ruling = ruled(case.application, first, Outcome.PARTIAL, by=leader, substitute=spare)
    assert ruling.substitute_id == spare.id
    assert tasks_of(first, case.application) == set()
    assert tasks_of(spare, case.application) == {Task.ASSESS}
    with pytest.raises(ClosedCaseError) as closed:
        queries.opened(first, case.application.id)
    assert closed.value.hindrance is Hindrance.RULED_PARTIAL
    with pytest.raises(RuleBrokenError) as again:
        services.assign(case.application, first, Task.HANDLE, by=leader, at=clock.now())
    assert again.value.reason is Hindrance.RULED_PARTIAL


def test_who_steps_aside_is_off_at_once_and_the_substitute_still_gets_the_tasks(
    app: Flask,
) -> None:
    del app
    case, spare = a_staffed_case(), an_officer("Stine Stedfortreder")
    leader = a_leader(*case.officers)
    doubt(case.application, case.handler, View.PARTIAL)
    assert tasks_of(case.handler, case.application) == set()
    ruled(case.application, case.handler, Outcome.PARTIAL, by=leader, substitute=spare)
    assert tasks_of(spare, case.application) == {Task.HANDLE}


def test_a_hindered_substitute_is_refused_and_nothing_is_ruled(app: Flask) -> None:
    del app
    case, spare = a_staffed_case(), an_officer("Stine Stedfortreder")
    leader = a_leader(*case.officers)
    doubt(case.application, case.handler)
    doubt(case.application, spare, View.PARTIAL)
    with pytest.raises(RuleBrokenError) as refused:
        ruled(case.application, case.handler, Outcome.PARTIAL, by=leader, substitute=spare)
    assert refused.value.reason is Hindrance.DECLARED_PARTIAL
    assert db.session.scalar(select(func.count(Ruling.id))) == 0
    assert tasks_of(case.handler, case.application) == {Task.HANDLE}


def test_new_facts_take_a_new_ruling_and_none_is_edited(app: Flask) -> None:
    del app
    application, officer = a_submitted_case(), an_officer()
    leader = a_leader(officer)
    doubt(application, officer)
    ruled(application, officer, Outcome.PARTIAL, by=leader)
    services.declare(application, View.IMPARTIAL, reason="Han har sluttet.", by=officer,
                     at=clock.now())  # fmt: skip
    assert hindrance_of(officer.id, application.id) is Hindrance.RULED_PARTIAL
    assert number_to_rule(leader) == 1

    ruled(application, officer, Outcome.IMPARTIAL, by=leader)
    assert hindrance_of(officer.id, application.id) is None
    doubt(application, officer)
    assert hindrance_of(officer.id, application.id) is Hindrance.IN_DOUBT_UNRULED
    assert number_to_rule(leader) == 1
    assert db.session.scalar(select(func.count(Ruling.id))) == 2


def test_a_party_objects_and_the_case_is_closed_until_the_leader_has_ruled(app: Flask) -> None:
    del app
    case = a_staffed_case()
    leader, party = a_leader(*case.officers), lead_of(case.application).organisation
    impartiality.record_objection(
        case.application, case.handler, party, text="Han var vår kommunedirektør.",
        by=case.assessors[0], at=clock.now(),
    )  # fmt: skip
    assert hindrance_of(case.handler.id, case.application.id) is Hindrance.OBJECTION_UNRULED
    with pytest.raises(RuleBrokenError):
        services.examine(case.application, by=case.handler, at=clock.now())
    assert [one.person.id for one in questions(leader)] == [case.handler.id]
    ruled(case.application, case.handler, Outcome.IMPARTIAL, by=leader)
    assert hindrance_of(case.handler.id, case.application.id) is None


def test_only_who_takes_part_objects_and_not_without_words(app: Flask) -> None:
    del app
    case = a_staffed_case()
    stranger = a_kommune("Fjernvik", number="9990")

    def refusal(organisation: Organisation, text: str) -> object:
        with pytest.raises(RuleBrokenError) as refused:
            impartiality.record_objection(
                case.application, case.handler, organisation, text=text, by=case.handler,
                at=clock.now(),
            )  # fmt: skip
        return refused.value.reason

    assert refusal(stranger, "Naboer.") is Refusal.ONLY_WHO_TAKES_PART
    lead = lead_of(case.application).organisation
    assert refusal(lead, " \n") is Refusal.REASON_MISSING


def test_only_the_own_leader_rules_unless_that_leader_is_hindered(app: Flask) -> None:
    del app
    application, officer = a_submitted_case(), an_officer()
    leader, other = a_leader(officer), a_leader(name="Leif Leder")
    doubt(application, officer)

    def refusal(by: Person) -> object:
        with pytest.raises(RuleBrokenError) as refused:
            ruled(application, officer, Outcome.IMPARTIAL, by=by)
        return refused.value.reason

    assert refusal(other) is RulingRefusal.NOT_THE_LEADER
    assert (number_to_rule(leader), number_to_rule(other)) == (1, 0)
    doubt(application, leader)
    assert refusal(leader) is RulingRefusal.RULER_HINDERED
    assert number_to_rule(other) == 2  # the officer's, and the leader's own
    ruled(application, officer, Outcome.IMPARTIAL, by=other)
    with pytest.raises(ForbiddenError):
        ruled(application, leader, Outcome.IMPARTIAL, by=officer)


def test_nobody_rules_on_oneself_nor_on_what_nobody_asked(app: Flask) -> None:
    del app
    application, officer = a_submitted_case(), an_officer()
    leader = a_leader(officer)
    services.declare(application, View.IMPARTIAL, by=officer, at=clock.now())
    for about, reason in ((officer, Refusal.NOTHING_TO_RULE), (leader, RulingRefusal.ON_ONESELF)):
        with pytest.raises(RuleBrokenError) as refused:
            ruled(application, about, Outcome.PARTIAL, by=leader)
        assert refused.value.reason is reason


def test_who_answered_before_somebody_joined_must_answer_again(app: Flask) -> None:
    del app
    application, officer = a_submitted_case(), an_officer()
    services.declare(application, View.IMPARTIAL, by=officer, at=clock.now())
    newcomer = a_kommune("Nyvik", number="9991")
    with transaction():
        db.session.add(
            Partner(
                application_id=application.id, organisation_id=newcomer.id,
                role=PartnerRole.PARTICIPANT, invited_at=clock.now(),
            )
        )  # fmt: skip
    assert hindrance_of(officer.id, application.id) is Hindrance.PARTICIPANTS_CHANGED
    assert queries.known_hindrances([officer.id], [application.id]) == {}
    assert [one.person.id for one in report.outdated()] == [officer.id]
    waiting = queries.undeclared_cases(officer, call_id=None, mine=False, limit=50)
    assert [one.id for one in waiting] == [application.id]

    assert services.declare_impartial([application], by=officer, at=clock.now()) == 1
    assert hindrance_of(officer.id, application.id) is None
    assert report.outdated() == []
    assert db.session.scalar(select(func.count(Declaration.id))) == 2


def test_marks_of_who_is_ruled_partial_do_not_count(app: Flask) -> None:
    del app
    case, spare = an_assessed_case(), an_officer("Stine Stedfortreder")
    leader = a_leader(*case.officers)
    first, second = case.assessors
    doubt(case.application, first)
    ruled(case.again(), first, Outcome.PARTIAL, by=leader, substitute=spare)

    assert case.again().step is Step.ELIGIBLE
    assert tasks_of(spare, case.application) == {Task.ASSESS}
    for one in (spare, second):
        services.declare(case.application, View.IMPARTIAL, by=one, at=clock.now())
        mark_all(case.application, one)
        finish(case.application, one)
    assert case.again().step is Step.ASSESSED
    score = queries.score_of(case.application.id)
    assert score is not None
    assert score.assessors == {spare.id, second.id}


def test_a_ruling_and_the_last_marks_at_once_never_leave_a_score_with_those_marks(
    app: Flask,
) -> None:
    case = an_eligible_case()
    leader = a_leader(*case.officers)
    first, second = case.assessors
    for one in (first, second):
        mark_all(case.application, one)
    finish(case.application, second)
    doubt(case.application, first)
    ruled(case.application, first, Outcome.IMPARTIAL, by=leader)
    doubt_again = case.application.id, first.id, leader.id

    def again() -> tuple[Application, Person, Person]:
        application_id, first_id, leader_id = doubt_again
        return queries.cover(application_id), person(first_id), person(leader_id)

    def rule_partial() -> Ruling:
        application, about, by = again()
        return ruled(application, about, Outcome.PARTIAL, by=by)

    def finish_marks() -> object:
        application, by, _ = again()
        return finish(application, by)

    outcomes = at_once(app, rule_partial, finish_marks)
    assert isinstance(outcomes[0], Ruling)
    assert case.again().step is Step.ELIGIBLE
    assert hindrance_of(first.id, case.application.id) is Hindrance.RULED_PARTIAL
    late = outcomes[1]
    if isinstance(late, RuleBrokenError):
        assert late.reason is Hindrance.RULED_PARTIAL


def test_two_leaders_who_rule_at_once_both_leave_their_ruling_and_one_substitute(
    app: Flask,
) -> None:
    case, spare = a_staffed_case(), an_officer("Stine Stedfortreder")
    other = an_officer("Stein Stedfortreder")
    leader, second = a_leader(), a_leader(name="Leif Leder")
    doubt(case.application, case.handler)

    def by(ruler_id: int, substitute_id: int) -> Callable[[], Ruling]:
        return lambda: ruled(
            queries.cover(case.application.id), person(case.handler.id), Outcome.PARTIAL,
            by=person(ruler_id), substitute=person(substitute_id),
        )  # fmt: skip

    outcomes = at_once(app, by(leader.id, spare.id), by(second.id, other.id))
    ruled_ones = [one for one in outcomes if isinstance(one, Ruling)]
    handlers = [
        one.person_id
        for one in queries.assignments_of(case.application.id)
        if one.task is Task.HANDLE
    ]
    assert len(ruled_ones) == 1
    assert handlers == [ruled_ones[0].substitute_id]
    refusals = [one.reason for one in outcomes if isinstance(one, RuleBrokenError)]
    assert refusals == [Refusal.SUBSTITUTE_WITHOUT_TASK]


def test_a_partial_leader_keeps_those_who_are_led_from_deciding_but_not_from_preparing(
    app: Flask,
) -> None:
    del app
    made = a_drafted_round((5, 4))
    leader = a_leader(made.maker, *made.team)
    case = made.applications[0]
    doubt(case, leader, View.PARTIAL)
    refused = made.sign()
    assert [(one.decision.application_id, one.because.reason) for one in refused] == [
        (case.id, Hindrance.LEADER_PARTIAL)
    ]
    assert hindrance_of(made.drafter.id, case.id) is None


def test_a_leader_ruled_impartial_keeps_nobody_from_deciding(app: Flask) -> None:
    del app
    made = a_drafted_round((5,))
    leader, above = a_leader(made.maker), a_leader(name="Leif Leder")
    doubt(made.applications[0], leader, View.PARTIAL)
    ruled(made.applications[0], leader, Outcome.IMPARTIAL, by=above)
    assert made.sign() == ()


@pytest.mark.parametrize("view", [None, *View])
@pytest.mark.parametrize("outcome", [None, *Outcome])
@pytest.mark.parametrize("belongs", [True, False])
def test_the_gate_and_the_lists_find_the_same(
    app: Flask, view: View | None, outcome: Outcome | None, *, belongs: bool
) -> None:
    del app
    application, officer = a_submitted_case(), an_officer()
    leader = a_leader(officer)
    if outcome is not None:
        doubt(application, officer)
        ruled(application, officer, outcome, by=leader)
    if view is not None:
        services.declare(application, view, reason="Ny vurdering.", by=officer, at=clock.now())
    if belongs:
        place = lead_of(application).organisation
        people.give_role(officer, place, Role.EDITOR, by=None, at=clock.now())
    alone = hindrance_of(officer.id, application.id)
    together = closed_among([officer.id, leader.id], [application.id])
    assert together.get((officer.id, application.id)) is alone
    assert together[leader.id, application.id] is Hindrance.NOT_DECLARED
    db.session.expire_all()  # the page reads who asks anew
    is_open = open_to(person(officer.id))
    assert is_open is not None
    found = db.session.scalars(select(Application.id).where(is_open)).all()
    assert found == ([] if alone else [application.id])


def test_a_case_that_nobody_is_left_for_is_told(app: Flask) -> None:
    del app
    application, team = a_submitted_case(), officers(2)
    leader = a_leader(*team)
    doubt(application, team[0])
    assert [(one.application.id, one.lack) for one in report.lacking()] == [
        (application.id, Lack.ASSESSORS)
    ]
    doubt(application, team[1], View.PARTIAL)
    doubt(application, leader)
    assert {one.lack for one in report.lacking()} == {Lack.OFFICER, Lack.DECISION_MAKER}
    assert {one.person.id for one in report.hindered()} == {leader.id, *(one.id for one in team)}
    assert {one.person.name: dict(one.views) for one in report.tallies()}[team[1].name] == {
        View.PARTIAL: 1
    }


def test_a_score_that_rests_on_who_stepped_aside_is_told_until_it_is_ruled(app: Flask) -> None:
    del app
    case: Case = an_assessed_case()
    doubt(case.application, case.assessors[0], View.PARTIAL)
    assert [one.scored for one in report.hindered()] == [True]
