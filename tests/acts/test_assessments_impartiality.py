"""Who may open and work on a case."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select

from accounts import services as people
from accounts.models import Person, Role
from accounts.queries import person
from applications.facts import lead_of
from applications.models import PartnerRole
from assessments import queries, services
from assessments.models import Assignment, Declaration, Task
from assessments.queries import ClosedCaseError
from assessments.refusals import Refusal
from criteria.impartiality import Hindrance, View
from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError
from tests.builders.accounts import a_person
from tests.builders.applications import a_signatory
from tests.builders.assessments import (
    a_staffed_case,
    a_submitted_case,
    an_eligible_case,
    an_officer,
    mark_all,
    officers,
)
from tests.races import at_once


def refusal_of(error: pytest.ExceptionInfo[RuleBrokenError]) -> object:
    return error.value.reason


def test_nobody_opens_a_case_before_declaring(app: Flask) -> None:
    del app
    application, officer = a_submitted_case(), an_officer()

    with pytest.raises(ClosedCaseError) as closed:
        queries.opened(officer, application.id)
    assert refusal_of(closed) is Hindrance.NOT_DECLARED

    services.declare(application, View.IMPARTIAL, by=officer, at=clock.now())
    assert queries.opened(officer, application.id).answers


@pytest.mark.parametrize(
    ("view", "hindrance"),
    [
        (View.DOUBT, Hindrance.IN_DOUBT_UNRULED),
        (View.PARTIAL, Hindrance.DECLARED_PARTIAL),
    ],
)
def test_doubt_and_partiality_close_the_case(app: Flask, view: View, hindrance: Hindrance) -> None:
    del app
    application, officer = a_submitted_case(), an_officer()
    services.declare(application, view, reason="Søsteren min leder prosjektet.", by=officer,
                     at=clock.now())  # fmt: skip

    with pytest.raises(ClosedCaseError) as closed:
        queries.opened(officer, application.id)
    assert refusal_of(closed) is hindrance


@pytest.mark.parametrize("role", [PartnerRole.LEAD, PartnerRole.PARTICIPANT])
def test_belonging_to_any_participant_weighs_heavier_than_the_declaration(
    app: Flask, role: PartnerRole
) -> None:
    del app
    application, officer = a_submitted_case(), an_officer()
    partner = next(one for one in application.partners if one.role is role)
    people.give_role(officer, partner.organisation, Role.EDITOR, by=None, at=clock.now())
    services.declare(application, View.IMPARTIAL, by=officer, at=clock.now())

    with pytest.raises(ClosedCaseError) as closed:
        queries.opened(person(officer.id), application.id)
    assert refusal_of(closed) is Hindrance.OWN_ORGANISATION


def test_a_declaration_is_superseded_and_never_edited(app: Flask) -> None:
    del app
    application, officer = a_submitted_case(), an_officer()
    services.declare(application, View.DOUBT, reason="Kjenner ordføreren.", by=officer,
                     at=clock.now())  # fmt: skip
    with pytest.raises(RuleBrokenError) as wordless:
        services.declare(application, View.IMPARTIAL, by=officer, at=clock.now())
    assert refusal_of(wordless) is Refusal.REASON_MISSING
    services.declare(
        application, View.IMPARTIAL, reason="Han er gått av.", by=officer, at=clock.now()
    )

    assert queries.declared_view(officer.id, application.id) is View.IMPARTIAL
    assert db.session.scalar(select(func.count(Declaration.id))) == 2
    assert [one.view for one in queries.declarations_of(application.id)] == [View.IMPARTIAL]


@pytest.mark.parametrize("reason", ["", "   ", "\n\t\u00a0"])
def test_doubt_needs_words(app: Flask, reason: str) -> None:
    del app
    application, officer = a_submitted_case(), an_officer()
    with pytest.raises(RuleBrokenError) as refused:
        services.declare(application, View.DOUBT, reason=reason, by=officer, at=clock.now())
    assert refusal_of(refused) is Refusal.REASON_MISSING
    assert queries.declaration_of(officer, application.id) is None


def test_one_is_impartial_in_many_cases_at_once_but_never_against_an_own_word(app: Flask) -> None:
    del app
    first, officer = a_submitted_case(), an_officer()
    second = a_submitted_case(first.call, place=1)
    services.declare(second, View.DOUBT, reason="Kjenner noen.", by=officer, at=clock.now())

    waiting = queries.undeclared_cases(officer, call_id=first.call_id, mine=False, limit=50)
    assert [one.id for one in waiting] == [first.id]
    assert queries.undeclared_cases(officer, call_id=None, mine=True, limit=50) == []
    assert services.declare_impartial([first, second], by=officer, at=clock.now()) == 1
    assert queries.declared_views(officer.id, [first.id, second.id]) == {
        first.id: View.IMPARTIAL,
        second.id: View.DOUBT,
    }


def test_two_who_assign_the_last_place_at_once_do_not_both_get_it(app: Flask) -> None:
    application, (first, second, third) = a_submitted_case(), officers()
    services.assign(application, first, Task.ASSESS, by=first, at=clock.now())

    def put_on(officer_id: int) -> Callable[[], Assignment]:
        return lambda: services.assign(
            queries.cover(application.id), person(officer_id), Task.ASSESS, by=person(first.id),
            at=clock.now(),
        )  # fmt: skip

    outcomes = at_once(app, put_on(second.id), put_on(third.id))
    assert sum(isinstance(one, RuleBrokenError) for one in outcomes) == 1
    assert len(queries.assessors_of(application.id)) == 2


def test_an_auditor_looks_on_without_declaring(app: Flask) -> None:
    del app
    application = a_submitted_case()
    auditor = person(a_person(Role.AUDITOR, name="Randi Revisor").id)
    assert queries.opened(auditor, application.id).id == application.id


def test_a_decision_maker_declares_as_all_others(app: Flask) -> None:
    del app
    application = a_submitted_case()
    leader = person(a_person(Role.DECISION_MAKER, name="Leif Leder").id)
    with pytest.raises(ClosedCaseError):
        queries.opened(leader, application.id)


def test_for_an_applicant_there_is_no_such_case(app: Flask) -> None:
    del app
    application = a_submitted_case()
    stranger = a_signatory(lead_of(application).organisation, "Signe Sørensen")
    with pytest.raises(NotFoundError):
        queries.opened(stranger, application.id)


def test_who_is_hindered_is_taken_off_and_can_do_nothing_more(app: Flask) -> None:
    del app
    case = an_eligible_case()
    partial = case.assessors[0]
    services.declare(case.application, View.PARTIAL, reason="Har fått jobb der.", by=partial,
                     at=clock.now())  # fmt: skip

    assert not queries.is_put_on(partial.id, case.application.id, Task.ASSESS)
    with pytest.raises(RuleBrokenError) as refused:
        mark_all(case.application, partial)
    assert refusal_of(refused) is Hindrance.DECLARED_PARTIAL
    with pytest.raises(RuleBrokenError) as not_again:
        services.assign(case.application, partial, Task.ASSESS, by=case.handler, at=clock.now())
    assert refusal_of(not_again) is Hindrance.DECLARED_PARTIAL


def test_a_partial_handler_cannot_run_the_control(app: Flask) -> None:
    del app
    case = a_staffed_case()
    services.declare(case.application, View.PARTIAL, reason="Er gift med lederen.",
                     by=case.handler, at=clock.now())  # fmt: skip
    with pytest.raises(RuleBrokenError) as refused:
        services.examine(case.application, by=case.handler, at=clock.now())
    assert refusal_of(refused) is Hindrance.DECLARED_PARTIAL


def test_whoever_handles_is_replaced_and_two_assess(app: Flask) -> None:
    del app
    application, (first, second, third) = a_submitted_case(), officers()

    def put_on(officer: Person, task: Task) -> None:
        services.assign(application, officer, task, by=first, at=clock.now())

    put_on(first, Task.HANDLE)
    put_on(second, Task.HANDLE)
    put_on(first, Task.ASSESS)
    put_on(second, Task.ASSESS)
    with pytest.raises(RuleBrokenError) as refused:
        put_on(third, Task.ASSESS)

    assert refusal_of(refused) is Refusal.ENOUGH_ASSESSORS
    on_it = [(one.person_id, one.task) for one in queries.assignments_of(application.id)]
    assert on_it == [
        (second.id, Task.HANDLE), (first.id, Task.ASSESS), (second.id, Task.ASSESS)
    ]  # fmt: skip


def test_nobody_is_put_on_the_same_task_twice(app: Flask) -> None:
    del app
    application, officer = a_submitted_case(), an_officer()
    services.assign(application, officer, Task.ASSESS, by=officer, at=clock.now())
    with pytest.raises(RuleBrokenError) as refused:
        services.assign(application, officer, Task.ASSESS, by=officer, at=clock.now())
    assert refusal_of(refused) is Refusal.ALREADY_ASSIGNED


def test_only_case_officers_are_put_on_cases(app: Flask) -> None:
    del app
    application, officer = a_submitted_case(), an_officer()
    controller = person(a_person(Role.CONTROLLER, name="Kjetil Controller").id)
    with pytest.raises(RuleBrokenError) as refused:
        services.assign(application, controller, Task.HANDLE, by=officer, at=clock.now())
    assert refusal_of(refused) is Refusal.NOT_CASE_OFFICER


def test_many_are_put_on_at_once_and_the_hindered_are_told(app: Flask) -> None:
    del app
    application, (first, second, third) = a_submitted_case(), officers()
    services.declare(application, View.PARTIAL, reason="Eier aksjer.", by=second, at=clock.now())
    wishes = [
        services.Wish(application, first, Task.HANDLE),
        services.Wish(application, second, Task.ASSESS),
        services.Wish(application, third, Task.ASSESS),
    ]
    refused = services.assign_many(wishes, by=first, at=clock.now())

    assert [(one.wish.person.id, one.because.reason) for one in refused] == [
        (second.id, Hindrance.DECLARED_PARTIAL)
    ]
    assert [one.person_id for one in queries.assignments_of(application.id)] == [
        first.id, third.id
    ]  # fmt: skip


def test_an_officer_taken_off_the_case_may_not_work_on_it(app: Flask) -> None:
    del app
    case = a_staffed_case()
    handling = queries.assignments_of(case.application.id)[0]
    services.end_assignment(queries.assignment(handling.id), by=case.handler, at=clock.now())
    with pytest.raises(RuleBrokenError) as refused:
        services.examine(case.application, by=case.handler, at=clock.now())
    assert refusal_of(refused) is Refusal.NOT_YOUR_CASE
