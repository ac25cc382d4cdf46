"""What a call asks in its reports: chosen in a draft, answered, compared, returned, printed and taken out."""

from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import select, update

from applications.estimate import estimate_of
from applications.models import Application
from applications.queries import any_application
from applications.refusals import Refusal as ApplicantRefusal
from criteria.duties import DutyKind
from criteria.estimates import Against, Estimate
from criteria.reporting import Lack, missing
from criteria.steps import Step
from figures.catalogue.research import REPORT_ANSWERS
from figures.evidence.records import rows_of
from figures.queries.reportanswers import report_answers
from figures.queries.rows import Selection
from followup import queries, services
from followup.asking import services as asking
from followup.asking.answers import answered_in
from followup.asking.queries import asked_by
from followup.benefits.meeting import lacking_in
from followup.facts import facts_of
from followup.filling import document_of
from followup.models import Report
from followup.queries.paper import report_paper
from followup.reading import report_view
from followup.refusals import Refusal
from followup.states import DutyState, standing
from foundation.database import db
from foundation.errors import RuleBrokenError, StaleError
from foundation.money import Ore
from grants import queries as grants
from grants.models import Purpose, Question
from tests.builders.applications import a_stored_pdf
from tests.builders.decisions import NOW, a_published_round
from tests.builders.followup import a_filled_draft, again, ask_by_template, duty_of, project_of
from tests.builders.payments import Grant, an_accepted_grant, signatory_of
from tests.scenes import scene

LATER = datetime(2027, 1, 10, 12, tzinfo=UTC)


@scene
def an_asking_grant() -> Grant:
    """Accept an award of a round whose call asks what the template asks in its reports."""
    grant = an_accepted_grant(a_published_round((5, 4)))
    ask_by_template(grant.application.call_id, grant.round.drafter)
    return grant


def asked(grant: Grant, kind: DutyKind = DutyKind.ANNUAL) -> dict[str, Question]:
    return {one.code: one for one in asked_by(grant.application.call_id)[kind]}


def answer(grant: Grant, report: Report, **given: str) -> Report:
    """Answer some questions by their codes, where _ stands for -, as the form would."""
    by, questions = signatory_of(grant.application), asked(grant, report.duty.kind)
    named = {code.replace("_", "-"): value for code, value in given.items()}
    asking.answer_report(
        report, {questions[code].id: value for code, value in named.items()},
        irrelevant={}, seen=None, by=by, at=NOW,
    )  # fmt: skip
    return again(by, report)


WHOLE = {
    "RUTE_01": "forsinket", "RUTE_02": "Leverandøren er sen.", "RISIKO_01": "Færre risikoer nå.",
    "JOURNAL_01": "2", "OPPL_02": "140", "ERKL_05": "yes",
}  # fmt: skip


def test_a_report_waits_for_the_answers_that_are_asked(app: Flask) -> None:
    grant = an_asking_grant()
    report, by = a_filled_draft(grant), signatory_of(grant.application)

    def lacks() -> set[tuple[Lack, str]]:
        return {(one.lack, one.subject) for one in missing(facts_of(report, project_of(grant)))}

    first = {"RUTE-01", "RISIKO-01", "JOURNAL-01", "OPPL-02"}
    assert lacks() == {(Lack.ANSWER, code) for code in first} | {(Lack.DECLARATION, "ERKL-05")}
    report = answer(grant, report, RUTE_01="ja")
    assert (Lack.ANSWER, "RUTE-02") not in lacks(), "asked only when the project is late"
    report = answer(grant, report, RUTE_01="forsinket")
    assert (Lack.ANSWER, "RUTE-02") in lacks()
    with app.test_request_context():
        (first_lack, *_) = report_view(report, any_application(grant.application.id)).missing
    assert first_lack.href.startswith(f"/rapporter/{report.id}/sporsmal#q-")
    with pytest.raises(RuleBrokenError) as refusal:
        services.submit_report(report, by=by, at=NOW)
    assert refusal.value.reason is Refusal.INCOMPLETE
    own = next(one for one in any_application(grant.application.id).call.questions)
    with pytest.raises(RuleBrokenError) as refusal:
        asking.answer_report(report, {own.id: "x"}, irrelevant={}, seen=None, by=by, at=NOW)
    assert refusal.value.reason is ApplicantRefusal.QUESTION_NOT_ASKED
    seen = answered_in(report, asked(grant).values()).seal
    report = answer(grant, report, **WHOLE)
    assert lacks() == set()
    with pytest.raises(StaleError):
        asking.answer_report(report, {}, irrelevant={}, seen=seen, by=by, at=NOW)


