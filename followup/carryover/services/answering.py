"""The office's answer: an officer proposes it, and somebody with authority for the amount signs it.

The signature moves the money: in the ledger, in the instalments and in the duties to report.
"""

from datetime import datetime

from sqlalchemy import select

from accounts import authority
from accounts.models import Person, Role
from applications import journal
from applications.models import Application
from applications.queries import any_application
from assessments.rights import require_unhindered
from criteria.carryover import CarryRefusal, Split, YearMoney, may_answer, split
from criteria.frame import Refusal as FrameRefusal
from decisions.authorising import covering, limit_of
from decisions.dispatch import put_saying
from decisions.letter.said import CarryOver as Letter
from decisions.refusals import Refusal as SigningRefusal
from decisions.rights import require_role, require_words
from followup.carryover import notices
from followup.carryover.duties import report_next_year
from followup.carryover.holding import hold_carry_over
from followup.carryover.models import CarryOver
from followup.carryover.money import years_money
from followup.carryover.notes import CarryNote
from followup.carryover.refusals import Refusal
from followup.holding import hold_case, refuse_unless_accepted
from foundation import clock
from foundation.database import db, transaction
from foundation.errors import RuleBrokenError
from foundation.money import Ore, format_kroner
from payments.books.models import Movement
from payments.carrying import UnderwayError, Unused, book_unused, move_instalments


def propose_answer(
    found: CarryOver, granted: Ore, answer: str, *, by: Person, at: datetime
) -> None:
    """Propose to grant all, a part or nothing, with a reason; may be done anew until it is signed.

    Raises RuleBrokenError: no case officer, hindered, not open, no reason, CarryRefusal.
    """
    with transaction():
        case = hold_case(found.application_id)
        require_role(by, Role.CASE_OFFICER)
        require_unhindered(by, case.id)
        held = hold_carry_over(found)
        words = require_words(answer)
        _refuse_unfit(_money_of(held), held.amount, granted)
        held.granted, held.answer = granted, words
        held.proposed_at, held.proposed_by_id = at, by.id
        journal.note(
            case, CarryNote.PROPOSED, by=by, at=at, public=False,
            carry_over=held.id, year=held.year, granted=granted,
        )  # fmt: skip
        notices.tell_signers(case, covering([granted], at), at)


def sign_answer(found: CarryOver, *, seen: int, by: Person, at: datetime) -> Split:
    """Sign what is proposed, by another who has authority for the amount. The money and the letter follow.

    `seen`: the version that was read. Raises StaleError; RuleBrokenError: no decision maker, hindered,
    nothing proposed, the same person, no authority, the grant is no longer in force, the books have changed,
    an instalment is on its way to the bank, the next year's post has no room.
    """
    with transaction():
        case = hold_case(found.application_id)
        authority.hold(by.id)
        refuse_unless_accepted(case)
        require_role(by, Role.DECISION_MAKER)
        require_unhindered(by, case.id)
        held = hold_carry_over(found, seen=seen)
        if held.granted is None:
            raise RuleBrokenError(Refusal.NOT_PROPOSED)
        if held.proposed_by_id == by.id:
            raise RuleBrokenError(Refusal.SAME_PERSON)
        _refuse_over_authority(by, held.granted, at)
        money = _money_of(held)
        _refuse_unfit(money, held.amount, held.granted)
        parts = split(money, held.amount, held.granted)
        application = any_application(case.id)
        movement = _move(application, held, parts, by, at)
        held.kept, held.moved = parts.kept, parts.moved
        held.lapsed, held.owed = parts.lapsed, parts.owed
        held.movement_id = movement.id if movement else None
        held.decided_at, held.decided_by_id = at, by.id
        if held.granted:
            report_next_year(application.id, held, at=at)
        journal.note(
            case, CarryNote.ANSWERED, by=by, at=at, public=True,
            carry_over=held.id, year=held.year, granted=held.granted, kept=parts.kept,
            moved=parts.moved, lapsed=parts.lapsed, owed=parts.owed,
        )  # fmt: skip
        _write(application, held, parts, by, at)
    return parts


def _move(
    application: Application, held: CarryOver, parts: Split, by: Person, at: datetime
) -> Movement | None:
    unused = Unused(held.year, parts.moved, parts.lapsed)
    if not (unused.moved or unused.lapsed):
        return None
    try:
        move_instalments(application, unused, by=by, at=at)
        return book_unused(
            application, unused, f"Svar {held.id} om ubrukte midler, sak {application.case_number}",
            by=by, at=at,
        )  # fmt: skip
    except UnderwayError:
        raise RuleBrokenError(Refusal.INSTALMENT_UNDERWAY, year=held.year) from None
    except RuleBrokenError as error:
        if error.reason is FrameRefusal.OVER_APPROPRIATION:
            raise RuleBrokenError(Refusal.NO_ROOM, year=held.year + 1) from None
        raise


def _write(
    application: Application, held: CarryOver, parts: Split, by: Person, at: datetime
) -> None:
    said = Letter(
        from_year=held.year,
        unspent=held.unused,
        asked=held.amount,
        carried=Ore(parts.kept + parts.moved),
        to_return=parts.owed,
        lapsed=parts.lapsed,
        use_by=held.end_on if held.granted else None,
        reason=held.answer,
    )
    officer = db.session.scalars(select(Person).where(Person.id == held.proposed_by_id)).one()
    put_saying(
        application, said, about=held.subject, dated=clock.in_oslo(at).date(), at=at,
        officer=officer, responsible=by,
    )  # fmt: skip


def _money_of(held: CarryOver) -> YearMoney:
    money = years_money(held.application_id).get(held.year)
    if money is None:
        raise RuleBrokenError(CarryRefusal.OVER_UNUSED)
    return money


def _refuse_unfit(money: YearMoney, asked: Ore, granted: Ore) -> None:
    refusal = may_answer(money, asked, granted)
    if refusal is not None:
        raise RuleBrokenError(refusal)


def _refuse_over_authority(by: Person, granted: Ore, at: datetime) -> None:
    limit = limit_of(by.id, at)
    if limit is None:
        raise RuleBrokenError(SigningRefusal.NO_AUTHORITY)
    if not authority.covers(limit, granted):
        raise RuleBrokenError(
            SigningRefusal.OVER_AUTHORITY, amount=format_kroner(granted), limit=format_kroner(limit)
        )
