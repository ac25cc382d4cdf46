"""The case's journal: the only place that moves a case, and the only one that writes its events."""

from contextlib import suppress
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, insert, update
from sqlalchemy.exc import IntegrityError

from accounts import audit
from accounts.models import Organisation, Person
from applications.models import Application, CaseCounter, Event
from criteria.procedure import Act, target_of
from foundation import clock
from foundation.columns import JsonValue
from foundation.database import db

Detail = str | int | bool | None


def move(
    application: Application, act: Act, *, by: Person | None, at: datetime, **detail: Detail
) -> None:
    """Move a case by an act of the procedure table, and write the event and the audit entry.

    Raises ForbiddenMoveError when the table has no such move from where the case stands. Call it inside
    the act's transaction, on an application that the act has locked.
    """
    before = application.step
    application.step = target_of(before, act)
    _write(
        application_id=application.id,
        act=act,
        kind=act.value,
        step_from=before,
        step_to=application.step,
        at=at,
        person_id=by.id if by else None,
        public=act in PUBLIC_ACTS,
        detail=JsonValue(detail),
    )
    audit.record(
        f"case.{act.value}",
        subject=subject_of(application),
        by=by,
        at=at,
        step_from=before.value,
        step_to=application.step.value,
        **detail,
    )


def note(
    application: Application,
    kind: str,
    *,
    by: Person | None,
    at: datetime,
    public: bool,
    **detail: Detail,
) -> None:
    """Write something that happened in a case without moving it.

    `public` decides, once and for all, whether the applicant sees the event.
    """
    _write(
        application_id=application.id,
        act=None,
        kind=kind,
        step_from=None,
        step_to=None,
        at=at,
        person_id=by.id if by else None,
        public=public,
        detail=JsonValue(detail),
    )
    audit.record(f"case.{kind}", subject=subject_of(application), by=by, at=at, **detail)


def note_of_partner(
    application: Application, kind: str, organisation: Organisation, *, by: Person, at: datetime
) -> None:
    """Write something that happened to a partner, for all who take part to see."""
    note(
        application, kind, by=by, at=at, public=True,
        organisation=organisation.id, name=organisation.name,
    )  # fmt: skip


def _write(**columns: object) -> None:
    """Write a line: nobody reads it in the act that writes it, so it needs no row of its own there."""
    db.session.execute(_LINE, columns)


_LINE = insert(cast("Table", Event.__table__))

PUBLIC_ACTS = frozenset(
    {
        Act.SUBMIT,
        Act.WITHDRAW,
        Act.ASK_FOR_MORE,
        Act.SUPPLEMENT,
        Act.PUBLISH_AWARD,
        Act.PUBLISH_REFUSAL,
        Act.PUBLISH_REJECTION,
        Act.ACCEPT,
        Act.DECLINE,
        Act.LAPSE,
        Act.COMPLETE,
        Act.WITHDRAW_CALL,
    }
)
"""What the applicant may see of the case's way. All else is internal (peers' incident: a comment leaked)."""


def subject_of(application: Application) -> str:
    """Name a case in the audit trail."""
    return f"application:{application.id}"


def next_case_number(at: datetime) -> str:
    """Give the year's next case number, such as `2026/00123`: gapless, since it lives in the act."""
    year = clock.in_oslo(at).year
    raised = _raise_counter(year)
    if raised is None:
        _begin_counter(year)
        raised = _raise_counter(year)
    return f"{year}/{raised:05d}"


def _raise_counter(year: int) -> int | None:
    return db.session.execute(_RAISE, {"of_year": year}).scalar_one_or_none()


_COUNTER = cast("Table", CaseCounter.__table__)
_RAISE = (
    update(_COUNTER)
    .where(_COUNTER.c.year == bindparam("of_year"))
    .values(last=_COUNTER.c.last + 1)
    .returning(_COUNTER.c.last)
)


def _begin_counter(year: int) -> None:
    """Begin a year's counter; of two first submissions, the later one finds it begun."""
    with suppress(IntegrityError), db.session.begin_nested():
        db.session.execute(insert(CaseCounter).values(year=year, last=0))
