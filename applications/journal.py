"""The case's journal: the only place that moves a case, and the only one that writes its events."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, cast

from sqlalchemy import Table, bindparam, update

from accounts import audit
from accounts.models import Organisation, Person
from applications.models import Application, Event
from criteria.procedure import Act, target_of
from criteria.steps import Step
from foundation.columns import JsonValue
from foundation.database import later
from foundation.errors import StaleError
from foundation.rows import insert_all

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
    _moved(_Move(application.id, act, before, application.step), by, at, detail)


def move_all(
    moves: Sequence[tuple[Application, Mapping[str, Detail]]],
    act: Act,
    *,
    by: Person | None,
    at: datetime,
) -> None:
    """Move many cases by one act, each with its own detail, in the order given.

    As `move` does one by one, in a few statements: a round has hundreds of cases.
    """
    done = []
    for application, detail in moves:
        before = application.step
        application.step = target_of(before, act)
        done.append((_Move(application.id, act, before, application.step), dict(detail)))
    _all_moved(done, by, at)


def hand_in(
    application_id: int,
    step: Step,
    version: int,
    *,
    case_number: str,
    fingerprint: str,
    by: Person,
    at: datetime,
) -> None:
    """Move a draft that the act holds by its number only, and let it have the case number drawn for it.

    `step` and `version` are what the act read of it. Raises ForbiddenMoveError, and StaleError when it
    is no longer what the act read.
    """
    target = target_of(step, Act.SUBMIT)
    written = {
        "number": application_id, "known": version, "to": target, "case_number": case_number,
        "submitted_at": at, "submitted_by_id": by.id,
    }  # fmt: skip
    moved = later(_HAND_IN, written)
    detail: dict[str, Detail] = {"case_number": case_number, "fingerprint": fingerprint}
    _moved(_Move(application_id, Act.SUBMIT, step, target), by, at, detail)
    if moved.first() is None:
        raise StaleError


class _Move(NamedTuple):
    application_id: int
    act: Act
    before: Step
    after: Step


def _moved(move: _Move, by: Person | None, at: datetime, detail: dict[str, Detail]) -> None:
    """Write the event and the audit entry of a move."""
    _all_moved([(move, detail)], by, at)


def _all_moved(
    moves: Sequence[tuple[_Move, dict[str, Detail]]], by: Person | None, at: datetime
) -> None:
    """Write the events and the audit entries of moves by one act."""
    if not moves:
        return
    act = moves[0][0].act
    lines = [
        {
            "application_id": move.application_id,
            "act": act,
            "kind": act.value,
            "step_from": move.before,
            "step_to": move.after,
            "at": at,
            "person_id": by.id if by else None,
            "public": act in PUBLIC_ACTS,
            "detail": JsonValue(detail),
        }
        for move, detail in moves
    ]
    entries = [
        (
            subject(move.application_id),
            {"step_from": move.before.value, "step_to": move.after.value, **detail},
        )
        for move, detail in moves
    ]
    insert_all(_LINES, lines)
    audit.record_all(f"case.{act.value}", entries, by=by, at=at)


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
    note_all([(application, detail)], kind, by=by, at=at, public=public)


def note_all(
    notes: Sequence[tuple[Application, Mapping[str, Detail]]],
    kind: str,
    *,
    by: Person | None,
    at: datetime,
    public: bool,
) -> None:
    """Write the same thing that happened in many cases, each with its own detail, in the order given.

    As `note` does one by one, in a few statements.
    """
    if not notes:
        return
    lines = [
        {
            "application_id": application.id,
            "act": None,
            "kind": kind,
            "step_from": None,
            "step_to": None,
            "at": at,
            "person_id": by.id if by else None,
            "public": public,
            "detail": JsonValue(detail),
        }
        for application, detail in notes
    ]
    insert_all(_LINES, lines)
    told = [(subject_of(application), detail) for application, detail in notes]
    audit.record_all(f"case.{kind}", told, by=by, at=at)


def note_of_partner(
    application: Application, kind: str, organisation: Organisation, *, by: Person, at: datetime
) -> None:
    """Write something that happened to a partner, for all who take part to see."""
    note(
        application, kind, by=by, at=at, public=True,
        organisation=organisation.id, name=organisation.name,
    )  # fmt: skip


_LINES = cast("Table", Event.__table__)
"""Nobody reads a line in the act that writes it, so it needs no row of its own there."""
_CASE = cast("Table", Application.__table__)
_HAND_IN = (
    update(_CASE)
    .where(_CASE.c.id == bindparam("number"), _CASE.c.version == bindparam("known"))
    .values(
        step=bindparam("to"),
        case_number=bindparam("case_number"),
        submitted_at=bindparam("submitted_at"),
        submitted_by_id=bindparam("submitted_by_id"),
        version=_CASE.c.version + 1,
    )
    .returning(_CASE.c.id)
)

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
        Act.REVERSE,
        Act.REOPEN,
        Act.AWARD_FROM_RESERVE,
    }
)
"""What the applicant may see of the case's way. All else is internal (peers' incident: a comment leaked)."""


def subject_of(application: Application) -> str:
    """Name a case in the audit trail."""
    return subject(application.id)


def subject(application_id: int) -> str:
    """Name a case in the audit trail by its number."""
    return f"application:{application_id}"
