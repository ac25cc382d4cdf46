"""What was taken out and what was checked: exports and pulls of statistics, and runs of the checks."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person, Token
from figures.evidence.extent import Extent
from foundation.columns import JsonValue
from foundation.database import Model
from foundation.money import Ore


class QueryLog(Model):
    """Who took out what, when, with which filter; rows, control sum in øre and checksum."""

    __tablename__ = "query_log"
    __table_args__ = (Index("ix_query_log_person_id_at", "person_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    token_id: Mapped[int | None] = mapped_column(ForeignKey("token.id"))
    what: Mapped[str] = mapped_column(String(80))
    format: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime]
    filter: Mapped[JsonValue]
    rows: Mapped[int]
    control_sum: Mapped[Ore]
    sha256: Mapped[str] = mapped_column(String(64))

    person: Mapped[Person | None] = relationship(lazy="raise")
    token: Mapped[Token | None] = relationship(lazy="raise")


class Inspection(Model):
    """One run of all the checks: who asked for it, when, and what each check found so far.

    `results` is {"checks": [{"check", "found", "first"}, …]}: how many things are wrong, and the first of
    them as text. It grows check by check until `finished_at`.
    """

    __tablename__ = "inspection"

    id: Mapped[int] = mapped_column(primary_key=True)
    asked_at: Mapped[datetime]
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    results: Mapped[JsonValue]
    finished_at: Mapped[datetime | None]

    asked_by: Mapped[Person] = relationship(lazy="raise")


class EvidencePack(Model):
    """A pack of evidence on a case, a round or a budget year: who asked, and what it is known by when made.

    `about` is the id of a case or a call, or the year; `last_hash` is the end of the chain in its manifest.
    """

    __tablename__ = "evidence_pack"
    __table_args__ = (
        CheckConstraint("(finished_at IS NULL) = (sha256 IS NULL)", name="finished_is_kept"),
        CheckConstraint("(sha256 IS NULL) = (last_hash IS NULL)", name="kept_is_sealed"),
        CheckConstraint(
            "(sha256 IS NULL) = (size IS NULL) AND (sha256 IS NULL) = (files IS NULL)",
            name="kept_is_measured",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    extent: Mapped[Extent]
    about: Mapped[int]
    asked_at: Mapped[datetime]
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    finished_at: Mapped[datetime | None]
    files: Mapped[int | None]
    size: Mapped[int | None] = mapped_column(BigInteger)
    sha256: Mapped[str | None] = mapped_column(String(64))
    last_hash: Mapped[str | None] = mapped_column(String(64))

    asked_by: Mapped[Person] = relationship(lazy="raise")
