"""Editions: made once, the same bytes ever after, described so that others can check them, and cited."""

import csv
import io
import json
from hashlib import sha256
from pathlib import Path

import pytest
from flask import Flask
from frictionless import Package
from jsonstat_validator import validate_jsonstat
from rdflib import Graph, Namespace, URIRef
from rdflib.compare import isomorphic
from sqlalchemy import text

from criteria.suppression import determined
from figures.catalogue import IN_EDITIONS
from figures.refusals import SnapshotRefusal
from figures.research import services
from figures.research.dcat import catalogue, turtle
from figures.research.making import MEDIA_TYPES
from figures.research.models import Snapshot
from figures.research.package import PACKAGE
from figures.research.protected import remembered
from figures.research.queries import file_of, snapshot_of, snapshots, told_before
from foundation import clock, outbox
from foundation.database import db, transaction
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.files import store
from foundation.tidying import named_files
from tests.builders.accounts import an_administrator
from tests.builders.figures import Year, a_year
from tests.builders.followup import an_approved_report
from tests.figuring import ore

DCAT = Namespace("http://www.w3.org/ns/dcat#")
DCT = Namespace("http://purl.org/dc/terms/")
SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
CODEBOOK = 2


def an_edition(year: Year) -> Snapshot:
    services.ask_for_snapshot(by=year.controller, at=clock.now())
    outbox.work_until_empty(clock.now())
    return snapshot_of(max(one.id for one in snapshots()))


def content(edition: Snapshot, name: str) -> bytes:
    return store().read(file_of(edition.id, name).sha256)


def test_an_edition_stays_as_it_was_while_the_data_go_on(app: Flask) -> None:
    del app
    year = a_year()
    first = an_edition(year)
    before = {one.name: content(first, one.name) for one in first.files}
    assert sum(one.table_code == "codebook" for one in first.files) == CODEBOOK
    assert {one.table_code for one in first.files} - {"codebook"} == {
        one.code for one in IN_EDITIONS
    }
    an_approved_report(year.grant)
    second = an_edition(year)
    assert second.id == first.id + 1
    first = snapshot_of(first.id)
    assert {one.name: content(first, one.name) for one in first.files} == before
    assert content(second, "reports.csv") != before["reports.csv"]
    assert content(second, "payments.csv") == before["payments.csv"]
    for one in second.files:
        assert sha256(content(second, one.name)).hexdigest() == one.sha256
        assert one.sha256 in named_files()
    paid = file_of(first.id, "payments.csv")
    assert paid.control_sum == ore("SELECT sum(amount) FROM entry WHERE booked_as = 'payment'")
    assert paid.control_sum == sum(
        int(one["amount_ore"]) for one in read(first, "payments.csv")
    )  # fmt: skip


def read(edition: Snapshot, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content(edition, name).decode())))


def test_one_is_made_at_a_time_and_none_is_there_before_it_is_made(app: Flask) -> None:
    del app
    administrator = an_administrator("Ada Administrator")
    asked = services.ask_for_snapshot(by=administrator, at=clock.now())
    with pytest.raises(RuleBrokenError) as refused:
        services.ask_for_snapshot(by=administrator, at=clock.now())
    assert refused.value.reason is SnapshotRefusal.UNDER_WAY
    with pytest.raises(NotFoundError):
        snapshot_of(asked.id)
    outbox.work_until_empty(clock.now())
    assert snapshot_of(asked.id).under_way is None
    services.ask_for_snapshot(by=administrator, at=clock.now())


@SQLITE
def test_a_package_is_valid_for_others_and_every_file_is_what_it_says(
    app: Flask, tmp_path: Path
) -> None:
    del app
    year = a_year()
    an_approved_report(year.grant)
    edition = an_edition(year)
    for one in edition.files:
        (tmp_path / one.name).write_bytes(content(edition, one.name))
    package = store().read(edition.package_sha256 or "")
    (tmp_path / PACKAGE).write_bytes(package)
    told = Package(str(tmp_path / PACKAGE))
    report = told.validate()
    assert report.valid, report.flatten(["name", "type", "note"])
    assert len(told.resources) == len(edition.files)
    for resource in json.loads(package)["resources"]:
        written = (tmp_path / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{sha256(written).hexdigest()}"
        assert resource["bytes"] == len(written)
        if resource["format"] == "jsonstat":
            assert validate_jsonstat(json.loads(written))


@SQLITE
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib by itself
def test_the_catalogue_says_the_same_in_both_forms_and_lacks_nothing_that_is_mandatory(
    app: Flask,
) -> None:
    del app
    edition = an_edition(a_year())
    said = catalogue("https://tilsagn.example.org", snapshots(), MEDIA_TYPES)
    graph = Graph().parse(data=json.dumps(said), format="json-ld")
    assert isomorphic(graph, Graph().parse(data=turtle(said), format="turtle"))
    (dataset,) = graph.subjects(predicate=DCT.accessRights)
    assert dataset == URIRef(f"https://tilsagn.example.org/data/{edition.id}")
    for term in (
        DCT.title, DCT.description, DCT.publisher, DCT.identifier, DCAT.theme, DCAT.contactPoint,
    ):  # fmt: skip
        assert graph.value(dataset, term) is not None, term
    (whole,) = graph.subjects(predicate=DCAT.dataset)
    for term in (DCT.title, DCT.description, DCT.publisher, DCAT.contactPoint):
        assert graph.value(whole, term) is not None, term
    distributions = list(graph.objects(dataset, DCAT.distribution))
    assert len(distributions) == len(edition.files)
    for one in distributions:
        assert graph.value(one, DCAT.accessURL) is not None
        assert graph.value(one, DCAT.mediaType) is not None


def test_what_is_held_back_of_readers_marks_stays_so_in_the_next_edition(app: Flask) -> None:
    del app
    year = a_year()
    first = an_edition(year)
    rows = read(first, "spread.csv")
    assert rows
    assert {(one["marks"], one["held_back"]) for one in rows} == {("", "1")}, "two have read"
    more_read(year)
    second = an_edition(year)
    now = read(second, "spread.csv")
    told = {(one["criterion"], one["points"]): one for one in now}
    assert told["all", "all"]["marks"] == str(
        ore("SELECT count(*) FROM mark m JOIN assessment s ON s.id = m.assessment_id"
            " JOIN decision d ON d.application_id = s.application_id AND d.published_at IS NOT NULL")
    )  # fmt: skip
    assert any(one["held_back"] == "0" for one in now)
    releases = [remembered(one)[2026] for one in told_before(second.id + 1)]
    sensitive = {(key, one.values[key]) for one in releases for key in one.sensitive}
    assert not determined(releases) & sensitive


def more_read(year: Year) -> None:
    """Let three more have marked the case, all alike but one."""
    case = year.grant.application.id
    with transaction():
        for number, person in enumerate((year.controller.id, year.grant.attester.id)):
            db.session.execute(
                text(
                    "INSERT INTO assessment (application_id, person_id, round, begun_at, finished_at)"
                    " SELECT application_id, :person, 7, begun_at, finished_at FROM assessment"
                    " WHERE application_id = :id AND finished_at IS NOT NULL LIMIT 1"
                ),
                {"person": person, "id": case},
            )
            db.session.execute(
                text(
                    "INSERT INTO mark (assessment_id, criterion_id, points, reason, marked_at)"
                    " SELECT (SELECT max(id) FROM assessment), m.criterion_id, m.points - :less,"
                    " m.reason, m.marked_at FROM mark m WHERE m.assessment_id = (SELECT min(id) FROM"
                    " assessment WHERE application_id = :id)"
                ),
                {"less": number, "id": case},
            )
