"""The documents that are not in the journal yet, read from the rows that are the documents.

A case comes into the journal when its call has closed: until then nobody shall learn from us who competes
with whom. A document comes in when it has left the office or reached it: a letter of a decision when that is
published, anything else when it is made or sent. Drafts and what is internal have no source here.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, case, inspect, literal, null, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from applications.messages.models import Message, Side
from applications.models import Application, Deficiency, Event, Partner, PartnerRole
from criteria.procedure import Act
from criteria.steps import Step
from decisions.appeals.models import Complaint, ComplaintForwarding, ReasonsRequest
from decisions.models import Acceptance, Decision, Letter, LetterKind
from figures.openness.models import Direction, DocumentKind, JournalLine
from followup.models import Report
from foundation.database import db
from grants.models import Call


class Document(NamedTuple):
    """A document, when it went which way, and from or to whom (None: the appeal body)."""

    application_id: int
    at: datetime
    kind: DocumentKind
    source_id: int
    direction: Direction
    organisation_id: int | None
    owner_id: int | None = None
    """The party whose own affair it is, such as its complaint; None: all who take part may read it."""


Column = InstrumentedAttribute[Any] | ColumnElement[Any]
_LEAD = Partner.organisation_id


class _Source(NamedTuple):
    """How the documents of a kind are found: their numbers, moments and parties, and the way to the case."""

    document: Any
    """The table's class, whose key is the document's number."""
    at: Column
    to_case: tuple[tuple[Any, ColumnElement[bool]], ...]
    is_out: ColumnElement[bool]
    party: Column = _LEAD
    where: ColumnElement[bool] | None = None
    owner: Column | None = None

    @property
    def number(self) -> Column:
        """The document's number in its table."""
        key: Column = inspect(self.document).primary_key[0]
        return key


def unkept(today: date) -> list[Document]:
    """Give the documents that the journal lacks, in the order they are numbered. One query a kind."""
    found: list[Document] = []
    for kind, source in _SOURCES.items():
        kept = and_(JournalLine.kind == kind, JournalLine.source_id == source.number)
        statement = (
            _documents(source)
            .join(Call, Call.id == Application.call_id)
            .outerjoin(JournalLine, kept)
            .where(Call.closes_on < today, JournalLine.id.is_(None))
        )
        found += _read(kind, statement)
    return sorted(found, key=lambda one: (one.application_id, _order(one)))


def documents_in(application_id: int) -> list[Document]:
    """Give all documents of a case, the oldest first, in the journal or not. One query a kind."""
    found: list[Document] = []
    for kind, source in _SOURCES.items():
        found += _read(kind, _documents(source).where(Application.id == application_id))
    return sorted(found, key=_order)


def _order(one: Document) -> tuple[datetime, str, int]:
    return one.at, one.kind.value, one.source_id


def _read(kind: DocumentKind, statement: Select[Any]) -> Iterator[Document]:
    for row in db.session.execute(statement):
        yield Document(
            row.application_id, row.at, kind, row.source_id,
            Direction.OUT if row.is_out else Direction.IN, row.party, row.owner,
        )  # fmt: skip


def _documents(source: _Source) -> Select[Any]:
    lead = and_(Partner.application_id == Application.id, Partner.role == PartnerRole.LEAD)
    statement = select(
        Application.id.label("application_id"),
        source.number.label("source_id"),
        source.at.label("at"),
        source.is_out.label("is_out"),
        source.party.label("party"),
        (null() if source.owner is None else source.owner).label("owner"),
    ).select_from(source.document)
    for target, on in source.to_case:
        statement = statement.join(target, on)
    statement = statement.join(Partner, lead).where(
        Application.submitted_at.is_not(None), source.at.is_not(None)
    )
    return statement if source.where is None else statement.where(source.where)


def _to_case(key: InstrumentedAttribute[int]) -> tuple[tuple[Any, ColumnElement[bool]], ...]:
    return ((Application, Application.id == key),)


