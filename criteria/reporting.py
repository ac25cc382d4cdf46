"""Whether a report tells what it must: the work, the money and the benefits against what was planned.

Reports are compared with the application line by line, and a difference between what was expected and what
came of it must be explained (Helsedirektoratets tilskuddsprosess; inv. 195). A benefit has an owner and a
baseline from before (inv. 213, 228). Amounts are øre of the grant; own money is not reported here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from criteria import completeness
from criteria.completeness import QuestionFact
from criteria.duties import DutyKind
from criteria.instalments import split_years
from foundation.money import NOTHING, Ore

_WHOLE = 100


class ActivityStatus(StrEnum):
    """How an activity stands against its plan."""

    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


class Part(StrEnum):
    """What a report may have beside the questions of its call. Work: also activities and deviations."""

    WORK = "work"
    RESULTS = "results"
    ACCOUNTS = "accounts"
    BENEFITS = "benefits"
    EXPERIENCE = "experience"


WHOLE_REPORT = frozenset(Part)
PARTS: Mapping[DutyKind, frozenset[Part]] = {
    DutyKind.STATUS: frozenset({Part.WORK}),
    DutyKind.ANNUAL: WHOLE_REPORT,
    DutyKind.FINAL: WHOLE_REPORT,
    DutyKind.BENEFITS: frozenset(),
}
"""The parts of each report: a status report only tells how the work stands, one on benefits only answers."""


class Lack(StrEnum):
    """What a report lacks before it can be sent."""

    PROGRESS = "progress"
    RESULTS = "results"
    EXPERIENCE = "experience"
    ACTIVITY_COMMENT = "activity_comment"
    STATUS_AND_PERCENT = "status_and_percent"
    ACCOUNTS = "accounts"
    DEVIATIONS = "deviations"
    SPENT_OVER_GRANT = "spent_over_grant"
    BENEFIT_PLAN = "benefit_plan"
    BENEFIT_MEASURED_ON = "benefit_measured_on"
    AUDIT = "audit"
    ANNUAL_REPORT = "annual_report"
    ANSWER = "answer"
    ANSWER_TOO_LONG = "answer_too_long"
    CELLS = "cells"
    DECLARATION = "declaration"
    NOT_MEASURED = "not_measured"
    NO_BASELINE = "no_baseline"


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that is missing, and of what: the code of an activity, benefit or question, a year.

    Without a subject it is the report's own.
    """

    lack: Lack
    subject: str = ""


@dataclass(frozen=True, slots=True)
class ActivityFacts:
    """An activity as it is reported. `spent` None: nothing is written yet."""

    code: str
    status: ActivityStatus
    percent: int
    comment: str
    budget: Ore
    spent: Ore | None


