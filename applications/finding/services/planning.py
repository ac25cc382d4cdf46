"""Acts on a kommune's plan: publish it, change it, withdraw it."""

from datetime import datetime

from sqlalchemy.exc import IntegrityError

from accounts import audit
from accounts.models import Organisation, OrganisationKind, Person
from applications.finding.contents import OPEN_TO_KOMMUNER, PlanTerms
from applications.finding.models import Plan, PlanNeed, PlanNetwork, PlanService
from applications.finding.networks import networks
from applications.finding.queries.plans import own_living_plan
from applications.finding.refusals import FindingRefusal
from applications.queries.one import ACTS_FOR
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError, StaleError
from grants.models import Measure


def publish_plan(
    organisation: Organisation, measure: Measure, terms: PlanTerms, *, by: Person, at: datetime
) -> Plan:
    """Tell everybody who applies what a kommune plans for a measure.

    Raises RuleBrokenError for others than kommuner, for a measure that kommuner do not apply for, when
    the kommune has a plan for it already, and for a plan that says neither needs nor services.
    """
    with transaction():
        _refuse_stranger(organisation.id, by)
        if organisation.kind is not OrganisationKind.MUNICIPALITY:
            raise RuleBrokenError(FindingRefusal.NOT_A_KOMMUNE)
        if measure.code not in OPEN_TO_KOMMUNER:
            raise RuleBrokenError(FindingRefusal.MEASURE_NOT_FOR_KOMMUNER)
        if own_living_plan(organisation.id, measure.id) is not None:
            raise RuleBrokenError(FindingRefusal.HAS_A_PLAN)
        plan = Plan(
            organisation_id=organisation.id,
            measure_id=measure.id,
            published_at=at,
            published_by_id=by.id,
            needs=[],
            services=[],
            networks=[],
        )
        _write(plan, terms)
        _add(plan)
        _record("plan.published", plan, by, at)
    return plan


def change_plan(
    plan: Plan, terms: PlanTerms, *, by: Person, at: datetime, seen: int | None = None
) -> None:
    """Write a plan anew. `seen` is the version that the writer saw.

    Raises StaleError when somebody else has written since, RuleBrokenError as `publish_plan` and when
    the plan is withdrawn.
    """
    with transaction():
        _hold(plan, by)
        if seen is not None and seen != plan.version:
            raise StaleError
        db.session.refresh(plan, attribute_names=["needs", "services", "networks"])
        _write(plan, terms)
        plan.changed_at = at
        _record("plan.changed", plan, by, at)


def withdraw_plan(plan: Plan, *, by: Person, at: datetime) -> None:
    """Take a plan back: from now on only the kommune itself sees it. Raises RuleBrokenError."""
    with transaction():
        _hold(plan, by)
        plan.withdrawn_at, plan.withdrawn_by_id = at, by.id
        _record("plan.withdrawn", plan, by, at)


def _hold(plan: Plan, by: Person) -> None:
    _refuse_stranger(plan.organisation_id, by)
    if locked(plan).withdrawn_at is not None:
        raise RuleBrokenError(FindingRefusal.PLAN_WITHDRAWN)


def _refuse_stranger(organisation_id: int, by: Person) -> None:
    if organisation_id not in by.organisations_as(*ACTS_FOR):
        raise RuleBrokenError(FindingRefusal.NOT_OWN_KOMMUNE)


def _write(plan: Plan, terms: PlanTerms) -> None:
    if not terms.needs and not terms.services:
        raise RuleBrokenError(FindingRefusal.SAYS_NOTHING)
    plan.description = terms.description.strip()
    plan.public_summary = terms.public_summary.strip()
    plan.present_system = terms.present_system.strip()
    plan.wanted_from = terms.wanted_from
    plan.contact_name = terms.contact_name.strip()
    plan.contact_email = terms.contact_email.strip()
    plan.contact_phone = terms.contact_phone.strip()
    listed = {one.code for one in networks()}
    kept = {one.need_id: one for one in plan.needs}
    plan.needs = [kept.get(one) or PlanNeed(need_id=one) for one in sorted(terms.needs)]
    served = {one.service: one for one in plan.services}
    plan.services = [
        served.get(one) or PlanService(service=one) for one in sorted(terms.services)
    ]
    known = {one.network: one for one in plan.networks}
    plan.networks = [
        known.get(one) or PlanNetwork(network=one) for one in sorted(terms.networks & listed)
    ]


def _add(plan: Plan) -> None:
    """Keep a new plan; of two published at once, the later finds that there is one."""
    try:
        with db.session.begin_nested():
            db.session.add(plan)
    except IntegrityError as error:
        raise RuleBrokenError(FindingRefusal.HAS_A_PLAN) from error


def _record(act: str, plan: Plan, by: Person, at: datetime) -> None:
    audit.record(
        act, subject=f"plan:{plan.id}", by=by, at=at,
        organisation=plan.organisation_id, measure=plan.measure_id,
    )  # fmt: skip
