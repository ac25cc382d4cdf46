"""Booking instalments as paid, and taking them back, many in one pass. Used inside acts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from accounts.models import Person
from applications import journal
from applications.models import Application
from criteria.postings import EntryKind
from foundation.database import db
from payments import ledger
from payments.models import Entry, Instalment
from payments.notes import CaseNote
from payments.payees import payee_accounts
from payments.posting import Posting
from payments.queries.instalments import WITH_CASE

_FOR_THE_APPLICANT = frozenset(
    {CaseNote.INSTALMENT_PAID, CaseNote.PAYMENT_WITHDRAWN, CaseNote.PAYMENT_RETURNED}
)


def hold(ids: Collection[int]) -> list[Instalment]:
    """Hold instalments until the act ends, read anew; their cases and calls stay as they are loaded.

    Their cases are held before them, in order: whatever comes to hold one back, such as a complaint, holds
    the case too, and so one of the two sees the other.
    """
    db.session.execute(
        select(Application.id)
        .where(Application.id.in_(select(Instalment.application_id).where(Instalment.id.in_(ids))))
        .order_by(Application.id)
        .with_for_update(key_share=True)
    )
    chosen = select(Instalment).where(Instalment.id.in_(ids)).order_by(Instalment.id)
    anew = chosen.with_for_update(key_share=True).execution_options(populate_existing=True)
    db.session.scalars(anew).all()
    return list(db.session.scalars(chosen.options(*WITH_CASE)))


def payment_of(instalment: Instalment) -> Posting:
    """Write what is booked when an instalment is paid."""
    application = instalment.application
    return Posting(
        kind=EntryKind.PAYMENT,
        budget_post_id=application.call.budget_post_id,
        year=instalment.year,
        amount=instalment.amount,
        text=f"Utbetaling {instalment.number}, sak {application.case_number}",
        call_id=application.call_id,
        application_id=application.id,
        decision_id=instalment.decision_id,
        organisation_id=instalment.organisation_id,
    )


def pay_all(instalments: Sequence[Instalment], by: Person, at: datetime) -> list[int]:
    """Book payments, then write who authorised them: a refusal of the ledger leaves nothing behind.

    Gives the numbers of the entries. Raises RuleBrokenError(frame.Refusal).
    """
    numbers = ledger.post_all([payment_of(one) for one in instalments], by=by, at=at)
    for instalment, number in zip(instalments, numbers, strict=True):
        instalment.authorised_at, instalment.authorised_by_id = at, by.id
        instalment.entry_id = number
    note_all(instalments, CaseNote.INSTALMENT_PAID, by, at)
    return numbers


@dataclass(frozen=True, slots=True)
class Back:
    """How a payment is taken back: the kind of its entry, how its text begins, and the case's note of it."""

    kind: EntryKind
    begins: str
    note: CaseNote


RETURNED = Back(EntryKind.PAYMENT_RETURN, "Retur fra banken", CaseNote.PAYMENT_RETURNED)
"""The bank has sent it back: it was paid, and then it was not."""
WITHDRAWN = Back(EntryKind.REVERSAL, "Motpostering", CaseNote.PAYMENT_WITHDRAWN)
"""It never left: its entry is countered as if it had not been."""


def takings(instalments: Sequence[Instalment], back: Back) -> list[Posting]:
    """Write what is booked when payments are taken back. One query."""
    paid = _entries({one.entry_id for one in instalments if one.entry_id})
    found = []
    for one in instalments:
        entry = paid[one.entry_id or 0]
        posting = ledger.countering(entry, f"{back.begins}: {entry.text.lower()}")
        if back.kind is not EntryKind.REVERSAL:
            posting = replace(posting, kind=back.kind, counters=None)
        found.append(posting)
    return found


def take_back_all(
    instalments: Sequence[Instalment], back: Back, by: Person, at: datetime
) -> list[int]:
    """Book that payments came back or never left, and make their instalments payable again.

    Gives the numbers of the entries. Raises RuleBrokenError(frame.Refusal).
    """
    numbers = ledger.post_all(takings(instalments, back), by=by, at=at)
    unsign_all(instalments)
    note_all(instalments, back.note, by, at)
    return numbers


def unsign_all(instalments: Sequence[Instalment]) -> None:
    """Let instalments wait again for the first of their two persons, paid where their cases are paid now."""
    accounts = payee_accounts(instalments)
    for one in instalments:
        one.account_number = accounts[one.id] or one.account_number
        one.entry_id = None
        one.authorised_at = one.authorised_by_id = None
        one.attested_at = one.attested_by_id = None


def note_all(instalments: Sequence[Instalment], kind: CaseNote, by: Person, at: datetime) -> None:
    """Write in the cases' journals what happened to instalments."""
    notes = [
        (one.application, {"instalment": one.number, "amount": one.amount, "year": one.year})
        for one in instalments
    ]
    journal.note_all(notes, kind.value, by=by, at=at, public=kind in _FOR_THE_APPLICANT)


def _entries(numbers: Collection[int]) -> dict[int, Entry]:
    return {one.id: one for one in db.session.scalars(select(Entry).where(Entry.id.in_(numbers)))}
