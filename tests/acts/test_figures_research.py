"""What research gets: what is decided and sent out, each grant once, and nothing that is not."""

import json
from collections import Counter
from itertools import product

from flask import Flask
from sqlalchemy import text

from figures.asking import asked_for
from foundation.database import db
from tests.builders.figures import Year, a_year
from tests.figuring import GRANTED, PAID, booked_as, content, ore, read_csv, typed


def records(table: str, file_format: str, year: str | None = None) -> list[dict[str, object]]:
    extract = asked_for(table, year=year, file_format=file_format)
    written = content(extract).decode()
    if file_format == "csv":
        return [dict(one) for one in read_csv(written, ",")]
    answer = json.loads(written)
    assert answer["rows"] == extract.count.rows == len(answer["data"])
    control = answer["control"]
    assert control["sum"] == extract.count.control_sum
    assert control["sum"] == sum(one[control["column"]] for one in answer["data"])
    return list(answer["data"])


def test_research_gets_what_is_sent_out_and_what_was_withdrawn_beside_it_and_no_more(
    app: Flask,
) -> None:
    del app
    year = a_year()
    known = {year.grant.application.case_number}
    hidden = [year.signed, year.undecided]
    tables = ("applications", "participants", "decisions", "payments")
    for table, file_format in product(tables, ("json", "csv")):
        found = records(table, file_format)
        assert {one["case_number"] for one in found} == known, table
    for table, file_format in product((*tables, "kommuner"), ("json", "csv")):
        written = content(asked_for(table, year=None, file_format=file_format)).decode()
        for case in hidden:
            assert str(case.case_number) not in written
            assert case.title not in written
    granted = ore("SELECT sum(amount) FROM decision WHERE published_at IS NOT NULL")
    assert sum(number(one["granted_ore"]) for one in records("decisions", "json")) == granted
    assert sum(number(one["amount_ore"]) for one in records("payments", "csv")) == booked_as(
        None, "payment", "payment_return"
    )
    assert {one["published_on"] for one in records("decisions", "json")} == {"2026-05-04"}
    assert ore("SELECT count(*) FROM decision WHERE signed_at IS NOT NULL") == 2

    withdraw(year)
    results = {one["result"] for one in records("applications", "json")}
    assert results == {year.grant.decision.outcome.value, "withdrawn"}


def number(value: object) -> int:
    return int(str(value))


def withdraw(year: Year) -> None:
    """Let a case of the call that is sent out be withdrawn, as the journal would have it."""
    with db.session.begin_nested():
        db.session.execute(
            text("UPDATE application SET step = 'withdrawn', call_id = :call WHERE id = :id"),
            {"call": year.grant.application.call_id, "id": year.undecided.id},
        )
    db.session.commit()


def test_the_panel_has_each_kommune_each_year_and_counts_no_grant_twice(app: Flask) -> None:
    del app
    year = a_year()
    panel = records("kommuner", "json")
    places = ore("SELECT count(*) FROM municipality_version")
    assert len(panel) == places * 5
    for one in ("granted_as_lead_ore", "paid_as_lead_ore"):
        by_year = {number(row["year"]): 0 for row in panel}
        for row in panel:
            by_year[number(row["year"])] += number(row[one])
        query = GRANTED if one.startswith("granted") else PAID
        assert by_year == {each: ore(typed(query), year=each) for each in by_year}
    taking_part = {
        str(row["name"]): (row["applications_as_lead"], row["awards_taking_part"])
        for row in panel
        if row["year"] == 2026 and row["applications_taking_part"]
    }
    lead, *others = (one.organisation.name for one in year.grant.application.partners)
    assert taking_part == {lead: (1, 1), **dict.fromkeys(others, (0, 1))}
    inhabitants = {row["year"]: row["inhabitants"] for row in panel if row["name"] == lead}
    assert inhabitants == {2024: None, 2025: None, 2026: 4321, 2027: None, 2028: None}


def test_who_applied_together_is_told_and_the_shares_add_up(app: Flask) -> None:
    del app
    year = a_year()
    found = records("participants", "json")
    partners = {one.organisation.name: one for one in year.grant.application.partners}
    case = [one for one in found if one["case_number"] == year.grant.application.case_number]
    assert [one["organisation"] for one in case] == list(partners)
    assert {one["role"] for one in case} == {"lead", "participant"}
    assert [one["hours"] for one in case] == [one.effort_hours for one in partners.values()]
    for share, of in (("granted_share_ore", "granted_ore"), ("paid_share_ore", "amount_ore")):
        table = "decisions" if of == "granted_ore" else "payments"
        by_case: Counter[object] = Counter()
        for one in records(table, "json"):
            by_case[one["case_number"]] += number(one[of])
        for one in found:
            by_case[one["case_number"]] -= number(one[share])
        assert set(by_case.values()) == {0}, share
    asked = ore(
        "SELECT sum(amount) FROM budget_line JOIN partner p ON p.id = partner_id "
        "WHERE source = 'grant' AND p.application_id = :id",
        id=year.grant.application.id,
    )
    assert sum(number(one["asked_ore"]) for one in case) == asked > 0
    whole = sum(number(one["granted_share_ore"]) for one in case)
    for one in case:
        if one["role"] == "participant":
            assert number(one["granted_share_ore"]) == whole * number(one["asked_ore"]) // asked


def test_answers_are_compared_by_code_and_version_and_nothing_that_was_written_is_told(
    app: Flask,
) -> None:
    del app
    year = a_year()
    case = year.grant.application
    questions = {one.code: one.id for one in case.call.questions}
    with db.session.begin_nested():
        db.session.execute(
            text("UPDATE answer SET irrelevant_because = 'hemmelig' WHERE question_id = :id"),
            {"id": questions["NULL-01"]},
        )
        db.session.execute(
            text("UPDATE answer SET value = 'nei' WHERE question_id = :id"),
            {"id": questions["FIN-02"]},
        )
    db.session.commit()
    found = {str(one["code"]): one for one in records("answers", "json")}
    assert {one["case_number"] for one in found.values()} == {case.case_number}
    assert found.keys() == questions.keys()
    assert (found["BEHOV-01"]["version"], found["BEHOV-01"]["status"]) == (2, "answered")
    assert (found["BEHOV-01"]["value"], found["BEHOV-01"]["size"]) == (None, 32)
    assert (found["JOURNAL-01"]["value"], found["SYST-01"]["size"]) == ("4", 1)
    assert found["NULL-01"]["status"] == "irrelevant"
    assert (found["FIN-03"]["status"], found["FIN-03"]["amount_ore"]) == ("not_asked", 0)
    assert found["PERS-05"]["status"] == "unanswered"
    written = content(asked_for("answers", year=None, file_format="csv")).decode()
    assert "hemmelig" not in written
    assert "Kommunene har" not in written
