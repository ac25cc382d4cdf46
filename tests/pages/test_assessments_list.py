"""The work list: fifty a page, filtered, and the same number of queries however long it is."""

from datetime import date

import pytest
from flask import Flask

from accounts.models import Role
from accounts.queries import person
from assessments import queries, services
from assessments.models import Task
from foundation import clock, outbox
from grants.models import Call
from tests.builders.accounts import a_person, an_administrator
from tests.builders.applications import a_ready_draft
from tests.builders.assessments import (
    a_collaboration_of,
    a_staffed_case,
    a_submitted_case,
    an_assessed_case,
    an_officer,
    many_cases,
    officers,
)
from tests.builders.grants import INTRODUCTION, a_call, terms
from tests.databases import ON_BOTH
from tests.querycount import asked
from tests.web import Page, Web


@pytest.fixture
def call(app: Flask) -> Call:
    del app
    return a_call(an_administrator())


def numbers_on(page: Page) -> list[str]:
    return [cell.get_text().strip() for cell in page.select("tbody th[scope=row]")]


def address_of(page: Page, way: str) -> str:
    link = page.select_one(f"a[rel={way}]")
    assert link is not None
    return str(link["href"])


@ON_BOTH
def test_the_list_is_paged_there_and_back(web: Web, call: Call) -> None:
    many_cases(call, 120)
    web.log_in(an_officer())
    everything = [f"2025/{one:05d}" for one in range(120, 0, -1)]

    first = web.open("/saker")
    second = web.open(address_of(first, "next"))
    third = web.open(address_of(second, "next"))
    assert numbers_on(first) + numbers_on(second) + numbers_on(third) == everything
    assert third.select_one("a[rel=next]") is None
    assert first.select_one("a[rel=prev]") is None
    back = web.open(address_of(third, "prev"))
    assert numbers_on(back) == numbers_on(second)


def test_a_bookmark_that_no_page_gave_is_not_found(web: Web, call: Call) -> None:
    many_cases(call, 1)
    web.log_in(an_officer())
    web.open("/saker?after=nonsense", status=404)


def test_the_list_asks_as_often_for_fifty_as_for_one(web: Web, call: Call) -> None:
    officer = an_officer()
    cases = queries.cases_by_id(many_cases(call, 60))
    wishes = [services.Wish(one, officer, Task.HANDLE) for one in cases]
    assert services.assign_many(wishes, by=officer, at=clock.now()) == ()
    web.log_in(officer)

    def questions(address: str) -> int:
        with asked() as heard:
            page = web.open(address)
        assert officer.name in page.get_text()
        return heard.number

    one = "text=2025/00001"
    assert questions("/saker") == questions("/saker?step=submitted") <= 6
    assert questions("/saker?text=prosjekt") == questions(f"/saker?{one}") <= 7
    assert questions("/saker?whose=late") == questions(f"/saker?whose=late&{one}") <= 12
    assert questions("/saker?sort=score") == questions("/saker?sort=score&step=submitted") <= 6
    assert len(numbers_on(web.open("/saker"))) == 50


def test_the_case_page_asks_a_fixed_number_of_questions(web: Web, call: Call) -> None:
    team = officers()
    case = an_assessed_case(team, call)
    web.log_in(case.handler)
    with asked() as heard:
        web.open(f"/saker/{case.application.id}")
    assert heard.number <= 51


@ON_BOTH
def test_one_finds_ones_own_cases_and_those_that_lack_somebody(web: Web, call: Call) -> None:
    me, other = officers(2)
    mine, theirs, nobodys = queries.cases_by_id(many_cases(call, 3))
    services.assign(mine, me, Task.ASSESS, by=me, at=clock.now())
    for officer in (me, other):
        services.assign(theirs, officer, Task.ASSESS, by=me, at=clock.now())
    services.assign(theirs, other, Task.HANDLE, by=me, at=clock.now())
    wanted = {
        "all": [nobodys, theirs, mine],
        "mine": [theirs, mine],
        "unassigned": [nobodys, mine],
        "understaffed": [nobodys, mine],
    }
    web.log_in(me)
    for whose, cases in wanted.items():
        numbers = [str(one.case_number) for one in cases]
        assert numbers_on(web.open(f"/saker?whose={whose}")) == numbers, whose


@ON_BOTH
def test_the_list_is_filtered_by_call_step_and_text(web: Web, call: Call) -> None:
    other_call = a_call(an_administrator("Arne Andre"), terms(code="innforing-2026"), INTRODUCTION)
    many_cases(call, 2)
    case = a_staffed_case(call=other_call)
    services.ask_for_more(
        case.application, text="Send mer.", due_on=date(2026, 4, 1), by=case.handler, at=clock.now()
    )
    outbox.work_until_empty(clock.now())
    number = str(case.application.case_number)
    web.log_in(case.handler)

    assert numbers_on(web.open(f"/saker?call={other_call.id}")) == [number]
    assert numbers_on(web.open("/saker?step=incomplete")) == [number]
    assert numbers_on(web.open(f"/saker?text={number}")) == [number]
    assert numbers_on(web.open("/saker?text=storVIK")) == ["2025/00002", "2025/00001"]
    assert "Ingen saker passer utvalget." in web.open("/saker?text=finnesikke").get_text()


def test_a_filter_that_does_not_exist_is_told_and_limits_nothing(web: Web, call: Call) -> None:
    many_cases(call, 1)
    web.log_in(an_officer())
    page = web.open("/saker?step=nonsense&call=x&whose=y")
    assert numbers_on(page) == ["2025/00001"]
    assert "Noe må rettes" in page.get_text()


@ON_BOTH
def test_a_draft_is_not_in_the_list(web: Web, call: Call) -> None:
    a_ready_draft(a_collaboration_of(call, 0))
    web.log_in(an_officer())
    assert numbers_on(web.open("/saker")) == []


def test_an_auditor_sees_the_list_without_boxes(web: Web, call: Call) -> None:
    many_cases(call, 1)
    web.log_in(person(a_person(Role.AUDITOR, name="Randi Revisor").id))
    page = web.open("/saker")
    assert numbers_on(page) == ["2025/00001"]
    assert page.select("tbody input") == []


def test_an_applicant_has_no_such_list(web: Web, call: Call) -> None:
    application = a_submitted_case(call)
    signatory = person(application.submitted_by_id or 0)
    web.log_in(signatory)
    web.open("/saker", status=403)
