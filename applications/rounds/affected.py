"""Who is affected when something happens to a published call: every application that lives in its round."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from applications.facts import lead_of
from applications.models import Application, Partner
from applications.queries.parts import own_parts, read_calls
from applications.rounds.moving import Move, plan_move
from criteria.steps import Step
from foundation.database import db
from grants.models import Call
from grants.rounds import calls_in


@dataclass(frozen=True, slots=True)
class Affected:
    """An application that is touched. A draft's title is its applicant's own, and is not here."""

    lead: str
    step: Step
    case_number: str | None
    edition: int


@dataclass(frozen=True, slots=True)
class Touched:
    """A draft, and what it would mean for it to follow a new edition."""

    lead: str
    move: Move


def living_in(call_id: int) -> list[Application]:
    """List the applications of a call's round that nobody has taken back: drafts, then cases by number.

    With call, partners and their organisations.
    """
    found = db.session.scalars(
        select(Application)
        .where(Application.call_id.in_(calls_in(call_id)), Application.step != Step.WITHDRAWN)
        .options(
            selectinload(Application.call),
            selectinload(Application.partners).joinedload(Partner.organisation),
        )
        .order_by(Application.submitted_at.is_not(None), Application.case_number, Application.id)
    )
    return list(found)


def affected_by(call: Call) -> list[Affected]:
    """List who is touched by what happens to a round."""
    return [
        Affected(lead_of(one).organisation.name, one.step, one.case_number, one.call.edition)
        for one in living_in(call.id)
    ]


def drafts_touched_by(call: Call) -> list[Touched]:
    """Tell for each draft of a round what moving to an edition would mean; needs the edition whole."""
    found = db.session.scalars(
        select(Application)
        .where(Application.call_id.in_(calls_in(call.id)), Application.step == Step.DRAFT)
        .options(*own_parts())
        .order_by(Application.id)
    ).all()
    read_calls(one.call_id for one in found)
    return [Touched(lead_of(one).organisation.name, plan_move(one, call)) for one in found]
