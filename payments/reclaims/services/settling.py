"""Acts that settle a claim: repayment, agreement, write-off. Each charges the interest that has run first."""

from datetime import date, datetime

from accounts.models import Person, Role
from assessments.rights import require_unhindered
from criteria import reclaiming
from criteria.interest import ChargeRefusal
from criteria.postings import EntryKind
from criteria.reclaiming import ReclaimRefusal
from decisions.rights import require_role, require_words
from foundation import clock
from foundation.database import locked, transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore
from foundation.wording import format_day
from payments.books.models import Movement, MovementKind
from payments.books.recording import keep_movement
from payments.interest.charges import charged_until
from payments.interest.charging import charge_run
from payments.notes import CaseNote
from payments.reclaims.booking import book, note
from payments.reclaims.models import Reclaim, ReclaimPart
from payments.reclaims.queries import claimed_by_year, interest_by_year, view_of


def receive(
    found: Reclaim,
    amount: Ore,
    *,
    paid_on: date,
    by: Person,
    at: datetime,
    principal_first: bool = False,
) -> Movement:
    """Book money that is paid on a claim: the interest run until that day first, then the oldest year.

    `principal_first`: who paid has said that it covers the claim itself before interest. What is repaid is
    promised no more. Raises RuleBrokenError: no controller, nothing outstanding, more than that, paid in the
    future, or before a day that interest is charged for already.
    """
    with transaction():
        require_role(by, Role.CONTROLLER)
        held = locked(found)
        if paid_on > clock.in_oslo(at).date():
            raise RuleBrokenError(ReclaimRefusal.PAID_IN_FUTURE)
        charged = charged_until(held.id)
        if charged and paid_on < charged:
            raise RuleBrokenError(ChargeRefusal.CHARGED_PAST, day=format_day(charged))
        asked = ", hovedstolen først etter betalerens ønske" if principal_first else ""
        made = keep_movement(
            MovementKind.REPAID, f"Innbetaling på krav {held.id}{asked}", None, by=by, at=at
        )
        charge_run(held, paid_on, by=by, at=at, movement_id=made.id)
        sums = view_of(held).sums
        if amount <= 0 or sums.outstanding <= 0:
            raise RuleBrokenError(ReclaimRefusal.NOTHING_OUTSTANDING)
        if amount > sums.outstanding:
            raise RuleBrokenError(ReclaimRefusal.OVER_OUTSTANDING)
        covers = reclaiming.covered(amount, sums, principal_first=principal_first)
        of_interest = _back(covers.interest, interest_by_year(held.id))
        back = _back(covers.principal, claimed_by_year(held.id))
        for kind, by_year, text in (
            (EntryKind.INTEREST_PAYMENT, of_interest, "Innbetalte renter"),
            (EntryKind.REPAYMENT, back, "Tilbakebetaling"),
            (EntryKind.COMMITMENT_CHANGE, back, "Tilbakebetalt tilskudd"),
        ):
            book(held, kind, by_year, text, by=by, at=at, movement_id=made.id, happened_on=paid_on)
        note(held.application, CaseNote.RECLAIM_PAID, amount, by, at)
    return made


def agree(found: Reclaim, number: int, *, first_due: date, by: Person, at: datetime) -> None:
    """Agree that what is outstanding is paid in monthly parts. A new agreement replaces the old.

    What has run of interest is charged first and put into the parts: the days that the agreement gives bear
    none. Raises RuleBrokenError: no case officer, nothing outstanding, cannot be divided so, due already.
    """
    with transaction():
        require_role(by, Role.CASE_OFFICER)
        held, today = locked(found), clock.in_oslo(at).date()
        charge_run(held, today, by=by, at=at)
        sums = view_of(held).sums
        if sums.outstanding <= 0:
            raise RuleBrokenError(ReclaimRefusal.NOTHING_OUTSTANDING)
        if first_due <= today:
            raise RuleBrokenError(ReclaimRefusal.PAY_BY_PASSED)
        try:
            parts = reclaiming.in_parts(
                sums.outstanding, number, first_due, interest=sums.interest
            )
        except ValueError:
            raise RuleBrokenError(ReclaimRefusal.WRONG_PARTS) from None
        held.parts = [
            ReclaimPart(
                number=one.number, due_on=one.due_on, amount=one.amount, interest=one.interest
            )
            for one in parts
        ]
        note(held.application, CaseNote.RECLAIM_AGREED, sums.outstanding, by, at)


def write_off(found: Reclaim, *, reason: str, by: Person, at: datetime) -> None:
    """Write off what is outstanding of a claim, with the interest that has run, for a reason.

    Raises RuleBrokenError: no decision maker, hindered, no reason, nothing outstanding.
    """
    with transaction():
        require_role(by, Role.DECISION_MAKER)
        held = locked(found)
        require_unhindered(by, held.application_id)
        words = require_words(reason)
        charge_run(held, clock.in_oslo(at).date(), by=by, at=at)
        sums = view_of(held).sums
        if sums.outstanding <= 0:
            raise RuleBrokenError(ReclaimRefusal.NOTHING_OUTSTANDING)
        for kind, left, text in (
            (EntryKind.INTEREST_WRITE_OFF, interest_by_year(held.id), "Avskrevne renter"),
            (EntryKind.WRITE_OFF, claimed_by_year(held.id), "Avskrevet"),
        ):
            off = {year: Ore(-part) for year, part in left.items() if part}
            book(held, kind, off, f"{text}: {words}", by=by, at=at)
        note(held.application, CaseNote.RECLAIM_WRITTEN_OFF, sums.outstanding, by, at)


def _back(amount: Ore, owed: dict[int, Ore]) -> dict[int, Ore]:
    """Take an amount from what is owed by year, the oldest first, with the sign of what is taken back."""
    spread = reclaiming.over_years(amount, owed, latest_first=False)
    return {year: Ore(-part) for year, part in spread.items()}
