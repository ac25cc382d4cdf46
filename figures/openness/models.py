"""The public journal: its lines, the marks on them, and who has asked for a document."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation, Person
from applications.models import Application
from criteria.disclosure import Ground
from foundation.columns import JsonValue
from foundation.database import Model


class Direction(StrEnum):
    """Which way a document went (journalposttype I and U; Noark 5)."""

    IN = "in"
    OUT = "out"


class DocumentKind(StrEnum):
    """What a line of the journal stands for, and with that which row is the document."""

    APPLICATION = "application"
    WITHDRAWAL = "withdrawal"
    LETTER = "letter"
    SUPPLEMENT = "supplement"
    MESSAGE = "message"
    ACCEPTANCE = "acceptance"
    COMPLAINT = "complaint"
    COMPLAINT_WITHDRAWN = "complaint_withdrawn"
    COMPLAINT_COMMENT = "complaint_comment"
    COMPLAINT_FORWARDED = "complaint_forwarded"
    COMPLAINT_RESULT = "complaint_result"
    REASONS_ASKED = "reasons_asked"
    REASONS_GIVEN = "reasons_given"
    REPORT = "report"
    REPORT_RETURNED = "report_returned"


class JournalLine(Model):
    """A document in or out of a case, with its number in the case: gapless, and never given to another.

    `source_id` is the id of the row that is the document. What people read of it is derived from that
    row; only what must never change is kept here. `organisation_id` is whom it came from or went to;
    None for the appeal body.
    """

    __tablename__ = "journal_line"
    __table_args__ = (
        UniqueConstraint("application_id", "number"),
        UniqueConstraint("kind", "source_id"),
        CheckConstraint("number > 0", name="number_above_0"),
        Index("ix_journal_line_dated_id", "dated", "id"),
        Index("ix_journal_line_organisation_id_dated_id", "organisation_id", "dated", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    number: Mapped[int]
    kind: Mapped[DocumentKind]
    source_id: Mapped[int]
    direction: Mapped[Direction]
    dated: Mapped[date]
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    kept_at: Mapped[datetime]

    application: Mapped[Application] = relationship(lazy="raise")
    organisation: Mapped[Organisation | None] = relationship(lazy="raise")

    @property
    def subject(self) -> str:
        """Name it in the audit trail."""
        return f"journal_line:{self.id}"


class Exemption(Model):
    """What was found of whether a document is open, in versions: the living one is not superseded.

    `ground` None: it is open, as it was found. `title` is what the journal says instead of a title that is
    itself exempt.
    """

    __tablename__ = "exemption"
    __table_args__ = (
        UniqueConstraint("line_id", "number"),
        Index(
            "uq_exemption_living",
            "line_id",
            unique=True,
            sqlite_where=text("superseded_at IS NULL"),
            postgresql_where=text("superseded_at IS NULL"),
        ),
        CheckConstraint("ground IS NOT NULL OR title IS NULL", name="open_hides_no_title"),
        CheckConstraint("title IS NULL OR title <> ''", name="title_says_something"),
        CheckConstraint("reason <> ''", name="says_why"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    line_id: Mapped[int] = mapped_column(ForeignKey("journal_line.id"))
    number: Mapped[int]
    ground: Mapped[Ground | None]
    title: Mapped[str | None] = mapped_column(String(200))
    reason: Mapped[str]
    set_at: Mapped[datetime]
    set_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    superseded_at: Mapped[datetime | None]

    set_by: Mapped[Person] = relationship(lazy="raise")


class DisclosureRequest(Model):
    """Somebody asks for a document of the journal, and the answer: all of it, parts of it, or nothing.

    `given` are the keys of the parts that were handed out; `ground` is why something was not. The answer is
    read by whoever has its address, of which only the hash is kept. Name and address of who asked are
    blank when they are no longer needed.
    """

    __tablename__ = "disclosure_request"
    __table_args__ = (
        UniqueConstraint("key_hash"),
        Index("ix_disclosure_request_answered_at_due_on", "answered_at", "due_on"),
        Index("ix_disclosure_request_line_id", "line_id"),
        CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL)", name="answered_by_somebody"
        ),
        CheckConstraint("(answered_at IS NULL) = (given IS NULL)", name="answer_gives_or_not"),
        CheckConstraint("(answered_at IS NULL) = (key_hash IS NULL)", name="answer_has_an_address"),
        CheckConstraint("answered_at IS NOT NULL OR ground IS NULL", name="ground_of_an_answer"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    line_id: Mapped[int] = mapped_column(ForeignKey("journal_line.id"))
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(200))
    said: Mapped[str]
    asked_at: Mapped[datetime]
    due_on: Mapped[date]
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    given: Mapped[JsonValue | None]
    ground: Mapped[Ground | None]
    answer: Mapped[str] = mapped_column(default="")
    key_hash: Mapped[str | None] = mapped_column(String(64))

    line: Mapped[JournalLine] = relationship(lazy="raise")
    answered_by: Mapped[Person | None] = relationship(lazy="raise")

    @property
    def subject(self) -> str:
        """Name it in the audit trail."""
        return f"disclosure:{self.id}"

    @property
    def parts(self) -> frozenset[str]:
        """The keys of the parts that were handed out."""
        return frozenset(self.given["parts"] if self.given else ())
