"""Help with standards: asked for by a kommune, answered and noted by the office, judged by the kommune."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import update

from accounts.models import Role
from accounts.queries import person
from applications.facts import lead_of
from applications.models import Application
from applications.queries import any_application
from criteria.steps import Step
from decisions.refusals import Refusal as OfficeRefusal
from followup.assistance import queries, services
from followup.assistance.models import AssistanceKind, Usefulness
from followup.assistance.refusals import Refusal
from followup.assistance.services import Need
from followup.assistance.states import AssistanceState, state_of
from followup.refusals import Refusal as ReportRefusal
from foundation.database import db, transaction
from foundation.errors import NotFoundError, RuleBrokenError
from tests.builders.applications import an_editor
from tests.builders.assistance import (
    a_need,
    a_request,
    a_request_taken_on,
    again,
    some_help,
)
from tests.builders.decisions import NOW
from tests.builders.payments import Grant, an_accepted_grant, signatory_of
from tests.races import at_once


def refused(act: Callable[[], object]) -> object:
    with pytest.raises(RuleBrokenError) as refusal:
        act()
    return refusal.value.reason


def ask(grant: Grant, need: Need) -> object:
    return services.ask_for_assistance(
        any_application(grant.application.id), need, by=signatory_of(grant.application), at=NOW
    )


def test_a_request_goes_from_question_to_judgement(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    found = a_request(grant)
    officer, asker = grant.round.drafter, signatory_of(grant.application)
    assert state_of(found) is AssistanceState.ASKED
    assert found.standard is not None
    assert found.standard.code == "fhir"
    services.answer_assistance(found, take_on=True, words="Vi hjelper.", by=officer, at=NOW)
    assert state_of(again(found)) is AssistanceState.TAKEN_ON
    assert refused(
        lambda: services.close_assistance(found, Usefulness.HELPED, "", by=asker, at=NOW)
    ) is Refusal.NOTHING_GIVEN
    services.note_given(found, some_help(6), by=officer, at=NOW)
    wrong = services.note_given(found, some_help(40), by=officer, at=NOW)
    services.take_given_back(found, wrong.id, "Feil sak.", by=officer, at=NOW)
    assert refused(
        lambda: services.take_given_back(found, wrong.id, "Igjen.", by=officer, at=NOW)
    ) is Refusal.TAKEN_BACK
    services.close_assistance(found, Usefulness.PARTLY, "Litt sent.", by=asker, at=NOW)
    found = again(found)
    assert state_of(found) is AssistanceState.CLOSED
    assert [(one.hours, one.taken_back_why) for one in found.given] == [(6, ""), (40, "Feil sak.")]
    assert refused(
        lambda: services.note_given(found, some_help(), by=officer, at=NOW)
    ) is Refusal.CLOSED


def test_sums_count_hours_that_stand_and_leave_out_what_was_taken_back(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    officer, asker = grant.round.drafter, signatory_of(grant.application)
    helped = a_request_taken_on(grant)
    services.note_given(helped, some_help(6), by=officer, at=NOW)
    wrong = services.note_given(helped, some_help(9), by=officer, at=NOW)
    services.take_given_back(helped, wrong.id, "Dobbelt.", by=officer, at=NOW)
    services.close_assistance(helped, Usefulness.HELPED, "", by=asker, at=NOW)
    declined, withdrawn = a_request(grant), a_request(grant)
    services.answer_assistance(declined, take_on=False, words="Ikke nå.", by=officer, at=NOW)
    services.withdraw_assistance(withdrawn, by=asker, at=NOW)
    for one in (helped, declined, withdrawn):
        again(one)
    rows = queries.all_requests()
    assert sorted(state for _one, state in rows) == ["closed", "declined", "withdrawn"]
    [sums] = queries.sums_of(one for one, _state in rows)
    assert (sums.year, sums.kind) == (NOW.year, AssistanceKind.EXPERT_GROUP)
    assert (sums.asked, sums.taken_on, sums.declined, sums.hours) == (2, 1, 1, 6)
    assert dict(sums.judged) == {Usefulness.HELPED: 1}


def test_what_cannot_be_asked_for_says_why(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    need = a_need(grant)
    assert refused(lambda: ask(grant, replace(need, words=" \u200b "))) is Refusal.NEED_MISSING
    past = (NOW - timedelta(days=1)).date()
    assert refused(lambda: ask(grant, replace(need, wanted_by=past))) is Refusal.WANTED_IN_THE_PAST
    assert refused(lambda: ask(grant, replace(need, standard="finnes-ikke"))) is Refusal.STANDARD_NOT_IN_FORCE
    assert refused(lambda: ask(grant, replace(need, organisation_id=0))) is Refusal.NOT_OWN_KOMMUNE
    case = grant.application.id
    stranger = grant.round.drafter
    assert refused(
        lambda: services.ask_for_assistance(
            any_application(case), need, by=stranger, at=NOW
        )
    ) is Refusal.NOT_OWN_KOMMUNE
    assert list(queries.requests_in(case)) == []


def test_only_the_office_answers_and_once(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    found, officer = a_request(grant), grant.round.drafter
    asker = signatory_of(grant.application)
    assert refused(
        lambda: services.answer_assistance(found, take_on=True, words="Ja.", by=asker, at=NOW)
    ) is OfficeRefusal.NOT_CASE_OFFICER
    assert refused(
        lambda: services.answer_assistance(found, take_on=True, words=" ", by=officer, at=NOW)
    ) is OfficeRefusal.REASON_MISSING
    assert refused(
        lambda: services.note_given(found, some_help(), by=officer, at=NOW)
    ) is Refusal.NOT_TAKEN_ON
    services.answer_assistance(found, take_on=False, words="Ikke nå.", by=officer, at=NOW)
    assert refused(
        lambda: services.answer_assistance(found, take_on=True, words="Jo.", by=officer, at=NOW)
    ) is Refusal.ANSWERED
    assert refused(
        lambda: services.withdraw_assistance(found, by=asker, at=NOW)
    ) is Refusal.ANSWERED
    assert state_of(again(found)) is AssistanceState.DECLINED


@pytest.mark.parametrize("days", [-1, 1])
def test_help_is_given_between_the_question_and_today(app: Flask, days: int) -> None:
    del app
    grant = an_accepted_grant()
    found = a_request_taken_on(grant)
    given = some_help()
    outside = replace(given, on=given.on + timedelta(days=days))
    assert refused(
        lambda: services.note_given(found, outside, by=grant.round.drafter, at=NOW)
    ) is Refusal.GIVEN_OUTSIDE
    with pytest.raises(NotFoundError):
        services.take_given_back(found, 999, "Feil.", by=grant.round.drafter, at=NOW)


def test_another_kommune_may_not_take_it_back_nor_judge(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    found = a_request(grant)
    application = any_application(grant.application.id)
    other = next(
        one for one in application.partners if one.organisation_id != lead_of(application).organisation_id
    )
    editor = an_editor(other.organisation, "Siv")
    assert other.organisation_id in editor.organisations_as(Role.EDITOR)
    assert queries.request_of(editor, found.id).id == found.id
    assert refused(
        lambda: services.withdraw_assistance(found, by=editor, at=NOW)
    ) is Refusal.NOT_OWN_KOMMUNE
    own = replace(a_need(grant), organisation_id=other.organisation_id)
    services.ask_for_assistance(application, own, by=editor, at=NOW)
    with pytest.raises(NotFoundError):
        queries.request_of(grant.round.drafter, found.id)


def test_a_grant_that_is_over_gets_no_more_help(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    need = a_need(grant)
    with transaction():
        db.session.execute(
            update(Application)
            .where(Application.id == grant.application.id)
            .values(step=Step.COMPLETED)
        )
    assert refused(lambda: ask(grant, need)) is ReportRefusal.GRANT_NOT_IN_FORCE


def test_of_two_answers_at_once_one_stands(app: Flask) -> None:
    grant = an_accepted_grant()
    number, officer = a_request(grant).id, grant.round.drafter.id

    def answer(*, take_on: bool) -> Callable[[], None]:
        def act() -> None:
            services.answer_assistance(
                queries.any_request(number), take_on=take_on, words="Svar.",
                by=person(officer), at=NOW,
            )  # fmt: skip

        return act

    results = at_once(app, answer(take_on=True), answer(take_on=False))
    assert [type(one) for one in results if one is not None] == [RuleBrokenError]
