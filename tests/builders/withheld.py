"""What holds a payment back, and a payment, as somebody could write them by hand in the database."""

from datetime import timedelta
from typing import Any

from applications.facts import lead_of
from criteria.postings import EntryKind
from decisions.accountchange.models import AccountChange
from decisions.appeals.models import Complaint
from foundation.database import Model
from payments.reclaims.models import PaymentStop
from payments.refusals import PaymentRefusal
from tests.builders.accountchange import ANOTHER_ACCOUNT
from tests.builders.decisions import AN_ACCOUNT, NOW
from tests.builders.payments import Grant, signatory_of

BEFORE = NOW - timedelta(hours=1)


def a_complaint(grant: Grant) -> dict[str, Any]:
    """Give the values of a complaint that was sent in."""
    signatory, lead = signatory_of(grant.application), lead_of(grant.application)
    return {
        "application_id": grant.application.id, "decision_id": grant.decision.id,
        "organisation_id": lead.organisation_id, "wanted": "Mer", "grounds": "Feil",
        "late_because": "", "leave_reason": "", "begun_at": BEFORE, "begun_by_id": signatory.id,
        "submitted_at": NOW, "submitted_by_id": signatory.id, "came": "in_time", "version": 1,
    }  # fmt: skip


def a_stop(grant: Grant) -> dict[str, Any]:
    """Give the values of a stop of payment."""
    return {
        "application_id": grant.application.id, "reason": "Mistanke",
        "stopped_at": NOW, "stopped_by_id": grant.attester.id,
    }  # fmt: skip


def a_change(grant: Grant) -> dict[str, Any]:
    """Give the values of a change of account that waits."""
    return {
        "application_id": grant.application.id, "old_account": AN_ACCOUNT,
        "new_account": ANOTHER_ACCOUNT, "asked_at": NOW,
        "asked_by_id": signatory_of(grant.application).id,
    }  # fmt: skip


HOLDING = (
    (Complaint, a_complaint, PaymentRefusal.DISPUTED),
    (PaymentStop, a_stop, PaymentRefusal.STOPPED),
    (AccountChange, a_change, PaymentRefusal.ACCOUNT_CHANGING),
)
"""What holds payments back: its table, its values, and what a payment is then refused for."""


def over(table: type[Model], by: int) -> dict[str, Any]:
    """Give the values with which what holds a payment back is over."""
    values: dict[type[Model], dict[str, Any]] = {
        Complaint: {"closed_at": NOW},
        PaymentStop: {"lifted_at": NOW, "lifted_by_id": by, "lift_reason": "Avklart"},
        AccountChange: {"ended_at": NOW, "ended_by_id": by, "ended_because": ""},
    }
    return values[table]


def a_payment(grant: Grant, **other: object) -> dict[str, Any]:
    """Give the values of a payment of the case's first instalment, as somebody could write it by hand."""
    first, call = grant.first(), grant.round.call
    return {
        "kind": EntryKind.PAYMENT, "booked_as": EntryKind.PAYMENT, "amount": first.amount,
        "budget_post_id": call.budget_post_id, "call_id": call.id, "year": first.year,
        "application_id": grant.application.id, "decision_id": grant.decision.id,
        "booked_on": NOW.date(), "text": "Utbetaling", "posted_at": NOW,
    } | other  # fmt: skip
