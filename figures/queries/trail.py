"""The audit trail for those who read it: newest first, paged by its own numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import aliased

from accounts.models import AuditEntry, Person
from applications.models import Application
from foundation import clock
from foundation.database import db
from grants.models import Call

SIZE = 50
CASE = "application:"
CALL = "call:"
"""How the subjects of cases and calls begin."""


@dataclass(frozen=True, slots=True)
class TrailFilter:
    """What to show. A subject is a case number, or a kind with or without a number: `call:3`, `person`."""

    subject: str = ""
    act: str = ""
    person: str = ""
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class TrailRow:
    """An entry, who did it (None: the system), and the name of a case or call that has been made known."""

    entry: AuditEntry
    person: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class TrailPage:
    """A page of entries, and the bookmarks of the pages beside it; None where the trail ends."""

    rows: Sequence[TrailRow]
    after: int | None
    before: int | None


def trail_page(
    chosen: TrailFilter, *, after: int | None = None, before: int | None = None, size: int = SIZE
) -> TrailPage:
    """Give the entries below a number, or above one, with who did them.

    Three queries, and one more where a subject or a person is looked for.
    """
    where = _conditions(chosen)
    if before is not None:
        found = _read([*where, AuditEntry.id > before], AuditEntry.id.asc(), size + 1)
        rows = found[:size][::-1]
        return _page(rows, newer=len(found) > size, older=True)
    below = [] if after is None else [AuditEntry.id < after]
    found = _read([*where, *below], AuditEntry.id.desc(), size + 1)
    return _page(found[:size], newer=after is not None, older=len(found) > size)


def _read(
    where: Sequence[ColumnElement[bool]], order: ColumnElement[int], limit: int
) -> list[TrailRow]:
    actor = aliased(Person)
    rows = db.session.execute(
        select(AuditEntry, actor.name)
        .outerjoin(actor, actor.id == AuditEntry.person_id)
        .where(*where)
        .order_by(order)
        .limit(limit)
    )
    found = rows.all()
    names = _names([entry.subject for entry, _ in found])
    return [TrailRow(entry, person, names.get(entry.subject)) for entry, person in found]


def _names(subjects: Sequence[str]) -> dict[str, str]:
    """Name the cases and calls among some subjects: case number and code, once they have been made known."""
    names: dict[str, str] = {}
    for kind, number, name, known in (
        (CASE, Application.id, Application.case_number, Application.submitted_at),
        (CALL, Call.id, Call.code, Call.published_at),
    ):
        ids = {int(one.removeprefix(kind)) for one in subjects if one.startswith(kind)}
        rows = db.session.execute(select(number, name).where(number.in_(ids), known.is_not(None)))
        names |= {f"{kind}{found}": str(called) for found, called in rows}
    return names


def _page(rows: Sequence[TrailRow], *, newer: bool, older: bool) -> TrailPage:
    return TrailPage(
        rows,
        after=rows[-1].entry.id if rows and older else None,
        before=rows[0].entry.id if rows and newer else None,
    )


def _conditions(chosen: TrailFilter) -> list[ColumnElement[bool]]:
    where = []
    if chosen.subject:
        where.append(_about(chosen.subject))
    if chosen.act:
        where.append(AuditEntry.act.startswith(chosen.act, autoescape=True))
    if chosen.person:
        where.append(AuditEntry.person_id.in_(_persons(chosen.person)))
    if chosen.first_day is not None:
        where.append(AuditEntry.at >= clock.start_of_day(chosen.first_day))
    if chosen.last_day is not None:
        where.append(AuditEntry.at < clock.end_of_day(chosen.last_day))
    return where


def _about(subject: str) -> ColumnElement[bool]:
    """Match a whole subject, all subjects of a kind, or the case with a number."""
    case = db.session.scalars(
        select(Application.id).where(Application.case_number == subject)
    ).first()
    if case is not None:
        return AuditEntry.subject == f"{CASE}{case}"
    return or_(
        AuditEntry.subject == subject, AuditEntry.subject.startswith(f"{subject}:", autoescape=True)
    )


def _persons(text: str) -> list[int]:
    """Find persons by a part of the name or the address; SQLite knows the case of a–z only."""
    spellings = sorted({text, text.lower(), text.upper(), text.title()})
    return list(
        db.session.scalars(
            select(Person.id)
            .where(
                or_(
                    Person.email.icontains(text.lower(), autoescape=True),
                    *(Person.name.icontains(one, autoescape=True) for one in spellings),
                )
            )
            .order_by(Person.id)
        )
    )
