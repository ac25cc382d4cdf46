"""The tables for research on marks, reports and distance to the line, held against other queries."""

import json
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest
from flask import Flask
from jsonstat_validator import validate_jsonstat
from sqlalchemy import text

from accounts.models import Organisation
from criteria.persons import may_be_told
from figures.asking import asked_for
from figures.catalogue.research import KOMMUNER
from figures.refusals import AskRefusal
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from tests.acts.test_figures_research import number, records
from tests.builders.figures import Year, a_year
from tests.builders.followup import an_approved_report
from tests.figuring import content, ore

MARKS = """SELECT sum(m.points) FROM mark m JOIN assessment s ON s.id = m.assessment_id
    JOIN decision d ON d.application_id = s.application_id AND d.published_at IS NOT NULL"""


def test_an_application_has_its_score_and_how_far_it_was_from_the_line(app: Flask) -> None:
    del app
    year = a_year()
    (row,) = records("applications", "json")
    (line,) = db.session.execute(
        text("SELECT score, place FROM proposal_line WHERE application_id = :id"),
        {"id": year.grant.application.id},
    )
    assert (row["score"], row["place"]) == (float(line.score), line.place)
    assert row["distance_to_line"] == 0
    with transaction():
        db.session.execute(
            text("UPDATE proposal_line SET score = 60.25, amount = 0 WHERE application_id = :id"),
            {"id": year.grant.application.id},
        )
        proposal = db.session.scalar(
            text("SELECT proposal_id FROM proposal_line WHERE application_id = :id"),
            {"id": year.grant.application.id},
        )
        db.session.execute(
            text(
                "INSERT INTO proposal_line (proposal_id, application_id, place, score, asked,"
                " rate_percent, amount, reason, added, supplements) SELECT proposal_id, :other, 99,"
                " 72.5, asked, rate_percent, asked, reason, 0, supplements FROM proposal_line"
                " WHERE application_id = :id"
            ),
            {"id": year.grant.application.id, "other": year.undecided.id},
        )
    assert proposal is not None
    (row,) = records("applications", "json")
    assert (row["score"], row["line_score"], row["distance_to_line"]) == (60.25, 72.5, -12.25)


def test_marks_are_told_without_names_and_only_where_three_or_more_have_read(app: Flask) -> None:
    del app
    year = a_year()
    few = records("marks", "json")
    readers = ore("SELECT count(DISTINCT person_id) FROM assessment")
    assert readers == 2
    assert not may_be_told(readers)
    assert sum(number(one["weight"]) for one in few) == 100
    assert {(one["reading"], one["points"]) for one in few} == {(None, None)}

    a_third_reads_a_decided_case(year)
    rows = records("marks", "json")
    assert sum(number(one["points"]) for one in rows) == ore(MARKS)
    assert sorted(number(one["reading"]) for one in rows) == sorted([1, 2] * len(few))
    by_criterion: dict[object, list[int]] = {}
    for one in rows:
        by_criterion.setdefault(one["criterion"], []).append(number(one["points"]))
    assert all(points == sorted(points) for points in by_criterion.values())
    assert not {"name", "person", "person_id", "assessor"} & set(rows[0])


def a_third_reads_a_decided_case(year: Year) -> None:
    """Let a third have read another decided case of the call, with no mark that counts in a score."""
    with transaction():
        db.session.execute(
            text(
                "INSERT INTO assessment (application_id, person_id, round, begun_at, finished_at)"
                " SELECT application_id, :person, 2, begun_at, finished_at FROM assessment"
                " WHERE application_id = :id AND finished_at IS NOT NULL LIMIT 1"
            ),
            {"person": year.controller.id, "id": year.grant.application.id},
        )


def test_a_report_is_told_from_the_day_it_is_owed_and_its_sums_when_it_is_approved(
    app: Flask,
) -> None:
    del app
    year = a_year()
    owed = records("reports", "json")
    assert len(owed) == ore(
        "SELECT count(*) FROM duty JOIN decision d USING (application_id) WHERE d.published_at IS NOT NULL"
    )
    assert {(one["status"], one["spent_ore"]) for one in owed} == {("owed", 0)}
    report = an_approved_report(year.grant)
    (told,) = [one for one in records("reports", "csv") if one["status"] == "approved"]
    spent = ore("SELECT sum(spent) FROM account_line WHERE report_id = :id", id=report.id)
    assert number(told["spent_ore"]) == spent > 0
    assert report.reviewed_at is not None
    assert told["approved_on"] == clock.in_oslo(report.reviewed_at).date().isoformat()
    assert (told["versions"], told["kind"]) == ("1", "annual")


