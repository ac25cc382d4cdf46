"""Checks of what kommuner have recorded of benefits: as it was recorded, and nothing skipped."""

from collections.abc import Iterator

from sqlalchemy import func, select

from accounts.models import AuditEntry
from followup.benefits.models import Measurement
from foundation.database import db

_SUBJECT = "benefit_measurement:"
_ACTS = ("benefit.recorded", "benefit.corrected", "benefit.withdrawn")


def wrong_measurements() -> Iterator[str]:
    """Name values that the audit trail does not know as they are, and revisions that are gone."""
    told = dict(
        db.session.execute(
            select(AuditEntry.subject, AuditEntry.detail).where(AuditEntry.act.in_(_ACTS))
        ).all()
    )
    for number, value in db.session.execute(
        select(Measurement.id, Measurement.value).order_by(Measurement.id)
    ):
        detail = told.pop(f"{_SUBJECT}{number}", None)
        if detail is None:
            yield f"value {number} of a benefit was recorded by no act"
        elif (None if value is None else f"{value:.2f}") != _written(detail.get("value")):
            yield f"value {number} of a benefit is not what was recorded"
    for subject in told:
        yield f"value {subject.removeprefix(_SUBJECT)} of a benefit is gone"
    yield from _skipped()


def _written(value: str | None) -> str | None:
    """Write a value as the database keeps it: with two decimals."""
    if value is None:
        return None
    whole, _, rest = value.partition(".")
    return f"{whole}.{rest:0<2}"


def _skipped() -> Iterator[str]:
    place = (
        Measurement.project_indicator_id, Measurement.organisation_id, Measurement.kind,
        Measurement.place,
    )  # fmt: skip
    rows = db.session.execute(
        select(*place)
        .group_by(*place)
        .having(func.max(Measurement.revision) != func.count(Measurement.id))
        .order_by(*place)
    )
    for indicator, organisation, kind, number in rows:
        yield f"indicator {indicator} of organisation {organisation}: {kind} {number} lacks a revision"
