"""Words of cases: kept by the acts, found on both engines, gated, and marked."""

import pytest
from flask import Flask
from sqlalchemy import text

from accounts.models import Membership, Person, Role
from accounts.queries import person
from applications.facts import lead_of
from applications.models import Answer, Application, Partner, PartnerRole
from applications.queries import CaseFilters, case_page
from applications.queries.caselist import snippets
from applications.searching.keeping import keep_text
from applications.searching.models import CaseText, place_of
from applications.searching.nightly import keep_texts
from applications.searching.terms import snippet, terms_of, words_of, written
from applications.tables import rows_kept
from assessments import services
from assessments.impartiality.services import record_objection
from assessments.lists.openness import open_to
from criteria.impartiality import View
from foundation import clock, outbox, schema
from foundation.database import db, transaction
from foundation.language import Bilingual
from grants.models import Call, Question, QuestionKind
from grants.tablecolumns import CellChoice, CellKind, TableColumn, columns_kept
from tests.builders.accounts import a_person, an_administrator
from tests.builders.assessments import a_submitted_case, an_officer, many_cases
from tests.builders.grants import a_call

INSIDE = "Sykehjemmet trenger felles medikasjonsoversikt og døgnrytmeplan."


@pytest.fixture
def call(app: Flask) -> Call:
    del app
    return a_call(an_administrator())


def found(words: str, by: Person) -> list[str]:
    page = case_page(CaseFilters(text=words), opened=open_to(by))
    return [row.case_number for row in page.rows]


def a_case_that_says(call: Call, body: str = INSIDE, place: int = 0) -> Application:
    case = a_submitted_case(call, place)
    with transaction():
        row = db.session.get(Application, case.id)
        assert row is not None
        row.collaboration_name = body
        db.session.flush()
        keep_text([row.id])
    return case


def test_what_is_handed_in_is_found_by_what_it_says(call: Call) -> None:
    case = a_submitted_case(call)
    auditor = person(a_person(Role.AUDITOR).id)
    number = str(case.case_number)
    assert found(number, auditor) == []
    outbox.work_until_empty(clock.now())
    kept = db.session.query(CaseText).one()
    assert kept.place == place_of(number)
    for name in ("Fjell0", number, number[5:]):
        assert found(name, auditor) == [number], name
    for name in ("vik0", "dal0", "fjordkommunene samarbeidsavtale"):
        assert found(name, auditor) == [number], name


def test_what_is_chosen_in_a_table_is_found_and_shown_by_its_label(call: Call) -> None:
    columns = [TableColumn("system", Bilingual("System", "System"), CellKind.TEXT),
               TableColumn("plan", Bilingual("Plan", "Plan"), CellKind.CHOICE,
                           (CellChoice("kode_x", Bilingual("Byttes ut", "Blir bytt ut")),))]  # fmt: skip
    case = a_submitted_case(call)
    with transaction():
        question = next(one for one in call.questions if one.kind is QuestionKind.TEXT)
        row = db.session.get_one(Question, question.id)
        row.kind, row.table_columns = QuestionKind.TABLE, columns_kept(columns)
        answer = db.session.query(Answer).filter_by(question_id=row.id).one()
        answer.value = rows_kept([{"system": "Gammeljournal", "plan": "kode_x"}])
        db.session.flush()
        keep_text([case.id])
    auditor = person(a_person(Role.AUDITOR).id)
    shown = snippets([case.id], "gammeljournal", open_to(auditor))[case.id]
    said = "".join(piece for piece, _marked in shown)
    assert "Byttes ut / Blir bytt ut – Gammeljournal" in said
    assert found("kode_x", auditor) == []


def test_inside_a_case_words_are_found_only_by_whom_it_is_open_to(call: Call) -> None:
    case = a_case_that_says(call)
    number, officer = str(case.case_number), an_officer()

    assert found("Fjell0", officer) == [number]
    assert found("medikasjonsoversikt", officer) == []
    assert found("Fjell0 medikasjonsoversikt", officer) == []
    assert snippets([case.id], "medikasjonsoversikt", open_to(officer)) == {}

    services.declare(case, View.IMPARTIAL, by=officer, at=clock.now())
    assert found("medikasjonsoversikt", officer) == [number]
    pieces = snippets([case.id], "medikasjonsoversikt", open_to(officer))[case.id]
    assert [text for text, hit in pieces if hit] == ["medikasjonsoversikt"]

    services.declare(case, View.DOUBT, reason="Nabo.", by=officer, at=clock.now())
    assert found("medikasjonsoversikt", officer) == []
    assert found("Fjell0", officer) == [number]


