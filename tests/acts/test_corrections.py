"""What the office opens may be corrected until the answer comes, and both versions stay."""

from datetime import date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from accounts.models import Person
from accounts.queries import person
from applications import queries, services
from applications.corrections.opening import open_sections
from applications.corrections.sections import CORRECTABLE
from applications.corrections.shown import shown_corrections
from applications.models import Application
from applications.record import fingerprint_of, handed_in_fingerprint
from applications.refusals import Refusal
from applications.reminding import remind_of_answers
from assessments.services import ask_for_more
from criteria.completeness import Section
from criteria.steps import Step
from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError
from foundation.outbox import Mail
from grants.models import QuestionKind
from tests.builders.applications import A_PDF, a_stored_pdf, the_basics
from tests.builders.assessments import Case, a_staffed_case

DUE = date(2026, 3, 20)
NEW_TEXT = "Kommunene har nå skrevet det tydeligere."


@pytest.fixture
def case(app: Flask) -> Case:
    del app
    return a_staffed_case()


def applicant_of(case: Case) -> Person:
    assert case.application.submitted_by_id is not None
    return person(case.application.submitted_by_id)


def asked(case: Case, *sections: Section, due_on: date = DUE) -> Application:
    """Ask, and give the case as its applicant then has it."""
    ask_for_more(
        case.application, text="Skriv tydeligere.", due_on=due_on, sections=sections,
        by=case.handler, at=clock.now(),
    )  # fmt: skip
    db.session.expunge_all()
    return queries.led_by(applicant_of(case), case.application.id)


def a_text(application: Application) -> int:
    return next(one.id for one in application.call.questions if one.kind is QuestionKind.TEXT)


def answer_question(application: Application, by: Person, text: str = NEW_TEXT) -> None:
    services.answer_questions(application, {a_text(application): text}, by=by, at=clock.now())


def answer(application: Application, by: Person) -> None:
    (deficiency,) = [one for one in application.deficiencies if one.answered_at is None]
    services.supplement(application, deficiency, answer="Rettet.", by=by, at=clock.now())


def again(application: Application) -> Application:
    db.session.expunge_all()
    return queries.any_application(application.id)


def test_an_opened_section_is_corrected_and_both_versions_are_shown(case: Case) -> None:
    application = asked(case, Section.QUESTIONS)
    by = applicant_of(case)
    assert open_sections(application) == {Section.QUESTIONS}
    before = handed_in_fingerprint(application)
    answer_question(application, by)
    answer(queries.led_by(by, application.id), by)

    after = again(application)
    assert after.step is Step.SUBMITTED
    ((corrected,),) = shown_corrections(after).values()
    assert corrected.changed is not None
    (change,) = corrected.changed
    assert (change.before, change.after) == ("Kommunene har de samme behovene.", NEW_TEXT)
    assert handed_in_fingerprint(after) == before != fingerprint_of(after)


def test_only_what_is_opened_may_be_corrected_and_only_until_the_answer(case: Case) -> None:
    application = asked(case, Section.QUESTIONS)
    by, at = applicant_of(case), clock.now()
    for act in (
        lambda: services.choose_activities(application, {}, by=by, at=at),
        lambda: services.change_basics(application, the_basics("Nytt navn"), by=by, at=at),
        lambda: services.set_budget(application, [], by=by, at=at),
        lambda: services.attach(
            application, a_stored_pdf(), kind="other", filename="x.pdf", by=by, at=at
        ),
        lambda: services.remove_attachment(application.attachments[0], by=by, at=at),
    ):
        with pytest.raises(RuleBrokenError) as refused:
            act()
        assert refused.value.reason is Refusal.NOT_A_DRAFT
    answer(application, by)
    with pytest.raises(RuleBrokenError) as refused:
        answer_question(queries.led_by(by, application.id), by)
    assert refused.value.reason is Refusal.NOT_A_DRAFT
    assert open_sections(queries.led_by(by, application.id)) == frozenset()


def test_without_an_opened_section_nothing_is_corrected(case: Case) -> None:
    application = asked(case)
    with pytest.raises(RuleBrokenError):
        answer_question(application, applicant_of(case))
    assert shown_corrections(application) == {}


def test_what_partners_have_confirmed_is_never_opened(case: Case) -> None:
    with pytest.raises(NotFoundError):
        asked(case, Section.BUDGET)
    assert set(CORRECTABLE).isdisjoint({Section.BASICS, Section.PARTNERS, Section.BUDGET})


def test_confirmations_stand_through_a_correction(case: Case) -> None:
    application = asked(case, *CORRECTABLE)
    by = applicant_of(case)
    answer_question(application, by)
    activity = application.chosen_activities[0].activity_id
    services.choose_activities(application, {activity: NEW_TEXT}, by=by, at=clock.now())
    answer(queries.led_by(by, application.id), by)
    for partner in again(application).partners:
        assert [one.fell_at for one in partner.confirmations if one.fell_at] == []


def test_a_document_may_be_exchanged_and_the_old_one_is_named(case: Case) -> None:
    application = asked(case, Section.ATTACHMENTS)
    by, at = applicant_of(case), clock.now()
    old = application.attachments[0]
    services.remove_attachment(old, by=by, at=at)
    new = services.attach(
        queries.led_by(by, application.id), a_stored_pdf(A_PDF + b"% ny\n"), kind=old.kind,
        filename="ny.pdf", by=by, at=at,
    )  # fmt: skip
    assert new.deficiency_id is not None
    answer(queries.led_by(by, application.id), by)
    ((corrected,),) = shown_corrections(again(application)).values()
    assert {(one.before, one.after) for one in corrected.changed or ()} == {
        (old.filename, ""), ("", "ny.pdf"),
    }  # fmt: skip


def test_two_letters_after_each_other_keep_each_their_own_versions(case: Case) -> None:
    by = applicant_of(case)
    for text in ("Første rettelse", "Andre rettelse"):
        application = asked(case, Section.QUESTIONS)
        answer_question(application, by, text)
        answer(queries.led_by(by, application.id), by)
        case.application = again(application)
    told = [
        (one.before, one.after)
        for corrections in shown_corrections(again(application)).values()
        for corrected in corrections
        for one in corrected.changed or ()
    ]
    assert told == [
        ("Kommunene har de samme behovene.", "Første rettelse"),
        ("Første rettelse", "Andre rettelse"),
    ]


def reminded() -> list[str]:
    return list(
        db.session.scalars(
            select(Mail.recipient).where(Mail.subject.contains("fristen går snart ut"))
        )
    )


def seven(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 7, tzinfo=clock.OSLO)


def test_the_applicant_is_reminded_once_before_the_deadline(case: Case) -> None:
    application = asked(case)
    remind_of_answers(seven(DUE - timedelta(days=4)))
    assert reminded() == []
    for day in (3, 2, 1, 0):
        remind_of_answers(seven(DUE - timedelta(days=day)))
    assert sorted(reminded()) == sorted({application.contact_email, applicant_of(case).email})
    assert queries.public_events(application.id)[0].kind == "reminded"


def test_no_mail_is_sent_when_the_answer_has_come_or_the_day_is_over(case: Case) -> None:
    application = asked(case)
    remind_of_answers(seven(DUE + timedelta(days=1)))
    answer(application, applicant_of(case))
    remind_of_answers(seven(DUE - timedelta(days=1)))
    assert reminded() == []