def test_kommuner_of_then_add_up_in_the_codes_of_now(app: Flask) -> None:
    del app
    year = a_year()
    then = records("kommuner", "json")
    lead, other = (one.organisation for one in year.grant.application.partners[:2])
    merge(other, lead)
    found = content(asked_for("kommuner", year="2026", file_format="json", codes="now"))
    now = {one["name"]: one for one in json.loads(found)["data"]}
    assert other.name not in now
    before = {one["name"]: one for one in then if one["year"] == 2026}
    assert now[lead.name]["applications_taking_part"] == 2
    assert now[lead.name]["inhabitants"] == 2 * number(before[lead.name]["inhabitants"])
    assert now[lead.name]["number"] == now[lead.name]["number_now"] == before[lead.name]["number"]
    for measure in ("granted_as_lead_ore", "paid_as_lead_ore", "awards_taking_part"):
        assert sum(one[measure] for one in now.values()) == sum(
            number(one[measure]) for one in before.values()
        )
    still = records("kommuner", "json", "2026")
    assert {one["name"]: one["number_now"] for one in still}[other.name] == now[lead.name]["number"]


def merge(old: Organisation, into: Organisation) -> None:
    """Let a kommune have gone into another yesterday."""
    day = clock.today() - timedelta(days=1)
    with transaction():
        db.session.execute(
            text("UPDATE municipality_version SET valid_to = :day WHERE organisation_id = :id"),
            {"day": (day - timedelta(days=1)).isoformat(), "id": old.id},
        )
        numbers = {
            row.organisation_id: row.number
            for row in db.session.execute(
                text("SELECT organisation_id, number FROM municipality_version")
            )
        }
        db.session.execute(
            text(
                "INSERT INTO municipality_change (changed_on, kind, old_number, old_name, new_number,"
                " new_name) VALUES (:day, 'merger', :old, 'Gammel', :new, 'Ny')"
            ),
            {"day": day.isoformat(), "old": numbers[old.id], "new": numbers[into.id]},
        )
        db.session.execute(
            text(
                "INSERT INTO municipality_version (organisation_id, number, name, official_name,"
                " county_number, county_name, valid_from) SELECT organisation_id, number, name,"
                " official_name, county_number, county_name, :day FROM municipality_version"
                " WHERE organisation_id = :id"
            ),
            {"day": day.isoformat(), "id": into.id},
        )
        db.session.execute(
            text(
                "UPDATE municipality_version SET valid_to = :before WHERE organisation_id = :id"
                " AND valid_from < :day"
            ),
            {
                "before": (day - timedelta(days=1)).isoformat(), "day": day.isoformat(),
                "id": into.id,
            },
        )  # fmt: skip


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_panel_is_a_cube_that_validates_and_holds_the_same_numbers(app: Flask) -> None:
    del app
    a_year()
    cube = json.loads(content(asked_for("kommuner", year=None, file_format="jsonstat")))
    assert validate_jsonstat(cube)
    rows = records("kommuner", "json")
    measures = list(cube["dimension"]["ContentsCode"]["category"]["index"])
    assert "centrality" not in measures
    place, (numbers, years, count) = 0, cube["size"]
    assert numbers * years == len(rows)
    by_key = {(one["number"], str(one["year"])): one for one in rows}
    for kommune in cube["dimension"]["number"]["category"]["index"]:
        for each in cube["dimension"]["year"]["category"]["index"]:
            told = cube["value"][place : place + count]
            assert told == [by_key[kommune, each][one] for one in measures]
            place += count
    with pytest.raises(RuleBrokenError) as refused:
        asked_for("payments", year=None, file_format="jsonstat")
    assert refused.value.reason is AskRefusal.NO_CUBE
    assert KOMMUNER.dimensions == ("number", "year")


@pytest.mark.parametrize("table", ["applications", "reports", "kommuner", "payments"])
def test_parquet_holds_what_json_holds(app: Flask, table: str, tmp_path: Path) -> None:
    del app
    a_year()
    path = tmp_path / f"{table}.parquet"
    path.write_bytes(content(asked_for(table, year=None, file_format="parquet")))
    with duckdb.connect() as reader:
        found = reader.execute("SELECT * FROM read_parquet(?)", [str(path)])
        names = [one[0] for one in found.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    told = records(table, "json")
    assert [{name: as_json(value) for name, value in row.items()} for row in rows] == told


def as_json(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value
