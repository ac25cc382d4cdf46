"""What a new report begins with: the returned one it answers, else the last one, else the application."""

from sqlalchemy import select

from applications import facts
from applications.models import Application
from criteria.reporting import ActivityStatus
from followup.models import (
    AccountLine,
    Report,
    ReportAnswer,
    ReportedActivity,
    ReportedBenefit,
    ReportFile,
)
from followup.project import Project
from foundation.database import db
from grants.models import Benefit, QuestionKind


def answer(new: Report, returned: Report) -> None:
    """Begin from a returned report of the same duty: everything stays until it is changed."""
    new.progress, new.results = returned.progress, returned.results
    new.deviations, new.experience = returned.deviations, returned.experience
    new.audit_sha256, new.audit_filename = returned.audit_sha256, returned.audit_filename
    new.accounts = [
        AccountLine(activity_id=one.activity_id, spent=one.spent) for one in returned.accounts
    ]
    new.activities = [_activity(one, one.comment) for one in returned.activities]
    new.benefits = [_benefit(one) for one in returned.benefits]
    new.answers = [_answer(one) for one in returned.answers]
    new.files = [_file(one) for one in returned.files]


def follow(new: Report, earlier: Report, project: Project) -> None:
    """Begin from the report sent before: how far things had come, and what is known of the benefits.

    What has come to the project since then is not begun; what was taken out is told of once more.
    """
    new.accounts, new.answers, new.files = [], [], []
    told = {one.activity_id for one in earlier.activities}
    new.activities = [_activity(one, "") for one in earlier.activities]
    new.activities += [not_begun(one) for one in sorted(project.plan.activities - told)]
    new.benefits = [_benefit(one) for one in earlier.benefits]


def start(new: Report, project: Project) -> None:
    """Begin from the plan in force: what it would do, and the benefits that the application chose."""
    new.accounts, new.answers, new.files = [], [], []
    new.activities = [not_begun(one) for one in sorted(project.plan.activities)]
    new.benefits = [ReportedBenefit(benefit=one) for one in chosen_benefits(project.application)]


def with_answers_alone(new: Report) -> None:
    """Begin a report that only answers questions."""
    new.accounts, new.activities, new.benefits = [], [], []
    new.answers, new.files = [], []


def chosen_benefits(application: Application) -> list[Benefit]:
    """List the benefits of the catalogue that an application chose in its answers, by code."""
    several = {one.id for one in application.call.questions if one.kind is QuestionKind.CHOICES}
    codes = {
        code
        for question_id, value in facts.counted_answers(application).items()
        if question_id in several
        for code in value.split()
    }
    return list(
        db.session.scalars(select(Benefit).where(Benefit.code.in_(codes)).order_by(Benefit.code))
    )


def not_begun(activity_id: int) -> ReportedActivity:
    """Begin to tell of an activity."""
    return ReportedActivity(
        activity_id=activity_id, status=ActivityStatus.NOT_BEGUN, percent=0, comment=""
    )


def _activity(one: ReportedActivity, comment: str) -> ReportedActivity:
    return ReportedActivity(
        activity_id=one.activity_id, status=one.status, percent=one.percent, comment=comment
    )


def _benefit(one: ReportedBenefit) -> ReportedBenefit:
    return ReportedBenefit(
        benefit=one.benefit,
        indicator=one.indicator,
        unit=one.unit,
        owner=one.owner,
        baseline=one.baseline,
        target=one.target,
        target_on=one.target_on,
        measured=one.measured,
        measured_on=one.measured_on,
        comment=one.comment,
    )


def _answer(one: ReportAnswer) -> ReportAnswer:
    return ReportAnswer(
        question_id=one.question_id,
        value=one.value,
        irrelevant_because=one.irrelevant_because,
        answered_at=one.answered_at,
        answered_by_id=one.answered_by_id,
    )


def _file(one: ReportFile) -> ReportFile:
    return ReportFile(
        question_id=one.question_id,
        filename=one.filename,
        media_type=one.media_type,
        size=one.size,
        sha256=one.sha256,
        uploaded_at=one.uploaded_at,
        uploaded_by_id=one.uploaded_by_id,
        infected_at=one.infected_at,
    )
