"""Booking what parliament grants, and correcting it by a counter-entry."""

from datetime import date, datetime

from sqlalchemy import select

from accounts.models import Person
from criteria.frame import Refusal
from criteria.postings import EntryKind
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from grants.models import Appropriation
from payments import ledger
from payments.models import Entry
from payments.posting import Posting
from payments.queries.entries import counter_of
from payments.reclaims.queries import left_of
from payments.refusals import PaymentRefusal
from payments.reversing import refusal_to_reverse

LONGEST_REASON = 180
"""With the word before it, a reason fits in the text of an entry."""

_OVER = {EntryKind.CLAIM: Refusal.OVER_CLAIM, EntryKind.INTEREST: Refusal.OVER_INTEREST}
"""Why what is asked back, or charged on it, is not taken back: it is settled, or others owe it now."""


def book_appropriation(
    appropriation: Appropriation, *, by: Person, at: datetime, happened_on: date | None = None
) -> Entry:
    """Book what is granted to a post for a year. The same grant is booked once.

    `happened_on`: the day it belongs to, where that is not today; in a closed month it is booked in the next.
    Raises RuleBrokenError: booked already; it takes away money that is promised.
    """
    with transaction():
        locked(appropriation)
        booked = select(Entry.id).where(Entry.appropriation_id == appropriation.id)
        if db.session.scalars(booked).first() is not None:
            raise RuleBrokenError(PaymentRefusal.ALREADY_BOOKED)
        entry = ledger.post(
            Posting(
                kind=EntryKind.APPROPRIATION,
                budget_post_id=appropriation.budget_post_id,
                year=appropriation.year,
                amount=appropriation.amount,
                text=appropriation.authority,
                appropriation_id=appropriation.id,
                happened_on=happened_on,
            ),
            by=by,
            at=at,
        )
    return entry


def reverse(entry: Entry, *, reason: str, by: Person, at: datetime) -> Entry:
    """Correct an entry by its counter-entry, with a reason. An entry is countered once.

    Raises RuleBrokenError: no reason, countered already, corrected by another act, the money is
    promised, the claim is paid.
    """
    with transaction():
        locked(entry)
        words = reason.strip()[:LONGEST_REASON]
        if not words:
            raise RuleBrokenError(PaymentRefusal.REASON_MISSING)
        refusal = refusal_to_reverse(entry, counter_of(entry.id))
        if refusal is not None:
            raise RuleBrokenError(refusal)
        over = _OVER.get(entry.kind)
        if over is not None and entry.amount > left_of(entry):
            raise RuleBrokenError(over)
        counter = ledger.post(ledger.countering(entry, f"Motpostering: {words}"), by=by, at=at)
    return counter
