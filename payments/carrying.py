"""Moving what a case has unused of a year to the next, or letting it lapse: in the books and the instalments.

Used inside acts. The instalments stay what is promised and not paid, year by year; a reversal of the decision
later on reads here what was done to the years, and leaves it as it is.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select

from accounts.models import Person
from applications.models import Application
from criteria.planning import Facts, Part, a_year_later
from criteria.postings import COMMITTED, EntryKind
from foundation.database import db
from foundation.money import Ore
from payments import ledger
from payments.books.models import Movement, MovementKind
from payments.books.recording import keep_movement
from payments.models import Entry, Instalment
from payments.plans.facts import facts_of
from payments.plans.kinds import PlanOrigin
from payments.plans.open import add_parts, drop_part, part_of, set_part, taken_by_payee
from payments.plans.versions import keep_version
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


def changed_by_year(applications: Collection[int]) -> dict[int, dict[int, Ore]]:
    """Give what acts of their own have added to what cases are promised for a year, or taken from it.

    They are those that book by a movement: unused money, what is repaid, what is cut.
    """
    rows = db.session.execute(
        select(Entry.application_id, Entry.year, func.sum(Entry.amount))
        .where(
            Entry.application_id.in_(applications),
            Entry.booked_as.in_(COMMITTED),
            Entry.movement_id.is_not(None),
        )
        .group_by(Entry.application_id, Entry.year)
        .order_by(Entry.application_id, Entry.year)
    )
    changed: dict[int, dict[int, Ore]] = {}
    for case, year, amount in rows:
        changed.setdefault(case or 0, {})[year] = Ore(int(amount))
    return changed


class UnderwayError(Exception):
    """What is not paid of a year is on its way to the bank, or has been there: it cannot be moved now."""


def move_instalments(application: Application, unused: Unused, *, by: Person, at: datetime) -> None:
    """Let the instalments of a year follow what moves and what lapses, the last of them first.

    Where a kommune in the case was split, it is of each one's share in proportion to what is unpaid of it.

    What moves is released by the same fact as before, of the next year: its report where it waits for one,
    else its beginning. Raises UnderwayError for what is attested.
    """
    waiting = db.session.scalars(
        select(Instalment)
        .where(
            Instalment.application_id == application.id,
            Instalment.year == unused.year,
            Instalment.authorised_at.is_(None),
            Instalment.amount > 0,
        )
        .order_by(Instalment.id.desc())
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).all()
    if any(one.attested_at is not None for one in waiting):
        raise UnderwayError
    facts = facts_of(application.id)
    _take(waiting, unused.lapsed, application, facts, at)
    there = [one for one in waiting if one.amount]
    moved = _take(there, unused.moved, application, facts, at, keep=True)
    for payee, part in moved:
        add_parts(application, [part], facts, at=at, payee=payee)
    keep_version(application.id, PlanOrigin.CARRIED, by=by, at=at)


def _take(
    waiting: Sequence[Instalment],
    amount: Ore,
    application: Application,
    facts: Facts,
    at: datetime,
    *,
    keep: bool = False,
) -> list[tuple[int | None, Part]]:
    """Take an amount from each payee in proportion to what is unpaid of its share, as `_take_of_one`."""
    try:
        shares = taken_by_payee(waiting, amount)
    except ValueError:
        raise UnderwayError from None
    return [
        part
        for theirs, less in shares
        for part in _take_of_one(theirs, less, application, facts, at, keep=keep)
    ]


def _take_of_one(
    waiting: Sequence[Instalment],
    amount: Ore,
    application: Application,
    facts: Facts,
    at: datetime,
    *,
    keep: bool,
) -> list[tuple[int | None, Part]]:
    """Take an amount. `keep`: a whole instalment moves itself; give parts that need new ones, and whose."""
    left = int(amount)
    new: list[tuple[int | None, Part]] = []
    for one in waiting:
        part = part_of(one)
        taken = Ore(min(left, part.amount))
        left -= taken
        if not taken:
            continue
        later = a_year_later(replace(part, amount=taken))
        if taken < part.amount:
            rest = replace(part, amount=Ore(part.amount - taken))
            set_part(one, rest, facts, application, at=at)
            new.append((one.organisation_id, later))
        elif keep:
            set_part(one, later, facts, application, at=at)
        else:
            drop_part(one, application, at=at)
    return new if keep else []