@dataclass(frozen=True, slots=True)
class BenefitFacts:
    """A benefit as it is reported."""

    code: str
    indicator: str
    unit: str
    owner: str
    baseline: Decimal | None
    target: Decimal | None
    target_on: date | None
    measured: Decimal | None
    measured_on: date | None


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A whole report. `granted` and `spent_before`: of all years up to the report's own.

    `unsent`: the years whose annual reports a final one waits for; `unmeasured`: the benefits that a report
    on benefits waits for; `without_baseline`: those of an introduction that some kommune has no baseline for.
    """

    progress: str
    results: str
    deviations: str
    experience: str
    activities: tuple[ActivityFacts, ...]
    benefits: tuple[BenefitFacts, ...]
    granted: Ore
    spent_before: Ore
    audit_required: bool
    audit_enclosed: bool
    unsent: tuple[int, ...] = ()
    parts: frozenset[Part] = WHOLE_REPORT
    questions: tuple[QuestionFact, ...] = ()
    unmeasured: tuple[str, ...] = ()
    without_baseline: tuple[str, ...] = ()


_OF_ANSWERS = {
    completeness.Lack.ANSWER_MISSING: Lack.ANSWER,
    completeness.Lack.ANSWER_TOO_LONG: Lack.ANSWER_TOO_LONG,
    completeness.Lack.CELLS_MISSING: Lack.CELLS,
    completeness.Lack.DECLARATION_MISSING: Lack.DECLARATION,
}


def missing(report: ReportFacts) -> tuple[Missing, ...]:
    """List everything that a report lacks, in the order of its form."""
    return (
        *(Missing(Lack.ANNUAL_REPORT, str(year)) for year in report.unsent),
        *_of_texts(report),
        *(lack for one in report.activities for lack in _of_activity(one)),
        *(Missing(Lack.NO_BASELINE, code) for code in report.without_baseline if has_begun(report)),
        *_of_money(report),
        *(
            lack
            for one in report.benefits
            if Part.BENEFITS in report.parts
            for lack in _of_benefit(one)
        ),
        *(
            Missing(_OF_ANSWERS[one.lack], one.subject)
            for one in completeness.unanswered(report.questions)
        ),
        *(Missing(Lack.NOT_MEASURED, code) for code in report.unmeasured),
    )


def has_begun(report: ReportFacts) -> bool:
    """Tell whether any activity is under way or done: how it was before can then no longer be measured."""
    begun = (ActivityStatus.UNDER_WAY, ActivityStatus.DONE)
    return any(one.status in begun for one in report.activities)


def deviates(report: ReportFacts) -> bool:
    """Tell whether something went otherwise than planned: an amount differs, an activity was dropped."""
    return any(
        one.status is ActivityStatus.DROPPED or (one.spent is not None and one.spent != one.budget)
        for one in report.activities
    )


def budgets(
    granted: Mapping[int, Ore], asked: Mapping[int, Mapping[int, Ore]]
) -> dict[int, dict[int, Ore]]:
    """Spread each year's grant over activities by what was asked for each of them that year.

    The outer keys are years, the inner ones activities. The sums are exact, as in `split_years`.
    """
    return {
        year: split_years(amount, asked.get(year, {}))
        for year, amount in sorted(granted.items())
        if amount
    }


def _of_texts(report: ReportFacts) -> Iterator[Missing]:
    for part, lack, text in (
        (Part.WORK, Lack.PROGRESS, report.progress),
        (Part.RESULTS, Lack.RESULTS, report.results),
        (Part.EXPERIENCE, Lack.EXPERIENCE, report.experience),
    ):
        if part in report.parts and not text.strip():
            yield Missing(lack)


def _of_activity(activity: ActivityFacts) -> Iterator[Missing]:
    if not activity.comment.strip():
        yield Missing(Lack.ACTIVITY_COMMENT, activity.code)
    if not _agree(activity.status, activity.percent):
        yield Missing(Lack.STATUS_AND_PERCENT, activity.code)
    if activity.spent is None and activity.budget > NOTHING:
        yield Missing(Lack.ACCOUNTS, activity.code)


def _agree(status: ActivityStatus, percent: int) -> bool:
    """Tell whether status and percent say the same: what is done is whole, what is not begun nothing."""
    match status:
        case ActivityStatus.NOT_BEGUN:
            return percent == 0
        case ActivityStatus.DONE:
            return percent == _WHOLE
        case ActivityStatus.UNDER_WAY | ActivityStatus.DROPPED:
            return percent < _WHOLE


def _of_money(report: ReportFacts) -> Iterator[Missing]:
    spent = sum(one.spent or NOTHING for one in report.activities)
    if report.spent_before + spent > report.granted:
        yield Missing(Lack.SPENT_OVER_GRANT)
    if deviates(report) and not report.deviations.strip():
        yield Missing(Lack.DEVIATIONS)
    if report.audit_required and not report.audit_enclosed:
        yield Missing(Lack.AUDIT)


def _of_benefit(benefit: BenefitFacts) -> Iterator[Missing]:
    words = (benefit.indicator, benefit.unit, benefit.owner)
    numbers = (benefit.baseline, benefit.target, benefit.target_on)
    if not all(word.strip() for word in words) or None in numbers:
        yield Missing(Lack.BENEFIT_PLAN, benefit.code)
    if benefit.measured is not None and benefit.measured_on is None:
        yield Missing(Lack.BENEFIT_MEASURED_ON, benefit.code)
