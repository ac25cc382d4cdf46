"""A report as its readers see it: beside the application, the budget and the report before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import url_for

from applications.models import Application
from criteria.auditing import Reckoning
from criteria.estimates import Deviation
from criteria.reporting import PARTS, Lack, Missing, Part, missing
from followup import queries
from followup.asking.reading import AnswerGroup, answer_groups
from followup.estimate import deviation_of
from followup.facts import facts_of, spent_in
from followup.models import Report, ReportedActivity, ReportedBenefit
from followup.project import Project, added
from followup.states import DutyState, state_of
from foundation.language import Bilingual
from foundation.money import NOTHING, Ore


@dataclass(frozen=True, slots=True)
class ActivityView:
    """An activity: what was planned, what is told, and what the report before told."""

    name: Bilingual
    planned: str
    told: ReportedActivity
    before: ReportedActivity | None


@dataclass(frozen=True, slots=True)
class AccountView:
    """A line of the accounts beside its budget. `before`: what was spent in earlier years."""

    name: Bilingual
    budget: Ore
    spent: Ore | None
    before: Ore

    @property
    def left(self) -> Ore:
        """What is left of the budget; less than nothing when it is overspent."""
        return Ore(self.budget - (self.spent or NOTHING))


@dataclass(frozen=True, slots=True)
class BenefitView:
    """A benefit, and what the report before told of it."""

    told: ReportedBenefit
    before: ReportedBenefit | None


@dataclass(frozen=True, slots=True)
class ToMend:
    """Something that is missing, of what, and where to put it right."""

    lack: Lack
    subject: Bilingual | str
    href: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report whole."""

    report: Report
    application: Application
    project: Project
    state: DutyState
    activities: Sequence[ActivityView]
    accounts: Sequence[AccountView]
    benefits: Sequence[BenefitView]
    missing: Sequence[ToMend]
    earlier: Sequence[Report]
    groups: Sequence[AnswerGroup]
    deviation: Deviation | None
    """What it has cost beside what was expected; None when either is not told."""

    @property
    def parts(self) -> frozenset[Part]:
        """Which parts this report has."""
        return PARTS[self.report.duty.kind]

    @property
    def audit(self) -> Reckoning:
        """Why an auditor must confirm the accounts, or need not."""
        return self.project.audit(self.report.duty.year)

    @property
    def budget(self) -> Ore:
        """The whole budget that the accounts are held against."""
        return Ore(sum(one.budget for one in self.accounts))

    @property
    def spent(self) -> Ore:
        """All that the accounts say is spent."""
        return Ore(sum(one.spent or NOTHING for one in self.accounts))

    @property
    def before(self) -> Ore:
        """All that was spent in earlier years."""
        return Ore(sum(one.before for one in self.accounts))

    @property
    def left(self) -> Ore:
        """What is left of the budget."""
        return Ore(self.budget - self.spent)


def report_view(report: Report, application: Application) -> ReportView:
    """Put a report together from a whole report and its whole application."""
    project = queries.project_of(application)
    earlier = queries.earlier_reports(report)
    before = earlier[0] if earlier else None
    return ReportView(
        report=report,
        application=application,
        project=project,
        state=state_of(report),
        activities=_activities(report, application, before),
        accounts=_accounts(report, project),
        benefits=_benefits(report, before),
        missing=_to_mend(report, project),
        earlier=earlier,
        groups=answer_groups(report, application, earlier, project.asks),
        deviation=deviation_of(report, application, project.asks.get(report.duty.kind, ())),
    )


def _activities(
    report: Report, application: Application, before: Report | None
) -> tuple[ActivityView, ...]:
    names = _names(application)
    planned = {one.activity_id: one.description for one in application.chosen_activities}
    then = {one.activity_id: one for one in before.activities} if before else {}
    return tuple(
        ActivityView(
            names[one.activity_id],
            planned.get(one.activity_id, ""),
            one,
            then.get(one.activity_id),
        )
        for one in report.activities
    )


