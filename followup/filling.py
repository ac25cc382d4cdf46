"""Filling the follow-up report from what was recorded. Pure: everything is read beforehand."""

from datetime import date
from decimal import Decimal
from typing import TypeVar

from flask_babel import force_locale

from applications.facts import lead_of
from criteria.duties import DutyKind
from criteria.reporting import PARTS, Part
from decisions.filling.frame import letterhead
from decisions.filling.sentences import FOR_THE_LEAD
from decisions.recipients import chosen_language
from followup import sentences
from followup.asking.reading import plain, read_report
from followup.document import (
    AccountLine,
    ActivityProgress,
    AnsweredQuestion,
    AnsweredSection,
    BenefitMeasurement,
    CostBeside,
    FollowUpReport,
    YearFlow,
)
from followup.estimate import deviation_of
from followup.models import ReportedActivity, ReportedBenefit
from followup.project import ByActivity, added
from followup.queries.paper import ReportPaper
from foundation import clock
from foundation.language import BOKMAL, Bilingual
from foundation.letterhead import LetterError, Official
from foundation.money import NOTHING, Ore
from grants.rows import sections

_Value = TypeVar("_Value")
_TENTH = Decimal("0.1")


def language_of(paper: ReportPaper) -> str:
    """Give the form of Norwegian that the lead had chosen when the report was sent; else bokmål."""
    lead = lead_of(paper.case.application).organisation
    return chosen_language(lead, _submitted_on(paper)) or BOKMAL


def document_of(paper: ReportPaper, *, notice: str | None = None) -> FollowUpReport:
    """Fill the follow-up report of a project, as it stood when it was sent."""
    language, report = language_of(paper), paper.report
    application, call = paper.case.application, paper.case.call
    first, last = _period(paper)
    parts = PARTS[report.duty.kind]
    return FollowUpReport(
        head=letterhead(paper.case, language, _submitted_on(paper), notice=notice),
        kind=sentences.KINDS[report.duty.kind].in_(language),
        scheme=call.scheme.name.in_(language),
        call=call.title.in_(language),
        project=application.title,
        lead=lead_of(application).organisation.name,
        partners=tuple(
            one.organisation.name
            for one in application.partners
            if one.declined_at is None and one.id not in paper.project.left
        ),
        period_from=first,
        period_to=last,
        submitted_on=_submitted_on(paper),
        submitted_by=Official(
            name=report.submitted_by.name if report.submitted_by else "",
            title=FOR_THE_LEAD.in_(language),
        ),
        summary=_summary(paper, language),
        years=_years(paper),
        activities=tuple(_activity(paper, one, language) for one in report.activities),
        accounts=_accounts(paper, language) if Part.ACCOUNTS in parts else (),
        audit=(
            _audit(paper).in_(language).format(filename=report.audit_filename)
            if Part.ACCOUNTS in parts
            else None
        ),
        cost=_cost(paper, language),
        benefits=(
            tuple(_benefit(one, language) for one in report.benefits)
            if Part.BENEFITS in parts
            else ()
        ),
        deviations=report.deviations or None,
        experience=report.experience or None,
        answers=_answers(paper, language),
    )


def _summary(paper: ReportPaper, language: str) -> str:
    report = paper.report
    if Part.WORK not in PARTS[report.duty.kind]:
        return sentences.ON_BENEFITS.in_(language).format(year=report.duty.year)
    return "\n\n".join(filter(None, (report.progress, report.results)))


def _answers(paper: ReportPaper, language: str) -> tuple[AnsweredSection, ...]:
    """Say the answers in the report's form of Norwegian; what is not asked or answered is left out."""
    asked = paper.project.asks.get(paper.report.duty.kind, ())
    with force_locale(language):
        said = {one.question.code: plain(one) for one in read_report(paper.report, asked)}
    return tuple(
        AnsweredSection(heading=title.in_(language), questions=answered)
        for title, found in sections(asked)
        if (
            answered := tuple(
                AnsweredQuestion(question=one.label.in_(language), answer=said[one.code])
                for one in found
                if said[one.code]
            )
        )
    )


def _cost(paper: ReportPaper, language: str) -> CostBeside | None:
    asked = paper.project.asks.get(paper.report.duty.kind, ())
    found = deviation_of(paper.report, paper.case.application, asked)
    if found is None:
        return None
    return CostBeside(
        cost=found.cost,
        expected=found.estimate.expected,
        upper=found.estimate.upper,
        standing=sentences.AGAINST_ESTIMATE[found.against].in_(language),
        difference=Ore(abs(found.difference)),
        percent=(abs(found.share) * 100).quantize(_TENTH),
    )


