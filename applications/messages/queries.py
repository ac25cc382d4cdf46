"""Reading messages: a case's thread, what one has not read, and what nobody has answered."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.orm import aliased, joinedload, selectinload

from accounts.models import Organisation, Person, Role
from applications.messages.models import Message, MessageRead, MessageSettled, Side
from applications.models import Application, Partner, PartnerRole
from applications.queries.one import ACTS_FOR, application_of
from foundation.database import db
from foundation.errors import NotFoundError
from foundation.language import Bilingual
from grants.models import Call

MOST_SHOWN = 200


class Unanswered(NamedTuple):
    """A question that waits for the office, as the list of them shows it."""

    application_id: int
    case_number: str | None
    call: Bilingual
    lead: str
    person: str
    sent_at: datetime


def thread_of(application_id: int) -> list[Message]:
    """List the messages of a case, the oldest first, with who wrote them and for whom."""
    return list(
        db.session.scalars(
            select(Message)
            .where(Message.application_id == application_id)
            .options(joinedload(Message.person), joinedload(Message.organisation))
            .order_by(Message.id)
        )
    )


def reads_of(application_id: int) -> list[MessageRead]:
    """List how far each person has read in a case, with the person."""
    return list(
        db.session.scalars(
            select(MessageRead)
            .where(MessageRead.application_id == application_id)
            .options(joinedload(MessageRead.person))
            .order_by(MessageRead.read_at, MessageRead.person_id)
        )
    )


def application_to_write_in(person: Person, application_id: int) -> Application:
    """Find an application that one of the person's organisations takes part in, and has not declined.

    Raises NotFoundError.
    """
    found = application_of(person, application_id)
    if not _own_partners(found, person):
        raise NotFoundError
    return found


def speaks_for(application: Application, person: Person) -> Organisation:
    """Give the organisation that a person speaks for: the lead's, when the person acts for several."""
    own = _own_partners(application, person)
    if not own:
        raise NotFoundError
    return min(own, key=lambda one: (one.role is not PartnerRole.LEAD, one.id)).organisation


def _own_partners(application: Application, person: Person) -> list[Partner]:
    own = person.organisations_as(*ACTS_FOR)
    return [
        one
        for one in application.partners
        if one.organisation_id in own and one.declined_at is None
    ]


def asked_about(application_id: int) -> Application:
    """Find what somebody has asked about, for the office: a case, or a draft with a question in it.

    Only who applies and in which call is loaded: a draft's contents are its applicant's own. Raises
    NotFoundError, also for a draft in which nobody has asked.
    """
    has_asked = exists().where(Message.application_id == Application.id)
    found = db.session.scalars(
        select(Application)
        .where(Application.id == application_id, Application.submitted_at.is_not(None) | has_asked)
        .options(
            joinedload(Application.call),
            selectinload(Application.partners)
            .joinedload(Partner.organisation)
            .selectinload(Organisation.versions),
        )
    ).first()
    if found is None:
        raise NotFoundError
    return found


def message_file(application_id: int, message_id: int) -> Message:
    """Find a message that carries a file. Who may see the case is asked before. Raises NotFoundError."""
    found = db.session.scalars(
        select(Message).where(
            Message.id == message_id,
            Message.application_id == application_id,
            Message.sha256.is_not(None),
        )
    ).first()
    if found is None:
        raise NotFoundError
    return found


def unread_by(person: Person, applications: Iterable[int], side: Side) -> dict[int, int]:
    """Count, for each application that has any, the other side's messages that a person has not read."""
    rows = db.session.execute(
        select(Message.application_id, func.count(Message.id))
        .outerjoin(
            MessageRead,
            and_(
                MessageRead.application_id == Message.application_id,
                MessageRead.person_id == person.id,
            ),
        )
        .where(
            Message.application_id.in_(list(applications)),
            Message.side != side,
            Message.id > func.coalesce(MessageRead.message_id, 0),
        )
        .group_by(Message.application_id)
    )
    return {row[0]: row[1] for row in rows}


def unread_messages(person: Person) -> Select[int]:
    """Ask for what the office has written in the person's applications that the person has not read."""
    own = select(Partner.application_id).where(
        Partner.organisation_id.in_(person.organisations_as(*ACTS_FOR)),
        Partner.declined_at.is_(None),
    )
    read = select(MessageRead.message_id).where(
        MessageRead.application_id == Message.application_id, MessageRead.person_id == person.id
    )
    return select(Message.id).where(
        Message.application_id.in_(own),
        Message.side == Side.OFFICE,
        Message.id > func.coalesce(read.scalar_subquery(), 0),
    )


def is_unanswered() -> ColumnElement[bool]:
    """Say of a message that it is from an applicant, the newest of its case, and not settled."""
    newer = aliased(Message)
    return and_(
        Message.side == Side.APPLICANT,
        ~exists().where(newer.application_id == Message.application_id, newer.id > Message.id),
        ~exists().where(MessageSettled.message_id == Message.id),
    )


def waits_for_answer(application_id: int) -> Message | None:
    """Give the message of a case that the office has not answered, if there is one."""
    return db.session.scalars(
        select(Message).where(Message.application_id == application_id, is_unanswered())
    ).first()


def unanswered() -> list[Unanswered]:
    """List the questions that nobody has answered, the oldest first: who asks, never what."""
    rows = db.session.execute(
        select(
            Message.application_id, Application.case_number, Call.title, Organisation.name,
            Person.name, Message.sent_at,
        )
        .join(Application, Application.id == Message.application_id)
        .join(Call, Call.id == Application.call_id)
        .join(Person, Person.id == Message.person_id)
        .join(
            Partner,
            and_(Partner.application_id == Application.id, Partner.role == PartnerRole.LEAD),
        )
        .join(Organisation, Organisation.id == Partner.organisation_id)
        .where(is_unanswered())
        .order_by(Message.sent_at, Message.id)
        .limit(MOST_SHOWN)
    )  # fmt: skip
    return [Unanswered(*row) for row in rows]


def correspondents(application: Application) -> list[Person]:
    """List the active persons on the applicant's side who began, handed in or have written."""
    own = {application.created_by_id, application.submitted_by_id}
    writers = select(Message.person_id).where(
        Message.application_id == application.id, Message.side == Side.APPLICANT
    )
    return list(
        db.session.scalars(
            select(Person)
            .where(
                Person.id.in_([one for one in own if one is not None]) | Person.id.in_(writers),
                Person.deactivated_at.is_(None),
            )
            .order_by(Person.id)
        )
    )


def all_officers() -> list[Person]:
    """List the active case officers."""
    return list(
        db.session.scalars(
            select(Person)
            .where(
                Person.memberships.any(role=Role.CASE_OFFICER, ended_at=None),
                Person.deactivated_at.is_(None),
            )
            .order_by(Person.id)
        )
    )
