"""Plans turned into what matching compares, and its answers turned back into plans."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from accounts.models import MunicipalityVersion, Organisation
from accounts.queries import inhabitants_of, version_on
from applications.finding.contents import system_key
from applications.finding.models import Plan
from applications.finding.networks import known_networks
from applications.finding.queries.calls import last_call, next_calls
from applications.finding.queries.plans import living_plans
from criteria.eligibility import MidtNorge
from criteria.eligibility.facts import MIDT_NORGE, Enough
from criteria.matching import (
    Group,
    Match,
    Profile,
    Terms,
    Unknown,
    group_around,
    partners_for,
    unknown_in,
)
from foundation import clock
from grants.models import Call
from grants.rules import rules_of

WITHOUT_A_PLAN = 1
"""Whoever has said nothing is suggested anybody near: the register alone gives so few points."""

MOST_MEMBERS = 8
"""A suggested group is no larger, unless the call asks for more. Any number may be invited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """What is suggested to a kommune for a measure. `plans` are by the keys of the answers."""

    own: Plan | None
    unknown: frozenset[Unknown]
    partners: tuple[Match, ...]
    group: Group | None
    plans: Mapping[str, Plan]
    call: Call | None
    """The call whose rules were kept: the next one, or else the last."""
    terms: Terms


def suggested_to(organisation: Organisation, measure_id: int, at: datetime) -> Suggested:
    """Suggest partners and a group to a kommune, whose versions and populations are loaded."""
    day = clock.in_oslo(at).date()
    plans = {plan.organisation.code: plan for plan in living_plans(measure_id)}
    profiles = profiles_of(plans.values(), day)
    call = next(iter(next_calls(measure_id, at)), None) or last_call(measure_id, at)
    terms = terms_of(call)
    own = plans.get(organisation.code)
    profile = profile_of(own, day) if own else place_of(organisation, day)
    if own is None:
        terms = replace(terms, least_points=WITHOUT_A_PLAN)
    return Suggested(
        own=own,
        unknown=unknown_in(profile),
        partners=partners_for(profile, profiles, terms),
        group=group_around(profile.key, profiles, terms) if own else None,
        plans=plans,
        call=call,
        terms=terms,
    )


def terms_of(call: Call | None) -> Terms:
    """Give what a group must come to: the call's smallest collaboration, and whom it keeps out."""
    if call is None:
        return Terms()
    rules = rules_of(call)
    barred = {MIDT_NORGE} if rules.midt_norge is MidtNorge.EXCLUDED else set()
    return Terms(
        min_kommuner=rules.min_kommuner,
        min_population=rules.min_population or 0,
        either=rules.enough is Enough.EITHER,
        most_members=max(MOST_MEMBERS, rules.min_kommuner),
        barred_regions=frozenset(barred),
    )


def profiles_of(plans: Iterable[Plan], on: date) -> list[Profile]:
    """Give what is compared of some plans, as the register is on a day."""
    return [profile_of(plan, on) for plan in plans]


def profile_of(plan: Plan, on: date) -> Profile:
    """Give what is compared of a plan. Which networks it is in, the kommune says itself."""
    return replace(
        place_of(plan.organisation, on),
        networks=frozenset(one.network for one in plan.networks),
        needs=frozenset(one.need.code for one in plan.needs),
        services=frozenset(one.service.value for one in plan.services),
        system=system_key(plan.present_system),
        starts=_months(plan.wanted_from),
    )


def place_of(organisation: Organisation, on: date) -> Profile:
    """Give what the register knows of a kommune, and nothing that it has said."""
    version = version_on(organisation, on)
    inhabitants = inhabitants_of(organisation, on.year) or 0
    if version is None:
        return Profile(key=organisation.code, population=inhabitants)
    return Profile(
        key=organisation.code,
        population=inhabitants,
        county=version.county_name,
        region=_region(version),
        health_trust=version.health_trust,
        networks=known_networks(version),
    )


def _region(version: MunicipalityVersion) -> str | None:
    return version.health_region.value if version.health_region else None


def _months(day: date | None) -> int | None:
    return day.year * 12 + day.month if day else None