def _submitted_on(paper: ReportPaper) -> date:
    at = paper.report.submitted_at
    return clock.in_oslo(at).date() if at else paper.report.duty.due_on


def _period(paper: ReportPaper) -> tuple[date, date]:
    """Give the days that a report tells of: its year, or for a final one all years of the grant.

    A status report tells of its year until the day it was sent.
    """
    duty = paper.report.duty
    first = min(paper.project.granted) if duty.kind is DutyKind.FINAL else duty.year
    if duty.kind is DutyKind.STATUS:
        return date(first, 1, 1), max(_submitted_on(paper), date(first, 1, 1))
    return date(first, 1, 1), date(duty.year, 12, 31)


def _spent(paper: ReportPaper) -> dict[int, ByActivity]:
    """Give what was spent by year and activity, until the report's own year, with it."""
    duty, spent = paper.report.duty, paper.project.spent
    if duty.kind is DutyKind.FINAL:
        return dict(spent)
    if duty.kind is DutyKind.STATUS:
        return {year: by for year, by in spent.items() if year < duty.year}
    own = {line.activity_id: line.spent for line in paper.report.accounts}
    return {year: by for year, by in spent.items() if year < duty.year} | {duty.year: own}


def _years(paper: ReportPaper) -> tuple[YearFlow, ...]:
    project, spent = paper.project, _spent(paper)
    return tuple(
        YearFlow(
            year=year,
            asked=_sum(project.asked.get(year, {})),
            granted=project.granted.get(year, NOTHING),
            paid=paper.money[year].paid if year in paper.money else NOTHING,
            spent=_sum(spent.get(year, {})),
        )
        for year in sorted({*project.asked, *project.granted, *paper.money})
    )


def _accounts(paper: ReportPaper, language: str) -> tuple[AccountLine, ...]:
    """Set what is spent so far beside the budget of the same years, so that the tables agree."""
    names = {one.id: one.text.in_(language) for one in paper.case.call.activities}
    until = paper.report.duty.year
    budget = added([by for year, by in paper.project.budgets.items() if year <= until])
    spent = added(_spent(paper).values())
    return tuple(
        AccountLine(
            name=names[one.activity_id],
            budget=budget.get(one.activity_id, NOTHING),
            spent=spent.get(one.activity_id, NOTHING),
        )
        for one in paper.report.activities
    )


def _activity(paper: ReportPaper, one: ReportedActivity, language: str) -> ActivityProgress:
    activity = next(each for each in paper.case.call.activities if each.id == one.activity_id)
    described = {
        each.activity_id: each.description.strip()
        for each in paper.case.application.chosen_activities
    }
    return ActivityProgress(
        name=activity.text.in_(language),
        status=sentences.HOW_FAR.in_(language).format(
            status=sentences.STATUSES[one.status].in_(language), percent=one.percent
        ),
        planned=described.get(one.activity_id) or sentences.NOT_DESCRIBED.in_(language),
        done=one.comment,
    )


def _benefit(one: ReportedBenefit, language: str) -> BenefitMeasurement:
    return BenefitMeasurement(
        name=one.benefit.name.in_(language),
        indicator=one.indicator,
        unit=one.unit,
        owner=one.owner,
        baseline=_known(one.baseline, "baseline"),
        target=_known(one.target, "target"),
        target_on=_known(one.target_on, "target_on"),
        measured=one.measured,
        measured_on=one.measured_on,
        deviation=one.comment or None,
    )


def _known(value: _Value | None, name: str) -> _Value:
    """Require what a report cannot be sent without. Raises LetterError."""
    if value is None:
        raise LetterError(f"ReportedBenefit.{name}")
    return value


def _audit(paper: ReportPaper) -> Bilingual:
    if paper.report.duty.kind is DutyKind.FINAL:
        if paper.project.audited:
            return sentences.AUDIT_IN_ANNUAL_REPORTS
        return sentences.SUM_OF_ANNUAL_REPORTS
    enclosed = paper.report.audit_sha256 is not None
    return sentences.AUDIT_ENCLOSED if enclosed else sentences.AUDIT_NOT_REQUIRED


def _sum(by: ByActivity) -> Ore:
    return Ore(sum(by.values()))
