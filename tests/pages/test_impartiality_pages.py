"""The leader's queue and ruling, a party's objection, ties on one's profile, and who leads whom."""

from io import BytesIO

import pytest
from flask import Flask
from openpyxl import load_workbook

from accounts.leading.queries import leader_of
from accounts.models import Person, Role
from accounts.queries import person
from accounts.ties.queries import ties_of
from applications.facts import lead_of
from assessments import queries
from assessments.models import Task
from assessments.queries import hindrance_of
from criteria.impartiality import Hindrance, View
from foundation import clock
from tests.builders.accounts import a_person, an_administrator
from tests.builders.assessments import Case, a_staffed_case, a_submitted_case, an_officer
from tests.builders.decisions import a_drafted_round, a_published_round
from tests.builders.impartiality import BECAUSE, a_leader, a_tie, doubt
from tests.querycount import asked
from tests.web import Page, Web


def read(page: Page) -> str:
    return " ".join(page.get_text(" ").replace("\u00a0", " ").split())


@pytest.fixture
def case(app: Flask) -> Case:
    del app
    return a_staffed_case()


@pytest.fixture
def leader(case: Case) -> Person:
    return a_leader(*case.officers)


def test_a_doubt_is_ruled_on_from_the_start_page_with_a_substitute(
    web: Web, case: Case, leader: Person
) -> None:
    spare = an_officer("Stine Stedfortreder")
    doubt(case.application, case.handler)
    web.log_in(leader)
    assert "1 Spørsmål om habilitet som du skal avgjøre" in read(web.open("/"))
    queue = web.open("/habilitet")
    assert case.handler.name in read(queue)
    address = f"/saker/{case.application.id}/habilitet/{case.handler.id}"
    assert queue.find("a", href=address) is not None
    page = read(web.open(address))
    assert BECAUSE in page
    assert "Stine Stedfortreder (0 åpne)" in page

    done = web.send(
        address, "Registrer avgjørelsen", outcome="partial", reason="For nært slektskap.",
        substitute=str(spare.id),
    )  # fmt: skip
    assert "Avgjørelsen er registrert." in read(done)
    assert "Ingen spørsmål venter." in read(done)
    on_it = {one.person_id for one in queries.assignments_of(case.application.id)
             if one.task is Task.HANDLE}  # fmt: skip
    assert on_it == {spare.id}
    assert "For nært slektskap." in read(web.open(address))


def test_a_ruling_without_a_reason_keeps_what_was_chosen(
    web: Web, case: Case, leader: Person
) -> None:
    doubt(case.application, case.handler)
    web.log_in(leader)
    address = f"/saker/{case.application.id}/habilitet/{case.handler.id}"
    page = web.send(address, "Registrer avgjørelsen", outcome="impartial", reason=" ")
    assert "Skriv en begrunnelse." in read(page)
    assert hindrance_of(case.handler.id, case.application.id) is Hindrance.IN_DOUBT_UNRULED


def test_another_leader_reads_but_does_not_rule_and_officers_do_not_come_in(
    web: Web, case: Case, leader: Person
) -> None:
    del leader
    doubt(case.application, case.handler)
    address = f"/saker/{case.application.id}/habilitet/{case.handler.id}"
    web.log_in(a_leader(name="Leif Leder"))
    page = web.open(address)
    assert "Spørsmålet skal avgjøres av personens egen leder." in read(page)
    assert page.find("input", {"name": "outcome"}) is None
    web.log_in(person(a_person(Role.AUDITOR, name="Rita Revisor").id))
    assert BECAUSE in read(web.open(address))
    web.log_in(case.assessors[0])
    web.open(address, status=403)
    web.open("/habilitet", status=403)


def test_the_report_is_handed_out_as_a_workbook_and_nothing_typed_is_a_formula(
    web: Web, case: Case, leader: Person
) -> None:
    doubt(case.application, case.handler, View.PARTIAL)
    web.log_in(leader)
    book = load_workbook(BytesIO(web.get("/habilitet/rapport.xlsx").data))
    answers = [[cell.value for cell in row] for row in book["Svar"].iter_rows()]
    assert answers[-1][:4] == [
        case.application.case_number, case.handler.name, "inhabil", BECAUSE
    ]  # fmt: skip
    waiting = [row[1].value for row in book["Venter på avgjørelse"].iter_rows()]
    assert waiting == ["Navn", case.handler.name]


def test_the_report_asks_no_more_for_many_than_for_few(web: Web, case: Case) -> None:
    leader, officers = a_leader(*case.officers), list(case.officers)
    cases = [a_submitted_case(case.application.call, place) for place in (1, 2, 3)]
    counts = []
    for place, application in enumerate(cases, start=1):
        for one in officers[:place]:
            doubt(application, one)
        web.log_in(leader)
        with asked() as heard:
            web.open("/habilitet")
        counts.append(heard.number)
    assert counts[0] == counts[1] == counts[2]
    assert counts[0] <= 50


def test_an_objection_is_written_down_by_an_officer(web: Web, case: Case, leader: Person) -> None:
    lead = lead_of(case.application).organisation
    web.log_in(case.assessors[0])
    address = f"/saker/{case.application.id}/habilitet/innvending"
    assert web.open(f"/saker/{case.application.id}/fordeling").find("a", href=address)
    done = web.send(
        address, "Registrer innvendingen", person=str(case.handler.id), party=str(lead.id),
        text="Hun var ordfører hos oss.",
    )  # fmt: skip
    assert "Innvendingen er registrert" in read(done)
    web.log_in(leader)
    page = web.open(f"/saker/{case.application.id}/habilitet/{case.handler.id}")
    assert "Hun var ordfører hos oss." in read(page)


