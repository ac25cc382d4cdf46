"""The round of a call: what is drafted, signed and published, and what has no draft yet."""

from dataclasses import dataclass

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import aliased, joinedload, selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from accounts.models import Membership, Person
from applications.models import Application, Partner
from assessments.models import Proposal, ProposalLine
from criteria.steps import Step
from decisions.grounds import GIVEN_BACK
from decisions.models import Decision
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.money import Ore
from grants.models import Call
from grants.rounds import calls_in

_Newer = aliased(Decision)


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A call as the list of rounds shows it; `granted` is øre in signed decisions that stand."""

    call: Call
    without_draft: int
    drafts: int
    signed: int
    published: int
    granted: Ore


# All that a proposal was made from is as long as the round itself, and would come with each row of it.
_WITHOUT_THE_BASIS = (
    joinedload(Decision.proposal_line).joinedload(ProposalLine.proposal).defer(Proposal.inputs)
)


def newest() -> Select[Decision]:
    """Select the newest version of each case's decision."""
    return select(Decision).where(
        ~select(_Newer.id).where(_Newer.supersedes_id == Decision.id).exists()
    )


def round_parts() -> tuple[LoaderOption, ...]:
    """Load what a round's list shows of a decision."""
    return (
        joinedload(Decision.application)
        .selectinload(Application.partners)
        .joinedload(Partner.organisation),
        joinedload(Decision.application).joinedload(Application.call).selectinload(Call.rules),
        joinedload(Decision.proposal_line).joinedload(ProposalLine.proposal),
        joinedload(Decision.drafted_by),
        joinedload(Decision.signed_by),
        selectinload(Decision.years),
        selectinload(Decision.letters),
        joinedload(Decision.acceptance),
    )


def call_with_criteria(call_id: int) -> Call:
    """Find the call that stands for a round, with the criteria its cases are judged by, and nothing more.

    Raises NotFoundError.
    """
    found = db.session.scalars(
        select(Call)
        .where(Call.id.in_(calls_in(call_id)), Call.edition == 1)
        .options(selectinload(Call.criteria))
    ).first()
    if found is None:
        raise NotFoundError
    return found


def chosen_in(call_id: int) -> Proposal | None:
    """Give the proposal that is chosen in a call now, by itself: its lines may be many."""
    return db.session.scalars(
        select(Proposal).where(
            Proposal.call_id.in_(calls_in(call_id)),
            Proposal.chosen_at.is_not(None),
            Proposal.superseded_at.is_(None),
        )
    ).first()


def decisions_of_round(call_id: int) -> list[Decision]:
    """List a call's decisions in their newest versions: by place, then those never ranked.

    With case, participants, years, line and proposal, who drafted and signed, letters and answer.
    """
    return list(db.session.scalars(_round(call_id)))


def round_now(call_id: int) -> list[Decision]:
    """List a round as `decisions_of_round` does, read anew inside an act that holds the call.

    Also who drafted and signed is read anew, and may be whoever does the act: with memberships, so that the
    page that tells of a refusal still knows what its reader may do.
    """
    persons = (
        joinedload(person).selectinload(Person.memberships).joinedload(Membership.organisation)
        for person in (Decision.drafted_by, Decision.signed_by)
    )
    anew = _round(call_id).options(*persons).execution_options(populate_existing=True)
    return list(db.session.scalars(anew))


def signed_sum(call_id: int) -> Ore:
    """Sum what is granted by the signed decisions of a call that stand, published or not.

    What was declined or lapsed has gone back to the frame.
    """
    total = db.session.scalar(
        _granted().where(Application.call_id.in_(calls_in(call_id)))
    )
    return Ore(int(total or 0))


def _granted() -> Select[int]:
    """Select the sum of the newest signed decisions of cases that have not given their award back."""
    return (
        select(func.coalesce(func.sum(Decision.amount), 0))
        .join(Decision.application)
        .where(
            Application.step.not_in(GIVEN_BACK),
            Decision.signed_at.is_not(None),
            ~select(_Newer.id)
            .where(
                _Newer.application_id == Decision.application_id,
                _Newer.number > Decision.number,
                _Newer.signed_at.is_not(None),
            )
            .exists(),
        )
    )


