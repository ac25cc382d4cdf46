"""Answering questions of every kind, as a browser without scripts does it."""

import json
from io import BytesIO

import pytest
from bs4 import Tag
from sqlalchemy import update

from accounts.models import Population, Role
from applications import facts, services
from applications.models import Application
from applications.todo import missing_in
from criteria.completeness import Lack
from foundation import clock
from foundation.database import db, transaction
from grants.models import Question
from tests.builders.accounts import a_person
from tests.builders.applications import (
    A_PDF,
    Collaboration,
    a_collaboration,
    a_filled_draft,
    a_ready_draft,
)
from tests.formfilling import filled
from tests.web import Page, Web

SYSTEMS, PRIVACY, MONEY = 1, 3, 5
"""The groups of questions about systems in use, privacy and other grants."""


@pytest.fixture
def together(web: Web) -> Collaboration:
    made = a_collaboration()
    web.log_in(made.signatory)
    return made


@pytest.fixture
def draft(together: Collaboration) -> Application:
    return a_filled_draft(together)


def ask(application: Application, code: str) -> Question:
    return next(one for one in application.call.questions if one.code == code)


def name(application: Application, code: str) -> str:
    return f"q-{ask(application, code).id}"


def group(application: Application, number: int) -> str:
    return f"/soknader/{application.id}/sporsmal/{number}"


def read(page: Tag) -> str:
    return " ".join(page.get_text(" ").replace("\u00a0", " ").split())


def errors(page: Page) -> list[str]:
    return [one.get_text() for one in page.select(".error-summary li")]


def lacks(together: Collaboration, draft: Application) -> dict[str, Lack]:
    return {one.subject: one.lack for one in missing_in(together.read(draft.id))}


def kept(together: Collaboration, draft: Application, code: str) -> str | None:
    application = together.read(draft.id)
    number = ask(application, code).id
    return next((one.value for one in application.answers if one.question_id == number), None)


def test_a_table_is_filled_in_row_by_row(
    web: Web, together: Collaboration, draft: Application
) -> None:
    table = name(draft, "SYST-01")
    page = web.send(
        group(draft, SYSTEMS), press="Lagre",
        more={
            f"{table}-0-kommune": "Lillevik", f"{table}-0-losning": "System A",
            f"{table}-0-plan": "erstattes", f"{table}-2-kommune": "Storfjord",
        },
    )  # fmt: skip
    rows = json.loads(kept(together, draft, "SYST-01") or "")
    assert [row["kommune"] for row in rows] == ["Lillevik", "Storfjord"]
    assert rows[0]["plan"] == "erstattes"
    assert page.select(f"[name='{table}-3-kommune'][value='']")
    whole = read(web.open(f"/soknader/{draft.id}/les"))
    assert "Kommune Journalløsning Tjenester som bruker den Hva skal skje med den?" in whole
    assert "Lillevik System A" in whole
    assert "Erstattes" in whole


def test_a_row_that_is_begun_says_which_cells_it_lacks(
    web: Web, together: Collaboration, draft: Application
) -> None:
    table = name(draft, "SYST-01")
    cells = {
        f"{table}-0-kommune": "Lillevik", f"{table}-0-losning": "System A",
        f"{table}-0-plan": "erstattes", f"{table}-1-losning": "System B",
    }  # fmt: skip
    page = web.send(group(draft, SYSTEMS), press="Lagre", more=cells)
    assert lacks(together, draft)["SYST-01"] is Lack.CELLS_MISSING
    notes = [one["id"] for one in page.select(".table-field .cell-note")]
    assert notes == [f"{table}-1-kommune-note", f"{table}-1-plan-note"]
    (task,) = page.select(f'#todo a[href$="#{table}-1-kommune"]')
    assert "rad 2, Kommune; rad 2, Hva skal skje med den?" in read(task)
    more = {f"{table}-1-kommune": "Storfjord", f"{table}-1-plan": "beholdes"}
    page = web.send(group(draft, SYSTEMS), press="Lagre", more=more)
    assert "SYST-01" not in lacks(together, draft)
    assert page.select(".cell-note") == []


def test_a_small_kommune_is_told_what_is_enough_and_a_large_one_is_not(
    web: Web, draft: Application
) -> None:
    guidance = ask(draft, "BEHOV-01").size_guidance
    assert guidance is not None
    small = f"For kommuner med høyst 5 000 innbyggere: {guidance.text.nb}"
    assert small in read(web.open(f"/utlysninger/{draft.call_id}"))
    assert small in read(web.open(group(draft, SYSTEMS)))
    with transaction():
        db.session.execute(update(Population).values(inhabitants=guidance.most + 1))
    assert small not in read(web.open(group(draft, SYSTEMS)))
    assert small in read(web.open(f"/utlysninger/{draft.call_id}"))


def test_an_amount_is_kept_in_ore_and_refused_when_it_is_none(
    web: Web, together: Collaboration, draft: Application
) -> None:
    amount = name(draft, "FIN-03")
    page = web.send(group(draft, MONEY), press="Lagre", more={amount: "mange"})
    label = "Hvor mye har dere søkt om eller fått i andre offentlige tilskudd til sammen?"
    assert errors(page) == [f"{label}: Skriv beløpet i kroner, for eksempel 1 250 000."]
    web.send(group(draft, MONEY), press="Lagre", more={amount: "1 234 567,50 kr"})
    assert kept(together, draft, "FIN-03") == "123456750"
    assert "1 234 567,50 kr" in read(web.open(f"/soknader/{draft.id}/les"))