_IN, _OUT = literal(value=False), literal(value=True)
_PUBLISHED = (
    select(Decision.published_at).where(Decision.id == Letter.decision_id).scalar_subquery()
)
_OF_DECISION = ((Application, Application.id == Decision.application_id),)
_OF_COMPLAINT = (
    (Complaint, Complaint.id == ComplaintForwarding.complaint_id),
    *_to_case(Complaint.application_id),
)
_OF_REASONS = ((Decision, Decision.id == ReasonsRequest.decision_id), *_OF_DECISION)

_SOURCES: dict[DocumentKind, _Source] = {
    DocumentKind.APPLICATION: _Source(Application, Application.submitted_at, (), _IN),
    DocumentKind.WITHDRAWAL: _Source(
        Event, Event.at, _to_case(Event.application_id), _IN, where=Event.act == Act.WITHDRAW
    ),
    DocumentKind.SUPPLEMENT: _Source(
        Deficiency, Deficiency.answered_at, _to_case(Deficiency.application_id), _IN
    ),
    DocumentKind.MESSAGE: _Source(
        Message,
        Message.sent_at,
        _to_case(Message.application_id),
        Message.side == Side.OFFICE,
        case((Message.side == Side.OFFICE, _LEAD), else_=Message.organisation_id),
    ),
    DocumentKind.ACCEPTANCE: _Source(
        Acceptance,
        Acceptance.answered_at,
        ((Decision, Decision.id == Acceptance.decision_id), *_OF_DECISION),
        _IN,
        where=or_(Acceptance.accepted, Application.step != Step.LAPSED),
    ),
    DocumentKind.COMPLAINT: _Source(
        Complaint,
        Complaint.submitted_at,
        _to_case(Complaint.application_id),
        _IN,
        Complaint.organisation_id,
        owner=Complaint.organisation_id,
    ),
    DocumentKind.COMPLAINT_WITHDRAWN: _Source(
        Complaint,
        Complaint.withdrawn_at,
        _to_case(Complaint.application_id),
        _IN,
        Complaint.organisation_id,
        owner=Complaint.organisation_id,
    ),
    DocumentKind.COMPLAINT_COMMENT: _Source(
        ComplaintForwarding,
        ComplaintForwarding.commented_at,
        _OF_COMPLAINT,
        _IN,
        Complaint.organisation_id,
        owner=Complaint.organisation_id,
    ),
    DocumentKind.COMPLAINT_FORWARDED: _Source(
        ComplaintForwarding,
        ComplaintForwarding.sent_at,
        _OF_COMPLAINT,
        _OUT,
        null(),
        owner=Complaint.organisation_id,
    ),
    DocumentKind.COMPLAINT_RESULT: _Source(
        ComplaintForwarding,
        ComplaintForwarding.registered_at,
        _OF_COMPLAINT,
        _IN,
        null(),
        owner=Complaint.organisation_id,
    ),
    DocumentKind.REASONS_ASKED: _Source(
        ReasonsRequest,
        ReasonsRequest.asked_at,
        _OF_REASONS,
        _IN,
        ReasonsRequest.organisation_id,
        owner=ReasonsRequest.organisation_id,
    ),
    DocumentKind.REASONS_GIVEN: _Source(
        ReasonsRequest,
        ReasonsRequest.answered_at,
        _OF_REASONS,
        _OUT,
        ReasonsRequest.organisation_id,
        owner=ReasonsRequest.organisation_id,
    ),
    DocumentKind.REPORT: _Source(Report, Report.submitted_at, _to_case(Report.application_id), _IN),
    DocumentKind.REPORT_RETURNED: _Source(
        Report,
        Report.reviewed_at,
        _to_case(Report.application_id),
        _OUT,
        where=Report.approved.is_(False),
    ),
    DocumentKind.LETTER: _Source(
        Letter,
        case((Letter.decision_id.is_(None), Letter.made_at), else_=_PUBLISHED),
        _to_case(Letter.application_id),
        _OUT,
        Letter.organisation_id,
        where=and_(Letter.made_at.is_not(None), Letter.superseded_at.is_(None)),
        owner=case((Letter.kind == LetterKind.RECEIPT, null()), else_=Letter.organisation_id),
    ),
}
"""Where each kind comes from. A letter that another has replaced was never sent."""
