"""Letting a plan follow the ledger, where what is promised has become more or less. Used inside acts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from accounts.models import Person
from applications.models import Application
from applications.succession.queries import weights_among
from criteria import instalments, planning, succeeding
from criteria.instalments import Trigger
from criteria.planning import Facts, Part, PlanRefusal
from decisions.accountchange.queries import leads_among
from foundation.database import db
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore
from grants.models import PlanStep
from payments.models import Instalment
from payments.plans.facts import facts_of
from payments.plans.kinds import PlanOrigin
from payments.plans.models import PlanVersion
from payments.plans.open import (
    add_parts,
    drop_part,
    open_parts,
    owed_by_year,
    part_of,
    set_part,
    taken_by_payee,
)
from payments.plans.versions import keep_version


def follow_ledger(
    application: Application,
    origin: PlanOrigin,
    *,
    by: Person | None,
    at: datetime,
    reason: str = "",
) -> PlanVersion:
    """Let the unpaid parts of each year be what the ledger still owes the case, and keep the version.

    What is more is divided by the call's plan; what is less is taken from the last parts of its year. Needs
    the case held, accepted, and booked already. Raises RuleBrokenError(PlanRefusal.BOUND): what is less is
    in a batch.
    """
    owed, there = owed_by_year(application.id), open_parts(application.id, hold=True)
    steps, facts = _steps_of(application), facts_of(application.id)
    more: dict[int, Ore] = {}
    for year in sorted(owed.keys() | {one.year for one in there}):
        own = [one for one in there if one.year == year]
        difference = owed.get(year, NOTHING) - sum(one.amount for one in own)
        if difference > 0:
            more[year] = Ore(difference)
        elif difference < 0:
            _cut_shares(own, Ore(-difference), application, at)
    add_shared(application, by_template(more, steps), facts, at=at)
    return keep_version(application.id, origin, by=by, at=at, reason=reason)


def add_shared(
    application: Application, parts: Sequence[Part], facts: Facts, *, at: datetime
) -> None:
    """Add instalments, each divided among those that took the lead over, where it was split."""
    lead = leads_among([application.id])[application.id]
    weights = weights_among(application.id) or {lead: 1}
    shared = succeeding.divided([one.amount for one in parts], weights, lead)
    for payee in sorted(weights, key=lambda one: (one != lead, one)):
        own = [
            replace(part, amount=among[payee])
            for part, among in zip(parts, shared, strict=True)
            if payee in among
        ]
        add_parts(application, own, facts, at=at, payee=None if payee == lead else payee)


def _cut_shares(own: Sequence[Instalment], by: Ore, application: Application, at: datetime) -> None:
    """Take from each payee in proportion to what is unpaid of its share."""
    try:
        shares = taken_by_payee(own, by)
    except ValueError:
        raise RuleBrokenError(PlanRefusal.BOUND) from None
    for theirs, amount in shares:
        _cut(theirs, amount, application, at)


def by_template(years: dict[int, Ore], steps: Sequence[PlanStep]) -> list[Part]:
    """Divide amounts by a call's plan, in the order they are numbered."""
    return [
        Part(
            one.year,
            one.amount,
            one.trigger,
            one.year if one.trigger is Trigger.REPORT_APPROVED else None,
            one.due_on,
        )
        for one in instalments.plan(years, [step.rule for step in steps])
    ]


def _cut(own: Sequence[Instalment], by: Ore, application: Application, at: datetime) -> None:
    amounts = planning.cut([one.amount for one in own], by)
    facts = facts_of(application.id)
    for one, amount in zip(own, amounts, strict=True):
        if amount:
            set_part(one, replace(part_of(one), amount=amount), facts, application, at=at)
        else:
            drop_part(one, application, at=at)


def _steps_of(application: Application) -> Sequence[PlanStep]:
    return db.session.scalars(
        select(PlanStep).where(PlanStep.call_id == application.call_id).order_by(PlanStep.position)
    ).all()