def test_one_registers_and_ends_a_tie_and_is_reminded_where_it_matters(
    web: Web, case: Case
) -> None:
    newcomer = an_officer("Oda Onsrud")
    lead = lead_of(case.application).organisation
    web.log_in(newcomer)
    assert web.open("/min-profil").find("a", href="/min-profil/tilknytninger")
    done = web.send(
        "/min-profil/tilknytninger", "Registrer tilknytningen", kind="home",
        organisation=str(lead.id), from_on="2020-01-01",
    )  # fmt: skip
    assert "Tilknytningen er registrert." in read(done)

    address = f"/saker/{case.application.id}/habilitet"
    assert f"Det gjelder {lead.name}, som deltar." in read(web.open(address))
    refused = web.send(address, "Registrer svaret", view="impartial")
    assert "Skriv hvorfor du likevel er habil." in read(refused)
    many = web.open("/saker/habilitet?hvem=alle")
    assert "Noen saker må du svare for en og en" in read(many)
    assert many.find("a", href=address) is not None
    assert many.find("input", {"name": "cases"}) is None

    tie = ties_of(newcomer.id)[0]
    ended = web.send(
        f"/min-profil/tilknytninger/{tie.id}/avslutt", "Avslutt tilknytningen", to_on="2020-02-01"
    )
    assert "Tilknytningen er avsluttet." in read(ended)
    assert "Det gjelder" not in read(web.open(address))
    web.send(address, "Registrer svaret", view="impartial")
    assert hindrance_of(newcomer.id, case.application.id) is None


def test_a_tie_of_somebody_else_cannot_be_ended_nor_read(web: Web, case: Case) -> None:
    lead = lead_of(case.application).organisation
    name, tie, leader = lead.name, a_tie(case.handler, lead), a_leader(case.handler)
    web.log_in(case.assessors[0])
    web.open(f"/min-profil/tilknytninger/{tie.id}/avslutt", status=404)
    web.open(f"/personer/{case.handler.id}/tilknytninger", status=404)
    web.log_in(leader)
    assert name in read(web.open(f"/personer/{case.handler.id}/tilknytninger"))


def test_who_handles_no_cases_registers_no_ties(web: Web, app: Flask) -> None:
    del app
    web.log_in(a_person(Role.EDITOR, name="Endre Editor"))
    web.open("/min-profil/tilknytninger", status=404)


def test_an_administrator_says_who_leads_whom(web: Web, case: Case) -> None:
    leader = a_leader()
    web.log_in(an_administrator("Arne Administrator"))
    place = f"/forvaltning/personer/{case.handler.id}"
    assert web.open(place).find("a", href=f"{place}/leder") is not None
    done = web.send(f"{place}/leder", "Lagre lederen", leader=str(leader.id))
    assert "Lederen er lagret." in read(done)
    assert leader_of(case.handler.id, clock.today()) == leader.id
    assert leader.name in read(web.open(place))
    ended = web.send(f"{place}/leder", "Lagre lederen", leader="nobody")
    assert "Ingen leder" in read(ended)
    assert leader_of(case.handler.id, clock.today()) is None


def row_of(page: Page, link: str) -> str:
    found = [row.get_text(" ") for row in page.find_all("tr") if row.find("a", href=link)]
    assert len(found) == 1
    return str(found[0])


def test_a_round_tells_nothing_of_an_unpublished_case_that_is_closed(web: Web, app: Flask) -> None:
    del app
    made = a_drafted_round((5, 4))
    doubt(made.applications[0], made.team[1])
    decision = next(
        one for one in made.decisions() if one.application_id == made.applications[0].id
    )
    link = f"/vedtak/sak/{decision.id}"
    web.log_in(made.team[1])
    page = web.open(f"/vedtak/{made.call.id}")
    row = row_of(page, link)
    assert "Skjult" in row
    assert "Saken er ikke åpen for deg." in row
    assert web.open(link).url == f"/saker/{made.applications[0].id}/habilitet"
    web.log_in(made.team[0])
    assert "Skjult" not in row_of(web.open(f"/vedtak/{made.call.id}"), link)


def test_a_proposal_and_its_file_are_closed_with_a_case_in_it(web: Web, app: Flask) -> None:
    del app
    made = a_drafted_round((5, 4))
    proposal = queries.chosen_proposal(made.call.id)
    assert proposal is not None
    place = f"/innstillinger/{proposal.id}"
    closed = f"/saker/{made.applications[0].id}/habilitet"
    web.log_in(made.team[1])
    assert "Skjult" not in read(web.open(place))
    assert web.get(f"{place}/grunnlag.json").mimetype == "application/json"
    line = f"{place}/sak/{made.applications[0].id}"
    assert web.open(line).url == line
    doubt(made.applications[0], made.team[1])
    assert "Saken er ikke åpen for deg." in read(web.open(place))
    assert web.open(line).url == closed
    refused = web.get(f"{place}/grunnlag.json", status=303)
    assert refused.headers["Location"] == closed


def test_what_is_published_is_no_secret(web: Web, app: Flask) -> None:
    del app
    made = a_published_round((5,))
    doubt(made.applications[0], made.team[1])
    web.log_in(made.team[1])
    assert "Skjult" not in read(web.open(f"/vedtak/{made.call.id}"))
