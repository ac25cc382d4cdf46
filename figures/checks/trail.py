"""Checks of the ledger and the journal against the audit trail: each line has its act.

The trail's chain of hashes is anchored in both: whoever would write it anew must write them anew as well.
"""

from collections.abc import Iterator

from sqlalchemy import func, select

from accounts.models import AuditEntry
from applications.models import Event
from foundation.database import db
from payments.models import Entry

_SUBJECT = "entry:"
_CASE, _OF_CASES = "application:", "case."
_BATCH = 5_000


def unlike_trail() -> Iterator[str]:
    """Name entries that the audit trail does not know, and those that it knows and are gone or other."""
    booked = dict(db.session.execute(select(Entry.id, Entry.amount)).all())
    for number, amount in _told():
        if number not in booked:
            yield f"entry {number} of {amount} øre is missing"
        elif booked[number] != amount:
            yield f"entry {number} of {booked[number]} øre was booked as {amount}"
        booked.pop(number, None)
    for number in booked:
        yield f"entry {number} was booked by no act"


def _told() -> Iterator[tuple[int, int]]:
    rows = db.session.execute(
        select(AuditEntry.subject, AuditEntry.detail)
        .where(AuditEntry.act.startswith("ledger."), AuditEntry.subject.startswith(_SUBJECT))
        .order_by(AuditEntry.id),
        execution_options={"yield_per": _BATCH},
    )
    for subject, detail in rows:
        yield int(subject.removeprefix(_SUBJECT)), int(detail["amount"])


def journal_unlike_trail() -> Iterator[str]:
    """Name the cases whose journal and audit trail do not tell of the same acts, each as often."""
    told = _acts_of_trail()
    rows = db.session.execute(
        select(Event.application_id, Event.kind, func.count())
        .group_by(Event.application_id, Event.kind)
        .order_by(Event.application_id, Event.kind)
    )
    for case, kind, times in rows:
        known = told.pop((case, kind), 0)
        if known != times:
            yield f"case {case}: {kind} is {times} times in the journal and {known} in the trail"
    for (case, kind), known in told.items():
        yield f"case {case}: {kind} is 0 times in the journal and {known} in the trail"


def _acts_of_trail() -> dict[tuple[int, str], int]:
    rows = db.session.execute(
        select(AuditEntry.subject, AuditEntry.act, func.count())
        .where(AuditEntry.act.startswith(_OF_CASES), AuditEntry.subject.startswith(_CASE))
        .group_by(AuditEntry.subject, AuditEntry.act)
        .order_by(AuditEntry.subject, AuditEntry.act)
    )
    return {
        (int(subject.removeprefix(_CASE)), act.removeprefix(_OF_CASES)): times
        for subject, act, times in rows
    }
