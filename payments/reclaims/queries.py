"""Reading reclaims: with what the ledger says of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Organisation
from accounts.queries.succession import ended_by
from applications.facts import lead_of
from applications.models import Application
from applications.succession.queries import heirs_among
from criteria import reclaiming
from criteria.interest import Moved
from criteria.postings import EntryKind
from criteria.reclaiming import Claimed, Part, ReclaimState
from foundation import clock
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.money import Ore
from payments.models import Entry
from payments.reclaims.models import Reclaim

_WHOLE = (
    joinedload(Reclaim.application).joinedload(Application.call),
    joinedload(Reclaim.organisation),
    joinedload(Reclaim.noticed_by),
    joinedload(Reclaim.commented_by),
    joinedload(Reclaim.decided_by),
    selectinload(Reclaim.parts),
)


@dataclass(frozen=True, slots=True)
class ReclaimView:
    """A reclaim with what is claimed, repaid and written off, what is overdue, and where it stands."""

    reclaim: Reclaim
    sums: Claimed
    overdue: Ore
    state: ReclaimState

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the agreement to pay; none where there is no agreement."""
        return _parts(self.reclaim)

    @property
    def due(self) -> list[Moved]:
        """What falls due and when: by the agreement, with what was settled before it, or at once."""
        one = self.reclaim
        if one.pay_by is None or self.sums.claimed <= 0:
            return []
        parts = [Moved(part.due_on, part.principal) for part in self.parts]
        before = Ore(self.sums.claimed - sum(part.amount for part in parts))
        return [*parts, *([Moved(one.pay_by, before)] if before > 0 else [])]


def reclaim(reclaim_id: int) -> Reclaim:
    """Find a reclaim, whole. Raises NotFoundError."""
    found = db.session.scalars(
        select(Reclaim).where(Reclaim.id == reclaim_id).options(*_WHOLE)
    ).first()
    if found is None:
        raise NotFoundError
    return found


def view_of(found: Reclaim) -> ReclaimView:
    """Put a reclaim together with its sums."""
    return views_of([found])[0]


def reclaims_of(application_id: int) -> list[ReclaimView]:
    """List a case's reclaims, the last first."""
    return views_of(
        db.session.scalars(
            select(Reclaim)
            .where(Reclaim.application_id == application_id)
            .order_by(Reclaim.id.desc())
            .options(*_WHOLE)
        ).all()
    )


MOST = 200
"""How many reclaims the list shows: those that were noticed last."""


def all_reclaims() -> list[ReclaimView]:
    """List the reclaims that were noticed last, the last first. Three queries."""
    return views_of(
        db.session.scalars(
            select(Reclaim).order_by(Reclaim.id.desc()).limit(MOST).options(*_WHOLE)
        ).all()
    )


def debtors_of(application: Application, on: date) -> Sequence[Organisation]:
    """Give whom a claim is directed at: the lead, or those that had taken it over by a day.

    Where the case was passed on to several, all of them, the lead first. A kommune that gave some of itself
    away and goes on answers itself.
    """
    lead = lead_of(application).organisation
    gone = ended_by(on).subquery()
    successors = select(gone.c.successor_id).where(gone.c.organisation_id == lead.id)
    heirs = heirs_among([application.id]).get(application.id, ())
    others = db.session.scalars(
        select(Organisation)
        .where(
            or_(Organisation.id.in_(successors), Organisation.id.in_(heirs)),
            Organisation.id != lead.id,
        )
        .order_by(Organisation.name)
    ).all()
    is_gone = db.session.scalars(successors).first() is not None
    return others if is_gone else [lead, *others]


def claimed_by_year(reclaim_id: int) -> dict[int, Ore]:
    """Give what is still outstanding of a claim itself, by the budget year of what was paid."""
    return _by_year(reclaim_id, _PRINCIPAL)