def _accounts(report: Report, project: Project) -> tuple[AccountView, ...]:
    names = _names(project.application)
    budget, spent = project.budget_of(report.duty), spent_in(report, project)
    before = added([by for year, by in project.spent.items() if year < report.duty.year])
    return tuple(
        AccountView(
            name=names[one.activity_id],
            budget=budget.get(one.activity_id, NOTHING),
            spent=spent.get(one.activity_id),
            before=before.get(one.activity_id, NOTHING),
        )
        for one in report.activities
    )


def _benefits(report: Report, before: Report | None) -> tuple[BenefitView, ...]:
    then = {one.benefit_id: one for one in before.benefits} if before else {}
    return tuple(BenefitView(one, then.get(one.benefit_id)) for one in report.benefits)


def _to_mend(report: Report, project: Project) -> tuple[ToMend, ...]:
    """List what a draft lacks; what is sent lacked nothing."""
    if report.submitted_at is not None:
        return ()
    activities = {one.code: one.id for one in project.application.call.activities}
    benefits = {one.benefit.code: one for one in report.benefits}
    names = _names(project.application)

    def place(one: Missing) -> ToMend:
        form = url_for("followup.write", report_id=report.id)
        if one.lack is Lack.ANNUAL_REPORT:
            return ToMend(one.lack, one.subject, url_for("followup.duties"))
        if one.lack in _IN_REGISTER:
            register = url_for("followup.benefits", application_id=report.application_id)
            return ToMend(one.lack, one.subject, f"{register}#{one.subject}")
        if one.lack is Lack.AUDIT:
            return ToMend(one.lack, "", url_for("followup.audit", report_id=report.id))
        if one.lack in _IN_ACTIVITY:
            activity = activities[one.subject]
            return ToMend(
                one.lack, names[activity], f"{form}#a-{activity}-{_IN_ACTIVITY[one.lack]}"
            )
        if one.lack in _IN_BENEFIT:
            benefit = benefits[one.subject].benefit
            return ToMend(one.lack, benefit.name, f"{form}#b-{benefit.id}-{_IN_BENEFIT[one.lack]}")
        return ToMend(one.lack, "", f"{form}#{_IN_REPORT[one.lack]}")

    return tuple(
        _in_answers(one, report, project) if one.lack in _IN_ANSWERS else place(one)
        for one in missing(facts_of(report, project))
    )


def _in_answers(one: Missing, report: Report, project: Project) -> ToMend:
    asked = next(each for each in project.asks[report.duty.kind] if each.code == one.subject)
    form = url_for("followup.report_questions", report_id=report.id)
    return ToMend(one.lack, asked.label, f"{form}#q-{asked.id}")


_IN_REPORT: Mapping[Lack, str] = {
    Lack.PROGRESS: "progress",
    Lack.RESULTS: "results",
    Lack.EXPERIENCE: "experience",
    Lack.DEVIATIONS: "deviations",
    Lack.SPENT_OVER_GRANT: "regnskap",
}
_IN_REGISTER = frozenset({Lack.NOT_MEASURED, Lack.NO_BASELINE})
_IN_ANSWERS = frozenset(
    {Lack.ANSWER, Lack.ANSWER_TOO_LONG, Lack.CELLS, Lack.DECLARATION}
)
_IN_ACTIVITY: Mapping[Lack, str] = {
    Lack.ACTIVITY_COMMENT: "comment",
    Lack.STATUS_AND_PERCENT: "percent",
    Lack.ACCOUNTS: "spent",
}
_IN_BENEFIT: Mapping[Lack, str] = {
    Lack.BENEFIT_PLAN: "indicator",
    Lack.BENEFIT_MEASURED_ON: "measured_on",
}


def _names(application: Application) -> dict[int, Bilingual]:
    return {one.id: one.text for one in application.call.activities}