def test_who_belongs_to_a_participant_finds_nothing_inside(call: Call) -> None:
    case = a_case_that_says(call)
    own = db.session.query(Partner).filter_by(application_id=case.id).first()
    assert own is not None
    officer = an_officer()
    services.declare(case, View.IMPARTIAL, by=officer, at=clock.now())
    assert found("døgnrytmeplan", officer) == [str(case.case_number)]
    with transaction():
        db.session.add(
            Membership(
                person_id=officer.id, organisation_id=own.organisation_id, role=Role.EDITOR,
                given_at=clock.now(),
            )
        )  # fmt: skip
    db.session.expire_all()
    assert found("døgnrytmeplan", person(officer.id)) == []


def test_an_objection_or_a_newcomer_closes_what_is_inside(call: Call) -> None:
    objected, grown = a_case_that_says(call), a_case_that_says(call, place=1)
    officer = an_officer()
    for case in (objected, grown):
        services.declare(case, View.IMPARTIAL, by=officer, at=clock.now())
    assert len(found("medikasjonsoversikt", officer)) == 2
    party = lead_of(objected).organisation
    record_objection(objected, officer, party, text="Nabo.", by=officer, at=clock.now())
    assert found("medikasjonsoversikt", officer) == [str(grown.case_number)]
    with transaction():
        db.session.add(
            Partner(
                application_id=grown.id, organisation_id=party.id, role=PartnerRole.PARTICIPANT,
                invited_at=clock.now(),
            )
        )  # fmt: skip
    assert found("medikasjonsoversikt", officer) == []


def test_hits_come_newest_first_and_are_paged(call: Call) -> None:
    many_cases(call, 12)
    asked = CaseFilters(text="prosjekt storvik")
    first = case_page(asked, size=5)
    second = case_page(asked, after=first.after, size=5)
    third = case_page(asked, after=second.after, size=5)
    numbers = [row.case_number for page in (first, second, third) for row in page.rows]
    assert numbers == [f"2025/{one:05d}" for one in range(12, 0, -1)]
    assert third.after is None
    assert case_page(asked, before=third.before, size=5).rows == second.rows


def test_a_case_that_is_written_again_is_no_longer_found_by_what_it_said(call: Call) -> None:
    case = a_case_that_says(call)
    auditor = person(a_person(Role.AUDITOR).id)
    assert found("medikasjon", auditor) == [str(case.case_number)]
    with transaction():
        db.session.execute(text("UPDATE application SET collaboration_name = 'Nytt'"))
        keep_text([case.id])
    assert found("medikasjon", auditor) == []
    assert found("nytt", auditor) == [str(case.case_number)]


def test_a_new_name_is_found_the_next_night(call: Call) -> None:
    many_cases(call, 2)
    with transaction():
        db.session.execute(text("UPDATE organisation SET name = 'Nyvik' WHERE name = 'Storvik'"))
    assert case_page(CaseFilters(text="nyvik")).rows == ()
    keep_texts(clock.now())
    assert len(case_page(CaseFilters(text="nyvik")).rows) == 2
    assert case_page(CaseFilters(text="storvik")).rows == ()


@pytest.mark.parametrize("words", ["%", "()", '"', "'; --", "*", "NOT", "a AND", "-x", "col:y", "&|!"])
def test_no_sign_means_anything_to_the_index(call: Call, words: str) -> None:
    many_cases(call, 1)
    assert found(words, an_officer()) == []


def test_old_cases_get_their_words_by_the_migration(call: Call) -> None:
    case = a_case_that_says(call)
    kept = written_now(case.id)
    db.session.remove()
    schema.downgrade(db.engine, "0010")
    schema.upgrade(db.engine)
    assert written_now(case.id)[0] == kept[0], "the cover"
    assert found("medikasjonsoversikt", person(a_person(Role.AUDITOR).id)) == [str(case.case_number)]
    keep_texts(clock.now())
    assert written_now(case.id) == kept, "the first night it says what was chosen in tables too"


def written_now(application: int) -> tuple[str, str, str]:
    row = db.session.query(CaseText).filter_by(application_id=application).one()
    return row.cover, row.words, row.body


def test_an_ending_is_left_out_so_that_both_forms_of_norwegian_are_found() -> None:
    assert terms_of("kommunane Kommunene KOMMUNER") == ("kommun",)
    assert terms_of("saker på ei øy") == ("saker", "på", "ei", "øy")
    assert terms_of("…!") == ()
    assert written(words_of(["Én Ærlig 2026/00012"])) == " 00012 2026 ærlig én"


def test_a_snippet_is_cut_at_words_and_marks_every_hit() -> None:
    pieces = snippet("ord " * 40 + "Journalen vår, journal.\n" + "ord " * 40, terms_of("journalen"))
    assert [text for text, hit in pieces if hit] == ["Journalen", "journal"]
    shown = "".join(text for text, _hit in pieces)
    assert shown.startswith("… ord ")
    assert shown.endswith(" …")
    assert "\n" not in shown
    assert snippet("ingenting her", ("journal",)) == ()
