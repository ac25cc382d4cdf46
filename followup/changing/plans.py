"""The plan in force of a granted case: what was granted, and every approved change applied in turn."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select

from applications.facts import lead_of
from applications.models import Application, PartnerRole
from criteria.budget import Source
from criteria.changes import Change, Plan, in_force
from criteria.reporting import budgets
from followup.carryover.queries import extended_to
from followup.changing.content import read
from followup.changing.models import ChangeRequest
from foundation.database import db
from foundation.money import NOTHING, Ore


def plan_in_force(
    application: Application, granted: Mapping[int, Ore], *, before: ChangeRequest | None = None
) -> Plan:
    """Give how a whole application is to be carried out, for the amounts that its years are granted.

    Unused money that may be used in the next year lets it go on there. `before`: as it was when that change
    was asked for. Two queries.
    """
    plan = in_force(
        granted_plan(application, granted), granted, approved_changes(application.id, before=before)
    )
    days = [one for one in (plan.end_on, extended_to(application.id)) if one is not None]
    return replace(plan, end_on=max(days, default=None))


def granted_plan(application: Application, granted: Mapping[int, Ore]) -> Plan:
    """Give the plan of a whole application as it was granted."""
    return Plan(
        lead=lead_of(application).id,
        participants=frozenset(
            one.id
            for one in application.partners
            if one.role is not PartnerRole.OBSERVER and one.declined_at is None
        ),
        start_on=application.start_on,
        end_on=application.end_on,
        activities=frozenset(one.activity_id for one in application.chosen_activities),
        budget=budgets(granted, asked_in(application)),
    )


def asked_in(application: Application) -> dict[int, dict[int, Ore]]:
    """Add up what an application asks for, by year and then by activity."""
    asked: dict[int, dict[int, Ore]] = {}
    for line in application.budget_lines:
        if line.source is Source.GRANT:
            year = asked.setdefault(line.year, {})
            year[line.activity_id] = Ore(year.get(line.activity_id, NOTHING) + line.amount)
    return asked


def approved_changes(
    application_id: int, *, before: ChangeRequest | None = None
) -> Sequence[Change]:
    """List the approved changes of a case in the order they were approved: one is open at a time."""
    statement = (
        select(ChangeRequest.wanted)
        .where(ChangeRequest.application_id == application_id, ChangeRequest.approved.is_(True))
        .order_by(ChangeRequest.number)
    )
    if before is not None:
        statement = statement.where(ChangeRequest.number < before.number)
    return [read(kept) for kept in db.session.scalars(statement)]


def shares_of(application: Application) -> dict[int, frozenset[int]]:
    """Give the activities that each participant puts money or work into, by the application's budget."""
    return {
        partner.id: frozenset(
            line.activity_id for line in application.budget_lines if line.partner_id == partner.id
        )
        for partner in application.partners
    }
