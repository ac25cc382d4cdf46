"""Signing decisions: one, or all of a round that the person may sign."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from accounts.models import Person, Role
from applications import journal
from assessments.queries import frame_of
from criteria.procedure import Act
from decisions import queries
from decisions.content import fingerprint
from decisions.desk import lay_out, refusal
from decisions.dispatch import put_letters
from decisions.grounds import Grounds
from decisions.holding import hold_call, hold_decisions, hold_proposals
from decisions.models import Decision, DecisionKind
from decisions.notes import CaseNote
from decisions.refusals import Refusal
from decisions.rights import require_role
from foundation import clock
from foundation.database import transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore
from grants.models import Call

_SIGNED_BESIDE = {
    DecisionKind.REVERSAL: CaseNote.REVERSAL_SIGNED,
    DecisionKind.SUPPLEMENT: CaseNote.SUPPLEMENT_SIGNED,
}
"""What is noted when a decision is signed in a case that is decided already, and stays where it is."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A decision that was not signed with the others, and why."""

    decision: Decision
    because: RuleBrokenError


def sign(decision: Decision, *, by: Person, at: datetime, publish_on: date | None = None) -> None:
    """Sign a decision: its case is decided, and its letters are put to be made.

    `publish_on` is the date the letters bear, today unless said otherwise; they are published on that
    day. Needs the decision as `queries.decision` gives it. Raises RuleBrokenError: a hindrance of the
    person, an amount that their authority does not cover, a missing sentence, a newer version, more than
    the call's frame.
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
    desk = lay_out(call_id, decisions, by, at)
    left = Ore(frame_of(desk.call) - queries.signed_sum(call_id))
    signed, refused = [], []
    for decision in decisions:
        because = refusal(decision, desk, left)
        if because is not None:
            refused.append(Refused(decision, because))
            continue
        _write(decision, desk.grounds[decision.application_id], by, at)
        left = Ore(left - desk.takes(decision))
        signed.append(decision)
    put_letters(signed, dated, at)
    return tuple(refused)


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
    if decision.kind in _SIGNED_BESIDE:
        note = _SIGNED_BESIDE[decision.kind]
        journal.note(
            decision.application, note, by=by, at=at, public=False, **told
        )
    else:
        journal.move(decision.application, Act.DECIDE, by=by, at=at, **told)
