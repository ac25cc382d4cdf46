"""What a proposal builds on, and the proposals of a call."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import joinedload, selectinload

from applications.models import Application, Partner
from assessments.models import Proposal, ProposalLine, ProposalRun
from assessments.queries.entrants import RANKABLE
from criteria.procedure import Step
from foundation.database import db
from foundation.errors import NotFoundError
from grants.models import Call
from grants.rounds import calls_in

UNFINISHED = (Step.SUBMITTED, Step.INCOMPLETE, Step.ELIGIBLE)
UNDECIDED = (*RANKABLE, *UNFINISHED, Step.INELIGIBLE, Step.WITHDRAWN)
"""The steps at which nothing has been decided about money in a case."""


def in_force() -> ColumnElement[bool]:
    """Ask for the proposal that is chosen now; a round has one at most."""
    return Proposal.chosen_at.is_not(None) & Proposal.superseded_at.is_(None)


def decided_among(applications: Iterable[int]) -> frozenset[int]:
    """Tell which of some cases have been decided already."""
    return frozenset(
        db.session.scalars(
            select(Application.id).where(
                Application.id.in_(list(applications)), Application.step.not_in(UNDECIDED)
            )
        )
    )


def run(run_id: int) -> ProposalRun:
    """Find a search for the best combination, with its call and who asked. Raises NotFoundError."""
    found = db.session.scalars(
        select(ProposalRun)
        .where(ProposalRun.id == run_id)
        .options(joinedload(ProposalRun.call), joinedload(ProposalRun.asked_by))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def unfinished_in(call_id: int) -> list[Application]:
    """List the cases of a call that are not finished and so cannot be ranked, by case number."""
    return list(
        db.session.scalars(
            select(Application)
            .where(Application.call_id.in_(calls_in(call_id)), Application.step.in_(UNFINISHED))
            .options(selectinload(Application.partners).joinedload(Partner.organisation))
            .order_by(Application.submitted_at, Application.id)
        )
    )


def first_decided_in(proposal: Proposal) -> Application | None:
    """Give a case of a proposal that has been decided already, if there is one."""
    return db.session.scalars(
        select(Application)
        .join(ProposalLine, ProposalLine.application_id == Application.id)
        .where(ProposalLine.proposal_id == proposal.id, Application.step.not_in(UNDECIDED))
        .order_by(Application.id)
        .limit(1)
    ).first()


def proposals_of(call_id: int) -> list[Proposal]:
    """List the proposals of a call, newest first, with lines and who made them."""
    return list(
        db.session.scalars(
            select(Proposal)
            .where(Proposal.call_id.in_(calls_in(call_id)))
            .options(
                joinedload(Proposal.made_by),
                joinedload(Proposal.chosen_by),
                selectinload(Proposal.lines),
            )
            .order_by(Proposal.id.desc())
        )
    )


def proposal(proposal_id: int) -> Proposal:
    """Find a proposal with its call, its lines and their cases with leads. Raises NotFoundError."""
    found = _whole([Proposal.id == proposal_id])
    if found is None:
        raise NotFoundError
    return found


def chosen_proposal(call_id: int) -> Proposal | None:
    """Give the proposal that is chosen in a call now, as whole as `proposal` gives it."""
    return _whole(
        [
            Proposal.call_id.in_(calls_in(call_id)),
            in_force(),
        ]
    )


def chosen_line(application_id: int) -> ProposalLine | None:
    """Give a case's line in the proposal that is chosen now."""
    return db.session.scalars(
        select(ProposalLine)
        .join(ProposalLine.proposal)
        .where(
            ProposalLine.application_id == application_id,
            in_force(),
        )
        .options(joinedload(ProposalLine.proposal))
    ).first()


def _whole(conditions: Sequence[ColumnElement[bool]]) -> Proposal | None:
    lines = selectinload(Proposal.lines).joinedload(ProposalLine.application)
    return db.session.scalars(
        select(Proposal)
        .where(*conditions)
        .options(
            joinedload(Proposal.call),
            joinedload(Proposal.made_by),
            joinedload(Proposal.chosen_by),
            lines.selectinload(Application.partners).joinedload(Partner.organisation),
        )
    ).first()


def progress_of(calls: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Count, for each of some rounds, the cases that can be ranked and those that are not finished."""
    rows = db.session.execute(
        select(Call.round_id, Application.step, func.count(Application.id))
        .join(Application, Application.call_id == Call.id)
        .where(
            Call.round_id.in_(list(calls)),
            Application.step.in_([*RANKABLE, *UNFINISHED]),
        )
        .group_by(Call.round_id, Application.step)
    )
    found: dict[int, tuple[int, int]] = {}
    for call, step, number in rows:
        ranked, left = found.get(call, (0, 0))
        found[call] = (ranked + number, left) if step in RANKABLE else (ranked, left + number)
    return found


def chosen_in(calls: Iterable[int]) -> dict[int, Proposal]:
    """Give the proposal that is chosen now in each of some calls, without lines."""
    found = db.session.scalars(
        select(Proposal).where(
            Proposal.call_id.in_(list(calls)),
            in_force(),
        )
    )
    return {one.call_id: one for one in found}
