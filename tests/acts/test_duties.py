"""Duties that the call's data add: status reports, and what has no form; and whose accounts are audited."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask
from sqlalchemy import select, update

from applications.models import Partner, PartnerRole
from applications.queries import any_application
from criteria.duties import DutyKind
from criteria.reporting import ActivityStatus, Lack, missing
from criteria.steps import Step
from decisions import queries as decisions
from decisions import services as deciding
from followup import queries, services
from followup.content import ActivityContent, ReportContent
from followup.deadlines.queries import owed_between
from followup.deadlines.reminding import remind_of_reports
from followup.deadlines.services import ask_for_extension
from followup.facts import facts_of
from followup.filling import document_of
from followup.models import Duty
from followup.queries.paper import report_paper
from followup.queries.review import Queue, ReviewFilter
from followup.refusals import Refusal
from followup.states import DutyState
from foundation import clock
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.money import Ore
from grants.models import CallRule, RuleKey
from tests.builders.decisions import NOW, a_published_round
from tests.builders.followup import (
    a_draft,
    again,
    an_approved_report,
    duty_of,
    project_of,
)
from tests.builders.payments import Grant, an_accepted_grant, forget, signatory_of


def ruled(points: tuple[int, ...] = (5, 4), **values: str) -> Grant:
    """Publish a round whose call has other rules about duties, and accept the first award."""
    made = a_published_round(points)
    for key, value in values.items():
        db.session.execute(
            update(CallRule)
            .where(CallRule.call_id == made.call.id, CallRule.key == RuleKey(key))
            .values(value=value)
        )
    db.session.commit()
    db.session.expunge_all()
    return an_accepted_grant(made)


def kinds(grant: Grant) -> set[DutyKind]:
    found = db.session.scalars(
        select(Duty.kind).where(Duty.application_id == grant.application.id)
    )
    return set(found)


def test_a_status_report_tells_of_the_work_alone_and_moves_no_money(app: Flask) -> None:
    del app
    grant = ruled(status_month="12", benefit_years="", experience_months="")
    assert kinds(grant) == {DutyKind.STATUS, DutyKind.ANNUAL, DutyKind.FINAL}
    signatory, report = signatory_of(grant.application), a_draft(grant, DutyKind.STATUS)
    assert {one.lack for one in missing(facts_of(report, project_of(grant)))} == {
        Lack.PROGRESS, Lack.ACTIVITY_COMMENT,
    }  # fmt: skip
    written = ReportContent(
        seen=report.version,
        progress="Halvveis.",
        activities={
            one.activity_id: ActivityContent(ActivityStatus.UNDER_WAY, 50, "I rute.")
            for one in report.activities
        },
    )
    services.save_report(report, written, by=signatory, at=NOW)
    services.submit_report(again(signatory, report), by=signatory, at=NOW)
    sent = again(signatory, report)
    paper = document_of(report_paper(sent))
    assert (paper.accounts, paper.audit, paper.benefits) == ((), None, ())
    assert paper.period_to == clock.in_oslo(NOW).date()
    before = [one.due_at for one in grant.instalments()]
    services.review_report(sent, approved=True, text="", by=grant.round.drafter, at=NOW)
    assert [one.due_at for one in grant.instalments()] == before
    assert grant.step() is Step.ACCEPTED
    annual = a_draft(grant)
    assert [one.percent for one in annual.activities] == [50 for _ in annual.activities]
    assert len(annual.benefits) == len(report.benefits) > 0


def test_a_status_report_whose_day_has_passed_is_not_owed(app: Flask) -> None:
    del app
    assert DutyKind.STATUS not in kinds(ruled(status_month="1"))


def test_what_has_no_form_is_owed_until_it_is_met_also_when_the_case_is_completed(
    app: Flask,
) -> None:
    del app
    grant = an_accepted_grant()
    signatory, officer = signatory_of(grant.application), grant.round.drafter
    shared = duty_of(grant, DutyKind.EXPERIENCE)
    with pytest.raises(RuleBrokenError) as formless:
        services.begin_report(shared, by=signatory, at=NOW)
    assert formless.value.reason is Refusal.NO_FORM
    number = shared.id
    with pytest.raises(RuleBrokenError) as formed:
        services.note_met(duty_of(grant), how="På telefon.", by=officer, at=NOW)
    assert formed.value.reason is Refusal.HAS_A_FORM
    an_approved_report(grant)
    an_approved_report(grant, DutyKind.FINAL)
    assert grant.step() is Step.COMPLETED
    due = date(2027, 6, 30)
    ask_for_extension(
        duty_of(grant, DutyKind.EXPERIENCE), wanted_on=date(2027, 8, 1), reason="Ferie.",
        by=signatory, at=NOW,
    )  # fmt: skip
    remind_of_reports(datetime(2027, 6, 20, 7, tzinfo=UTC))
    assert db.session.get_one(Duty, number).reminded_of == due
    assert [one.id for one in owed_between(due, due)] == [number]
    late = ReviewFilter(date(2027, 7, 1), Queue.OVERDUE)
    assert [row.duty.id for row in queries.review_page(late).rows] == [number]

    shared = duty_of(grant, DutyKind.EXPERIENCE)
    with pytest.raises(RuleBrokenError) as wordless:
        services.note_met(shared, how="   ", by=officer, at=NOW)
    assert wordless.value.reason is Refusal.HOW_MISSING
    services.note_met(shared, how="Holdt innlegg på nettverkssamling.", by=officer, at=NOW)
    with pytest.raises(RuleBrokenError) as twice:
        services.note_met(shared, how="En gang til.", by=officer, at=NOW)
    assert twice.value.reason is Refusal.MET_ALREADY
    forget(Duty)
    row = next(
        one for one in queries.duties_of(signatory, due) if one.duty.kind is DutyKind.EXPERIENCE
    )
    assert (row.state, row.overdue) == (DutyState.MET, False)
    assert owed_between(due, due) == []
    assert queries.review_page(late).rows == []


def test_the_threshold_may_add_up_what_a_recipient_gets_and_leave_the_limit_itself_out(
    app: Flask,
) -> None:
    del app
    grant = an_accepted_grant(a_published_round((5, 4)))
    other = grant.round.applications[1]
    own = next(one.amount for one in grant.decision.years if one.year == 2026)
    beside = queries.project_of(any_application(other.id)).granted[2026]
    sum_of_both = Ore(own + beside)
    _let(grant, audit_per="recipient", audit_from="at_least", audit_threshold=str(sum_of_both))
    assert not project_of(grant).audit(2026).required
    _lead(other.id, like=grant)
    reckoned = project_of(grant).audit(2026)
    assert reckoned.sum == sum_of_both
    assert dict(reckoned.parts) == {
        grant.application.case_number: own, other.case_number: beside,
    }  # fmt: skip
    assert reckoned.required
    _let(grant, audit_from="above")
    assert not project_of(grant).audit(2026).required
    _let(grant, audit_threshold=str(sum_of_both - 1))
    assert project_of(grant).audit(2026).required


def test_what_the_recipient_said_no_to_is_not_added_up(app: Flask) -> None:
    del app
    grant = an_accepted_grant(a_published_round((5, 4)))
    other = grant.round.applications[1]
    signatory = signatory_of(other)
    declined = decisions.published_decision(signatory, other.id)
    deciding.answer_award(declined, accepted=False, account_number=None, by=signatory, at=NOW)
    _let(grant, audit_per="recipient")
    _lead(other.id, like=grant)
    assert set(project_of(grant).audit(2026).parts) == {grant.application.case_number}


def _let(grant: Grant, **values: str) -> None:
    for key, value in values.items():
        db.session.execute(
            update(CallRule)
            .where(CallRule.call_id == grant.round.call.id, CallRule.key == RuleKey(key))
            .values(value=value)
        )
    db.session.commit()
    db.session.expunge_all()


def _lead(application_id: int, *, like: Grant) -> None:
    """Let another case be led by the same kommune."""
    lead = next(one for one in like.application.partners if one.role is PartnerRole.LEAD)
    db.session.execute(
        update(Partner)
        .where(Partner.application_id == application_id, Partner.role == PartnerRole.LEAD)
        .values(organisation_id=lead.organisation_id)
    )
    db.session.commit()
    db.session.expunge_all()
