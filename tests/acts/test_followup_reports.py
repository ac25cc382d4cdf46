from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from applications.queries import public_events
from applications.refusals import Refusal as ApplicantRefusal
from assessments.services import declare
from criteria.duties import DutyKind
from criteria.impartiality import Hindrance, View
from criteria.instalments import Trigger
from criteria.reporting import ActivityStatus, Lack, Missing, missing
from criteria.steps import Step
from decisions import queries as decisions
from decisions import services as deciding
from decisions.refusals import Refusal as OfficeRefusal
from followup import queries, services
from followup.content import ReportContent
from followup.facts import facts_of
from followup.models import Duty
from followup.refusals import Refusal
from followup.states import DutyState, state_of
from foundation.database import db
from foundation.errors import NotFoundError, RuleBrokenError, StaleError
from foundation.outbox import Mail
from tests.builders.applications import a_stored_pdf, an_editor
from tests.builders.assessments import an_officer
from tests.builders.decisions import NOW, a_published_round
from tests.builders.followup import (
    PROGRESS,
    a_draft,
    a_filled_draft,
    a_sent_report,
    again,
    an_approved_report,
    duty_of,
    project_of,
    whole_content,
)
from tests.builders.payments import Grant, an_accepted_grant, signatory_of


def due(grant: Grant) -> list[tuple[Trigger, bool]]:
    return [(one.trigger, one.due_at is not None) for one in grant.instalments()]


AFTER = (2027, 2028, 2029)
"""The years in which the benefits are followed up: three, as the call has it."""


def test_an_accepted_grant_owes_its_reports_and_a_declined_one_none(app: Flask) -> None:
    del app
    made = a_published_round((5, 4))
    grant = an_accepted_grant(made)
    other = made.applications[1]
    signatory = signatory_of(other)
    declined = decisions.published_decision(signatory, other.id)
    deciding.answer_award(declined, accepted=False, account_number=None, by=signatory, at=NOW)
    duties = db.session.scalars(select(Duty).order_by(Duty.due_on, Duty.kind)).all()
    assert [(one.application_id, one.kind, one.year, one.due_on) for one in duties] == [
        (grant.application.id, DutyKind.ANNUAL, 2026, date(2027, 4, 1)),
        (grant.application.id, DutyKind.FINAL, 2026, date(2027, 4, 1)),
        (grant.application.id, DutyKind.EXPERIENCE, 2026, date(2027, 6, 30)),
        *((grant.application.id, DutyKind.BENEFITS, year, date(year + 1, 4, 1)) for year in AFTER),
    ]


