"""Signing decisions: one, or all of a round that the person may sign."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from accounts.models import Person, Role
from applications import journal
from assessments.queries import frame_of, outdated_among
from criteria.impartiality import Hindrance
from criteria.procedure import Act
from criteria.steps import Step
from decisions import consequences, queries
from decisions.content import fingerprint
from decisions.dispatch import put_letters
from decisions.grounds import RANKED, REVERSIBLE, Grounds, missing_sentences
from decisions.holding import hold_call, hold_decisions, hold_proposals
from decisions.models import Decision, DecisionKind
from decisions.notes import CaseNote
from decisions.refusals import Refusal
from decisions.rights import require_role
from foundation import clock
from foundation.database import transaction
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore
from grants import rounds
from grants.models import Call


@dataclass(frozen=True, slots=True)
class Refused:
    """A decision that was not signed with the others, and why."""

    decision: Decision
    because: RuleBrokenError


def sign(decision: Decision, *, by: Person, at: datetime, publish_on: date | None = None) -> None:
    """Sign a decision: its case is decided, and its letters are put to be made.

    `publish_on` is the date the letters bear, today unless said otherwise; they are published on that
    day. Needs the decision as `queries.decision` gives it. Raises RuleBrokenError: a hindrance of the
    person, a missing sentence, a newer version, more than the call's frame.
    """
    with transaction():
        refused = _sign(decision.application.call_id, [decision], publish_on, by, at)
        if refused:
            raise refused[0].because


def sign_round(
    call: Call,
    decisions: Sequence[Decision],
    *,
    by: Person,
    at: datetime,
    publish_on: date | None = None,
) -> tuple[Refused, ...]:
    """Sign several decisions of a call; those that cannot be are left out, each told with its reason.

    Needs the decisions as `queries.decisions_of_round` gives them. Raises RuleBrokenError when there is
    nothing to sign at all.
    """
    with transaction():
        if not decisions:
            raise RuleBrokenError(Refusal.NOTHING_TO_SIGN)
        return _sign(call.id, decisions, publish_on, by, at)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What lies before the one who signs: read once for all the decisions."""

    call: Call
    grounds: dict[int, Grounds]
    hindrances: dict[int, Hindrance]
    replaced: frozenset[int]
    outdated: frozenset[int]
    unbacked: frozenset[int]
    instead_of: dict[int, Ore]

    def takes(self, decision: Decision) -> Ore:
        """Tell what a decision takes from the frame: what it grants more than the one it reverses."""
        return Ore(decision.amount - self.instead_of.get(decision.id, NOTHING))


def _sign(
    call_id: int, decisions: Sequence[Decision], publish_on: date | None, by: Person, at: datetime
) -> tuple[Refused, ...]:
    require_role(by, Role.DECISION_MAKER)
    today = clock.in_oslo(at).date()
    dated = publish_on or today
    if dated < today:
        raise RuleBrokenError(Refusal.DATED_IN_THE_PAST)
    hold_call(call_id)
    hold_decisions(decisions)
    hold_proposals(decisions)
    desk = _Desk(
        rounds.first(call_id),
        queries.grounds_of([one.application_id for one in decisions]),
        queries.hindrances_of(by.id, decisions),
        queries.replaced_among(decisions),
        outdated_among(
            [one.proposal_line.proposal_id for one in decisions if one.proposal_line is not None]
        ),
        _unbacked(decisions),
        queries.amounts_replaced(decisions),
    )
    left = Ore(frame_of(desk.call) - queries.signed_sum(call_id))
    signed, refused = [], []
    for decision in decisions:
        because = _refusal(decision, desk, left)
        if because is not None:
            refused.append(Refused(decision, because))
            continue
        _write(decision, desk.grounds[decision.application_id], by, at)
        left = Ore(left - desk.takes(decision))
        signed.append(decision)
    put_letters(signed, dated, at)
    return tuple(refused)


def _refusal(decision: Decision, desk: _Desk, left: Ore) -> RuleBrokenError | None:
    """Tell why a decision cannot be signed: itself first, then the person, the reasons, the money."""
    stands_in_the_way = _unfit(decision, desk) or desk.hindrances.get(decision.id)
    if stands_in_the_way is not None:
        return RuleBrokenError(stands_in_the_way)
    missing = missing_sentences(decision, desk.grounds[decision.application_id], desk.call.criteria)
    if missing and missing != ("reason",):
        return RuleBrokenError(Refusal.CRITERION_WITHOUT_REASON, codes=", ".join(missing))
    if missing:
        return RuleBrokenError(Refusal.REASON_MISSING)
    return RuleBrokenError(Refusal.OVER_FRAME) if desk.takes(decision) > left else None


def _unfit(decision: Decision, desk: _Desk) -> Refusal | None:
    """Tell what is wrong with the draft itself: its version, its case, its proposal, its amounts."""
    if decision.signed_at is not None:
        return Refusal.ALREADY_SIGNED
    if decision.id in desk.replaced:
        return Refusal.NEWER_VERSION
    if decision.kind is DecisionKind.REVERSAL:
        return _unfit_reversal(decision, desk)
    line = decision.proposal_line
    ranked = decision.outcome in RANKED
    ready = Step.PROPOSED if ranked else Step.INELIGIBLE
    proposed = line.amount if line is not None else 0
    checks = (
        (Refusal.NOT_READY_FOR_DECISION, decision.application.step is not ready),
        (
            Refusal.PROPOSAL_NOT_CHOSEN,
            ranked and (line is None or not line.proposal.is_in_force),
        ),
        (Refusal.PROPOSAL_OUTDATED, line is not None and line.proposal_id in desk.outdated),
        (Refusal.SUM_IS_WRONG, decision.amount != proposed or _sum(decision) != proposed),
    )
    return next((refusal for refusal, is_so in checks if is_so), None)


def _unfit_reversal(decision: Decision, desk: _Desk) -> Refusal | None:
    """Tell what is wrong with a draft that reverses a decision: no proposal stands behind it."""
    checks = (
        (Refusal.NOT_READY_FOR_DECISION, decision.application.step not in REVERSIBLE),
        (Refusal.NO_COMPLAINT_BEHIND, decision.id in desk.unbacked),
        (Refusal.SUM_IS_WRONG, decision.amount != _sum(decision)),
    )
    return next((refusal for refusal, is_so in checks if is_so), None)


def _unbacked(decisions: Sequence[Decision]) -> frozenset[int]:
    reversals = [one for one in decisions if one.kind is DecisionKind.REVERSAL]
    found = [ask(reversals) for ask in consequences.on_signing] if reversals else []
    return frozenset().union(*found)


def _sum(decision: Decision) -> int:
    return sum(one.amount for one in decision.years)


def _write(decision: Decision, grounds: Grounds, by: Person, at: datetime) -> None:
    decision.content_hash = fingerprint(decision, grounds)
    decision.signed_at, decision.signed_by_id = at, by.id
    decision.signed_by = by
    told: dict[str, journal.Detail] = {
        "decision": decision.id,
        "outcome": decision.outcome.value,
        "amount": decision.amount,
        "content": decision.content_hash,
    }
    if decision.kind is DecisionKind.REVERSAL:
        journal.note(
            decision.application, CaseNote.REVERSAL_SIGNED, by=by, at=at, public=False, **told
        )
    else:
        journal.move(decision.application, Act.DECIDE, by=by, at=at, **told)