def test_answers_stand_beside_the_applications_and_both_versions_stay(app: Flask) -> None:
    grant = an_asking_grant()
    by, officer = signatory_of(grant.application), grant.round.drafter
    first = answer(grant, a_filled_draft(grant), **WHOLE)
    services.submit_report(first, by=by, at=NOW)
    services.review_report(again(by, first), approved=False, text="Forklar.", by=officer, at=NOW)
    second = services.begin_report(duty_of(grant), by=by, at=NOW)
    second = answer(grant, again(by, second), JOURNAL_01="1")
    with app.test_request_context():
        view = report_view(second, any_application(grant.application.id))
        found = {
            one.read.question.code: one for group in view.groups for one in group.answers
        }
    journals = found["JOURNAL-01"]
    assert journals.read.answer == "1"
    returned, applied = journals.before
    assert (returned.report_id, returned.read.answer) == (first.id, "2"), "both versions stay"
    assert applied.where == "Søknaden"
    assert found["RUTE-02"].read.answer == "Leverandøren er sen.", "the rest is kept"
    services.submit_report(second, by=by, at=NOW)
    services.review_report(again(by, second), approved=True, text="", by=officer, at=NOW)
    paper = document_of(report_paper(again(by, second)))
    assert paper.cost is None, "nobody told what it has cost"
    (progress, results, _spending) = paper.answers
    assert progress.heading == "Framdrift og risiko"
    assert [one.answer for one in results.questions] == ["1", "140 ansatte"]
    codes = [column.code for column in REPORT_ANSWERS.columns]
    rows = [dict(zip(codes, row, strict=True)) for row in report_answers(Selection())]
    told = {row["code"]: (row["status"], row["value"], row["size"]) for row in rows}
    assert told["JOURNAL-01"] == ("answered", "1", None)
    assert told["RUTE-02"] == ("answered", None, len("Leverandøren er sen."))
    evidence = rows_of(grant.application.id)["report_answer"]
    assert {row["report_id"] for row in evidence} == {first.id, second.id}


def test_the_cost_so_far_is_held_against_what_the_application_expected(app: Flask) -> None:
    grant = an_asking_grant()
    by, application = signatory_of(grant.application), any_application(grant.application.id)
    estimate = estimate_of(application)
    assert estimate == Estimate(Ore(1_250_000), Ore(1_250_000))  # as the builder answers amounts
    report = answer(grant, a_filled_draft(grant), **WHOLE)
    with app.test_request_context():
        assert report_view(report, application).deviation is None, "the cost is not told"
    report = answer(grant, report, KOST_05="1000000")
    with app.test_request_context():
        found = report_view(report, application).deviation
    assert found is not None
    assert (found.against, found.difference) == (Against.UNDER, -250_000)
    report = answer(grant, report, KOST_05="1500000")
    services.submit_report(report, by=by, at=NOW)
    cost = document_of(report_paper(again(by, report))).cost
    assert cost is not None
    assert cost.standing == "Over forventet kostnad, og over øvre anslag"
    assert (cost.difference, int(cost.percent)) == (250_000, 20)


def test_a_report_on_benefits_only_answers_and_waits_for_the_measurements(app: Flask) -> None:
    del app
    grant = an_asking_grant()
    by, officer = signatory_of(grant.application), grant.round.drafter
    db.session.execute(
        update(Application)
        .where(Application.id == grant.application.id)
        .values(step=Step.COMPLETED)
    )
    db.session.commit()
    duty = duty_of(grant, DutyKind.BENEFITS)
    report = again(by, services.begin_report(duty, by=by, at=NOW))
    assert (report.activities, report.benefits) == ([], [])
    assert lacking_in(grant.application.id, duty.year) is None, "it follows no benefits yet"
    report = answer(grant, report, BRUK_01="noen", BRUK_02="To kommuner.", VIRK_01="Opplæringen.")
    services.submit_report(report, by=by, at=LATER)
    services.review_report(again(by, report), approved=True, text="", by=officer, at=LATER)
    report = again(by, report)
    assert standing(report.duty, report) is DutyState.APPROVED
    assert document_of(report_paper(report)).answers[0].heading == "I vanlig drift"


def test_a_file_answers_and_is_taken_away_again(app: Flask) -> None:
    del app
    grant = an_asking_grant()
    by = signatory_of(grant.application)
    report = a_filled_draft(grant, DutyKind.FINAL)
    question = asked(grant, DutyKind.FINAL)["DOK-01"]
    for _again in range(2):
        asking.answer_report_with_file(
            report, question, a_stored_pdf(), filename="evaluering.pdf", by=by, at=NOW
        )
    report = again(by, report)
    (file,) = report.files
    facts = {one.code: one for one in facts_of(report, project_of(grant)).questions}
    assert facts["DOK-01"].answer == "1"
    asking.remove_report_files(report, [file.id], by=by, at=NOW)
    assert again(by, report).files == []
    with pytest.raises(RuleBrokenError) as refusal:
        asking.answer_report_with_file(
            report, asked(grant)["RUTE-01"], a_stored_pdf(), filename="x.pdf", by=by, at=NOW
        )
    assert refusal.value.reason is ApplicantRefusal.QUESTION_NOT_ASKED


def test_the_same_code_is_asked_for_several_purposes_each_in_its_own_order(app: Flask) -> None:
    del app
    grant = an_asking_grant()
    call = grants.call(grant.application.call_id)
    purposes = db.session.scalars(
        select(Question.purpose).where(
            Question.call_id == call.id, Question.code == "RISIKO-01"
        )
    ).all()
    assert set(purposes) == {Purpose.APPLICATION, Purpose.STATUS, Purpose.ANNUAL}
    assert [one.code for one in call.asking(Purpose.STATUS)] == ["RUTE-01", "RUTE-02", "RISIKO-01"]
    assert "RUTE-01" not in {one.code for one in call.questions}
    assert queries.project_of(any_application(grant.application.id)).asks[DutyKind.STATUS]
