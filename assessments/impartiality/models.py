"""What is said and ruled of a person's impartiality in a case. Nothing of it is ever edited."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation, Person
from assessments.models import Declaration
from criteria.impartiality import Outcome
from foundation.database import Model


class DeclarationCover(Model):
    """An organisation that took part when a declaration was made, and that it so was made against."""

    __tablename__ = "declaration_cover"

    declaration_id: Mapped[int] = mapped_column(ForeignKey("declaration.id"), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), primary_key=True)


class Objection(Model):
    """That a party objects to a person's handling of the case (fvl. 1967 § 8), as an officer noted it."""

    __tablename__ = "objection"
    __table_args__ = (
        Index("ix_objection_application_id_person_id_id", "application_id", "person_id", "id"),
        CheckConstraint("length(trim(text)) > 0", name="says_something"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    text: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    person: Mapped[Person] = relationship(foreign_keys=[person_id], lazy="raise")
    organisation: Mapped[Organisation] = relationship(lazy="raise")
    recorded_by: Mapped[Person] = relationship(foreign_keys=[recorded_by_id], lazy="raise")


class Ruling(Model):
    """A leader's ruling on a person in a case; a newer one supersedes it.

    It was given on the newest declaration and the newest objection there were then: what comes later is
    not answered by it.
    """

    __tablename__ = "ruling"
    __table_args__ = (
        Index("ix_ruling_application_id_person_id_id", "application_id", "person_id", "id"),
        Index("ix_ruling_declaration_id", "declaration_id"),
        Index("ix_ruling_objection_id", "objection_id"),
        CheckConstraint("length(trim(reason)) > 0", name="has_a_reason"),
        CheckConstraint("ruled_by_id <> person_id", name="nobody_rules_on_oneself"),
        CheckConstraint(
            "declaration_id IS NOT NULL OR objection_id IS NOT NULL", name="answers_something"
        ),
        CheckConstraint(
            "substitute_id IS NULL OR outcome = 'partial'", name="substitute_for_the_partial"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    outcome: Mapped[Outcome]
    reason: Mapped[str]
    declaration_id: Mapped[int | None] = mapped_column(ForeignKey("declaration.id"))
    objection_id: Mapped[int | None] = mapped_column(ForeignKey("objection.id"))
    substitute_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    ruled_at: Mapped[datetime]
    ruled_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    person: Mapped[Person] = relationship(foreign_keys=[person_id], lazy="raise")
    declaration: Mapped[Declaration | None] = relationship(lazy="raise")
    objection: Mapped[Objection | None] = relationship(lazy="raise")
    substitute: Mapped[Person | None] = relationship(foreign_keys=[substitute_id], lazy="raise")
    ruled_by: Mapped[Person] = relationship(foreign_keys=[ruled_by_id], lazy="raise")
