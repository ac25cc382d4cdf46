"""Acts of a reclaim until it is decided: notice, comment, decision and claim."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from accounts.models import Organisation, Person, Role
from applications.models import Application
from applications.queries import any_application
from assessments.rights import require_unhindered
from criteria import reclaiming
from criteria.postings import EntryKind
from criteria.reclaiming import ReclaimKind, ReclaimRefusal
from decisions.dispatch import put_saying
from decisions.letter.said import Reclaim as ReclaimLetter
from decisions.letter.said import ReclaimNotice, ReductionNotice, Saying
from decisions.letter.said import Reduction as ReductionLetter
from decisions.rights import require_role, require_words
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.money import NOTHING, Ore
from payments.books.balances import kept_of_cases
from payments.books.models import CaseBalance, MovementKind
from payments.books.recording import keep_movement
from payments.interest.rates import source_on
from payments.notes import CaseNote
from payments.plans.following import follow_ledger
from payments.plans.kinds import PlanOrigin
from payments.plans.notices import tell_changed
from payments.plans.open import open_parts, owed_by_year, unpaid_of
from payments.reclaims.booking import book, note
from payments.reclaims.dividing import divide_decided
from payments.reclaims.models import Reclaim
from payments.reclaims.notices import tell_office
from payments.reclaims.queries import reclaims_of


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is decided: an amount in øre, 0 when the claim is dropped; by when and to which account."""

    amount: Ore
    reason: str
    pay_by: date | None = None
    pay_to: str | None = None


