"""What an organisation follows in its projects, with its own figures alone."""

from collections.abc import Collection
from typing import NamedTuple

from accounts.models import Organisation
from followup.benefits import queries
from followup.benefits.models import BenefitRisk, Ownership, ProjectBenefit, ProjectIndicator
from followup.benefits.seeing import Kommune
from followup.benefits.shown import Figures, figures_of


class OwnBenefit(NamedTuple):
    """A benefit of a project as one of those who carry it out has it."""

    benefit: ProjectBenefit
    indicators: list[tuple[ProjectIndicator, Figures]]
    ownership: Ownership | None

    @property
    def told(self) -> list[tuple[ProjectIndicator, Figures]]:
        """The indicators that it has given a figure of: a baseline comes first of all."""
        return [one for one in self.indicators if one[1].baseline is not None]

    @property
    def untold(self) -> int:
        """How many indicators it has given no figure of."""
        return len(self.indicators) - len(self.told)

    @property
    def risks(self) -> list[BenefitRisk]:
        """What may take a part of it, and is not closed."""
        return [one for one in self.benefit.risks if one.closed_at is None]


def own_benefits(organisation: Organisation, applications: Collection[int]) -> list[OwnBenefit]:
    """List what an organisation follows in some projects, by project and code. Seven queries."""
    kommune = Kommune(organisation.id, organisation.name, own=True)
    values = queries.values_of(applications, [organisation.id])
    return [
        OwnBenefit(
            benefit,
            [(one, figures_of(one, kommune, values, ())) for one in benefit.indicators],
            {one.organisation_id: one for one in benefit.ownerships}.get(organisation.id),
        )
        for benefit in queries.benefits_in(applications)
    ]
