"""What officers work from: late and waiting cases, filters as chips, saved views, and fair shares."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from flask import Flask

from accounts.models import Person
from applications.messages.models import Message, Side
from applications.models import Application, Event
from assessments import queries, services
from assessments.lists.choice import Choice, Sort, Whose, read
from assessments.lists.lateness import INTERIM_REPLY_SENT, delays_of
from assessments.lists.services import set_marking_date
from assessments.models import Task
from assessments.queries.worklist import work_page
from criteria.impartiality import View
from criteria.lateness import Late, last_month_before, month_after
from decisions.notes import CaseNote
from foundation import clock
from foundation.columns import JsonValue
from foundation.database import db, transaction
from foundation.errors import TilsagnError
from grants.models import Call
from tests.builders.accounts import an_administrator
from tests.builders.assessments import (
    a_staffed_case,
    a_submitted_case,
    an_assessed_case,
    an_eligible_case,
    an_officer,
    many_cases,
    officers,
)
from tests.builders.grants import a_call
from tests.databases import ON_BOTH
from tests.races import at_once
from tests.web import Page, Web


@pytest.fixture
def call(app: Flask) -> Call:
    del app
    return a_call(an_administrator())


@pytest.fixture
def in_june(app: Flask) -> Iterator[datetime]:
    """Move on to the first of June, whenever it was."""
    del app
    with clock.frozen(datetime(2026, 6, 1, 9, tzinfo=clock.OSLO)):
        yield clock.now()


def listed(page: Page) -> list[str]:
    return [cell.get_text().strip() for cell in page.select("tbody th[scope=row]")]


def shown(page: Page) -> str:
    return " ".join(page.get_text().split())


def late_in(person: Person, **asked: str) -> list[tuple[str, ...]]:
    page = work_page(person, read({"whose": "late", **asked}))
    return [tuple(one.what.value for one in page.delays[row.id]) for row in page.rows]


def test_a_month_is_reckoned_as_people_do() -> None:
    assert month_after(date(2026, 1, 31)) == date(2026, 2, 28)
    assert month_after(date(2026, 12, 15)) == date(2027, 1, 15)
    for number in range(800):
        day = date(2026, 1, 1) + timedelta(days=number)
        last = last_month_before(day)
        assert month_after(last) < day <= month_after(last + timedelta(days=1))


def test_a_case_without_a_reply_is_late_the_day_after_a_month(web: Web) -> None:
    case = a_submitted_case()
    officer = an_officer()
    web.log_in(officer)
    with clock.frozen(datetime(2026, 4, 2, 23, 59, tzinfo=clock.OSLO)):
        assert listed(web.open("/saker?whose=late")) == []
    with clock.frozen(datetime(2026, 4, 3, 0, 0, tzinfo=clock.OSLO)):
        web.log_in(officer)
        page = web.open("/saker?whose=late")
        assert listed(page) == [case.case_number]
        assert "Søkeren skulle hatt svar eller foreløpig svar 2. april 2026" in shown(page)


@ON_BOTH
def test_each_row_says_what_is_late_and_what_has_waited_longest_comes_first(
    call: Call, in_june: datetime
) -> None:
    with clock.frozen(datetime(2026, 3, 2, 10, tzinfo=clock.OSLO)):
        team = officers()
        set_marking_date(call, due_on=date(2026, 4, 20), by=team[0], at=clock.now())
        marked = an_eligible_case(team, call, 1)
        asked = a_staffed_case(team, call, 2)
        services.ask_for_more(
            asked.application, text="Send mer.", due_on=date(2026, 3, 20), by=team[0], at=clock.now()
        )
        _replied(marked.application, asked.application)
        quiet = a_staffed_case(team, call, 3)
        _replied(quiet.application)
        _ask(quiet.application)
    del in_june
    assert late_in(team[0]) == [("question",), ("supplement",), ("marks", "marks")]
    assert late_in(team[0], officer=str(team[1].id)) == late_in(team[0])
    delays = delays_of([marked.application.id])[marked.application.id]
    assert [one.due_on for one in delays] == [date(2026, 4, 20)] * 2
    assert {one.name for one in delays} == {one.name for one in marked.assessors}


def _replied(*applications: Application) -> None:
    with transaction():
        for one in applications:
            db.session.add(_reply(one))


def test_an_interim_reply_is_known_by_what_it_leaves_in_the_journal() -> None:
    assert CaseNote.INTERIM_REPLY.value == INTERIM_REPLY_SENT


@ON_BOTH
def test_marks_that_are_finished_are_not_late(call: Call, in_june: datetime) -> None:
    with clock.frozen(datetime(2026, 3, 2, 10, tzinfo=clock.OSLO)):
        team = officers()
        set_marking_date(call, due_on=date(2026, 4, 20), by=team[0], at=clock.now())
        case = an_assessed_case(team, call)
    del in_june
    kinds = {one.what for one in delays_of([case.application.id])[case.application.id]}
    assert kinds == {Late.INTERIM_REPLY}


def test_what_waits_for_a_person_says_what_to_do(web: Web, call: Call) -> None:
    team = officers()
    a_staffed_case(team, call, 1)
    an_eligible_case(team, call, 2)
    undeclared = a_submitted_case(call, 3)
    services.assign(undeclared, team[1], Task.ASSESS, by=team[0], at=clock.now())

    web.log_in(team[0])
    page = web.open("/saker?whose=waiting")
    assert len(listed(page)) == 1
    assert "Gjør formell kontroll" in shown(page)
    web.log_in(team[1])
    page = web.open("/saker?whose=waiting")
    assert len(listed(page)) == 2
    assert "Vurder søknaden" in shown(page)
    assert "Svar om du er habil" in shown(page)


@ON_BOTH
def test_scores_order_only_the_cases_that_are_open(call: Call) -> None:
    team = officers()
    low = an_assessed_case(team, call, 1, points=2)
    high = an_assessed_case(team, call, 2, points=5)
    stranger = an_officer("Stig Stranger")
    by_score = Choice(sort=Sort.SCORE)

    def order(person: Person) -> list[int]:
        return [row.id for row in work_page(person, by_score).rows]

    assert order(team[0]) == [high.application.id, low.application.id]
    services.declare(low.application, View.IMPARTIAL, by=stranger, at=clock.now())
    assert order(stranger) == [low.application.id, high.application.id]


@ON_BOTH
@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("words", ["", "prosjekt"])
def test_every_order_is_paged_there_and_back(call: Call, sort: Sort, words: str) -> None:
    many_cases(call, 120)
    officer = an_officer("Sigrid")
    choice = read({"sort": sort.value, "text": words})
    first = work_page(officer, choice)
    second = work_page(officer, choice, after=first.after)
    third = work_page(officer, choice, after=second.after)
    rows = [row.id for page in (first, second, third) for row in page.rows]
    assert len(set(rows)) == len(rows) == 120
    assert work_page(officer, choice, before=third.before).rows == second.rows


@ON_BOTH
def test_a_list_is_narrowed_and_each_filter_can_be_taken_away(web: Web, call: Call) -> None:
    many_cases(call, 3)
    web.log_in(an_officer())
    page = web.open("/saker?least=1000002&most=1+000+002,00&county=Oslo&text=prosjekt")
    assert listed(page) == []
    chips = {link.get_text(" ", strip=True): link["href"] for link in page.select(".chips a")}
    assert "Ta bort Fylke: Oslo ×" in chips
    page = web.open(str(chips["Ta bort Fylke: Oslo ×"]))
    assert listed(page) == ["2025/00002"]
    full = web.open("/saker/filtre?least=1000002")
    assert [one["value"] for one in full.select("input[name=least]")] == ["1000002"]


@ON_BOTH
def test_the_formal_control_and_the_officer_narrow_the_list(call: Call) -> None:
    team = officers()
    fit = an_eligible_case(team, call, 1)
    a_submitted_case(call, 2)

    def found(**asked: str) -> list[int]:
        return [row.id for row in work_page(team[0], read(asked)).rows]

    assert found(finding="fit") == found(officer=str(team[1].id)) == [fit.application.id]
    assert fit.application.id not in found(finding="not_examined")
    assert found(finding="stopped") == found(finding="overruled") == []
    assert found(size="above_20000") == []
    assert len(found(whose="all")) == 2
    assert found(whose=Whose.MINE.value) == [fit.application.id]


def test_a_choice_is_kept_shared_opened_with_and_let_go(web: Web, call: Call) -> None:
    many_cases(call, 1)
    one, other = officers(2)
    web.log_in(one)
    page = web.send("/saker/visninger?step=eligible&sort=oldest", name="Til vurdering", shared=True)
    assert "Visningen er lagret." in shown(page)
    assert next(one.get_text() for one in page.select(".tabs a")) == "Til vurdering"
    page = web.send("/saker/visninger?step=submitted", name="Til vurdering")
    assert "Du har allerede en visning som heter «Til vurdering»." in shown(page)

    web.log_in(other)
    page = web.open("/saker/visninger")
    assert f"Delt av {one.name}" in shown(page)
    web.send("/saker/visninger", press="Åpne denne først – Til vurdering")
    assert listed(web.open("/saker")) == []
    web.open("/saker/visninger/1", status=404)

    web.log_in(one)
    web.send("/saker/visninger/1", name="Min egen", shared=False)
    assert "Min egen" in shown(web.open("/saker"))
    web.log_in(other)
    assert listed(web.open("/saker")) == ["2025/00001"]
    web.log_in(one)
    page = web.send("/saker/visninger", press="Slett – Min egen")
    assert "Ingen visninger er lagret." in shown(page)


def test_a_date_for_marks_is_set_ahead(web: Web, call: Call) -> None:
    web.log_in(an_officer())
    page = web.send(f"/saker/vurderingsfrister/{call.id}", due_on="2026-03-02")
    assert "Datoen må være etter i dag." in shown(page)
    page = web.send(f"/saker/vurderingsfrister/{call.id}", due_on="2026-05-02")
    assert "2. mai 2026" in shown(page)


def test_a_suggestion_leaves_out_who_is_hindered_and_can_be_changed(web: Web, call: Call) -> None:
    team = officers(4)
    cases = [a_submitted_case(call, place) for place in (1, 2)]
    services.declare(cases[0], View.PARTIAL, reason="Søster.", by=team[3], at=clock.now())
    web.log_in(team[0])
    page = web.open("/saker/fordel?all=ja&whose=unassigned")
    assert f"{team[3].name}: Den som har meldt seg inhabil" in shown(page)
    first = cases[0].id
    page = web.send(
        "/saker/fordel?all=ja&whose=unassigned", press="Lagre fordelingen",
        more={f"handle-{first}": str(team[1].id), f"assess-{first}": ["", str(team[2].id)]},
    )  # fmt: skip
    assert "5 oppgaver er fordelt." in shown(page)
    there = {(one.person_id, one.task) for one in queries.assignments_of(first)}
    assert there == {(team[1].id, Task.HANDLE), (team[2].id, Task.ASSESS)}
    assert len(queries.assignments_of(cases[1].id)) == 3


def test_a_case_that_was_staffed_meanwhile_is_left_and_told(call: Call) -> None:
    team = officers(4)
    case = a_submitted_case(call)
    plans = [
        services.CasePlan(case, frozenset(), (services.Wish(case, team[1], Task.HANDLE),))
    ]
    services.assign(case, team[2], Task.HANDLE, by=team[0], at=clock.now())
    refused = services.staff_as_planned(plans, by=team[0], at=clock.now())
    assert len(refused) == 1
    assert [one.person_id for one in queries.assignments_of(case.id)] == [team[2].id]


@ON_BOTH
def test_of_two_who_save_at_once_one_is_told(app: Flask, call: Call) -> None:
    team = officers(4)
    ids = [a_submitted_case(call, place).id for place in (1, 2)]
    by, first, second = (one.id for one in team[:3])

    def save(order: list[int], handler: int) -> int:
        people = {one.person.id: one.person for one in queries.loads()}
        cases = {one.id: one for one in queries.cases_by_id(order)}
        plans = [
            services.CasePlan(
                cases[one], frozenset(),
                (services.Wish(cases[one], people[handler], Task.HANDLE),),
            )
            for one in order
        ]  # fmt: skip
        return len(services.staff_as_planned(plans, by=people[by], at=clock.now()))

    told: list[int | TilsagnError] = at_once(
        app, lambda: save(ids, first), lambda: save(ids[::-1], second)
    )
    assert sorted(told, key=str) == [0, 2]
    handlers = {queries.assignments_of(one)[0].person_id for one in ids}
    assert len(handlers) == 1


def _reply(application: Application) -> Event:
    return Event(
        application_id=application.id, act=None, kind=INTERIM_REPLY_SENT, step_from=None, step_to=None,
        at=clock.now(), person_id=None, public=True, detail=JsonValue(),
    )  # fmt: skip


def _ask(application: Application) -> None:
    with transaction():
        db.session.add(
            Message(
                application_id=application.id, side=Side.APPLICANT,
                organisation_id=application.partners[0].organisation_id,
                person_id=application.created_by_id, sent_at=clock.now(), body="Når får vi svar?",
            )
        )  # fmt: skip
