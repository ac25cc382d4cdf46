"""Charging the interest that has run on a claim: booked once for each day, by the scheme's own rule."""

from datetime import date, datetime

from accounts.models import Person, Role
from applications.facts import lead_of
from applications.queries import any_application
from criteria.interest import ChargeRefusal
from criteria.postings import EntryKind
from decisions.dispatch import put_saying
from decisions.letter.said import InterestClaim
from decisions.rights import require_role
from foundation import clock
from foundation.database import db, locked, transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore
from payments.interest.charges import charges_of
from payments.interest.models import InterestCharge
from payments.interest.notices import tell_debtor
from payments.interest.queries import LateInterest, late_interest
from payments.notes import CaseNote
from payments.reclaims.booking import book, note
from payments.reclaims.models import Reclaim
from payments.reclaims.queries import view_of


def charge_interest(found: Reclaim, *, until: date, by: Person, at: datetime) -> Ore:
    """Charge what has run on a claim until a day, it counted, and give how much that was.

    It is reckoned by the rule and leaves nothing to judge, so who books claims charges it. The recipient is
    written to. Raises RuleBrokenError: no controller, a day to come, nothing has run that is not charged.
    """
    with transaction():
        require_role(by, Role.CONTROLLER)
        held = locked(found)
        if until > clock.in_oslo(at).date():
            raise RuleBrokenError(ChargeRefusal.UNTIL_IN_FUTURE)
        run = charge_run(held, until, by=by, at=at)
        if run is None:
            raise RuleBrokenError(ChargeRefusal.NOTHING_RUN)
        _tell(held, run, by, at)
        note(held.application, CaseNote.INTEREST_CHARGED, run.total, by, at)
    return run.total


def charge_run(
    held: Reclaim, until: date, *, by: Person, at: datetime, movement_id: int | None = None
) -> LateInterest | None:
    """Book what has run on a claim since it was charged last, until a day. Used inside acts that hold it.

    Nothing is booked where nothing has run, or the scheme has no rule of interest.
    """
    run = late_interest(view_of(held), until)
    if run is None or run.total <= 0:
        return None
    (number,) = book(
        held, EntryKind.INTEREST, {until.year: run.total},
        f"Renter {run.first:%d.%m.%Y}–{until:%d.%m.%Y}",
        by=by, at=at, movement_id=movement_id, happened_on=until,
    )  # fmt: skip
    db.session.add(
        InterestCharge(entry_id=number, reclaim_id=held.id, first_on=run.first, last_on=until)
    )
    db.session.flush()  # what is asked next must see it
    return run


def _tell(held: Reclaim, run: LateInterest, by: Person, at: datetime) -> None:
    """Write to the lead what is charged and owed; tell another that owes a share of a claim."""
    application = any_application(held.application_id)
    if held.organisation_id != lead_of(application).organisation_id:
        tell_debtor(application, held.organisation_id, at)
        return
    sums = view_of(held).sums
    said = InterestClaim(
        charged=run.total, first_on=run.first, last_on=run.until, source="; ".join(run.sources),
        principal=sums.principal, interest=sums.interest, pay_to=held.pay_to or "",
    )  # fmt: skip
    put_saying(
        held.application, said, about=f"interest:{charges_of(held.id)[-1].entry_id}",
        dated=clock.in_oslo(at).date(), at=at, officer=held.noticed_by, responsible=by,
    )  # fmt: skip
