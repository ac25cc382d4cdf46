"""The office's acts on a complaint: take up a late one, find, and have another person confirm it."""

from datetime import datetime

from accounts.models import Person, Role
from applications import journal
from criteria.appeal import (
    Leave,
    Ruling,
    Timeliness,
    Unlawful,
    comments_due,
    lacks_of_amount,
    lacks_of_ruling,
)
from criteria.procedure import Act
from decisions import queries
from decisions.appeals import letters, notices
from decisions.appeals.holding import hold_open, require_officer, unconfirmed
from decisions.appeals.models import Complaint, ComplaintForwarding, ComplaintRuling
from decisions.appeals.notes import AppealNote
from decisions.appeals.refusals import Refusal
from decisions.appeals.reversing import draft_reversal, in_force
from decisions.appeals.states import REVERSALS, latest_ruling
from decisions.models import Outcome
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore


def grant_leave(
    complaint: Complaint, leave: Leave, *, reason: str, by: Person, at: datetime
) -> None:
    """Take up a complaint that came too late (1967 § 31; 2025 § 65), with why.

    Raises RuleBrokenError: in time, more than a year since the decision, no reason, not the officer's.
    """
    with transaction():
        held = hold_open(complaint)
        require_officer(by, Role.CASE_OFFICER, held)
        if held.came is Timeliness.PAST_A_YEAR:
            raise RuleBrokenError(Unlawful.PAST_A_YEAR)
        if held.came is Timeliness.IN_TIME or held.leave is not None:
            raise RuleBrokenError(Refusal.NOT_LATE)
        held.leave, held.leave_reason = leave, _words(reason)
        held.leave_at, held.leave_by_id = at, by.id
        _note(held, AppealNote.LEAVE, by, at, public=True)
        notices.tell_party(held.application, held.organisation, at)


def rule(
    complaint: Complaint,
    ruling: Ruling,
    *,
    amount: Ore | None = None,
    reason: str,
    after: int = 0,
    by: Person,
    at: datetime,
) -> ComplaintRuling:
    """Prepare what the office finds; a reversal of money drafts the new decision at once.

    A finding that nobody has confirmed may be replaced by another; `after`: the number of the one that
    the officer saw, so that two who find at the same time do not overrule each other unseen.
    Raises RuleBrokenError: late and not taken up, no reason, an amount that is no reversal, ruled already.
    """
    with transaction():
        held = hold_open(complaint)
        require_officer(by, Role.CASE_OFFICER, held)
        _refuse_settled(held, after)
        unlawful = lacks_of_ruling(ruling, held.came or Timeliness.IN_TIME, held.leave)
        if unlawful is not None:
            raise RuleBrokenError(unlawful)
        words = _words(reason)
        granted = _granted(held, ruling, amount)
        decision = (
            None
            if granted is None
            else draft_reversal(held.application, granted, words, by=by, at=at)
        )
        made = ComplaintRuling(
            complaint_id=held.id,
            number=len(held.rulings) + 1,
            ruling=ruling,
            amount=decision.amount if decision else None,
            reason=words,
            decision_id=decision.id if decision else None,
            prepared_at=at,
            prepared_by_id=by.id,
        )
        db.session.add(made)
        held.rulings.append(made)
        _note(held, AppealNote.RULED, by, at, public=False, ruling=ruling.value)
    return made


def confirm_ruling(complaint: Complaint, *, by: Person, at: datetime) -> None:
    """Confirm a finding as the second person: a rejection ends the complaint, the rest goes on its way.

    A reversal of money is confirmed by signing and publishing its decision. Raises RuleBrokenError:
    nothing to confirm, prepared by the same person, not the decision maker's.
    """
    with transaction():
        held = hold_open(complaint)
        require_officer(by, Role.DECISION_MAKER, held)
        ruling = unconfirmed(held)
        if ruling.decision_id is not None:
            raise RuleBrokenError(Refusal.SIGN_THE_DECISION)
        if ruling.prepared_by_id == by.id:
            raise RuleBrokenError(Refusal.PREPARED_IT)
        ruling.confirmed_at, ruling.confirmed_by_id = at, by.id
        if ruling.ruling is Ruling.UPHOLD:
            due_on = comments_due(at)
            held.forwarding = ComplaintForwarding(
                complaint_id=held.id, told_at=at, comment_due_on=due_on, comment="",
                result_text="",
            )  # fmt: skip
            _note(held, AppealNote.UPHELD, by, at, public=True)
            letters.send_forwarding(held, ruling, due_on, by=by, at=at)
        elif ruling.ruling is Ruling.REJECT:
            held.closed_at = at
            _note(held, AppealNote.REJECTED, by, at, public=True)
            letters.send_rejection(held, ruling, by=by, at=at)
        else:
            held.closed_at = at
            journal.move(held.application, Act.REOPEN, by=by, at=at, complaint=held.id)
            notices.tell_party(held.application, held.organisation, at)


def _refuse_settled(complaint: Complaint, after: int) -> None:
    """Refuse a further finding where one is confirmed, its decision is signed, or it was not seen."""
    last = latest_ruling(complaint)
    if last is None:
        return
    newest = queries.newest_version(complaint.application_id)
    is_signed = newest is not None and newest.signed_at is not None and newest.published_at is None
    if last.confirmed_at is not None or (last.decision_id is not None and is_signed):
        raise RuleBrokenError(Refusal.ALREADY_RULED)
    if last.number != after:
        raise RuleBrokenError(Refusal.RULED_MEANWHILE, name=last.prepared_by.name)


def _granted(complaint: Complaint, ruling: Ruling, amount: Ore | None) -> Ore | None:
    """Give what a reversal grants; None for what needs no decision: a rejected application is reopened."""
    if ruling not in REVERSALS:
        return None
    before = in_force(complaint.application)
    if before.outcome is Outcome.REJECTION:
        if ruling is Ruling.REVERSE_IN_PART:
            raise RuleBrokenError(Refusal.NO_MONEY_IN_A_REJECTION)
        return None
    asked = Ore(complaint.application.asked)
    granted = asked if ruling is Ruling.REVERSE else amount
    if granted is None:
        raise RuleBrokenError(Refusal.AMOUNT_MISSING)
    unlawful = lacks_of_amount(ruling, granted, before=Ore(before.amount), asked=asked)
    if unlawful is not None:
        raise RuleBrokenError(unlawful)
    return granted


def _words(reason: str) -> str:
    words = reason.strip()
    if not words:
        raise RuleBrokenError(Refusal.REASON_MISSING)
    return words


def _note(
    complaint: Complaint,
    note: AppealNote,
    by: Person,
    at: datetime,
    *,
    public: bool,
    **detail: str | int,
) -> None:
    journal.note(
        complaint.application, note, by=by, at=at, public=public,
        complaint=complaint.id, organisation=complaint.organisation.name, **detail,
    )  # fmt: skip
