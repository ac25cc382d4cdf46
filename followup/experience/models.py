"""Accounts of experience, with what they are about and their documents."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from applications.models import Application
from criteria.experience import Subject
from foundation.database import Model

_UNANSWERED = "answered_at IS NULL"
_IN_THE_LIBRARY = "published AND withdrawn_at IS NULL"


class TagKind(StrEnum):
    """What a tag tells."""

    SUBJECT = "subject"
    STANDARD = "standard"


class Experience(Model):
    """What a project has learnt. One that is answered stays; a new number is written beside it.

    The kommune writes and sends; the office publishes it or returns it, and may withdraw it again. Of a
    project at most one is being worked on, and at most one is in the library.
    """

    __tablename__ = "experience"
    __table_args__ = (
        UniqueConstraint("application_id", "number"),
        Index(
            "uq_experience_unanswered",
            "application_id",
            unique=True,
            sqlite_where=text(_UNANSWERED),
            postgresql_where=text(_UNANSWERED),
        ),
        Index(
            "uq_experience_published",
            "application_id",
            unique=True,
            sqlite_where=text(_IN_THE_LIBRARY),
            postgresql_where=text(_IN_THE_LIBRARY),
        ),
        Index("ix_experience_answered_at", "answered_at"),
        CheckConstraint("(sent_at IS NULL) = (sent_by_id IS NULL)", name="sent_by_somebody"),
        CheckConstraint("answered_at IS NULL OR sent_at IS NOT NULL", name="sent_before_answered"),
        CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL)"
            " AND (answered_at IS NULL) = (published IS NULL)",
            name="answered_by_somebody",
        ),
        CheckConstraint("published IS NULL OR published OR answer <> ''", name="returned_says_why"),
        CheckConstraint(
            "withdrawn_at IS NULL OR (published AND withdrawn_why <> '')", name="withdrawn_says_why"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(200), default="")
    done: Mapped[str] = mapped_column(default="")
    worked: Mapped[str] = mapped_column(default="")
    failed: Mapped[str] = mapped_column(default="")
    contact_name: Mapped[str] = mapped_column(String(120), default="")
    contact_email: Mapped[str] = mapped_column(String(200), default="")
    started_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    sent_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    published: Mapped[bool | None]
    answer: Mapped[str] = mapped_column(default="")
    withdrawn_at: Mapped[datetime | None]
    withdrawn_why: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column()

    application: Mapped[Application] = relationship(lazy="raise")
    sent_by: Mapped[Person | None] = relationship(foreign_keys=[sent_by_id], lazy="raise")
    tags: Mapped[list["ExperienceTag"]] = relationship(
        order_by="ExperienceTag.code", lazy="raise", cascade="all, delete-orphan"
    )
    documents: Mapped[list["ExperienceDocument"]] = relationship(
        order_by="ExperienceDocument.id", back_populates="experience", lazy="raise"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def subject(self) -> str:
        """Give what the audit trail calls it."""
        return f"experience:{self.id}"

    @property
    def subjects(self) -> list[Subject]:
        """What it is about. Needs the tags."""
        return [Subject(one.code) for one in self.tags if one.kind is TagKind.SUBJECT]

    @property
    def standards(self) -> list[str]:
        """The codes of the standards that the project used. Needs the tags."""
        return [one.code for one in self.tags if one.kind is TagKind.STANDARD]


class ExperienceTag(Model):
    """A subject or a standard of an account."""

    __tablename__ = "experience_tag"
    __table_args__ = (Index("ix_experience_tag_kind_code", "kind", "code"),)

    experience_id: Mapped[int] = mapped_column(ForeignKey("experience.id"), primary_key=True)
    kind: Mapped[TagKind] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), primary_key=True)


class ExperienceDocument(Model):
    """A document that others can use again. It lies by its checksum in the file store."""

    __tablename__ = "experience_document"
    __table_args__ = (Index("ix_experience_document_experience_id", "experience_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    experience_id: Mapped[int] = mapped_column(ForeignKey("experience.id"))
    filename: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    added_at: Mapped[datetime]

    experience: Mapped[Experience] = relationship(back_populates="documents", lazy="raise")
