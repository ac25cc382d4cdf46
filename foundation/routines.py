"""What is done once a day without anybody asking: reminders, digests, tidying up.

A routine is put as an ordinary job by whichever worker first finds that its hour has come, in the same
transaction that notes the day, so that it is done once however many workers there are.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import String, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from foundation import clock, outbox
from foundation.columns import JsonValue
from foundation.database import Model, db, transaction


class Routine(Model):
    """The last day on which a routine was put."""

    __tablename__ = "routine"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    put_on: Mapped[date]


class _Daily(NamedTuple):
    hour: int
    do: Callable[[datetime], None]


_ROUTINES: dict[str, _Daily] = {}
NIGHT, MORNING = 3, 7


def daily(
    name: str, *, hour: int
) -> Callable[[Callable[[datetime], None]], Callable[[datetime], None]]:
    """Register a function that is done each day from an hour in Oslo. It must be safe to do twice."""

    def register(do: Callable[[datetime], None]) -> Callable[[datetime], None]:
        _ROUTINES[name] = _Daily(hour, do)

        @outbox.handles(name)
        def _do(detail: JsonValue, at: datetime) -> None:
            del detail
            do(at)

        return do

    return register


def put_due(at: datetime) -> list[str]:
    """Put the routines whose hour has come today and that nobody has put; give their names."""
    local = clock.in_oslo(at)
    due = [name for name, one in _ROUTINES.items() if local.hour >= one.hour]
    known = _known() if due else {}
    wanted = [name for name in due if known.get(name) != local.date()]
    return [name for name in wanted if _put(name, local.date(), at)]


def _known() -> dict[str, date]:
    rows = db.session.execute(select(Routine.name, Routine.put_on))
    return {row.name: row.put_on for row in rows}


def _put(name: str, day: date, at: datetime) -> bool:
    """Claim a day for a routine and put its job; False when somebody else was first."""
    try:
        with transaction():
            claimed = db.session.execute(
                update(Routine)
                .where(Routine.name == name, Routine.put_on < day)
                .values(put_on=day)
                .returning(Routine.name)
                .execution_options(synchronize_session=False)
            ).first()
            if claimed is None:
                db.session.execute(insert(Routine).values(name=name, put_on=day))
            outbox.put(name, subject=f"routine:{name}", at=at)
    except IntegrityError:
        return False
    return True
