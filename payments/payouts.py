"""Booking an instalment as paid, and taking it back: used inside acts, by whoever pays one or many."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select

from accounts.models import Person
from applications import journal
from criteria.postings import EntryKind
from decisions.accountchange.queries import account_of
from foundation.database import db
from foundation.money import Ore
from payments import ledger
from payments.ledger import Posting
from payments.models import Entry, Instalment
from payments.notes import CaseNote
from payments.queries.instalments import WITH_CASE

_FOR_THE_APPLICANT = frozenset(
    {CaseNote.INSTALMENT_PAID, CaseNote.PAYMENT_WITHDRAWN, CaseNote.PAYMENT_RETURNED}
)


def hold(ids: Collection[int]) -> list[Instalment]:
    """Hold instalments until the act ends, read anew; their cases and calls stay as they are loaded."""
    chosen = select(Instalment).where(Instalment.id.in_(ids)).order_by(Instalment.id)
    anew = chosen.with_for_update(key_share=True).execution_options(populate_existing=True)
    db.session.scalars(anew).all()
    return list(db.session.scalars(chosen.options(*WITH_CASE)))


def pay(instalment: Instalment, by: Person, at: datetime) -> Entry:
    """Book the payment, then write who authorised it: a refusal of the ledger leaves nothing behind."""
    application = instalment.application
    entry = ledger.post(
        Posting(
            kind=EntryKind.PAYMENT,
            budget_post_id=application.call.budget_post_id,
            year=instalment.year,
            amount=instalment.amount,
            text=f"Utbetaling {instalment.number}, sak {application.case_number}",
            call_id=application.call_id,
            application_id=application.id,
            decision_id=instalment.decision_id,
        ),
        by=by,
        at=at,
    )
    instalment.authorised_at, instalment.authorised_by_id = at, by.id
    instalment.entry_id = entry.id
    note(instalment, CaseNote.INSTALMENT_PAID, by, at)
    return entry


def take_back(
    instalment: Instalment, kind: EntryKind, word: CaseNote, by: Person, at: datetime
) -> Entry:
    """Book that a payment came back or never left, and make its instalment payable again.

    `kind`: a return by the bank, or a reversal that counters the payment as if it had not been.
    """
    entry = db.session.get_one(Entry, instalment.entry_id)
    countered = entry if kind is EntryKind.REVERSAL else None
    begins = "Motpostering" if countered else "Retur fra banken"
    counter = ledger.post(
        Posting(
            kind=kind,
            budget_post_id=entry.budget_post_id,
            year=entry.year,
            amount=Ore(-entry.amount),
            text=f"{begins}: {entry.text.lower()}",
            call_id=entry.call_id,
            application_id=entry.application_id,
            decision_id=entry.decision_id,
            counters=countered,
        ),
        by=by,
        at=at,
    )
    unsign(instalment)
    note(instalment, word, by, at)
    return counter


def unsign(instalment: Instalment) -> None:
    """Let an instalment wait again for the first of its two persons, paid where its case is paid now."""
    instalment.account_number = account_of(instalment.application_id) or instalment.account_number
    instalment.entry_id = None
    instalment.authorised_at = instalment.authorised_by_id = None
    instalment.attested_at = instalment.attested_by_id = None


def note(instalment: Instalment, kind: CaseNote, by: Person, at: datetime) -> None:
    """Write in the case's journal what happened to an instalment."""
    journal.note(
        instalment.application,
        kind.value,
        by=by,
        at=at,
        public=kind in _FOR_THE_APPLICANT,
        instalment=instalment.number,
        amount=instalment.amount,
        year=instalment.year,
    )
