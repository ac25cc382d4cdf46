"""Whose a benefit is in each kommune, and what may take a part of it."""

from dataclasses import dataclass
from datetime import datetime

from accounts import audit
from accounts.models import Person
from criteria.benefitwords import Use
from followup.benefits import queries
from followup.benefits.holding import (
    hold_benefit,
    hold_led,
    hold_project,
    refuse_others,
    said,
)
from followup.benefits.models import BenefitRisk, Ownership, ProjectBenefit
from followup.benefits.refusals import Refusal
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Who answers for a benefit in a kommune, what it is used for, and how other causes are kept apart."""

    owner: str
    use: Use
    how: str
    other_causes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRisk:
    """What may take a part of a benefit. `probability` and `share_lost` are per cent."""

    text: str
    probability: int
    share_lost: int
    mitigation: str
    owner: str


def name_owner(
    benefit: ProjectBenefit, organisation_id: int, promise: Promise, *, by: Person, at: datetime
) -> Ownership:
    """Say who in a kommune answers for a benefit; whoever did before stays to be read (inv. 214).

    Raises RuleBrokenError: not the person's kommune, no grant in force, dropped, nobody named.
    """
    with transaction():
        hold_project(benefit.application_id)
        held = hold_benefit(benefit)
        refuse_others(held, organisation_id, by=by, at=at)
        before = queries.ownership_now(held.id, organisation_id)
        made = Ownership(
            project_benefit_id=held.id,
            organisation_id=organisation_id,
            revision=before.revision + 1 if before else 1,
            owner=said(promise.owner),
            use=promise.use,
            how=said(promise.how),
            other_causes=promise.other_causes.strip(),
            recorded_at=at,
            recorded_by_id=by.id,
        )
        db.session.add(made)
        audit.record(
            "benefit.owner_named", subject=f"project_benefit:{held.id}", by=by, at=at,
            organisation=organisation_id, revision=made.revision,
        )  # fmt: skip
    return made


def add_risk(benefit: ProjectBenefit, new: NewRisk, *, by: Person, at: datetime) -> BenefitRisk:
    """Enter a risk in the register. Raises RuleBrokenError: not the lead's, dropped, nothing said."""
    with transaction():
        hold_led(benefit.application_id, by)
        held = hold_benefit(benefit)
        made = BenefitRisk(
            project_benefit_id=held.id,
            number=queries.last_risk(held.id) + 1,
            text=said(new.text),
            probability=new.probability,
            share_lost=new.share_lost,
            mitigation=said(new.mitigation),
            owner=said(new.owner),
            recorded_at=at,
            recorded_by_id=by.id,
        )
        db.session.add(made)
        audit.record(
            "benefit.risk_added", subject=f"project_benefit:{held.id}", by=by, at=at,
            number=made.number,
        )  # fmt: skip
    return made


def close_risk(benefit: ProjectBenefit, number: int, *, by: Person, at: datetime) -> None:
    """Close a risk that is over. Raises RuleBrokenError: not the lead's, closed already; NotFoundError."""
    with transaction():
        hold_led(benefit.application_id, by)
        held = locked(queries.risk_in(benefit.id, number))
        if held.closed_at is not None:
            raise RuleBrokenError(Refusal.CLOSED_ALREADY)
        held.closed_at, held.closed_by_id = at, by.id
        audit.record(
            "benefit.risk_closed", subject=f"project_benefit:{benefit.id}", by=by, at=at,
            number=number,
        )  # fmt: skip