def interest_by_year(reclaim_id: int) -> dict[int, Ore]:
    """Give what is still outstanding of the interest charged on a claim, by its year."""
    return _by_year(reclaim_id, _INTEREST)


def _by_year(reclaim_id: int, kinds: Sequence[EntryKind]) -> dict[int, Ore]:
    rows = db.session.execute(
        select(Entry.year, func.sum(Entry.amount))
        .where(Entry.reclaim_id == reclaim_id, Entry.booked_as.in_(kinds))
        .group_by(Entry.year)
    )
    return {year: Ore(int(amount)) for year, amount in rows}


def left_of(entry: Entry) -> Ore:
    """Give what is still outstanding, in its year, of the claim or the interest that an entry is of."""
    kinds = _INTEREST if entry.booked_as in _INTEREST else _PRINCIPAL
    return _by_year(entry.reclaim_id or 0, kinds).get(entry.year, Ore(0))


@dataclass(frozen=True, slots=True)
class SharedClaim:
    """Another claim that belongs together with one: whose it is and what of it was decided."""

    id: int
    organisation: str
    amount: Ore


def shared_with(found: Reclaim) -> tuple[SharedClaim | None, Sequence[SharedClaim]]:
    """Give the claim that one is a share of, if any, and the shares of it that others owe."""
    rows = db.session.execute(
        select(Reclaim.id, Organisation.name, Reclaim.decided_amount)
        .join(Organisation, Organisation.id == Reclaim.organisation_id)
        .where(or_(Reclaim.id == found.origin_id, Reclaim.origin_id == found.id))
        .order_by(Reclaim.id)
    )
    related = [SharedClaim(number, name, amount or Ore(0)) for number, name, amount in rows]
    origin = next((one for one in related if one.id == found.origin_id), None)
    return origin, [one for one in related if one.id != found.origin_id]


_PRINCIPAL = (EntryKind.CLAIM, EntryKind.REPAYMENT, EntryKind.WRITE_OFF)
_INTEREST = (EntryKind.INTEREST, EntryKind.INTEREST_PAYMENT, EntryKind.INTEREST_WRITE_OFF)
_KINDS = (*_PRINCIPAL, *_INTEREST)
"""In the order of the fields of `Claimed`."""


def _sums_of(reclaims: Collection[int]) -> dict[int, Claimed]:
    rows = db.session.execute(
        select(Entry.reclaim_id, Entry.booked_as, func.sum(Entry.amount))
        .where(Entry.reclaim_id.in_(reclaims), Entry.booked_as.in_(_KINDS))
        .group_by(Entry.reclaim_id, Entry.booked_as)
    )
    sums: dict[int | None, dict[EntryKind, int]] = {}
    for number, kind, amount in rows:
        sums.setdefault(number, {})[kind] = abs(int(amount))
    return {
        number: Claimed(*(Ore(found.get(kind, 0)) for kind in _KINDS))
        for number, found in sums.items()
        if number is not None
    }


def views_of(found: Sequence[Reclaim]) -> list[ReclaimView]:
    """Put reclaims together with their sums. One query."""
    sums = _sums_of([one.id for one in found])
    today = clock.today()
    return [_view(one, sums.get(one.id, Claimed()), today) for one in found]


def _parts(one: Reclaim) -> tuple[Part, ...]:
    return tuple(Part(part.number, part.due_on, part.amount, part.interest) for part in one.parts)


def _view(one: Reclaim, sums: Claimed, today: date) -> ReclaimView:
    overdue = Ore(0)
    if one.decided_at is None:
        waits = one.commented_at is None and today <= one.comment_by
        state = ReclaimState.NOTICED if waits else ReclaimState.TO_DECIDE
    elif one.pay_by is None:
        state = ReclaimState.REDUCED if one.cut_amount else ReclaimState.DROPPED
    else:
        overdue = reclaiming.due_by(today, _parts(one), one.pay_by, sums)
        state = reclaiming.after_decision(sums, overdue)
    return ReclaimView(one, sums, overdue, state)
