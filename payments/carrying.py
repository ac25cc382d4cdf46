"""Moving what a case has unused of a year to the next, or letting it lapse: in the books and the instalments.

Used inside acts. The instalments stay what is promised and not paid, year by year; a reversal of the decision
later on reads here what was done to the years, and leaves it as it is.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, func, select

from accounts.models import Person
from applications.models import Application
from criteria.instalments import Trigger
from criteria.postings import COMMITTED, EntryKind
from foundation.database import db
from foundation.money import Ore
from payments import ledger
from payments.batches.models import PaymentLine
from payments.books.models import Movement, MovementKind
from payments.books.recording import keep_movement
from payments.models import Entry, Instalment
from payments.posting import Posting


@dataclass(frozen=True, slots=True)
class Unused:
    """What of a year moves to the next, and what lapses, in øre."""

    year: int
    moved: Ore
    lapsed: Ore


def book_unused(
    application: Application, unused: Unused, authority: str, *, by: Person, at: datetime
) -> Movement:
    """Book what moves and what lapses by one movement. Raises RuleBrokenError(frame.Refusal).

    The next year's post must have room for what moves: what is granted for that year, with what the post
    itself has carried over to it.
    """
    made = keep_movement(MovementKind.CARRIED, authority, None, by=by, at=at)
    year, next_year = unused.year, unused.year + 1
    lines = (
        (EntryKind.COMMITMENT_CHANGE, year, -unused.moved, "Ubrukt tilskudd til neste år"),
        (EntryKind.COMMITMENT_LAPSE, year, -unused.lapsed, "Ubrukt tilskudd bortfaller"),
        (EntryKind.COMMITMENT_CHANGE, next_year, unused.moved, "Ubrukt tilskudd fra året før"),
    )
    ledger.post_all(
        [
            Posting(
                kind=kind,
                budget_post_id=application.call.budget_post_id,
                year=in_year,
                amount=Ore(amount),
                text=f"{text}, sak {application.case_number}",
                call_id=application.call_id,
                application_id=application.id,
                movement_id=made.id,
            )
            for kind, in_year, amount, text in lines
            if amount
        ],
        by=by,
        at=at,
    )
    return made


def carried_by_year(applications: Collection[int]) -> dict[int, dict[int, Ore]]:
    """Give what unused money has added to what cases are promised for a year, or taken from it."""
    rows = db.session.execute(
        select(Entry.application_id, Entry.year, func.sum(Entry.amount))
        .join(Movement, Movement.id == Entry.movement_id)
        .where(
            Entry.application_id.in_(applications),
            Entry.booked_as.in_(COMMITTED),
            Movement.kind == MovementKind.CARRIED,
        )
        .group_by(Entry.application_id, Entry.year)
        .order_by(Entry.application_id, Entry.year)
    )
    carried: dict[int, dict[int, Ore]] = {}
    for case, year, amount in rows:
        carried.setdefault(case or 0, {})[year] = Ore(int(amount))
    return carried


class UnderwayError(Exception):
    """What is not paid of a year is on its way to the bank, or has been there: it cannot be moved now."""


def move_instalments(application_id: int, unused: Unused, *, at: datetime) -> None:
    """Let the instalments of a year follow what moves and what lapses, the last of them first.

    What moves is released by the same fact as before, of the next year: its report where it waits for one,
    else its beginning. Raises UnderwayError for what is attested, and for what cannot lapse because the bank
    has had it.
    """
    waiting = db.session.scalars(
        select(Instalment)
        .where(
            Instalment.application_id == application_id,
            Instalment.year == unused.year,
            Instalment.authorised_at.is_(None),
        )
        .order_by(Instalment.id.desc())
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).all()
    if any(one.attested_at is not None for one in waiting):
        raise UnderwayError
    known = _seen_by_the_bank(waiting)
    untouched = [one for one in waiting if one.id not in known]
    _lapse([*untouched, *(one for one in waiting if one.id in known)], unused.lapsed, known)
    _move([one for one in waiting if one in db.session and one.amount], unused.moved, at)


def _lapse(waiting: list[Instalment], amount: Ore, known: set[int]) -> None:
    """Take what lapses; an instalment of nothing is none, but what the bank has had keeps its row."""
    left = int(amount)
    for one in waiting:
        part = min(left, one.amount)
        if part == one.amount and one.id in known:
            raise UnderwayError
        _take(one, Ore(part))
        left -= part
    if left:
        raise UnderwayError


def _move(waiting: list[Instalment], amount: Ore, at: datetime) -> None:
    left = int(amount)
    for one in waiting:
        part = Ore(min(left, one.amount))
        left -= part
        if not part:
            continue
        due_at = at if one.trigger is Trigger.ACCEPTED else None
        if part == one.amount:
            one.year, one.due_at = one.year + 1, due_at
            continue
        one.amount = Ore(one.amount - part)
        db.session.add(
            Instalment(
                application_id=one.application_id,
                decision_id=one.decision_id,
                number=_next_number(one.decision_id),
                year=one.year + 1,
                amount=part,
                trigger=one.trigger,
                account_number=one.account_number,
                due_at=due_at,
            )
        )
        db.session.flush()  # the next one's number must be above this one's
    if left:
        raise UnderwayError


def _take(one: Instalment, part: Ore) -> None:
    if part == one.amount:
        db.session.delete(one)
        db.session.flush()
    elif part:
        one.amount = Ore(one.amount - part)


def _next_number(decision_id: int) -> int:
    newest = select(func.max(Instalment.number)).where(Instalment.decision_id == decision_id)
    return (db.session.scalar(newest) or 0) + 1


def _seen_by_the_bank(waiting: list[Instalment]) -> set[int]:
    if not waiting:
        return set()
    has_line = exists().where(PaymentLine.instalment_id == Instalment.id)
    ids = [one.id for one in waiting]
    return set(db.session.scalars(select(Instalment.id).where(Instalment.id.in_(ids), has_line)))
