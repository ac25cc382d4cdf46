"""A round as its page shows it: every decision with what stands in the way, and the money."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from accounts.authority.queries import Holder
from accounts.models import Organisation, Person
from accounts.permissions import Permission, allows
from applications.facts import lead_of
from applications.models import Application
from assessments.models import Proposal
from assessments.queries import closed_to, frame_of
from decisions import queries
from decisions.authorising import OF_AUTHORITY, covering, limit_of, over_limit
from decisions.grounds import missing_sentences
from decisions.models import Decision
from decisions.queries.readiness import Progress, living, progress_of
from decisions.refusals import Refusal
from decisions.states import DecisionState, state_of
from decisions.supplementing import undrafted
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore
from grants.models import Call


@dataclass(frozen=True, slots=True)
class Row:
    """A decision in the list. `hindrance` is why the reader may not sign it; None when it can be.

    `hidden`: nobody outside knows of it yet, and its case is closed to the reader.
    """

    decision: Decision
    lead: Organisation
    state: DecisionState
    hindrance: RuleBrokenError | None
    hidden: bool

    @property
    def may_be_signed(self) -> bool:
        """Tell whether the reader may sign it now."""
        return self.state is DecisionState.DRAFT and self.hindrance is None

    @property
    def is_over_limit(self) -> bool:
        """Tell whether what stands in the way is that the reader's authority does not cover the amount."""
        return self.hindrance is not None and self.hindrance.reason in OF_AUTHORITY


@dataclass(frozen=True, slots=True)
class RoundMoney:
    """The frame and what is promised of it, in øre. `drafted` is what unsigned drafts take more."""

    frame: Ore
    signed: Ore
    drafted: Ore

    @property
    def left(self) -> Ore:
        """What is left of the frame when all that is signed stands."""
        return Ore(self.frame - self.signed)

    @property
    def over(self) -> Ore:
        """How much the drafts take more than is left; nothing when they do not."""
        return max(NOTHING, Ore(self.drafted - self.left))


@dataclass(frozen=True, slots=True)
class RoundView:
    """Everything the page of a round shows to a person."""

    call: Call
    proposal: Proposal | None
    rows: Sequence[Row]
    money: RoundMoney
    without_draft: int
    to_supplement: int
    to_reject: Sequence[Application]
    to_declare: int
    progress: Progress
    limit: Ore | None
    """The largest amount that the reader has authority for; None when they have none."""
    authorised: Sequence[Holder]
    """Others whose authority covers more; told when the reader's does not cover all."""

    @property
    def asked(self) -> Ore:
        """What the decided cases asked for together."""
        return Ore(sum(row.decision.application.asked for row in self.rows))

    @property
    def granted(self) -> Ore:
        """What the decisions give together, signed or not."""
        return Ore(sum(row.decision.amount for row in self.rows))

    @property
    def to_sign(self) -> list[Row]:
        """The rows that the reader may sign."""
        return [row for row in self.rows if row.may_be_signed]

    @property
    def hindered(self) -> list[Row]:
        """The drafts that the reader may not sign, each with its reason."""
        return [row for row in self.rows if row.state is DecisionState.DRAFT and row.hindrance]

    @property
    def over_limit(self) -> list[Row]:
        """The drafts that only the reader's authority keeps them from signing."""
        return [row for row in self.hindered if row.is_over_limit]

    @property
    def unpublished(self) -> list[Row]:
        """The signed decisions that nobody outside knows of."""
        return [row for row in self.rows if row.state is DecisionState.SIGNED]

    @property
    def all_made(self) -> bool:
        """Tell whether every letter of what is signed and unpublished is made."""
        return bool(self.unpublished) and self.progress.made == self.progress.total


def round_view(call_id: int, person: Person, at: datetime) -> RoundView:
    """Gather a round for a person whose memberships are loaded. Raises NotFoundError."""
    call = queries.call_with_criteria(call_id)
    decisions = queries.decisions_of_round(call_id)
    drafts = [one for one in decisions if one.signed_at is None]
    signs = allows(person, Permission.DECISION_SIGN)
    limit = limit_of(person.id, at) if signs and drafts else None
    in_the_way = _in_the_way(call, drafts, person, limit) if signs else {}
    secret = [one.application_id for one in decisions if one.published_at is None]
    closed = closed_to(person, secret)
    proposal = queries.chosen_in(call_id)
    instead_of = queries.amounts_replaced(drafts)
    rows = [_row(one, in_the_way, closed) for one in decisions]
    return RoundView(
        call=call,
        proposal=proposal,
        rows=rows,
        money=RoundMoney(
            frame=frame_of(call),
            signed=queries.signed_sum(call_id),
            drafted=Ore(sum(one.amount - instead_of.get(one.id, 0) for one in drafts)),
        ),
        without_draft=len(queries.lines_without_draft(proposal)) if proposal else 0,
        to_supplement=len(undrafted(call)),
        to_reject=queries.ineligible_without_draft(call_id),
        to_declare=len(cases_to_declare(drafts, person)) if signs else 0,
        progress=progress_of(call_id),
        limit=limit,
        authorised=covering([row.decision.amount for row in rows if row.is_over_limit], at),
    )


def cases_to_declare(drafts: Sequence[Decision], person: Person) -> list[Application]:
    """List the cases with drafts in which a person has not declared impartiality, in their order."""
    missing = queries.undeclared(person.id, [one.application_id for one in drafts])
    return [one.application for one in drafts if one.application_id in missing]


def dates_of(rows: Sequence[Row]) -> list[date]:
    """Give the dates that the unpublished letters bear, in order."""
    return sorted({letter.dated for row in rows for letter in living(row.decision)})


def _row(decision: Decision, in_the_way: dict[int, RuleBrokenError], closed: Container[int]) -> Row:
    return Row(
        decision=decision,
        lead=lead_of(decision.application).organisation,
        state=state_of(decision),
        hindrance=in_the_way.get(decision.id),
        hidden=decision.published_at is None and decision.application_id in closed,
    )


def _in_the_way(
    call: Call, drafts: Sequence[Decision], person: Person, limit: Ore | None
) -> dict[int, RuleBrokenError]:
    """Tell what keeps a person from signing drafts: their standing, their authority, missing sentences."""
    grounds = queries.grounds_of([one.application_id for one in drafts])
    speechless = {
        one.id: RuleBrokenError(Refusal.SENTENCES_MISSING)
        for one in drafts
        if missing_sentences(one, grounds[one.application_id], call.criteria)
    }
    uncovered = {
        one.id: refusal for one in drafts if (refusal := over_limit(one, limit)) is not None
    }
    standing = queries.hindrances_of(person.id, drafts)
    return speechless | uncovered | {key: RuleBrokenError(why) for key, why in standing.items()}
