"""The office's list of cases: filters, pages by keys, one query served by an index."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import event

from accounts.models import Organisation, Person
from applications import queries
from applications.models import Application, Partner, PartnerRole
from applications.queries import CaseFilters, CasePage, case_page
from applications.queries.caseorder import BookmarkError
from applications.searching.keeping import keep_text
from criteria.steps import Step
from foundation import clock
from foundation.database import db, transaction
from foundation.money import kroner
from grants.models import Call
from tests.builders.accounts import an_administrator
from tests.builders.applications import a_kommune, a_signatory
from tests.builders.grants import INTRODUCTION, a_call, terms

NOBODY = CaseFilters()


@pytest.fixture
def anne(app: Flask) -> Person:
    del app
    return an_administrator()


def cases(call: Call, lead: Organisation, by: Person, number: int, first: int = 1) -> None:
    """Write cases straight into the tables: the list does not care how they came there."""
    with transaction():
        for place in range(first, first + number):
            row = Application(
                call_id=call.id, title=f"Prosjekt {place}", asked=kroner(place), step=Step.SUBMITTED,
                case_number=f"2026/{place:05d}", created_at=clock.now(), created_by_id=by.id,
                submitted_at=clock.now() + timedelta(seconds=place // 2), submitted_by_id=by.id,
            )  # fmt: skip
            db.session.add(row)
            db.session.flush()
            db.session.add(
                Partner(
                    application_id=row.id, organisation_id=lead.id, role=PartnerRole.LEAD,
                    invited_at=clock.now(),
                )
            )
            db.session.flush()
            keep_text([row.id])


@pytest.fixture
def twelve(anne: Person) -> Call:
    call, lead = a_call(anne), a_kommune("Ålesund")
    cases(call, lead, a_signatory(lead, "Åse Ålesund"), 12)
    return call


def numbers(page: CasePage) -> list[int]:
    return [int(row.case_number[-5:]) for row in page.rows]


@pytest.mark.usefixtures("twelve")
def test_the_newest_come_first_and_pages_lead_on_and_back() -> None:
    first = case_page(NOBODY, size=5)
    second = case_page(NOBODY, after=first.after, size=5)
    third = case_page(NOBODY, after=second.after, size=5)

    assert [numbers(one) for one in (first, second, third)] == [
        [12, 11, 10, 9, 8], [7, 6, 5, 4, 3], [2, 1],
    ]  # fmt: skip
    assert (first.before, third.after) == (None, None)
    assert numbers(case_page(NOBODY, before=third.before, size=5)) == [7, 6, 5, 4, 3]
    back = case_page(NOBODY, before=second.before, size=5)
    assert (numbers(back), back.before) == ([12, 11, 10, 9, 8], None)


def test_a_page_stays_while_new_cases_come_in(twelve: Call, anne: Person) -> None:
    first = case_page(NOBODY, size=5)
    lead = a_kommune("Storvik", number="4650")
    cases(twelve, lead, anne, 3, first=13)
    assert numbers(case_page(NOBODY, after=first.after, size=5)) == [7, 6, 5, 4, 3]


def test_the_list_is_narrowed_by_call_step_and_text(twelve: Call, anne: Person) -> None:
    other = a_call(anne, terms(code="innforing-2026"), INTRODUCTION)
    lead = a_kommune("Storvik", number="4650")
    cases(other, lead, anne, 2, first=13)

    def found(filters: CaseFilters) -> list[int]:
        return numbers(case_page(filters))

    assert found(CaseFilters(call_id=other.id)) == [14, 13]
    assert found(CaseFilters(call_id=twelve.id, text="prosjekt 12")) == [12]
    assert found(CaseFilters(step=Step.ELIGIBLE)) == []
    assert found(CaseFilters(step=Step.SUBMITTED, call_id=other.id)) == [14, 13]
    assert found(CaseFilters(text="2026/00007")) == [7]
    assert found(CaseFilters(text="  storvik ")) == [14, 13]
    assert found(CaseFilters(text="åles")) == list(range(12, 0, -1))
    assert found(CaseFilters(text="100 %")) == []


def test_a_draft_is_not_on_the_list(twelve: Call, anne: Person) -> None:
    with transaction():
        db.session.add(
            Application(
                call_id=twelve.id, title="Utkast", created_at=clock.now(), created_by_id=anne.id
            )
        )
    assert len(case_page(NOBODY).rows) == 12


@pytest.mark.usefixtures("twelve")
@pytest.mark.parametrize("bookmark", ["", "x", "2026-01-01_1", "2026-01-01T00:00:00+00:00_x"])
def test_a_bookmark_that_no_page_gave_is_refused(bookmark: str) -> None:
    with pytest.raises(BookmarkError):
        case_page(NOBODY, after=bookmark)


@contextmanager
def heard() -> Iterator[list[tuple[str, tuple[str | int, ...]]]]:
    """Listen to the questions that the database gets, with their values."""
    found: list[tuple[str, tuple[str | int, ...]]] = []

    def hear(
        _connection: object, _cursor: object, statement: str, values: tuple[str | int, ...],
        *_more: object,
    ) -> None:  # fmt: skip
        if statement.startswith("SELECT"):
            found.append((statement, values))

    event.listen(db.engine, "before_cursor_execute", hear)
    try:
        yield found
    finally:
        event.remove(db.engine, "before_cursor_execute", hear)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_page_is_one_query_that_an_index_puts_in_order(twelve: Call) -> None:
    for filters in (
        NOBODY, CaseFilters(call_id=twelve.id), CaseFilters(step=Step.SUBMITTED),
        CaseFilters(text="prosjekt"), CaseFilters(least=kroner(1), most=kroner(9)),
    ):  # fmt: skip
        with heard() as asked:
            bookmark = case_page(filters, size=5).after
            case_page(filters, size=5, after=bookmark)
        assert len(asked) == 2
        for statement, parameters in asked:
            plan = db.session.connection().exec_driver_sql(
                f"EXPLAIN QUERY PLAN {statement}", parameters
            )
            steps = " ".join(str(row[-1]) for row in plan)
            index = "case_index VIRTUAL TABLE" if filters.text else "USING INDEX ix_application_"
            assert index in steps, steps
            assert "TEMP B-TREE" not in steps, steps


def test_the_office_reads_a_case_whole(twelve: Call) -> None:
    row = case_page(NOBODY).rows[0]
    case = queries.any_application(row.id)
    assert case.call.id == twelve.id
    assert [one.organisation.name for one in case.partners] == ["Ålesund"]
    assert queries.applications_by_id([row.id])[0].id == row.id
