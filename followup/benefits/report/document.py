"""The follow-up report as values that are printed, read or shown on a page, in one form of Norwegian."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from accounts.tilemap import Counted, CountyLine, county_lines, tile_map
from followup.benefits.chain import Chain, benefit_map
from followup.benefits.charts import percent, realised_chart
from followup.benefits.report.money import YearMoney, money_chart
from foundation import paper
from foundation.charts import Drawing
from foundation.letterhead import SheetHead, Stated
from foundation.money import Ore

_TEMPLATE = "documents/{language}/benefitreport.html"


class Reach(StrEnum):
    """What a report is about."""

    PROJECT = "project"
    CALL = "call"
    SCHEME = "scheme"


@dataclass(frozen=True, kw_only=True)
class GroupLine(Stated):
    """The money and the benefits of one project, call or fylke."""

    name: str
    projects: int
    granted: Ore
    paid: Ore
    spent: Ore
    followed: int
    """How many of the projects follow at least one benefit."""
    of: int | None = None
    """The id of the project or the call; none of a fylke."""


@dataclass(frozen=True, kw_only=True)
class BenefitLine(Stated):
    """How many follow a benefit, and how far they have come."""

    code: str
    name: str
    projects: int
    kommuner: int
    """Those with a baseline."""
    measured: int
    """Those with a measurement."""
    behind: int
    """Those whose newest measurement is behind the straight line."""
    realised: Decimal | None = None
    """The median of how much of the way is gone; None where too few have measured."""

    @property
    def said(self) -> str:
        """The median in words."""
        return "–" if self.realised is None else percent(self.realised)


@dataclass(frozen=True, kw_only=True)
class FigureLine(Stated):
    """The figures of an indicator in a kommune, as they are written."""

    benefit: str
    indicator: str
    kommune: str
    baseline: str
    target: str
    measured: str
    grade: str
    realised: Decimal | None = None
    explanation: str | None = None

    @property
    def said(self) -> str:
        """How much of the way is gone, in words."""
        return "–" if self.realised is None else percent(self.realised)


@dataclass(frozen=True, kw_only=True)
class RiskLine(Stated):
    """What may take a part of a benefit."""

    case: str
    benefit: str
    text: str
    expected: Decimal
    mitigation: str
    owner: str
    application_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class ResponsibleLine(Stated):
    """Who has taken benefits over: a kommune's in a project, or the scheme's own follow-up of them."""

    benefits: str
    kommune: str
    giver: str
    receiver: str
    contact: str
    since: date


@dataclass(frozen=True, kw_only=True)
class OverdueLine(Stated):
    """A report that is owed and late."""

    case: str
    project: str
    kind: str
    due_on: date
    application_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class BenefitReport(Stated):
    """The whole report. What is about one kommune alone stands only in a project's own."""

    head: SheetHead
    reach: Reach
    scheme: str
    subject: str
    taken: str
    """When the figures were taken, in words."""
    projects: int
    kommuner: int
    kommuner_with_baseline: int
    years: tuple[YearMoney, ...] = ()
    groups: tuple[GroupLine, ...] = ()
    counties: tuple[GroupLine, ...] = ()
    benefits: tuple[BenefitLine, ...] = ()
    figures: tuple[FigureLine, ...] = ()
    chains: tuple[Chain, ...] = ()
    risks: tuple[RiskLine, ...] = ()
    held_back: int = 0
    """How many projects' risks are left out, because the cases are closed to the reader."""
    responsible: tuple[ResponsibleLine, ...] = ()
    """The handovers that are accepted, the oldest first: the newest of a benefit tells who answers now."""
    overdue: tuple[OverdueLine, ...] = ()
    places: tuple[Counted, ...] = ()
    """Every kommune, with how many of the projects it carries out; none in a project's own report."""

    @property
    def heading(self) -> str:
        """What it is about."""
        return self.subject

    @property
    def share_with_baseline(self) -> str:
        """How many of the kommuner have a baseline, in per cent (inv. 252)."""
        if not self.kommuner:
            return "–"
        return percent(Decimal(self.kommuner_with_baseline) / self.kommuner)

    @property
    def granted(self) -> Ore:
        """What is granted, all years."""
        return Ore(sum(one.granted for one in self.years))

    @property
    def paid(self) -> Ore:
        """What is paid, all years."""
        return Ore(sum(one.paid for one in self.years))

    @property
    def spent(self) -> Ore:
        """What the accounts say is spent, all years."""
        return Ore(sum(one.spent for one in self.years))

    @property
    def money_chart(self) -> Drawing | None:
        """The money of each year as bars."""
        return money_chart(self.years, self.head.language) if self.years else None

    @property
    def realised_chart(self) -> Drawing | None:
        """How far each has come: kommune by kommune in a project, benefit by benefit elsewhere."""
        rows = [
            (f"{one.indicator.split()[0]} {one.kommune}", one.realised)
            for one in self.figures
            if one.realised is not None
        ] or [
            (f"{one.code} {one.name}", one.realised)
            for one in self.benefits
            if one.realised is not None
        ]
        return realised_chart("realised", rows, self.head.language)

    @property
    def tiles(self) -> Drawing | None:
        """The kommuner as tiles."""
        return tile_map("benefit-tiles", self.places, self.head.language)

    @property
    def reached(self) -> list[CountyLine]:
        """The same numbers, fylke by fylke."""
        return county_lines(self.places)

    @property
    def map(self) -> Drawing | None:
        """The benefit map."""
        return benefit_map(self.chains, self.head.language)


def render(report: BenefitReport) -> bytes:
    """Print the report as PDF."""
    return paper.print_out(_TEMPLATE, report, report.head)


def text(report: BenefitReport) -> str:
    """Give the report's words without the layout."""
    return paper.read_out(_TEMPLATE, report, report.head)
