"""What lies before the one who signs, and what is wrong with a draft: asked inside the act that signs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from accounts import authority
from accounts.models import Person
from assessments.queries import outdated_among
from criteria.impartiality import Hindrance
from criteria.steps import Step
from decisions import consequences, queries
from decisions.authorising import limit_of, over_limit
from decisions.grounds import RANKED, REVERSIBLE, Grounds, missing_sentences
from decisions.models import Decision, DecisionKind
from decisions.queries.supplements import Supplement, supplements_due
from decisions.refusals import Refusal
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore
from grants import rounds
from grants.models import Call


@dataclass(frozen=True, slots=True)
class Desk:
    """What is known before signing: read once for all the decisions."""

    call: Call
    grounds: dict[int, Grounds]
    hindrances: dict[int, Hindrance]
    replaced: frozenset[int]
    outdated: frozenset[int]
    unbacked: frozenset[int]
    instead_of: dict[int, Ore]
    added: dict[int, Supplement]
    limit: Ore | None

    def takes(self, decision: Decision) -> Ore:
        """Tell what a decision takes from the frame: what it grants more than the one it replaces."""
        return Ore(decision.amount - self.instead_of.get(decision.id, NOTHING))


def lay_out(call_id: int, decisions: Sequence[Decision], by: Person, at: datetime) -> Desk:
    """Read all that a person must be told before signing some held decisions of a call.

    The person's own authority is held too, so that it is not taken back while they sign.
    """
    authority.hold(by.id)
    return Desk(
        rounds.first(call_id),
        queries.grounds_of([one.application_id for one in decisions]),
        queries.hindrances_of(by.id, decisions),
        queries.replaced_among(decisions),
        outdated_among(
            [one.proposal_line.proposal_id for one in decisions if one.proposal_line is not None]
        ),
        _unbacked(decisions),
        queries.amounts_replaced(decisions),
        _added(call_id, decisions),
        limit_of(by.id, at),
    )


def refusal(decision: Decision, desk: Desk, left: Ore) -> RuleBrokenError | None:
    """Tell why a decision cannot be signed: itself, the person, their authority, the reasons, the money."""
    stands_in_the_way = _unfit(decision, desk) or desk.hindrances.get(decision.id)
    if stands_in_the_way is not None:
        return RuleBrokenError(stands_in_the_way)
    unauthorised = over_limit(decision, desk.limit)
    if unauthorised is not None:
        return unauthorised
    missing = missing_sentences(decision, desk.grounds[decision.application_id], desk.call.criteria)
    if missing and missing != ("reason",):
        return RuleBrokenError(Refusal.CRITERION_WITHOUT_REASON, codes=", ".join(missing))
    if missing:
        return RuleBrokenError(Refusal.REASON_MISSING)
    return RuleBrokenError(Refusal.OVER_FRAME) if desk.takes(decision) > left else None


def _unfit(decision: Decision, desk: Desk) -> Refusal | None:
    """Tell what is wrong with the draft itself: its version, its case, its proposal, its amounts."""
    if decision.signed_at is not None:
        return Refusal.ALREADY_SIGNED
    if decision.id in desk.replaced:
        return Refusal.NEWER_VERSION
    if decision.kind is DecisionKind.REVERSAL:
        return _unfit_reversal(decision, desk)
    if decision.kind is DecisionKind.SUPPLEMENT:
        return _unfit_supplement(decision, desk)
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


def _unfit_reversal(decision: Decision, desk: Desk) -> Refusal | None:
    """Tell what is wrong with a draft that reverses a decision: no proposal stands behind it."""
    checks = (
        (Refusal.NOT_READY_FOR_DECISION, decision.application.step not in REVERSIBLE),
        (Refusal.NO_COMPLAINT_BEHIND, decision.id in desk.unbacked),
        (Refusal.SUM_IS_WRONG, decision.amount != _sum(decision)),
    )
    return next((refusal for refusal, is_so in checks if is_so), None)


def _unfit_supplement(decision: Decision, desk: Desk) -> Refusal | None:
    """Tell what is wrong with a draft that grants more: it must be what extra frames add, and no more."""
    due, line = desk.added.get(decision.application_id), decision.proposal_line
    checks = (
        (Refusal.NOT_READY_FOR_DECISION, decision.application.step not in REVERSIBLE),
        (Refusal.PROPOSAL_OUTDATED, line is not None and line.proposal_id in desk.outdated),
        (
            Refusal.SUPPLEMENT_CHANGED,
            due is None or (due.line.id, due.amount) != (decision.proposal_line_id, decision.amount),
        ),
        (Refusal.SUM_IS_WRONG, decision.amount != _sum(decision)),
    )
    return next((refusal for refusal, is_so in checks if is_so), None)


def _added(call_id: int, decisions: Sequence[Decision]) -> dict[int, Supplement]:
    if all(one.kind is not DecisionKind.SUPPLEMENT for one in decisions):
        return {}
    return supplements_due(rounds.first(call_id))


def _unbacked(decisions: Sequence[Decision]) -> frozenset[int]:
    reversals = [one for one in decisions if one.kind is DecisionKind.REVERSAL]
    found = [ask(reversals) for ask in consequences.on_signing] if reversals else []
    return frozenset().union(*found)


def _sum(decision: Decision) -> int:
    return sum(one.amount for one in decision.years)
