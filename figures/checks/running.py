"""Checks of what it costs to run the scheme: each line has its act, and a counter-line takes it all back."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import aliased

from accounts.models import AuditEntry
from foundation.database import db
from payments.running.models import RunningCost

_SUBJECT = "running_cost:"


def wrong_running_costs() -> Iterator[str]:
    """Name lines unlike the audit trail, and counter-lines of another amount, kind or year."""
    yield from _unlike_trail()
    taken = aliased(RunningCost)
    rows = db.session.execute(
        select(RunningCost, taken)
        .join(taken, taken.id == RunningCost.counters_id)
        .order_by(RunningCost.id)
    )
    for counter, line in rows:
        same = (line.scheme_id, line.kind, line.year, -line.amount)
        if (counter.scheme_id, counter.kind, counter.year, counter.amount) != same:
            yield f"cost {counter.id} does not take back cost {line.id} as it is"
        if line.counters_id is not None:
            yield f"cost {counter.id} takes back cost {line.id}, which takes another back"


def _unlike_trail() -> Iterator[str]:
    told = {
        int(subject.removeprefix(_SUBJECT)): tuple(
            detail[name] for name in ("kind", "year", "amount", "source", "counters")
        )
        for subject, detail in db.session.execute(
            select(AuditEntry.subject, AuditEntry.detail)
            .where(AuditEntry.act.startswith("running_cost."))
            .order_by(AuditEntry.id)
        )
    }
    for line in db.session.scalars(select(RunningCost).order_by(RunningCost.id)):
        kept = (line.kind.value, line.year, line.amount, line.source, line.counters_id)
        if told.pop(line.id, None) != kept:
            yield f"cost {line.id} is not as it was registered"
    for number in told:
        yield f"cost {number} is missing"
