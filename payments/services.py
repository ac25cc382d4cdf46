"""Acts on money: booking an appropriation, attesting, authorising, reversing."""

from datetime import datetime

from sqlalchemy import select

from accounts.models import Person
from applications import journal
from assessments.queries import declared_view
from criteria.impartiality import may_attest, may_authorise
from criteria.postings import EntryKind
from decisions.models import Decision
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore
from grants.models import Appropriation
from payments import ledger
from payments.ledger import Posting
from payments.models import Entry, Instalment
from payments.words import PaymentRefusal


def book_appropriation(appropriation: Appropriation, *, by: Person, at: datetime) -> Entry:
    """Book what is granted to a post for a year. The same grant is booked once."""
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
            ),
            by=by,
            at=at,
        )
    return entry


def attest(instalment: Instalment, *, by: Person, at: datetime) -> None:
    """Attest that an instalment is due and right: the first of two different persons."""
    with transaction():
        locked(instalment)
        if instalment.due_at is None:
            raise RuleBrokenError(PaymentRefusal.NOT_DUE)
        if instalment.attested_at is not None:
            raise RuleBrokenError(PaymentRefusal.ALREADY_ATTESTED)
        hindrance = may_attest(
            by.id, _decided_by(instalment), declared_view(by.id, instalment.application_id)
        )
        if hindrance is not None:
            raise RuleBrokenError(hindrance)
        instalment.attested_at, instalment.attested_by_id = at, by.id
        journal.note(
            instalment.application,
            "instalment_attested",
            by=by,
            at=at,
            public=False,
            instalment=instalment.number,
            amount=instalment.amount,
        )


def authorise(instalment: Instalment, *, by: Person, at: datetime) -> Entry:
    """Authorise an attested instalment: it is booked as paid, once however often it is pressed."""
    with transaction():
        locked(instalment)
        if instalment.authorised_at is not None:
            raise RuleBrokenError(PaymentRefusal.ALREADY_AUTHORISED)
        hindrance = may_authorise(
            by.id,
            instalment.attested_by_id,
            _decided_by(instalment),
            declared_view(by.id, instalment.application_id),
        )
        if hindrance is not None:
            raise RuleBrokenError(hindrance)
        application = instalment.application
        entry = ledger.post(
            Posting(
                kind=EntryKind.PAYMENT,
                budget_post_id=application.call.budget_post_id,
                year=instalment.year,
                amount=instalment.amount,
                call_id=application.call_id,
                text=f"Utbetaling {instalment.number}, sak {application.case_number}",
                application_id=application.id,
                decision_id=instalment.decision_id,
            ),
            by=by,
            at=at,
        )
        instalment.authorised_at, instalment.authorised_by_id = at, by.id
        instalment.entry_id = entry.id
        journal.note(
            application,
            "instalment_paid",
            by=by,
            at=at,
            public=True,
            instalment=instalment.number,
            amount=instalment.amount,
            year=instalment.year,
        )
    return entry


def reverse(entry: Entry, *, reason: str, by: Person, at: datetime) -> Entry:
    """Correct an entry by its counter-entry. An entry is countered once, and never a reversal."""
    with transaction():
        found = db.session.scalars(select(Entry.id).where(Entry.counters_id == entry.id)).first()
        if found is not None or entry.kind is EntryKind.REVERSAL:
            raise RuleBrokenError(PaymentRefusal.ALREADY_REVERSED)
        if entry.kind is not EntryKind.APPROPRIATION:
            raise RuleBrokenError(PaymentRefusal.REVERSED_BY_ITS_OWN_ACT)
        counter = ledger.post(
            Posting(
                kind=EntryKind.REVERSAL,
                budget_post_id=entry.budget_post_id,
                year=entry.year,
                amount=Ore(-entry.amount),
                text=f"Motpostering: {reason.strip()}"[:200],
                call_id=entry.call_id,
                application_id=entry.application_id,
                decision_id=entry.decision_id,
                counters=entry,
            ),
            by=by,
            at=at,
        )
    return counter


def _decided_by(instalment: Instalment) -> int | None:
    return db.session.scalars(
        select(Decision.signed_by_id).where(Decision.id == instalment.decision_id)
    ).one()
