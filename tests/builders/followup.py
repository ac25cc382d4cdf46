"""Reports on an accepted grant, made by the acts themselves."""

from datetime import date
from decimal import Decimal

from sqlalchemy import select

from accounts.models import Person
from applications.queries import any_application
from criteria.duties import DutyKind
from criteria.reporting import ActivityStatus
from followup import queries, services
from followup.content import ActivityContent, BenefitContent, ReportContent
from followup.models import (
    AccountLine,
    Duty,
    Report,
    ReportedActivity,
    ReportedBenefit,
    ReportFile,
)
from followup.project import Project
from foundation.database import db
from foundation.money import NOTHING
from grants import cataloguing, making
from grants.catalogue import REPORTS, SCHEME, load_report_questions
from grants.models import Question
from tests.builders.applications import a_stored_pdf
from tests.builders.decisions import NOW
from tests.builders.payments import Grant, forget, signatory_of

PROGRESS = "Kommunene har skrevet felles krav til journalen."
RESULTS = "Konkurransen er lyst ut, og tre leverandører har svart."
ROWS = (Duty, Report, AccountLine, ReportedActivity, ReportedBenefit)
EXPERIENCE = "Begynn med rutinene, ikke med systemet."


def duty_of(grant: Grant, kind: DutyKind = DutyKind.ANNUAL) -> Duty:
    """Read a duty of a grant anew, as the lead's signatory finds it."""
    forget(*ROWS)
    signatory = signatory_of(grant.application)
    row = next(one for one in queries.duties_of(signatory, NOW.date()) if one.duty.kind is kind)
    return queries.duty_of(signatory, row.duty.id)


def a_draft(grant: Grant, kind: DutyKind = DutyKind.ANNUAL) -> Report:
    """Begin a report and read it as its form does."""
    signatory = signatory_of(grant.application)
    made = services.begin_report(duty_of(grant, kind), by=signatory, at=NOW)
    return again(signatory, made)


def again(person: Person, report: Report) -> Report:
    """Read a report anew."""
    number = report.id
    forget(*ROWS)
    return queries.report_of(person, number)


def project_of(grant: Grant) -> Project:
    """Read what the reports of a grant are held against, anew."""
    return queries.project_of(any_application(grant.application.id))


def whole_content(grant: Grant, report: Report) -> ReportContent:
    """Write a report in which nothing is missing and nothing deviates."""
    budget = project_of(grant).budget_of(report.duty)
    return ReportContent(
        seen=report.version,
        progress=PROGRESS,
        results=RESULTS,
        experience=EXPERIENCE,
        activities={
            one.activity_id: ActivityContent(
                ActivityStatus.UNDER_WAY,
                40,
                "Behovene er beskrevet.",
                budget.get(one.activity_id, NOTHING),
            )
            for one in report.activities
        },
        benefits={
            one.benefit_id: BenefitContent(
                indicator="Tid på dokumentasjon per vakt",
                unit="minutter",
                owner="Fjell1",
                baseline=Decimal(52),
                target=Decimal("35.5"),
                target_on=date(2028, 12, 31),
            )
            for one in report.benefits
        },
    )


def a_filled_draft(grant: Grant, kind: DutyKind = DutyKind.ANNUAL) -> Report:
    """Begin a report and fill it in, with the auditor's statement where one belongs."""
    signatory, report = signatory_of(grant.application), a_draft(grant, kind)
    services.save_report(report, whole_content(grant, report), by=signatory, at=NOW)
    if kind is DutyKind.ANNUAL:
        services.enclose_audit(report, a_stored_pdf(), filename="revisor.pdf", by=signatory, at=NOW)
    return again(signatory, report)


def a_sent_report(grant: Grant, kind: DutyKind = DutyKind.ANNUAL) -> Report:
    """Send a whole report."""
    signatory, report = signatory_of(grant.application), a_filled_draft(grant, kind)
    services.submit_report(report, by=signatory, at=NOW)
    return again(signatory, report)


def an_approved_report(grant: Grant, kind: DutyKind = DutyKind.ANNUAL) -> Report:
    """Send a whole report and have the officer who handles the case approve it."""
    report = a_sent_report(grant, kind)
    services.review_report(report, approved=True, text="", by=grant.round.drafter, at=NOW)
    return again(signatory_of(grant.application), report)


def ask_by_template(call_id: int, by: Person) -> None:
    """Let a published call ask what the template asks in its reports, as if it had from the beginning."""
    sheets = load_report_questions(REPORTS, SCHEME)
    for position, sheet in enumerate(cataloguing.catalogued(sheets, by=by, at=NOW), start=1):
        made = making.question(sheet, position)
        made.call_id = call_id
        db.session.add(made)
    db.session.commit()


def an_answering_file(report: Report, call_id: int, by: Person) -> ReportFile:
    """Let a report have a file that answers a question of its call's."""
    ask_by_template(call_id, by)
    question = db.session.scalars(select(Question).where(Question.code == "DOK-01")).one()
    stored = a_stored_pdf()
    made = ReportFile(
        report_id=report.id, question_id=question.id, filename="evaluering.pdf",
        media_type=stored.media_type, size=stored.size, sha256=stored.sha256,
        uploaded_at=NOW, uploaded_by_id=by.id,
    )  # fmt: skip
    db.session.add(made)
    db.session.commit()
    return made
