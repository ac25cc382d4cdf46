"""Acts of this room: keeping what was taken out, and having everything checked."""

from datetime import datetime

from accounts import audit
from accounts.models import Person, Token
from figures.checks import CHECKS
from figures.extracts import Extract
from figures.models import Inspection, QueryLog
from foundation import outbox
from foundation.columns import JsonValue
from foundation.database import db, transaction

INSPECT = "inspect"


def keep_extract(
    extract: Extract, *, token: Token | None = None, by: Person, at: datetime
) -> QueryLog:
    """Keep who took a file out, when, with which filter, and the figures that tell it from others.

    `token` is the key that it was fetched with, when there was one.
    """
    with transaction():
        log = QueryLog(
            person_id=by.id,
            token_id=token.id if token else None,
            what=extract.what,
            format=extract.format,
            at=at,
            filter=JsonValue(extract.chosen.as_filter()),
            rows=extract.count.rows,
            control_sum=extract.count.control_sum,
            sha256=extract.sha256,
        )
        db.session.add(log)
        audit.record(
            "figures.taken_out",
            subject=f"figures:{extract.what}",
            by=by,
            at=at,
            format=extract.format,
            year=extract.chosen.year,
            rows=extract.count.rows,
            control_sum=extract.count.control_sum,
            sha256=extract.sha256,
        )
    return log


def ask_for_inspection(*, by: Person, at: datetime) -> Inspection:
    """Have everything checked in the background; the page follows how far it has come."""
    with transaction():
        inspection = Inspection(asked_at=at, asked_by_id=by.id, results=JsonValue(checks=[]))
        db.session.add(inspection)
        db.session.flush()  # the job and the audit entry name it by id
        subject = f"inspection:{inspection.id}"
        outbox.put(INSPECT, subject=subject, at=at, inspection=inspection.id)
        audit.record("data.inspection_asked", subject=subject, by=by, at=at, checks=len(CHECKS))
    return inspection
