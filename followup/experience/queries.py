"""Reading accounts of experience: for those who write, for the office, and for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from accounts.models import Organisation
from applications.models import Application, Partner, PartnerRole
from applications.queries.spelling import mentions
from criteria.experience import Subject
from followup.experience.models import Experience, ExperienceDocument, ExperienceTag, TagKind
from foundation.database import db
from foundation.errors import NotFoundError

SIZE = 20


@dataclass(frozen=True, slots=True)
class LibraryFilter:
    """What somebody looks for in the library. `after`: the id that the page comes after."""

    text: str = ""
    subject: Subject | None = None
    standard: str = ""
    after: int | None = None


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """An account in the library, with the kommune that leads the project."""

    experience: Experience
    lead: str
    case_number: str | None


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """A page of the library, the newest first, and the id that the next comes after."""

    rows: Sequence[LibraryRow]
    after: int | None


def whole() -> tuple[LoaderOption, ...]:
    """Load an account with what it is about and its documents."""
    return (selectinload(Experience.tags), selectinload(Experience.documents))


def of_case(application_id: int) -> list[Experience]:
    """List the accounts of a project, the newest first, whole."""
    return list(
        db.session.scalars(
            select(Experience)
            .where(Experience.application_id == application_id)
            .options(*whole())
            .order_by(Experience.number.desc())
        )
    )


def sent_experience(experience_id: int) -> Experience:
    """Find an account that is sent, with its case, for the office. Raises NotFoundError."""
    statement = select(Experience).where(
        Experience.id == experience_id, Experience.sent_at.is_not(None)
    )
    return _one(
        statement.options(
            joinedload(Experience.application), joinedload(Experience.sent_by), *whole()
        )
    )


def sent_experiences() -> list[LibraryRow]:
    """List the newest sent account of each project for the office: those that wait first. Two queries."""
    later = select(Experience.application_id, Experience.number.label("number")).where(
        Experience.sent_at.is_not(None)
    ).subquery()
    newer = select(later.c.number).where(
        later.c.application_id == Experience.application_id, later.c.number > Experience.number
    )
    rows = db.session.execute(
        _rows()
        .where(Experience.sent_at.is_not(None), ~newer.exists())
        .order_by(
            Experience.answered_at.is_not(None), Experience.sent_at.desc(), Experience.id.desc()
        )
    )
    return [LibraryRow(*row) for row in rows]


def library(chosen: LibraryFilter, size: int = SIZE) -> LibraryPage:
    """Search the accounts that are published, the newest first. Two queries."""
    statement = _rows().where(*_published(), *_matching(chosen))
    if chosen.after is not None:
        statement = statement.where(Experience.id < chosen.after)
    rows = db.session.execute(statement.order_by(Experience.id.desc()).limit(size + 1)).all()
    shown = [LibraryRow(*row) for row in rows[:size]]
    return LibraryPage(shown, shown[-1].experience.id if len(rows) > size else None)


def published_experience(experience_id: int) -> LibraryRow:
    """Find a published account for everybody. Raises NotFoundError."""
    row = db.session.execute(
        _rows()
        .options(selectinload(Experience.documents))
        .where(*_published(), Experience.id == experience_id)
    ).first()
    if row is None:
        raise NotFoundError
    return LibraryRow(*row)


def published_document(document_id: int) -> ExperienceDocument:
    """Find a document of a published account. Raises NotFoundError."""
    found = db.session.scalars(
        select(ExperienceDocument)
        .join(ExperienceDocument.experience)
        .where(ExperienceDocument.id == document_id, *_published())
    ).first()
    if found is None:
        raise NotFoundError
    return found


def _rows() -> Select[Experience, str, str | None]:
    return (
        select(Experience, Organisation.name, Application.case_number)
        .join(Application, Application.id == Experience.application_id)
        .join(Partner, Partner.application_id == Application.id)
        .join(Organisation, Organisation.id == Partner.organisation_id)
        .where(Partner.role == PartnerRole.LEAD)
        .options(selectinload(Experience.tags))
    )


def _published() -> tuple[ColumnElement[bool], ...]:
    return (Experience.published.is_(True), Experience.withdrawn_at.is_(None))


def _matching(chosen: LibraryFilter) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if chosen.text:
        where.append(
            mentions(
                chosen.text, Experience.title, Experience.done, Experience.worked,
                Experience.failed, Organisation.name,
            )
        )  # fmt: skip
    for kind, code in (
        (TagKind.SUBJECT, chosen.subject.value if chosen.subject else ""),
        (TagKind.STANDARD, chosen.standard),
    ):
        if code:
            tagged = select(ExperienceTag.experience_id).where(
                ExperienceTag.kind == kind, ExperienceTag.code == code
            )
            where.append(Experience.id.in_(tagged))
    return where


def _one(statement: Select[Experience]) -> Experience:
    found = db.session.scalars(statement).first()
    if found is None:
        raise NotFoundError
    return found
