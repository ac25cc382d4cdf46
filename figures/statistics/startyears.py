"""When projects begin, what they get and what they carry: do those who go first bear more? (inv. 198, 267).

The draft of the scheme fears that early projects carry more of the risk than later ones, and asks for
knowledge of what a rate that falls brings about. A case belongs to the year that its application says it
begins in.
"""

from dataclasses import dataclass

from sqlalchemy import Subquery, case, extract, func, select

from accounts.models import Organisation, OrganisationKind
from applications.models import Application, BudgetLine
from assessments.models import Proposal, ProposalLine
from figures.queries.parts import AWARDS, SUBMITTED, in_force, taking_part
from foundation.database import db
from foundation.money import Ore

YEAR = extract("year", Application.start_on).label("year")
"""None where an application does not say when it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartYear:
    """The cases that begin in a year. Amounts are øre; `year` None: the application does not say.

    `municipalities`: kommuner in the awarded cases, each once. `costs`: the budgets of the awarded cases.
    `rates`: the lowest and highest percent that their calls gave; None where nothing is shared out.
    """

    year: int | None
    applications: int
    asked: Ore
    awarded: int
    granted: Ore
    municipalities: int
    costs: Ore
    rates: tuple[int, int] | None

    @property
    def covered(self) -> float | None:
        """The share of the awarded cases' costs that the grants cover, 0 to 1; None without costs."""
        return self.granted / self.costs if self.costs else None

    @property
    def own_each(self) -> Ore | None:
        """What each kommune carries of the costs itself, in the middle of them all; None without any."""
        if not self.municipalities:
            return None
        return Ore(round((self.costs - self.granted) / self.municipalities))


def start_years() -> list[StartYear]:
    """Give every year that a handed-in application begins in. Three queries."""
    awarded = _awarded()
    people, rates = _municipalities(awarded), _rates(awarded)
    costs = (
        select(BudgetLine.application_id, func.sum(BudgetLine.amount).label("costs"))
        .group_by(BudgetLine.application_id)
        .subquery("costs")
    )
    is_awarded = awarded.c.application_id.is_not(None)
    rows = db.session.execute(
        select(
            YEAR,
            func.count(Application.id),
            func.coalesce(func.sum(Application.asked), 0),
            func.count(awarded.c.application_id),
            func.coalesce(func.sum(awarded.c.amount), 0),
            func.coalesce(func.sum(case((is_awarded, costs.c.costs), else_=0)), 0),
        )
        .outerjoin(awarded, awarded.c.application_id == Application.id)
        .outerjoin(costs, costs.c.application_id == Application.id)
        .where(SUBMITTED)
        .group_by(YEAR)
        .order_by(YEAR)
    )
    return [
        StartYear(
            year=year,
            applications=applications,
            asked=Ore(int(asked)),
            awarded=found,
            granted=Ore(int(granted)),
            municipalities=people.get(year, 0),
            costs=Ore(int(cost)),
            rates=rates.get(year),
        )
        for year, applications, asked, found, granted, cost in rows
    ]


def _awarded() -> Subquery:
    now = in_force()
    return (
        select(now.c.application_id, now.c.amount).where(now.c.outcome.in_(AWARDS)).subquery("awarded")
    )


def _municipalities(awarded: Subquery) -> dict[int, int]:
    """Count the kommuner in the awarded cases of each year."""
    part = taking_part()
    rows = db.session.execute(
        select(YEAR, func.count(part.c.organisation_id.distinct()))
        .join(awarded, awarded.c.application_id == Application.id)
        .join(part, part.c.application_id == Application.id)
        .join(Organisation, Organisation.id == part.c.organisation_id)
        .where(Organisation.kind == OrganisationKind.MUNICIPALITY)
        .group_by(YEAR)
    )
    return dict(rows.all())


def _rates(awarded: Subquery) -> dict[int, tuple[int, int]]:
    """Give the lowest and the highest rate in the proposals that the awarded cases were decided by."""
    rate = ProposalLine.rate_percent
    rows = db.session.execute(
        select(YEAR, func.min(rate), func.max(rate))
        .join(awarded, awarded.c.application_id == Application.id)
        .join(ProposalLine, ProposalLine.application_id == Application.id)
        .join(Proposal, Proposal.id == ProposalLine.proposal_id)
        .where(Proposal.chosen_at.is_not(None))
        .group_by(YEAR)
    )
    return {year: (lowest, highest) for year, lowest, highest in rows}
