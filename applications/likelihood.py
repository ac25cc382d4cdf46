"""An application's cost beside what comparable projects have cost: help for whoever writes and reads."""

from accounts.models import OrganisationKind
from applications.facts import inhabitants
from applications.models import Application, PartnerRole
from criteria.yardsticks import Introduction, Procurement, per_inhabitant
from foundation.money import Ore

_INTRODUCING, _PROCURING = "innforing", "anskaffelse"
"""The keys of the measures that there is experience of."""


def comparison(application: Application, cost: Ore) -> Introduction | Procurement | None:
    """Hold the whole cost against what others have had; None where nothing is known, or there is no cost."""
    measure = application.call.measure.key
    if measure == _INTRODUCING:
        return per_inhabitant(cost, inhabitants(application))
    if measure == _PROCURING and cost > 0:
        return Procurement(cost, _kommuner(application))
    return None


def _kommuner(application: Application) -> int:
    return sum(
        partner.role is not PartnerRole.OBSERVER
        and partner.declined_at is None
        and partner.organisation.kind is OrganisationKind.MUNICIPALITY
        for partner in application.partners
    )
