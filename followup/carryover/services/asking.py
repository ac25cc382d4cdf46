"""The lead applies to use a year's unused money in the next, or takes the application back."""

from dataclasses import dataclass
from datetime import date, datetime

from accounts.models import Person, Role
from applications import journal
from applications.models import Application
from criteria.carryover import CarryRefusal, may_ask
from decisions.rights import require_words
from followup.carryover import notices, queries
from followup.carryover.holding import hold_carry_over
from followup.carryover.models import CarryOver
from followup.carryover.money import years_money
from followup.carryover.notes import CarryNote
from followup.carryover.refusals import Refusal
from followup.holding import hold_case, refuse_strangers, refuse_unless_accepted
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is applied for: how much of a year's money, until when, and why."""

    year: int
    amount: Ore
    end_on: date
    reason: str


def ask_to_carry_over(
    application: Application, wanted: Wanted, *, by: Person, at: datetime
) -> CarryOver:
    """Apply to use a year's unused money in the next, by somebody who signs for the lead.

    Needs the case whole. Raises RuleBrokenError: not the lead's signatory, the case is closed, one is open
    for the year, no reason, CarryRefusal.
    """
    with transaction():
        held = hold_case(application.id)
        refuse_unless_accepted(held)
        refuse_strangers(held.id, by, Role.SIGNATORY)
        words = require_words(wanted.reason)
        if queries.is_open(held.id, wanted.year):
            raise RuleBrokenError(Refusal.OPEN_ALREADY)
        money = years_money(held.id).get(wanted.year)
        if money is None:
            raise RuleBrokenError(CarryRefusal.NOTHING_UNUSED)
        today = clock.in_oslo(at).date()
        refusal = may_ask(money, wanted.amount, wanted.end_on, year=wanted.year, today=today)
        if refusal is not None:
            raise RuleBrokenError(refusal)
        made = CarryOver(
            application_id=held.id, year=wanted.year, unused=money.unused, amount=wanted.amount,
            reason=words, end_on=wanted.end_on, asked_at=at, asked_by_id=by.id,
        )  # fmt: skip
        db.session.add(made)
        db.session.flush()  # the journal names it by the id
        journal.note(
            held, CarryNote.ASKED, by=by, at=at, public=True,
            carry_over=made.id, year=made.year, amount=made.amount, unused=made.unused,
        )  # fmt: skip
        notices.tell_office(application, at)
    return made


def withdraw_carry_over(found: CarryOver, *, by: Person, at: datetime) -> None:
    """Take an application back before it is answered: the lead's signatory does.

    Raises RuleBrokenError: not the lead's signatory, answered or withdrawn already.
    """
    with transaction():
        case = hold_case(found.application_id)
        refuse_strangers(case.id, by, Role.SIGNATORY)
        held = hold_carry_over(found)
        held.withdrawn_at, held.withdrawn_by_id = at, by.id
        journal.note(
            case, CarryNote.WITHDRAWN, by=by, at=at, public=True,
            carry_over=held.id, year=held.year,
        )  # fmt: skip
