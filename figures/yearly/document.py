"""The report of a budget year on paper: values that are printed or read, in one form of Norwegian."""

from dataclasses import dataclass

from figures.yearly.charts import parts_chart, year_chart
from foundation import paper
from foundation.charts import Drawing
from foundation.letterhead import SheetHead, Stated
from foundation.money import Ore

_TEMPLATE = "documents/{language}/yearreport.html"


@dataclass(frozen=True, kw_only=True)
class ReportLine(Stated):
    """The money of one post, call, measure or fylke."""

    name: str
    committed: Ore
    paid: Ore
    overdue: Ore
    expected: Ore

    @property
    def remaining(self) -> Ore:
        """What is promised and not paid."""
        return Ore(self.committed - self.paid)


@dataclass(frozen=True, kw_only=True)
class ReportPart(Stated):
    """A division of the year, with the sum of its lines."""

    total: ReportLine
    lines: tuple[ReportLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GrantedLine(Stated):
    """What is granted to a post, and what is left to promise."""

    name: str
    appropriated: Ore
    committed: Ore

    @property
    def available(self) -> Ore:
        """What is granted and not promised."""
        return Ore(self.appropriated - self.committed)


@dataclass(frozen=True, kw_only=True)
class YearSums(Stated):
    """A year of the scheme."""

    year: int
    appropriated: Ore
    committed: Ore
    paid: Ore


@dataclass(frozen=True, kw_only=True)
class InterestLine(Stated):
    """Interest on claims: the state's income, beside the grants."""

    charged: Ore
    paid: Ore
    written_off: Ore

    @property
    def left(self) -> Ore:
        """What is charged and not settled."""
        return Ore(self.charged - self.paid - self.written_off)


@dataclass(frozen=True, kw_only=True)
class CostLine(Stated):
    """A kind of cost of running the scheme, beside the grants."""

    name: str
    amount: Ore


@dataclass(frozen=True, kw_only=True)
class YearReport(Stated):
    """The whole report."""

    head: SheetHead
    scheme: str
    year: int
    taken: str
    """When the figures were taken, in words."""
    taken_by: str
    granted: tuple[GrantedLine, ...]
    posts: ReportPart
    calls: ReportPart
    measures: ReportPart
    counties: ReportPart
    years: tuple[YearSums, ...]
    assumptions: tuple[str, ...]
    definitions: tuple[tuple[str, str], ...]
    joint_grants: int
    joint_committed: Ore
    off: Ore
    """How far the parts are from the ledger; nothing when all is right."""
    interest: InterestLine | None = None
    """None in a year without any."""
    costs: tuple[CostLine, ...] = ()

    @property
    def all_costs(self) -> Ore:
        """What it cost to run the scheme in all."""
        return Ore(sum(one.amount for one in self.costs))

    @property
    def all_granted(self) -> GrantedLine:
        """What is granted to all posts; named as the other sums are."""
        return GrantedLine(
            name=self.posts.total.name,
            appropriated=Ore(sum(one.appropriated for one in self.granted)),
            committed=Ore(sum(one.committed for one in self.granted)),
        )

    @property
    def years_chart(self) -> Drawing:
        """The years as bars; the same numbers are in the table."""
        sums = [(one.year, one.appropriated, one.committed, one.paid) for one in self.years]
        return year_chart(sums, self.head.language)

    @property
    def measures_chart(self) -> Drawing | None:
        """The measures as bars, by their codes; None in a year with none."""
        found = [(one.name.split()[0], one.committed, one.paid) for one in self.measures.lines]
        return parts_chart(found, self.head.language) if found else None


def render(report: YearReport) -> bytes:
    """Print the report as PDF."""
    return paper.print_out(_TEMPLATE, report, report.head)


def text(report: YearReport) -> str:
    """Give the report's words without the layout."""
    return paper.read_out(_TEMPLATE, report, report.head)


def as_html(report: YearReport) -> str:
    """Give the report as it goes to the printer."""
    return paper.filled(_TEMPLATE, report, report.head)
