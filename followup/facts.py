"""Rows turned into what `criteria.reporting` asks of a report."""

from criteria.duties import DutyKind
from criteria.reporting import PARTS, ActivityFacts, BenefitFacts, ReportFacts
from followup.asking.answers import question_facts
from followup.models import Report, ReportedActivity, ReportedBenefit
from followup.project import ByActivity, Project, added
from foundation.money import NOTHING, Ore


def facts_of(report: Report, project: Project) -> ReportFacts:
    """Give what a report tells, beside what it is held against. Needs the report and its project whole."""
    duty = report.duty
    annual = duty.kind is DutyKind.ANNUAL
    budget, spent = project.budget_of(duty), spent_in(report, project)
    codes = {one.id: one.code for one in project.application.call.activities}
    return ReportFacts(
        progress=report.progress,
        results=report.results,
        deviations=report.deviations,
        experience=report.experience,
        activities=tuple(
            _activity(one, codes[one.activity_id], budget, spent) for one in report.activities
        ),
        benefits=tuple(_benefit(one) for one in report.benefits),
        granted=project.granted_until(duty.year),
        spent_before=project.spent_before(duty.year) if annual else NOTHING,
        audit_required=annual and project.audit(duty.year).required,
        audit_enclosed=report.audit_sha256 is not None,
        unsent=project.unsent(duty),
        parts=PARTS[duty.kind],
        questions=question_facts(report, project.asks.get(duty.kind, ())),
        unmeasured=project.unmeasured.get(duty.year, ()) if duty.kind is DutyKind.BENEFITS else (),
        without_baseline=project.without_baseline,
    )


def spent_in(report: Report, project: Project) -> dict[int, Ore]:
    """Give what a report accounts for by activity.

    A final report that is not sent yet has no lines of its own: its accounts are the annual ones', added up.
    """
    if report.duty.kind is DutyKind.FINAL and report.submitted_at is None:
        return added(project.spent.values())
    return {line.activity_id: line.spent for line in report.accounts}


def _activity(
    one: ReportedActivity, code: str, budget: ByActivity, spent: ByActivity
) -> ActivityFacts:
    return ActivityFacts(
        code=code,
        status=one.status,
        percent=one.percent,
        comment=one.comment,
        budget=budget.get(one.activity_id, NOTHING),
        spent=spent.get(one.activity_id),
    )


def _benefit(one: ReportedBenefit) -> BenefitFacts:
    return BenefitFacts(
        code=one.benefit.code,
        indicator=one.indicator,
        unit=one.unit,
        owner=one.owner,
        baseline=one.baseline,
        target=one.target,
        target_on=one.target_on,
        measured=one.measured,
        measured_on=one.measured_on,
    )