def test_what_earlier_answers_leave_out_is_kept_but_not_counted(
    web: Web, together: Collaboration, draft: Application
) -> None:
    """Without scripts the question stands there, with the sentence that says when it is answered."""
    condition = (
        "Besvares bare hvis svaret på «Har dere søkt om eller fått andre offentlige tilskudd til "
        "prosjektet?» er «Ja»."
    )
    whether, amount = (name(draft, code) for code in ("FIN-02", "FIN-03"))
    here = group(draft, MONEY)
    assert condition in read(web.open(here))
    web.send(here, press="Lagre", more={whether: "nei"})
    assert kept(together, draft, "FIN-03") == "1250000"
    assert "FIN-03" not in facts.asked_codes(together.read(draft.id))
    assert "er tatt vare på, men teller ikke med" in read(web.open(here))

    whole = read(web.open(f"/soknader/{draft.id}/les"))
    assert f"{condition} Et tidligere svar er tatt vare på, men teller ikke." in whole
    alike = 1 + 2 * 2  # what is unused of earlier grants, and two estimates: answered, and in the budget
    assert whole.count("12 500 kr") == alike
    web.send(here, press="Lagre", more={amount: ""})
    assert lacks(together, draft).keys().isdisjoint({"FIN-03", "FIN-06"})

    web.send(here, press="Lagre", more={whether: "ja"})
    assert lacks(together, draft)["FIN-03"] is Lack.ANSWER_MISSING
    assert web.open(here).select(f'#todo a[href$="#{amount}"]')


def test_a_file_answers_its_question_once_and_can_be_taken_away(
    web: Web, together: Collaboration, draft: Application
) -> None:
    field = name(draft, "PERS-05")
    for _again in range(2):
        web.send(group(draft, PRIVACY), press="Lagre", more={field: (BytesIO(A_PDF), "dpia.pdf")})
    application = together.read(draft.id)
    answering = [one for one in application.attachments if one.question_id is not None]
    assert [one.filename for one in answering] == ["dpia.pdf"]
    assert "Svar på «Legg ved vurderingen av personvernkonsekvenser»" in read(
        web.open(f"/soknader/{draft.id}/les")
    )
    page = web.send(
        group(draft, PRIVACY), press="Lagre", more={field: (BytesIO(b"MZ\x00"), "x.exe")}
    )
    assert errors(page)[0].startswith("Legg ved vurderingen av personvernkonsekvenser: x.exe: ")

    web.send(group(draft, PRIVACY), press="Lagre", more={f"{field}-remove": [str(answering[0].id)]})
    assert "dpia.pdf" not in read(web.open(group(draft, PRIVACY)))


def test_not_relevant_because_is_an_answer(
    web: Web, together: Collaboration, draft: Application
) -> None:
    question = ask(draft, "NULL-01")
    services.answer_questions(draft, {question.id: ""}, by=together.signatory, at=clock.now())
    assert lacks(together, draft)["NULL-01"] is Lack.ANSWER_MISSING
    allow(question)
    here, field = group(draft, MONEY), name(draft, "NULL-01")
    page = web.send(here, press="Lagre", more={f"{field}-irrelevant": True})
    assert "Skriv hvorfor spørsmålet ikke er relevant." in read(page)
    page = web.send(here, press="Lagre", more={f"{field}-because": "Ingen endring."})
    assert "Kryss av for at spørsmålet ikke er relevant" in read(page)

    web.send(
        here, press="Lagre",
        more={f"{field}-irrelevant": True, f"{field}-because": "Vi gjør det uansett."},
    )  # fmt: skip
    assert "NULL-01" not in lacks(together, draft)
    assert "Ikke relevant, fordi: Vi gjør det uansett." in read(
        web.open(f"/soknader/{draft.id}/les")
    )


def allow(question: Question) -> None:
    """Let a question of a published call be irrelevant, as if it had been asked so from the first."""
    with transaction():
        db.session.execute(
            update(Question).where(Question.id == question.id).values(may_be_irrelevant=True)
        )


def test_two_who_write_in_the_same_table_see_both(
    web: Web, together: Collaboration, draft: Application
) -> None:
    table, question = name(draft, "SYST-01"), ask(draft, "SYST-01")
    here = group(draft, SYSTEMS)
    page = web.open(here)
    form = filled(page, page.url, "Lagre", {f"{table}-0-losning": "Mitt system"})
    theirs = '[{"kommune":"Storfjord","losning":"Deres system"}]'
    fresh = together.read(draft.id)
    services.answer_questions(fresh, {question.id: theirs}, by=together.signatory, at=clock.now())
    page = web.post(form, status=409)
    assert "Journalløsning: Mitt system" in read(page)
    assert "Kommune: Storfjord; Journalløsning: Deres system" in read(page)
    web.post(
        filled(page, page.url, "Lagre det jeg har valgt", {f"keep-{table}": "theirs"})
    )
    assert kept(together, draft, "SYST-01") == theirs


def test_the_office_reads_the_same(web: Web, together: Collaboration) -> None:
    draft = a_ready_draft(together)
    services.submit(draft.id, by=together.signatory, at=clock.now())
    auditor = a_person(Role.AUDITOR, name="Rita Revisor")
    web.log_in(auditor)
    page = read(web.open(f"/saker/{draft.id}"))
    assert "Lillevik Lillevik Lillevik Beholdes" in page
