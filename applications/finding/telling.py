"""Why kommuner fit each other, as one sentence for each reason."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from accounts.models import HealthRegion
from applications.finding.contents import system_key
from applications.finding.models import Plan, ServiceArea
from applications.finding.networks import network_name
from applications.finding.suggesting import Suggested
from criteria.matching import Common, Found, Match, Reason
from foundation import words


@dataclass(frozen=True, slots=True)
class ToldPartner:
    """A suggested kommune: its plan, the points, why, and what could not be compared."""

    plan: Plan
    points: int
    reasons: tuple[str, ...]
    unknown: str


@dataclass(frozen=True, slots=True)
class ToldGroup:
    """A suggested group: the plans of its members and what they all share."""

    plans: tuple[Plan, ...]
    points: int
    population: int
    reasons: tuple[str, ...]


def told_partners(suggested: Suggested) -> list[ToldPartner]:
    """Say who is suggested and why."""
    return [_told(match, suggested.plans) for match in suggested.partners]


def told_group(suggested: Suggested) -> ToldGroup | None:
    """Say which group is suggested and why; None when no group is."""
    group = suggested.group
    if group is None:
        return None
    plans = tuple(suggested.plans[key] for key in group.members)
    return ToldGroup(
        plans=plans,
        points=group.points,
        population=group.population,
        reasons=tuple(_sentence(one, plans[0]) for one in group.reasons),
    )


def _told(match: Match, plans: Mapping[str, Plan]) -> ToldPartner:
    plan = plans[match.key]
    return ToldPartner(
        plan=plan,
        points=match.points,
        reasons=tuple(_sentence(one, plan) for one in match.reasons),
        unknown=", ".join(words.say(one) for one in match.unknown),
    )


def _sentence(found: Found | Common, plan: Plan) -> str:
    """Say a likeness, with what is shared; a system is spelled as a plan spells it."""
    reason = words.say(found.reason)
    in_order = sorted(found.shared, key=lambda one: (len(one), one))  # B3 before B10
    shared = ", ".join(_shown(found.reason, one, plan) for one in in_order)
    return f"{reason}: {shared}"


def _shown(reason: Reason, shared: str, plan: Plan) -> str:
    match reason:
        case Reason.SAME_NEEDS | Reason.SAME_HEALTH_TRUST | Reason.SAME_COUNTY:
            return shared
        case Reason.SAME_SERVICES:
            return words.say(ServiceArea(shared)).lower()
        case Reason.SAME_SYSTEM:
            return plan.present_system if system_key(plan.present_system) == shared else shared
        case Reason.SAME_TIME:
            return _apart(int(shared))
        case Reason.SAME_NETWORK:
            return network_name(shared)
        case Reason.SAME_REGION:
            return words.say(HealthRegion(shared))


def _apart(months: int) -> str:
    if not months:
        return str(_("vil begynne i samme måned"))
    return str(
        ngettext(
            "vil begynne med %(num)d måneds mellomrom",
            "vil begynne med %(num)d måneders mellomrom",
            months,
        )
    )
