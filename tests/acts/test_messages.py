"""Questions and answers on a case: who writes, who is told, and that nothing written is ever changed."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import DBAPIError

from accounts.models import Person, Role
from accounts.queries import person
from accounts.services import give_role
from applications import services as applications
from applications.documents import Upload
from applications.messages.models import Message, Side
from applications.messages.queries import thread_of, unanswered, unread_by
from applications.messages.refusals import MessageRefusal
from applications.messages.services import ask_office, note_read
from applications.messages.shown import shown_thread
from applications.models import Application, PartnerRole
from applications.queries import any_application, application_of
from assessments.queries import assignment, assignments_of
from assessments.refusals import Refusal
from assessments.services import end_assignment
from assessments.talking import services
from assessments.talking.models import InternalNote
from assessments.talking.queries import case_or_draft, note_in, notes_of, officers_of
from criteria.impartiality import Hindrance
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.outbox import Mail
from tests.builders.accounts import a_person
from tests.builders.applications import Collaboration, a_collaboration, a_stored_pdf
from tests.builders.assessments import Case, a_staffed_case, an_officer
from tests.races import at_once


@pytest.fixture
def together(app: Flask) -> Collaboration:
    del app
    return a_collaboration()


@pytest.fixture
def case(app: Flask) -> Case:
    del app
    return a_staffed_case()


def applicant_of(case: Case) -> Person:
    assert case.application.submitted_by_id is not None
    return person(case.application.submitted_by_id)


def ask(application: Application, by: Person, body: str = "Når er fristen?") -> Message:
    return ask_office(application_of(by, application.id), body=body, by=by, at=clock.now())


def answer(application: Application, by: Person, body: str = "I mai.") -> Message:
    return services.answer_applicant(application, body=body, by=by, at=clock.now())


def mails_about(word: str) -> list[str]:
    return list(
        db.session.scalars(
            select(Mail.recipient).where(Mail.subject.contains(word)).order_by(Mail.recipient)
        )
    )


def test_a_question_in_a_draft_goes_to_every_officer_when_nobody_has_the_call(
    together: Collaboration,
) -> None:
    first, second = an_officer("Oda Onsrud"), an_officer("Per Palm")
    draft = together.begin()
    ask(draft, together.signatory)
    assert mails_about("Ny melding fra en søker") == [first.email, second.email]
    (waiting,) = unanswered()
    assert (waiting.application_id, waiting.case_number, waiting.lead) == (
        draft.id, None, together.lead.name,
    )  # fmt: skip


def test_a_question_in_a_case_goes_to_who_handles_it(case: Case) -> None:
    ask(case.application, applicant_of(case))
    assert mails_about("Ny melding fra en søker") == [case.handler.email]


def test_a_case_that_nobody_has_goes_to_those_who_have_the_calls_cases(case: Case) -> None:
    other = a_staffed_case([case.handler, *case.assessors], case.application.call, 7)
    mine = next(
        one for one in assignments_of(case.application.id) if one.person_id == case.handler.id
    )
    end_assignment(assignment(mine.id), by=case.handler, at=clock.now())
    an_officer("Utenfor Utlysningen")
    assert officers_of(other.application) == officers_of(case.application)
    ask(case.application, applicant_of(case))
    assert mails_about("Ny melding fra en søker") == [case.handler.email]


def test_the_answer_is_told_to_the_contact_and_to_who_has_asked(case: Case) -> None:
    ask(case.application, applicant_of(case))
    answer(case.application, case.handler)
    assert mails_about("Ny melding om søknaden") == sorted(
        {applicant_of(case).email, case.application.contact_email}
    )
    assert unanswered() == []
    message = thread_of(case.application.id)[-1]
    assert (message.side, message.organisation.name, message.person.id) == (
        Side.OFFICE, "Helsedirektoratet", case.handler.id,
    )  # fmt: skip


def test_a_notice_never_says_what_stands_in_the_message(case: Case) -> None:
    ask(case.application, applicant_of(case), "Hemmelig spørsmål")
    answer(case.application, case.handler, "Hemmelig svar")
    bodies = db.session.scalars(select(Mail.subject + Mail.body)).all()
    assert all("Hemmelig" not in one for one in bodies)


def test_a_partner_takes_part_and_one_that_declined_does_not(together: Collaboration) -> None:
    draft = together.begin()
    other, by = together.others_signatories[0], together.signatory
    applications.add_partner(
        draft, together.others[0], PartnerRole.PARTICIPANT, by=by, at=clock.now()
    )
    message = ask(draft, other)
    assert thread_of(draft.id)[0].organisation.id == together.others[0].id
    assert message.side is Side.APPLICANT
    (partner,) = [
        one for one in together.read(draft.id).partners
        if one.organisation_id == together.others[0].id
    ]  # fmt: skip
    applications.decline_part(partner, by=other, at=clock.now())
    with pytest.raises(NotFoundError):
        ask(draft, other)


def test_strangers_neither_ask_nor_answer(case: Case) -> None:
    together = a_collaboration(case.application.call)
    stranger = person(a_person(Role.SIGNATORY, name="Frank Fremmed").id)
    with pytest.raises(NotFoundError):
        ask(case.application, stranger)
    undeclared = an_officer("Una Undeclared")
    with pytest.raises(RuleBrokenError) as refused:
        answer(case.application, undeclared)
    assert refused.value.reason is Hindrance.NOT_DECLARED
    draft = together.begin()
    ask(draft, together.signatory)
    of_both = an_officer("Begge Deler")
    give_role(of_both, together.lead, Role.EDITOR, by=None, at=clock.now())
    with pytest.raises(NotFoundError):
        case_or_draft(person(of_both.id), draft.id)
    with pytest.raises(RuleBrokenError) as refused:
        answer(draft, person(of_both.id))
    assert refused.value.reason is MessageRefusal.OWN_ORGANISATION


def test_the_office_sees_no_draft_in_which_nobody_has_asked(together: Collaboration) -> None:
    officer, draft = an_officer(), together.begin()
    with pytest.raises(NotFoundError):
        case_or_draft(officer, draft.id)
    ask(draft, together.signatory)
    db.session.expunge_all()  # what the applicant has loaded
    seen = case_or_draft(person(officer.id), draft.id)
    assert {"answers", "attachments", "budget_lines"} <= inspect(seen).unloaded


@pytest.mark.parametrize("words", ["UPDATE message SET body = 'x'", "DELETE FROM message"])
def test_the_database_refuses_to_change_a_message(case: Case, words: str) -> None:
    ask(case.application, applicant_of(case))
    with pytest.raises(DBAPIError, match="message is only added to"), transaction():
        db.session.execute(text(words))


def test_an_empty_message_is_no_message(case: Case) -> None:
    with pytest.raises(RuleBrokenError) as refused:
        ask(case.application, applicant_of(case), "  \n ")
    assert refused.value.reason is MessageRefusal.EMPTY_MESSAGE
    assert thread_of(case.application.id) == []


def test_each_side_sees_what_the_other_has_read(case: Case) -> None:
    number, by = case.application.id, applicant_of(case)
    ask(case.application, by)
    assert unread_by(case.handler, [number], Side.OFFICE) == {number: 1}
    assert unread_by(by, [number], Side.APPLICANT) == {}
    assert shown_thread(number, Side.APPLICANT)[0].read_by == ()
    note_read(number, Side.OFFICE, by=case.handler, at=clock.now())
    assert unread_by(case.handler, [number], Side.OFFICE) == {}
    (read,) = shown_thread(number, Side.APPLICANT)[0].read_by
    assert read.person.name == case.handler.name
    answer(case.application, case.handler)
    assert unread_by(by, [number], Side.APPLICANT) == {number: 1}
    assert shown_thread(number, Side.OFFICE)[-1].read_by == ()


def test_thanks_need_no_answer_and_a_new_question_does(case: Case) -> None:
    number = case.application.id
    ask(case.application, applicant_of(case), "Takk!")
    for _time in range(2):
        services.settle(case.application, by=case.handler, at=clock.now())
    assert unanswered() == []
    ask(case.application, applicant_of(case), "Forresten?")
    assert [one.application_id for one in unanswered()] == [number]


def test_two_officers_who_settle_at_once_settle_once(app: Flask, case: Case) -> None:
    ask(case.application, applicant_of(case), "Takk!")
    number, ids = case.application.id, [case.handler.id, case.assessors[0].id]

    def settle_as(one: int) -> Callable[[], None]:
        return lambda: services.settle(any_application(number), by=person(one), at=clock.now())

    assert at_once(app, *map(settle_as, ids)) == [None, None]
    assert unanswered() == []


def test_a_file_goes_with_the_message_and_not_into_the_application(case: Case) -> None:
    by, before = applicant_of(case), len(case.application.attachments)
    ask_office(
        application_of(by, case.application.id), body="Se vedlegget.",
        upload=Upload(a_stored_pdf(), "kart.pdf"), by=by, at=clock.now(),
    )  # fmt: skip
    (message,) = thread_of(case.application.id)
    assert (message.filename, message.media_type) == ("kart.pdf", "application/pdf")
    assert len(case.again().attachments) == before


def test_a_note_is_another_kind_of_thing_than_a_message(case: Case) -> None:
    note = services.write_note(case.application, body="Ring dem.", by=case.handler, at=clock.now())
    assert thread_of(case.application.id) == []
    assert mails_about("Ny melding") == []
    own = {column.key for column in inspect(InternalNote).columns}
    crossing = {"side", "organisation_id", "sent_at", "sha256", "filename"}
    assert crossing <= {column.key for column in inspect(Message).columns}
    assert not own & crossing, "a note has nothing that could send it"
    references = {str(key.column) for key in inspect(Message).local_table.foreign_keys}
    assert not any(one.startswith("internal_note") for one in references)
    with pytest.raises(RuleBrokenError):
        services.write_note(case.application, body="x", by=applicant_of(case), at=clock.now())
    assert note.body == "Ring dem."


def test_a_note_is_reworded_by_its_writer_and_what_it_said_stays(case: Case) -> None:
    first = services.write_note(case.application, body="Ring dem.", by=case.handler, at=clock.now())
    with pytest.raises(RuleBrokenError) as other:
        services.rewrite_note(first, body="x", by=case.assessors[0], at=clock.now())
    assert other.value.reason is Refusal.NOTE_OF_ANOTHER
    with pytest.raises(RuleBrokenError) as blank:
        services.rewrite_note(first, body="\u200b", by=case.handler, at=clock.now())
    assert blank.value.reason is Refusal.REASON_MISSING
    later = services.rewrite_note(first, body="Ring dem i dag.", by=case.handler, at=clock.now())
    with pytest.raises(RuleBrokenError) as again:
        services.rewrite_note(first, body="Ring i morgen.", by=case.handler, at=clock.now())
    assert again.value.reason is Refusal.NOTE_REWRITTEN
    [shown] = notes_of(case.application.id)
    assert (shown.note.id, [one.body for one in shown.earlier]) == (later.id, ["Ring dem."])


def test_of_two_that_reword_a_note_at_once_one_is_told(app: Flask, case: Case) -> None:
    first = services.write_note(case.application, body="Ring dem.", by=case.handler, at=clock.now())
    number, note, handler = case.application.id, first.id, case.handler.id

    def reword() -> int:
        found = note_in(number, note)
        return services.rewrite_note(found, body="Nytt.", by=person(handler), at=clock.now()).id

    outcomes = at_once(app, reword, reword)
    assert sum(isinstance(one, RuleBrokenError) for one in outcomes) == 1
    assert len(notes_of(number)[0].earlier) == 1


def test_only_the_offices_rooms_and_templates_know_of_notes() -> None:
    root = Path(__file__).parents[2]
    pages = [
        path.relative_to(root / "templates").parts[0]
        for path in (root / "templates").rglob("*.html")
        if re.search(
            r"assessments\.(?:rewrite_)?notes?\b|panel\.notes|InternalNote", path.read_text()
        )
    ]
    assert set(pages) == {"assessments"}
    rooms = {
        path.relative_to(root).parts[0]
        for room in ("accounts", "applications", "decisions", "payments", "followup", "figures", "grants",
                     "assessments", "demo", "foundation")
        for path in (root / room).rglob("*.py")
        if "InternalNote" in path.read_text() or "talking.models" in path.read_text()
    }  # fmt: skip
    assert rooms == {"assessments"}
