"""The way to the appeal body and back: send, register what it came to, and act on it."""

from datetime import date, datetime

from accounts.models import Person, Role
from applications import journal
from criteria.appeal import Result, Ruling, Unlawful, lacks_of_amount
from criteria.deadlines import closing_moment
from criteria.procedure import Act
from decisions.appeals import letters, notices
from decisions.appeals.holding import hold_open, require_officer
from decisions.appeals.models import Complaint, ComplaintForwarding
from decisions.appeals.notes import AppealNote
from decisions.appeals.refusals import Refusal
from decisions.appeals.reversing import draft_reversal, in_force
from decisions.appeals.states import CHANGES
from decisions.models import Decision, Outcome
from foundation import clock
from foundation.database import transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore


def send_to_appeal_body(complaint: Complaint, *, by: Person, at: datetime) -> None:
    """Send complaint, statement and comment on, when the party has commented or had its time to.

    Raises RuleBrokenError: not upheld, sent already, the party still has time.
    """
    with transaction():
        held = hold_open(complaint)
        require_officer(by, Role.CASE_OFFICER, held)
        forwarding = _forwarding(held)
        if forwarding.sent_at is not None:
            raise RuleBrokenError(Refusal.SENT_ALREADY)
        if forwarding.commented_at is None and at < closing_moment(forwarding.comment_due_on):
            raise RuleBrokenError(Refusal.COMMENT_STILL_DUE)
        forwarding.sent_at, forwarding.sent_by_id = at, by.id
        _note(held, AppealNote.SENT, by, at)
        notices.tell_party(held.application, held.organisation, at)


def register_result(
    complaint: Complaint, result: Result, *, text: str, decided_on: date, by: Person, at: datetime
) -> None:
    """Register what the appeal body came to. What changes nothing closes the complaint.

    Who signed the decision takes no part in the complaint above (1967 § 6, 2025 § 26), and does not
    register its end either. Raises RuleBrokenError: not sent, known already, a day to come, no words.
    """
    with transaction():
        held = hold_open(complaint)
        require_officer(by, Role.CASE_OFFICER, held)
        forwarding = _forwarding(held)
        if forwarding.sent_at is None:
            raise RuleBrokenError(Refusal.NOT_SENT)
        if forwarding.result is not None:
            raise RuleBrokenError(Refusal.RESULT_KNOWN)
        if held.decision.signed_by_id == by.id:
            raise RuleBrokenError(Refusal.DECIDED_FIRST)
        if decided_on > clock.in_oslo(at).date():
            raise RuleBrokenError(Refusal.DECIDED_IN_THE_FUTURE)
        if not text.strip():
            raise RuleBrokenError(Refusal.REASON_MISSING)
        forwarding.result, forwarding.result_text = result, text.strip()
        forwarding.decided_on = decided_on
        forwarding.registered_at, forwarding.registered_by_id = at, by.id
        if result not in CHANGES:
            held.closed_at = at
        _note(held, AppealNote.RESULT, by, at, result=result.value)
        letters.send_result(held, result, forwarding.result_text, by=by, at=at)


def act_on_result(
    complaint: Complaint, *, amount: Ore | None, reason: str, by: Person, at: datetime
) -> Decision | None:
    """Draft the decision that the appeal body's result asks for; an application rejected is taken up again.

    What was sent back may end as it was; what was reversed may not. Raises RuleBrokenError.
    """
    with transaction():
        held = hold_open(complaint)
        require_officer(by, Role.CASE_OFFICER, held)
        forwarding = _forwarding(held)
        if forwarding.result not in CHANGES:
            raise RuleBrokenError(Refusal.NOTHING_TO_ACT_ON)
        if not reason.strip():
            raise RuleBrokenError(Refusal.REASON_MISSING)
        before = in_force(held.application)
        if before.outcome is Outcome.REJECTION:
            forwarding.acted_at = held.closed_at = at
            journal.move(held.application, Act.REOPEN, by=by, at=at, complaint=held.id)
            return None
        granted = _amount(forwarding, amount, before, Ore(held.application.asked))
        decision = draft_reversal(held.application, granted, reason.strip(), by=by, at=at)
        forwarding.decision_id = decision.id
    return decision


def _amount(
    forwarding: ComplaintForwarding, amount: Ore | None, before: Decision, asked: Ore
) -> Ore:
    if amount is None:
        raise RuleBrokenError(Refusal.AMOUNT_MISSING)
    unlawful = lacks_of_amount(
        Ruling.REVERSE_IN_PART, amount, before=Ore(before.amount), asked=asked
    )
    as_it_was = unlawful is Unlawful.NOT_MORE and amount == before.amount
    if unlawful is not None and not (forwarding.result is Result.SENT_BACK and as_it_was):
        raise RuleBrokenError(unlawful)
    return amount


def _forwarding(complaint: Complaint) -> ComplaintForwarding:
    if complaint.forwarding is None:
        raise RuleBrokenError(Refusal.NOT_FORWARDED)
    return complaint.forwarding


def _note(
    complaint: Complaint, note: AppealNote, by: Person, at: datetime, **detail: str
) -> None:
    journal.note(
        complaint.application, note, by=by, at=at, public=True,
        complaint=complaint.id, organisation=complaint.organisation.name, **detail,
    )  # fmt: skip