def give_notice(
    application: Application,
    debtor: Organisation,
    amount: Ore,
    *,
    cause: str,
    comment_by: date,
    by: Person,
    at: datetime,
    kind: ReclaimKind = ReclaimKind.CLAIM_BACK,
) -> Reclaim:
    """Give advance notice (forhåndsvarsel) that money may be asked back, or the grant made less.

    Needs the case whole. Raises RuleBrokenError: no case officer, hindered, no cause, one is open already,
    more than is paid and not claimed, or for a reduction than is promised too; no time to comment.
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        held = locked(application)
        require_unhindered(by, held.id)
        words = require_words(cause)
        if any(one.reclaim.decided_at is None for one in reclaims_of(held.id)):
            raise RuleBrokenError(ReclaimRefusal.OPEN_ALREADY)
        if amount <= 0:
            raise RuleBrokenError(ReclaimRefusal.NOTHING_TO_CLAIM)
        if amount > _most(held.id, kind):
            raise RuleBrokenError(ReclaimRefusal.OVER_PAID)
        if comment_by <= clock.in_oslo(at).date():
            raise RuleBrokenError(ReclaimRefusal.NO_TIME_TO_COMMENT)
        made = Reclaim(
            application_id=held.id, organisation_id=debtor.id, kind=kind, amount=amount, cause=words,
            comment_by=comment_by, noticed_at=at, noticed_by_id=by.id,
        )  # fmt: skip
        db.session.add(made)
        db.session.flush()  # the letter is about it by its id
        put_saying(
            held, _NOTICES[kind](amount=amount, cause=words, reply_by=comment_by),
            about=f"reclaim:{made.id}", dated=clock.in_oslo(at).date(), at=at, officer=by,
        )  # fmt: skip
        note(held, _NOTED[kind], amount, by, at)
    return made


def comment(found: Reclaim, text: str, *, by: Person, at: datetime) -> None:
    """Say what the party thinks of a notice, once, before it is decided.

    Needs the person's memberships. Raises RuleBrokenError: acts for none of the parties, says nothing,
    said already, decided already.
    """
    with transaction():
        held = locked(found)
        words = require_words(text)
        if held.organisation_id not in by.organisations_as(Role.EDITOR, Role.SIGNATORY):
            raise RuleBrokenError(ReclaimRefusal.NOT_A_PARTY)
        if held.decided_at is not None:
            raise RuleBrokenError(ReclaimRefusal.DECIDED_ALREADY)
        if held.commented_at is not None:
            raise RuleBrokenError(ReclaimRefusal.COMMENTED_ALREADY)
        held.comment, held.commented_at, held.commented_by_id = words, at, by.id
        note(held.application, CaseNote.RECLAIM_COMMENTED, held.amount, by, at)
        tell_office(held.application, at)


def decide(found: Reclaim, verdict: Verdict, *, by: Person, at: datetime) -> None:
    """Decide a noticed reclaim: what is claimed is booked, newest payments first; or it is dropped.

    A reduction takes what is not paid first: it is promised no more, and the plan follows.
    Another than who noticed it decides. Raises RuleBrokenError: no decision maker, hindered, no reason,
    decided already, the party may still comment, more than was noticed, no time to pay.
    """
    with transaction():
        require_role(by, Role.DECISION_MAKER)
        held = locked(found)
        require_unhindered(by, held.application_id)
        words = require_words(verdict.reason)
        _refuse_verdict(held, verdict, by, at)
        cut: Mapping[int, Ore] = {}
        back, unpaid = verdict.amount, None
        if held.kind is ReclaimKind.REDUCE:
            open_parts(held.application_id, hold=True)  # nothing of it is paid meanwhile
            taken = reclaiming.reduced(verdict.amount, owed_by_year(held.application_id))
            cut, back, unpaid = taken.cut, taken.back, Ore(verdict.amount - taken.back)
        held.decided_amount, held.cut_amount, held.reason = back, unpaid, words
        held.decided_at, held.decided_by_id = at, by.id
        if back > 0:
            held.pay_by, held.pay_to = verdict.pay_by, verdict.pay_to
        _cut(held, cut, words, by, at)
        if back > 0:
            spread = reclaiming.over_years(back, _claimable(held.application_id), latest_first=True)
            book(held, EntryKind.CLAIM, spread, "Krav", by=by, at=at)
            divide_decided(held, by=by, at=at)
        if verdict.amount > 0:
            _send_verdict(held, verdict, words, by, at)
        noted = _DECIDED[held.kind] if verdict.amount else CaseNote.RECLAIM_DROPPED
        note(held.application, noted, verdict.amount, by, at)


def _cut(held: Reclaim, cut: Mapping[int, Ore], words: str, by: Person, at: datetime) -> None:
    """Book that some of what is not paid is promised no more, and let the plan follow."""
    if not cut:
        return
    made = keep_movement(MovementKind.REDUCED, f"Avkorting: {words}", None, by=by, at=at)
    less = {year: Ore(-part) for year, part in cut.items()}
    book(
        held, EntryKind.COMMITMENT_CHANGE, less, "Avkorting av tilskudd",
        by=by, at=at, movement_id=made.id,
    )  # fmt: skip
    follow_ledger(held.application, PlanOrigin.REDUCED, by=by, at=at, reason=words)
    tell_changed(any_application(held.application_id), at)


def _send_verdict(held: Reclaim, verdict: Verdict, words: str, by: Person, at: datetime) -> None:
    noticed_on = clock.in_oslo(held.noticed_at).date()
    said: Saying
    if held.kind is ReclaimKind.REDUCE:
        said = ReductionLetter(
            amount=verdict.amount, cause=words, cut=held.cut_amount or NOTHING,
            back=held.decided_amount or NOTHING, pay_by=held.pay_by, pay_to=held.pay_to,
            noticed_on=noticed_on, interest=_bears(held, held.pay_by),
        )  # fmt: skip
    elif verdict.pay_by is None or verdict.pay_to is None:
        raise RuleBrokenError(ReclaimRefusal.PAY_BY_PASSED)
    else:
        said = ReclaimLetter(
            amount=verdict.amount, cause=words, pay_by=verdict.pay_by, pay_to=verdict.pay_to,
            noticed_on=noticed_on,
            interest=_bears(held, verdict.pay_by),
        )  # fmt: skip
    put_saying(
        held.application,
        said,
        about=f"reclaim:{held.id}", dated=clock.in_oslo(at).date(), at=at,
        officer=held.noticed_by, responsible=by,
    )  # fmt: skip


def _bears(held: Reclaim, pay_by: date | None) -> str | None:
    """Give the rule that what is to be paid back bears interest by; None: nothing is, or by no rule."""
    return source_on(held.application.call.scheme_id, pay_by) if pay_by else None


def _refuse_verdict(held: Reclaim, verdict: Verdict, by: Person, at: datetime) -> None:
    today = clock.in_oslo(at).date()
    too_early = held.commented_at is None and today <= held.comment_by
    checks = (
        (held.decided_at is not None, ReclaimRefusal.DECIDED_ALREADY),
        (held.noticed_by_id == by.id, ReclaimRefusal.SAME_PERSON),
        (too_early, ReclaimRefusal.STILL_TIME_TO_COMMENT),
        (not 0 <= verdict.amount <= held.amount, ReclaimRefusal.OVER_NOTICE),
        (verdict.amount > _most(held.application_id, held.kind), ReclaimRefusal.OVER_PAID),
        (
            _back(held, verdict) > 0
            and (verdict.pay_by is None or verdict.pay_to is None or verdict.pay_by <= today),
            ReclaimRefusal.PAY_BY_PASSED,
        ),
    )
    for broken, refusal in checks:
        if broken:
            raise RuleBrokenError(refusal)


def _claimable(application_id: int) -> dict[int, Ore]:
    """Give what is paid and not claimed back in a case, by budget year."""
    found = kept_of_cases(CaseBalance.application_id == application_id)
    return {year: sums.claimable for (_case, _post, year), sums in found.items()}


def _back(held: Reclaim, verdict: Verdict) -> Ore:
    if held.kind is ReclaimKind.CLAIM_BACK:
        return verdict.amount
    return reclaiming.reduced(verdict.amount, owed_by_year(held.application_id)).back


def _most(application_id: int, kind: ReclaimKind) -> int:
    """Give what can be taken at most: what is paid and not claimed, and for a reduction what is not paid."""
    paid = sum(_claimable(application_id).values())
    return paid + (unpaid_of(application_id) if kind is ReclaimKind.REDUCE else 0)


_NOTICES = {ReclaimKind.CLAIM_BACK: ReclaimNotice, ReclaimKind.REDUCE: ReductionNotice}
_NOTED = {
    ReclaimKind.CLAIM_BACK: CaseNote.RECLAIM_NOTICED,
    ReclaimKind.REDUCE: CaseNote.REDUCTION_NOTICED,
}
_DECIDED = {
    ReclaimKind.CLAIM_BACK: CaseNote.RECLAIM_DECIDED,
    ReclaimKind.REDUCE: CaseNote.REDUCTION_DECIDED,
}
