"""Checks of cases that were passed on: the shares are the whole, and nobody else is to be paid or was."""

from collections.abc import Iterator

from sqlalchemy import func, select

from applications.models import Partner, PartnerRole
from applications.succession.models import Succession, SuccessorShare
from criteria.postings import EntryKind
from criteria.succeeding import WHOLE
from foundation.database import db
from payments.models import Entry, Instalment


def wrong_successions() -> Iterator[str]:
    """Name successions whose shares do not add up, and money that goes to who has no share or has ended."""
    rows = db.session.execute(
        select(
            Succession.id,
            Succession.unpaid,
            func.coalesce(func.sum(SuccessorShare.percent), 0),
            func.coalesce(func.sum(SuccessorShare.amount), 0),
        )
        .outerjoin(SuccessorShare, SuccessorShare.succession_id == Succession.id)
        .group_by(Succession.id, Succession.unpaid)
        .order_by(Succession.id)
    )
    for number, unpaid, percent, amount in rows:
        if (int(percent), int(amount)) != (WHOLE, int(unpaid)):
            yield f"succession {number} of {unpaid} øre is shared as {percent} percent and {amount} øre"
    yield from _wrongly_payable()
    yield from _paid_to_ended()


def _wrongly_payable() -> Iterator[str]:
    shared = (
        select(SuccessorShare.organisation_id)
        .join(Succession, Succession.id == SuccessorShare.succession_id)
        .where(
            Succession.application_id == Instalment.application_id,
            SuccessorShare.organisation_id == Instalment.organisation_id,
            Succession.led.is_(True),
        )
        .exists()
    )
    for number in db.session.scalars(
        select(Instalment.id)
        .where(Instalment.organisation_id.is_not(None), ~shared)
        .order_by(Instalment.id)
    ):
        yield f"instalment {number} is to be paid to an organisation that has no share of the case"


def _paid_to_ended() -> Iterator[str]:
    """Name payments to who had passed the case on, and cases that are still led by who did."""
    for entry in db.session.scalars(
        select(Entry.id)
        .join(
            Succession,
            (Succession.application_id == Entry.application_id)
            & (Succession.former_id == Entry.organisation_id),
        )
        .where(Entry.kind == EntryKind.PAYMENT, Entry.posted_at > Succession.passed_at)
        .order_by(Entry.id)
    ):
        yield f"entry {entry} is a payment to a kommune that had passed the case on"
    for case in db.session.scalars(
        select(Partner.application_id)
        .join(
            Succession,
            (Succession.application_id == Partner.application_id)
            & (Succession.former_id == Partner.organisation_id),
        )
        .where(Partner.role == PartnerRole.LEAD)
        .order_by(Partner.application_id)
    ):
        yield f"application {case} is led by a kommune that has passed it on"
