"""Saying whose account is drawn on."""

from dataclasses import dataclass
from datetime import datetime

from accounts import audit
from accounts.models import Person
from foundation.database import db, transaction
from payments.batches.models import Payer


@dataclass(frozen=True, slots=True)
class NewPayer:
    """The account that is drawn on, and what the bank knows its owner as."""

    name: str
    organisation_number: str
    account_number: str
    bic: str
    customer_id: str


def set_payer(new: NewPayer, *, by: Person, at: datetime) -> Payer:
    """Draw on this account from now on. Batches that are made already keep theirs."""
    with transaction():
        row = Payer(
            name=new.name,
            organisation_number=new.organisation_number,
            account_number=new.account_number,
            bic=new.bic,
            customer_id=new.customer_id,
            set_at=at,
            set_by_id=by.id,
        )
        db.session.add(row)
        db.session.flush()  # the audit entry names it by its id
        audit.record(
            "payer.set", subject=f"payer:{row.id}", by=by, at=at,
            account=new.account_number, customer=new.customer_id,
        )  # fmt: skip
    return row
