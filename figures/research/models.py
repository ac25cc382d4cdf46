"""Editions of the data that can be cited, what each file in them is known by, and who accepted the terms."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from foundation.columns import JsonValue
from foundation.database import Model
from foundation.money import Ore


class Snapshot(Model):
    """An edition: everything as it was at one moment, never changed. Its id is its number.

    `told` keeps what was counted and what was held back of each table about persons, for the editions after
    it. `under_way` is true while the edition is made and nothing afterwards: only one is made at a time.
    """

    __tablename__ = "snapshot"
    __table_args__ = (
        UniqueConstraint("under_way"),
        CheckConstraint("under_way IS NULL OR under_way", name="under_way_or_nothing"),
        CheckConstraint("(taken_at IS NULL) = (under_way IS NOT NULL)", name="taken_or_under_way"),
        CheckConstraint(
            "(taken_at IS NULL) = (package_sha256 IS NULL)", name="taken_has_a_package"
        ),
        CheckConstraint("(taken_at IS NULL) = (told IS NULL)", name="taken_keeps_what_it_told"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    asked_at: Mapped[datetime]
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    under_way: Mapped[bool | None]
    taken_at: Mapped[datetime | None]
    package_sha256: Mapped[str | None] = mapped_column(String(64))
    told: Mapped[JsonValue | None]

    asked_by: Mapped[Person] = relationship(lazy="raise")
    files: Mapped[list["SnapshotFile"]] = relationship(order_by="SnapshotFile.id", lazy="raise")


class SnapshotFile(Model):
    """A file of an edition: a table in a format, or what describes them. It lies by its checksum."""

    __tablename__ = "snapshot_file"
    __table_args__ = (
        UniqueConstraint("snapshot_id", "name"),
        CheckConstraint("size > 0", name="not_empty"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    snapshot_id: Mapped[int] = mapped_column(ForeignKey("snapshot.id"))
    name: Mapped[str] = mapped_column(String(60))
    table_code: Mapped[str] = mapped_column(String(40))
    format: Mapped[str] = mapped_column(String(10))
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(BigInteger)
    rows: Mapped[int]
    control_sum: Mapped[Ore]


class AcceptedTerms(Model):
    """That a researcher accepted an edition of the terms, and when."""

    __tablename__ = "accepted_terms"
    __table_args__ = (UniqueConstraint("person_id", "terms"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    terms: Mapped[int]
    accepted_at: Mapped[datetime]