def lines_without_draft(proposal: Proposal) -> list[ProposalLine]:
    """List the lines of a chosen proposal whose cases wait for a draft built on it, by place."""
    return list(
        db.session.scalars(
            select(ProposalLine)
            .join(ProposalLine.application)
            .where(
                ProposalLine.proposal_id == proposal.id,
                Application.step == Step.PROPOSED,
                ~select(Decision.id).where(Decision.proposal_line_id == ProposalLine.id).exists(),
            )
            .options(
                joinedload(ProposalLine.application).selectinload(Application.budget_lines),
                joinedload(ProposalLine.application)
                .selectinload(Application.partners)
                .joinedload(Partner.organisation),
            )
            .order_by(ProposalLine.place)
        )
    )


def ineligible_without_draft(call_id: int) -> list[Application]:
    """List the ineligible cases of a call that nobody has drafted a rejection for."""
    return list(
        db.session.scalars(
            select(Application)
            .where(
                Application.call_id.in_(calls_in(call_id)),
                Application.step == Step.INELIGIBLE,
                ~select(Decision.id).where(Decision.application_id == Application.id).exists(),
            )
            .options(selectinload(Application.partners).joinedload(Partner.organisation))
            .order_by(Application.submitted_at, Application.id)
        )
    )


def rounds() -> list[RoundRow]:
    """List the calls that have something to decide or have decided it, the last to close first."""
    waiting = _waiting()
    counts = _counts()
    calls = db.session.scalars(
        select(Call)
        .where(Call.id.in_(waiting.keys() | counts.keys()))
        .order_by(Call.closes_on.desc(), Call.id)
    )
    return [
        RoundRow(call, waiting.get(call.id, 0), *counts.get(call.id, (0, 0, 0, Ore(0))))
        for call in calls
    ]


def _round(call_id: int) -> Select[Decision]:
    return (
        newest()
        .join(Decision.application)
        .outerjoin(ProposalLine, ProposalLine.id == Decision.proposal_line_id)
        .where(Application.call_id.in_(calls_in(call_id)))
        .options(*round_parts(), _WITHOUT_THE_BASIS)
        .order_by(
            case((ProposalLine.place.is_(None), 1), else_=0),
            ProposalLine.place,
            Application.submitted_at,
            Decision.id,
        )
    )


def _waiting() -> dict[int, int]:
    """Count the cases of each call that are ready for a decision and have no draft of it."""
    drafted_on_chosen = (
        select(Decision.id)
        .join(Decision.proposal_line)
        .join(ProposalLine.proposal)
        .where(
            Decision.application_id == Application.id,
            Proposal.chosen_at.is_not(None),
            Proposal.superseded_at.is_(None),
        )
        .exists()
    )
    drafted = select(Decision.id).where(Decision.application_id == Application.id).exists()
    rows = db.session.execute(
        select(Call.round_id, func.count(Application.id))
        .join(Application, Application.call_id == Call.id)
        .where(
            ((Application.step == Step.PROPOSED) & ~drafted_on_chosen)
            | ((Application.step == Step.INELIGIBLE) & ~drafted)
        )
        .group_by(Call.round_id)
    )
    return dict(rows.all())


def _counts() -> dict[int, tuple[int, int, int, Ore]]:
    """Count each call's drafts, signed and published decisions, and sum what is signed."""
    is_signed = Decision.signed_at.is_not(None)
    is_published = Decision.published_at.is_not(None)
    rows = db.session.execute(
        newest()
        .join(Decision.application)
        .join(Application.call)
        .with_only_columns(
            Call.round_id,
            func.sum(case((is_signed, 0), else_=1)),
            func.sum(case((is_signed & ~is_published, 1), else_=0)),
            func.sum(case((is_published, 1), else_=0)),
        )
        .group_by(Call.round_id)
    )
    granted = dict(
        db.session.execute(
            _granted()
            .join(Application.call)
            .with_only_columns(Call.round_id, func.sum(Decision.amount))
            .group_by(Call.round_id)
        ).all()
    )
    return {
        call: (int(drafts), int(signed), int(published), Ore(int(granted.get(call, 0))))
        for call, drafts, signed, published in rows
    }