def test_a_report_is_overdue_the_day_after_its_day_and_only_while_it_is_owed(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    signatory = signatory_of(grant.application)
    last, after = date(2027, 4, 1), date(2027, 4, 2)
    assert [one.overdue for one in queries.duties_of(signatory, last)][:2] == [False, False]
    assert [one.overdue for one in queries.duties_of(signatory, after)][:2] == [True, True]
    a_sent_report(grant)
    rows = queries.duties_of(signatory, after)[:2]
    assert [(one.state, one.overdue) for one in rows] == [
        (DutyState.SUBMITTED, False), (DutyState.NOT_BEGUN, True),
    ]  # fmt: skip


def test_a_report_begins_with_what_the_application_said(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    report = a_draft(grant)
    chosen = grant.application.chosen_activities
    assert [(one.activity_id, one.status, one.percent) for one in report.activities] == [
        (one.activity_id, ActivityStatus.NOT_BEGUN, 0) for one in chosen
    ]
    assert [one.benefit.code for one in report.benefits] == ["G1"]
    assert a_draft(grant).id == report.id
    lacks = {one.lack for one in missing(facts_of(report, project_of(grant)))}
    assert lacks == {
        Lack.PROGRESS, Lack.RESULTS, Lack.EXPERIENCE, Lack.ACTIVITY_COMMENT, Lack.ACCOUNTS,
        Lack.BENEFIT_PLAN, Lack.AUDIT,
    }  # fmt: skip


def test_a_draft_is_the_leads_own(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    report = a_draft(grant)
    partner = next(
        one for one in grant.application.partners if one.organisation_id != lead_id(grant)
    )
    stranger = an_editor(partner.organisation, "Didrik Deltaker")
    with pytest.raises(NotFoundError):
        queries.report_of(stranger, report.id)
    with pytest.raises(NotFoundError):
        queries.duty_of(stranger, report.duty_id)
    with pytest.raises(NotFoundError):
        queries.any_report(report.id)
    with pytest.raises(RuleBrokenError) as refused:
        services.save_report(report, whole_content(grant, report), by=stranger, at=NOW)
    assert refused.value.reason is ApplicantRefusal.NOT_LEADS_EDITOR
    sent = a_sent_report(grant)
    assert queries.report_of(stranger, sent.id).id == sent.id
    assert {one.may_write for one in queries.duties_of(stranger, NOW.date())} == {False}


def lead_id(grant: Grant) -> int:
    return grant.application.partners[0].organisation_id


def test_what_is_saved_stands_and_a_colleagues_newer_words_are_not_lost(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    signatory, report = signatory_of(grant.application), a_draft(grant)
    content = whole_content(grant, report)
    services.save_report(report, content, by=signatory, at=NOW)
    saved = again(signatory, report)
    assert (saved.progress, saved.version > content.seen) == (PROGRESS, True)
    assert [one.spent for one in saved.accounts] == [
        one.spent for one in content.activities.values()
    ]
    assert saved.benefits[0].target == content.benefits[saved.benefits[0].benefit_id].target
    with pytest.raises(StaleError):
        services.save_report(saved, replace(content, progress="Eldre."), by=signatory, at=NOW)
    assert again(signatory, report).progress == PROGRESS
    emptied = replace(
        content,
        seen=again(signatory, report).version,
        activities={key: replace(one, spent=None) for key, one in content.activities.items()},
    )
    services.save_report(report, emptied, by=signatory, at=NOW)
    assert again(signatory, report).accounts == []


def test_a_report_is_sent_whole_and_by_one_who_signs_for_the_lead(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    signatory, report = signatory_of(grant.application), a_draft(grant)
    with pytest.raises(RuleBrokenError) as unfinished:
        services.submit_report(report, by=signatory, at=NOW)
    assert unfinished.value.reason is Refusal.INCOMPLETE
    report = a_filled_draft(grant)
    editor = an_editor(grant.application.partners[0].organisation, "Eva Editor")
    with pytest.raises(RuleBrokenError) as unsigned:
        services.submit_report(report, by=editor, at=NOW)
    assert unsigned.value.reason is ApplicantRefusal.NOT_LEADS_SIGNATORY
    services.submit_report(report, by=signatory, at=NOW)
    sent = again(signatory, report)
    assert (state_of(sent), sent.submitted_by_id) == (DutyState.SUBMITTED, signatory.id)
    assert public_events(grant.application.id)[0].kind == "annual_report_submitted"
    changes: tuple[Callable[[], None], ...] = (
        lambda: services.submit_report(sent, by=signatory, at=NOW),
        lambda: services.save_report(sent, ReportContent(sent.version), by=signatory, at=NOW),
        lambda: services.remove_audit(sent, by=signatory, at=NOW),
    )
    for change in changes:
        with pytest.raises(RuleBrokenError) as closed:
            change()
        assert closed.value.reason is Refusal.NOT_A_DRAFT
    with pytest.raises(RuleBrokenError) as waiting:
        services.begin_report(duty_of(grant), by=signatory, at=NOW)
    assert waiting.value.reason is Refusal.ALREADY_SENT


def test_the_auditors_statement_belongs_to_the_annual_report(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    signatory = signatory_of(grant.application)
    report = a_filled_draft(grant)
    services.remove_audit(report, by=signatory, at=NOW)
    lacks = missing(facts_of(again(signatory, report), project_of(grant)))
    assert [one.lack for one in lacks] == [Lack.AUDIT]
    final = a_draft(grant, DutyKind.FINAL)
    with pytest.raises(RuleBrokenError) as refused:
        services.enclose_audit(final, a_stored_pdf(), filename="r.pdf", by=signatory, at=NOW)
    assert refused.value.reason is Refusal.NO_AUDIT_HERE


def test_a_returned_report_stays_and_is_answered_by_a_new_number(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    officer, signatory = grant.round.drafter, signatory_of(grant.application)
    sent = a_sent_report(grant)
    with pytest.raises(RuleBrokenError) as wordless:
        services.review_report(sent, approved=False, text=" ", by=officer, at=NOW)
    assert wordless.value.reason is Refusal.REASON_MISSING
    services.review_report(sent, approved=False, text="Forklar vikarene.", by=officer, at=NOW)
    returned = again(signatory, sent)
    assert (state_of(returned), returned.review) == (DutyState.RETURNED, "Forklar vikarene.")
    assert due(grant)[1] == (Trigger.REPORT_APPROVED, False)
    assert mails() == {"Sak 2026/00001: svar på rapporten"}

    answer = a_draft(grant)
    assert (answer.number, answer.progress) == (2, sent.progress)
    assert answer.audit_sha256 == sent.audit_sha256
    assert [one.spent for one in answer.accounts] == [one.spent for one in sent.accounts]
    assert [one.baseline for one in answer.benefits] == [one.baseline for one in sent.benefits]
    later = NOW + timedelta(days=3)
    services.submit_report(answer, by=signatory, at=later)
    assert [one.id for one in queries.earlier_reports(again(signatory, answer))] == [sent.id]


def mails() -> set[str]:
    found = db.session.scalars(select(Mail.subject).where(Mail.subject.contains("rapporten")))
    return set(found)


def test_approval_releases_the_instalment_that_waited_for_it_and_no_other(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    assert [is_due for _, is_due in due(grant)] == [True, False, False]
    report = an_approved_report(grant)
    assert due(grant) == [
        (Trigger.ACCEPTED, True),
        (Trigger.REPORT_APPROVED, True),
        (Trigger.FINAL_REPORT_APPROVED, False),
    ]
    assert grant.step() is Step.ACCEPTED
    with pytest.raises(RuleBrokenError) as twice:
        services.review_report(report, approved=True, text="", by=grant.round.drafter, at=NOW)
    assert twice.value.reason is Refusal.NOT_TO_REVIEW
    with pytest.raises(RuleBrokenError) as settled:
        services.begin_report(duty_of(grant), by=signatory_of(grant.application), at=NOW)
    assert settled.value.reason is Refusal.ALREADY_APPROVED


def test_the_final_report_waits_for_the_annual_ones_and_completes_the_case(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    signatory, officer = signatory_of(grant.application), grant.round.drafter
    final = a_filled_draft(grant, DutyKind.FINAL)
    lacks = missing(facts_of(final, project_of(grant)))
    assert Missing(Lack.ANNUAL_REPORT, "2026") in lacks
    annual = a_sent_report(grant)
    services.submit_report(final, by=signatory, at=NOW)
    final = again(signatory, final)
    assert {one.activity_id: one.spent for one in final.accounts} == {
        one.activity_id: one.spent for one in annual.accounts
    }
    with pytest.raises(RuleBrokenError) as early:
        services.review_report(final, approved=True, text="", by=officer, at=NOW)
    assert (early.value.reason, early.value.values) == (
        Refusal.ANNUAL_NOT_APPROVED, {"years": "2026"},
    )  # fmt: skip
    services.review_report(annual, approved=True, text="", by=officer, at=NOW)
    services.review_report(final, approved=True, text="Godt arbeid.", by=officer, at=NOW)
    assert [is_due for _, is_due in due(grant)] == [True, True, True]
    assert grant.step() is Step.COMPLETED


def test_a_final_report_that_no_longer_agrees_with_the_annual_ones_is_not_approved(
    app: Flask,
) -> None:
    del app
    grant = an_accepted_grant()
    signatory, officer = signatory_of(grant.application), grant.round.drafter
    annual = a_sent_report(grant)
    final = a_sent_report(grant, DutyKind.FINAL)
    services.review_report(annual, approved=False, text="Feil sum.", by=officer, at=NOW)
    answer = a_draft(grant)
    content = whole_content(grant, answer)
    cheaper = replace(
        content,
        deviations="Kurset ble billigere.",
        activities={
            key: replace(one, spent=None if one.spent is None else type(one.spent)(one.spent - 100))
            for key, one in content.activities.items()
        },
    )
    services.save_report(answer, cheaper, by=signatory, at=NOW)
    services.submit_report(answer, by=signatory, at=NOW)
    services.review_report(answer, approved=True, text="", by=officer, at=NOW)
    with pytest.raises(RuleBrokenError) as changed:
        services.review_report(final, approved=True, text="", by=officer, at=NOW)
    assert changed.value.reason is Refusal.ACCOUNTS_CHANGED
    assert grant.step() is Step.ACCEPTED


def test_only_an_impartial_case_officer_reviews(app: Flask) -> None:
    del app
    grant = an_accepted_grant()
    report = a_sent_report(grant)
    undeclared = an_officer("Oda Onsrud")
    with pytest.raises(RuleBrokenError) as closed:
        services.review_report(report, approved=True, text="", by=undeclared, at=NOW)
    assert closed.value.reason is Hindrance.NOT_DECLARED
    with pytest.raises(RuleBrokenError) as other_role:
        services.review_report(report, approved=True, text="", by=grant.attester, at=NOW)
    assert other_role.value.reason is OfficeRefusal.NOT_CASE_OFFICER
    declare(grant.application, View.IMPARTIAL, by=undeclared, at=NOW)
    services.review_report(report, approved=True, text="", by=undeclared, at=NOW)
    assert state_of(again(signatory_of(grant.application), report)) is DutyState.APPROVED
