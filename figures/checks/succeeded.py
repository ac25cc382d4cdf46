"""Checks of cases that were passed on: shares of money and claims are the whole, and nobody else is paid."""

from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import func, select
from sqlalchemy.orm import aliased, selectinload

from applications.models import Partner, PartnerRole
from applications.succession.models import Succession, SuccessorShare
from criteria.postings import CLAIMED, EntryKind
from criteria.succeeding import WHOLE, divided
from foundation.database import db
from foundation.money import Ore
from payments.models import Entry, Instalment
from payments.reclaims.models import Reclaim


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
    yield from _wrongly_divided()
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


def _wrongly_divided() -> Iterator[str]:
    """Name claims whose shares are not what the successors took over of what was outstanding then.

    One that was only noticed then was divided when it was decided: of it the sums alone are proven.
    """
    origin, legs = aliased(Reclaim), Entry.kind == EntryKind.CLAIM
    rows = db.session.execute(
        select(
            Reclaim.origin_id,
            Reclaim.succession_id,
            Reclaim.decided_amount,
            func.coalesce(func.sum(Entry.amount), 0),
            func.coalesce(func.min(Entry.id), 0),
        )
        .join(origin, origin.id == Reclaim.origin_id)
        .outerjoin(Entry, (Entry.reclaim_id == Reclaim.id) & legs & (Entry.amount > 0))
        .where(origin.succession_id.is_distinct_from(Reclaim.succession_id))
        .group_by(Reclaim.id, Reclaim.origin_id, Reclaim.succession_id, Reclaim.decided_amount)
        .order_by(Reclaim.origin_id, Reclaim.succession_id, Reclaim.id)
    )
    for (claim, number), found in groupby(rows, key=lambda row: (row[0], row[1])):
        shares = [(decided, int(came), first) for _claim, _number, decided, came, first in found]
        before = db.session.scalar(
            select(func.coalesce(func.sum(Entry.amount), 0)).where(
                Entry.reclaim_id == claim,
                Entry.booked_as.in_(CLAIMED),
                Entry.id < min(first for _decided, _came, first in shares),
            )
        )
        whole = Ore(int(before or 0) + sum(came for _decided, came, _first in shares))
        if _others(number, whole) != sorted(decided or 0 for decided, _came, _first in shares):
            yield f"claim {claim} is not shared as succession {number} divides it"


def _others(number: int, whole: Ore) -> list[int]:
    """Give what the others than the one that carries a case on owe of a whole."""
    made = db.session.get_one(Succession, number, options=[selectinload(Succession.shares)])
    percents = {one.organisation_id: one.percent for one in made.shares}
    (among,) = divided([whole], percents, made.main_id)
    return sorted(share for one, share in among.items() if one != made.main_id)


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
