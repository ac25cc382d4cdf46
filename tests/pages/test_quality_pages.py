"""How well the marks of a round agree: the page, the files, and what they never hold."""

import csv
import io
from dataclasses import dataclass
from zipfile import ZipFile

from accounts.models import Person, Role
from accounts.queries import person_by_email
from assessments import services
from criteria.impartiality import View
from figures.models import QueryLog
from foundation import clock
from foundation.database import db
from grants.models import Call
from tests.builders.accounts import a_person, an_administrator
from tests.builders.assessments import (
    Case,
    an_assessed_case,
    an_eligible_case,
    finish,
    mark_all,
    officers,
)
from tests.builders.grants import a_call, terms
from tests.pages.test_what_if_pages import rows_of, text_of
from tests.querycount import asked
from tests.scenes import scene
from tests.web import Web


@dataclass
class Marked:
    """A round where two officers agree on all cases but one."""

    call: Call
    team: list[Person]
    cases: list[Case]


@scene
def a_marked_round() -> Marked:
    team = officers()
    call = a_call(an_administrator(), terms(code="kvalitet-2026"))
    cases = [
        an_assessed_case(team, call, place, points) for place, points in ((1, 5), (2, 2), (3, 3))
    ]
    case = an_eligible_case(team, call, 4)
    for officer, points in zip(case.assessors, (5, 1), strict=True):
        mark_all(case.application, officer, points)
        finish(case.application, officer)
    return Marked(call, team, [*cases, case])


def at(marked: Marked, rest: str = "") -> str:
    return f"/innstillinger/utlysning/{marked.call.id}/kvalitet{rest}"


def test_the_page_tells_agreement_severity_and_how_little_it_is_from(web: Web) -> None:
    marked = a_marked_round()
    web.log_in(marked.team[0])
    page = web.open(at(marked))
    assert "Tallene er fra 4 saker." in text_of(page)
    for row in rows_of(page, "Hvor enige vurdererne er"):
        assert row[3].endswith("(få saker)")
        assert row[4] == "4"
    (pair,) = rows_of(page, "To og to vurderere")
    assert pair[:3] == ["Vegard Vurderer og Vilde Vurderer", "4", "3"]
    strict = {row[0]: row[5] for row in rows_of(page, "Hver vurderer")}
    assert strict == {"Vegard Vurderer": "1,00", "Vilde Vurderer": "−1,00"}


def test_the_scores_in_all_are_measured_too(web: Web) -> None:
    marked = a_marked_round()
    web.log_in(marked.team[0])
    page = web.open(at(marked, "?kriterium=total"))
    assert page.find("h2", string="Samlet poengsum")
    rows = {row[0]: row for row in rows_of(page, "Hver vurderer")}
    assert rows["Vegard Vurderer"][2] == "75,00"  # 5, 2, 3 and 5 of 5 in all
    assert rows["Vegard Vurderer"][5] == "20,00"


def test_a_case_that_somebody_has_not_finished_is_not_there(web: Web) -> None:
    marked = a_marked_round()
    waiting = an_eligible_case(marked.team, marked.call, 5)
    mark_all(waiting.application, waiting.assessors[0], 5)
    finish(waiting.application, waiting.assessors[0])
    web.log_in(marked.team[0])
    assert "Tallene er fra 4 saker." in text_of(web.open(at(marked)))


def test_a_case_one_is_hindered_from_is_not_there(web: Web) -> None:
    marked = a_marked_round()
    services.declare(
        marked.cases[3].application, View.PARTIAL, reason="Broren min leder det.",
        by=marked.team[0], at=clock.now(),
    )  # fmt: skip
    web.log_in(marked.team[0])
    page = web.open(at(marked))
    assert "Tallene er fra 3 saker." in text_of(page)
    assert rows_of(page, "To og to vurderere")[0][2] == "3"
    answer = web.get(at(marked, "-par.csv"))
    rows = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))
    assert {row[3] for row in rows[1:]} == {"3"}


def test_the_files_hold_the_tables_and_what_they_mean_and_are_logged(web: Web) -> None:
    marked = a_marked_round()
    web.log_in(marked.team[0])
    answer = web.get(at(marked, "-vurderere.csv"))
    rows = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:4] == ["Kriterium", "Vurderer", "Saker", "Gjennomsnitt"]
    assert all(len(row) == len(rows[0]) for row in rows)
    assert [row[3] for row in rows if row[0] == "Samlet poengsum"] == ["75,000", "55,000"]
    book = web.get(at(marked, ".xlsx"))
    with ZipFile(io.BytesIO(book.data)) as parts:
        strings = parts.read("xl/sharedStrings.xml").decode()
    assert "Krippendorff (2004)" in strings
    assert "Cohens kappa med lineære vekter" in strings
    assert sorted(db.session.scalars(db.select(QueryLog.what))) == ["quality", "quality-vurderere"]
    web.get(at(marked, "-annet.csv"), status=404)


def test_a_round_without_marks_says_so(web: Web) -> None:
    marked = a_marked_round()
    administrator = person_by_email("anne.administrator@example.org")
    assert administrator is not None
    empty = a_call(administrator, terms(code="tom-2026"))
    web.log_in(marked.team[0])
    page = web.open(f"/innstillinger/utlysning/{empty.id}/kvalitet")
    assert "Ingen saker er ferdig vurdert av alle ennå." in text_of(page)


def test_only_who_reads_proposals_sees_it(web: Web) -> None:
    marked = a_marked_round()
    web.log_in(a_person(Role.RESEARCHER, name="Frida Forsker"))
    for rest in ("", ".xlsx", "-par.csv"):
        web.get(at(marked, rest), status=403)


def test_more_cases_ask_no_more_of_the_database(web: Web) -> None:
    marked = a_marked_round()
    web.log_in(marked.team[0])
    web.open(at(marked))
    numbers = []
    for place in (6, 7):
        with asked() as counted:
            web.open(at(marked))
        numbers.append(counted.number)
        an_assessed_case(marked.team, marked.call, place, 4)
    assert numbers[1] <= numbers[0] <= 40  # the call may be known already
