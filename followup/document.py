"""The follow-up report (oppfølgingsrapport) of a project: what was done, spent and gained."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from followup.moneychart import money_chart
from foundation import paper
from foundation.charts import Drawing
from foundation.letterhead import Letterhead, Official, Stated
from foundation.money import Ore

_TEMPLATE = "documents/{language}/followup.html"


@dataclass(frozen=True, kw_only=True)
class YearFlow(Stated):
    """The money of one year, from what was asked for to what is spent."""

    year: int
    asked: Ore
    granted: Ore
    paid: Ore
    spent: Ore


@dataclass(frozen=True, kw_only=True)
class ActivityProgress(Stated):
    """How far one activity has come, beside its plan."""

    name: str
    status: str
    """As `Fullført`, `I rute`, `Forsinket`."""
    planned: str
    done: str
    deviation: str | None = None
    """Why it went otherwise than planned."""


@dataclass(frozen=True, kw_only=True)
class BenefitMeasurement(Stated):
    """One benefit (gevinst): where it began, where it should end, and where it is."""

    name: str
    indicator: str
    unit: str
    owner: str
    """Who answers for the benefit (gevinsteier)."""
    baseline: Decimal
    target: Decimal
    target_on: date
    measured: Decimal | None = None
    measured_on: date | None = None
    deviation: str | None = None


@dataclass(frozen=True, kw_only=True)
class AccountLine(Stated):
    """One line of the project accounts beside its budget."""

    name: str
    budget: Ore
    spent: Ore

    @property
    def left(self) -> Ore:
        """What is left of the budget; less than nothing when it is overspent."""
        return Ore(self.budget - self.spent)


@dataclass(frozen=True, kw_only=True)
class CostBeside(Stated):
    """What the project has cost, beside what its application expected (P50, and P85 where it is told)."""

    cost: Ore
    expected: Ore
    upper: Ore | None = None
    standing: str
    """As `Over forventet kostnad`."""
    difference: Ore
    """Without sign: `standing` says which way."""
    percent: Decimal
    """The difference in percent of the expected cost, without sign."""


@dataclass(frozen=True, kw_only=True)
class ConditionStatus(Stated):
    """Whether one condition of the grant is met."""

    reference: str
    text: str
    status: str
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class AnsweredQuestion(Stated):
    """A question that the report answers, in lines of text."""

    question: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class AnsweredSection(Stated):
    """The questions under one heading."""

    heading: str
    questions: tuple[AnsweredQuestion, ...]


@dataclass(frozen=True, kw_only=True)
class FollowUpReport(Stated):
    """The whole report."""

    head: Letterhead
    kind: str
    """As `Statusrapport`, `Årsrapport`, `Sluttrapport`."""
    scheme: str
    call: str
    project: str
    lead: str
    partners: tuple[str, ...]
    period_from: date
    period_to: date
    submitted_on: date
    submitted_by: Official
    summary: str
    """The project's own words, in whole sentences."""
    years: tuple[YearFlow, ...]
    activities: tuple[ActivityProgress, ...] = ()
    """None in a report that only answers questions."""
    answers: tuple[AnsweredSection, ...] = ()
    accounts: tuple[AccountLine, ...] = ()
    """None in a status report, which only tells how the work stands."""
    audit: str | None = None
    """What an auditor has confirmed, or why none is required, in a whole sentence; with the accounts."""
    cost: CostBeside | None = None
    """None when the application or the report does not tell it."""
    benefits: tuple[BenefitMeasurement, ...] = ()
    deviations: str | None = None
    """Why accounts and budget, or work and plan, differ."""
    conditions: tuple[ConditionStatus, ...] = ()
    experience: str | None = None
    """What others can learn."""
    next_steps: str | None = None

    @property
    def chart(self) -> Drawing:
        """The money of each year as bars; the same numbers are in the table."""
        return money_chart(self.years, self.head.language)

    @property
    def asked(self) -> Ore:
        """What was asked for, all years."""
        return Ore(sum(year.asked for year in self.years))

    @property
    def granted(self) -> Ore:
        """What was granted, all years."""
        return Ore(sum(year.granted for year in self.years))

    @property
    def paid(self) -> Ore:
        """What is paid out, all years."""
        return Ore(sum(year.paid for year in self.years))

    @property
    def used(self) -> Ore:
        """What is spent, all years; the accounts must agree with it."""
        return Ore(sum(year.spent for year in self.years))

    @property
    def budget(self) -> Ore:
        """The whole budget of the accounts."""
        return Ore(sum(line.budget for line in self.accounts))

    @property
    def spent(self) -> Ore:
        """All that the accounts say is spent."""
        return Ore(sum(line.spent for line in self.accounts))

    @property
    def left(self) -> Ore:
        """What is left of the budget."""
        return Ore(self.budget - self.spent)


def render(report: FollowUpReport) -> bytes:
    """Print the report as PDF."""
    return paper.print_out(_TEMPLATE, report, report.head)


def text(report: FollowUpReport) -> str:
    """Give the report's words without the layout."""
    return paper.read_out(_TEMPLATE, report, report.head)
