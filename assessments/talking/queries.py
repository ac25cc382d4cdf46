"""Who in the office has a case, and the notes that officers leave each other."""

from typing import NamedTuple

from sqlalchemy import ColumnElement, bindparam, exists, select
from sqlalchemy.orm import joinedload

from accounts.models import Membership, Organisation, Person, Role
from accounts.permissions import Permission, allows
from applications.messages.models import Message
from applications.messages.queries import asked_about
from applications.models import Application
from assessments.impartiality.parties import organisations_of
from assessments.models import Assignment, Task
from assessments.queries.gate import pass_gate
from assessments.talking.models import InternalNote
from foundation.database import db
from foundation.errors import NotFoundError


def case_or_draft(person: Person, application_id: int) -> Application:
    """Open the talk of a case, or of a draft in which somebody has asked, for an officer.

    A case is open only through the gate: raises ClosedCaseError. A draft has no gate yet: it exists only
    for who answers applicants, and not for who belongs to one of its organisations. Raises
    NotFoundError.
    """
    if not allows(person, Permission.CASE_READ):
        raise NotFoundError
    found = asked_about(application_id)
    if found.submitted_at is not None:
        pass_gate(person, application_id)
    elif belongs_to(person, found) or not allows(person, Permission.APPLICATION_CONTROL):
        raise NotFoundError
    return found


def belongs_to(person: Person, application: Application) -> bool:
    """Tell whether a person belongs to an organisation of an application. Needs the partners."""
    own = organisations_of([person.id])[person.id]
    return bool(own & {one.organisation_id for one in application.partners})


def officers_of(application: Application) -> list[Person]:
    """Give the active officers who handle a case; nobody does: those who handle others of its call."""
    return _handlers(Assignment.application_id == application.id) or _handlers(
        Assignment.application_id.in_(
            select(Application.id).where(Application.call_id == application.call_id)
        )
    )


def office_of(person: Person) -> Organisation:
    """Give the state body that a person is a case officer of. Raises NotFoundError."""
    found = db.session.scalars(
        select(Organisation)
        .join(Membership, Membership.organisation_id == Organisation.id)
        .where(
            Membership.person_id == person.id,
            Membership.role == Role.CASE_OFFICER,
            Membership.ended_at.is_(None),
        )
        .order_by(Membership.id)
    ).first()
    if found is None:
        raise NotFoundError
    return found


class There(NamedTuple):
    """Whether a case has anything to read of each kind."""

    messages: bool
    notes: bool


def what_there_is(application_id: int) -> There:
    """Tell whether a case has messages and notes: most have neither, and need not be asked further."""
    return There(*db.session.execute(_WHAT_THERE_IS, {"id": application_id}).one())


_WHAT_THERE_IS = select(
    exists().where(Message.application_id == bindparam("id")),
    exists().where(InternalNote.application_id == bindparam("id")),
)


class ShownNote(NamedTuple):
    """A note as it reads now, and how it read before, the newest first."""

    note: InternalNote
    earlier: tuple[InternalNote, ...]

    @property
    def first(self) -> InternalNote:
        """Give the note as it was first written."""
        return self.earlier[-1] if self.earlier else self.note


def notes_of(application_id: int) -> list[ShownNote]:
    """List the internal notes of a case with who wrote them, in the order they were first written."""
    found = {
        one.id: one
        for one in db.session.scalars(
            select(InternalNote)
            .where(InternalNote.application_id == application_id)
            .options(joinedload(InternalNote.person))
            .order_by(InternalNote.id)
        )
    }
    replaced = {one.replaces_id for one in found.values()}
    shown = [_shown(one, found) for one in found.values() if one.id not in replaced]
    return sorted(shown, key=lambda one: one.first.id)


def _shown(note: InternalNote, found: dict[int, InternalNote]) -> ShownNote:
    earlier = []
    before = note.replaces_id
    while before is not None:
        earlier.append(found[before])
        before = found[before].replaces_id
    return ShownNote(note, tuple(earlier))


def note_in(application_id: int, note_id: int) -> InternalNote:
    """Find a note of a case. Raises NotFoundError."""
    found = db.session.scalars(
        select(InternalNote).where(
            InternalNote.id == note_id, InternalNote.application_id == application_id
        )
    ).first()
    if found is None:
        raise NotFoundError
    return found


def case_of(note: InternalNote) -> Application:
    """Give the case or draft that a note stands in, with its partners."""
    return asked_about(note.application_id)


def is_replaced(note: InternalNote) -> bool:
    """Tell whether another wording has come in a note's place."""
    later = select(InternalNote.id).where(InternalNote.replaces_id == note.id)
    return db.session.scalar(later) is not None


def _handlers(those: ColumnElement[bool]) -> list[Person]:
    return list(
        db.session.scalars(
            select(Person)
            .where(
                Person.id.in_(
                    select(Assignment.person_id).where(
                        those, Assignment.task == Task.HANDLE, Assignment.ended_at.is_(None)
                    )
                ),
                Person.deactivated_at.is_(None),
            )
            .order_by(Person.id)
        )
    )
