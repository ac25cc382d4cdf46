"""Holding a round while an act decides: the call first, then its cases, always in the same order.

Whatever counts a call's money holds the call's row, so that two decision makers who sign at once are one
after the other: BEGIN IMMEDIATE on SQLite, FOR UPDATE on PostgreSQL.
"""

from collections.abc import Collection
from typing import TypeVar

from sqlalchemy import inspect, select

from applications.models import Application
from assessments.models import Proposal
from decisions.models import Decision
from foundation.database import db
from grants.models import Call
from grants.rounds import calls_in

_Row = TypeVar("_Row", Application, Decision, Proposal)


def hold_call(call_id: int) -> None:
    """Hold the round that a call belongs to until the act ends."""
    db.session.execute(
        select(Call.id)
        .where(Call.id.in_(calls_in(call_id)), Call.edition == 1)
        .with_for_update(key_share=True)
    )


def hold_cases(applications: Collection[Application]) -> None:
    """Hold loaded cases until the act ends, and read their columns anew; what is beside them stays."""
    _hold(Application, applications)


def hold_decisions(decisions: Collection[Decision]) -> None:
    """Hold the cases of decisions, then the decisions, and read their columns anew."""
    hold_cases([one.application for one in decisions])
    _hold(Decision, decisions)


def hold_proposals(decisions: Collection[Decision]) -> None:
    """Hold the proposals that decisions build on, so that none is superseded meanwhile."""
    lines = [one.proposal_line for one in decisions if one.proposal_line_id is not None]
    _hold(Proposal, {line.proposal for line in lines if line is not None})


def _hold(table: type[_Row], rows: Collection[_Row]) -> None:
    columns = [column.key for column in inspect(table).column_attrs]
    ids = [row.id for row in rows]
    for row in rows:
        db.session.expire(row, columns)
    db.session.scalars(
        select(table).where(table.id.in_(ids)).order_by(table.id).with_for_update(key_share=True)
    ).all()
