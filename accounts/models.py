"""Who: persons, their roles, the organisations they act for, and the register of kommuner."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from foundation.columns import JsonValue
from foundation.database import Model


class OrganisationKind(StrEnum):
    """What kind of organisation may take part (glossary; inv. 64, 70)."""

    MUNICIPALITY = "municipality"
    COUNTY = "county"
    HEALTH_TRUST = "health_trust"
    REGIONAL_HEALTH_AUTHORITY = "regional_health_authority"
    INTERMUNICIPAL_COMPANY = "intermunicipal_company"
    MUNICIPAL_TASK_COMMUNITY = "municipal_task_community"
    INTERMUNICIPAL_COUNCIL = "intermunicipal_council"
    INTEREST_ORGANISATION = "interest_organisation"
    AGENCY = "agency"
    RESEARCH = "research"


class NumberBasis(StrEnum):
    """How an organisation number is known."""

    CONFIRMED = "confirmed"
    ASSUMED_UNCHANGED = "assumed_unchanged"
    UNKNOWN = "unknown"


class LanguageForm(StrEnum):
    """A kommune's language resolution (språkvedtak, språklova § 11): decides its letters' language."""

    BOKMAL = "bokmål"
    NYNORSK = "nynorsk"
    NEUTRAL = "nøytral"


class HealthRegion(StrEnum):
    """The four health regions."""

    NORTH = "Nord"
    MID = "Midt-Norge"
    WEST = "Vest"
    SOUTH_EAST = "Sør-Øst"


class Role(StrEnum):
    """What a person does for an organisation. Permissions hang on roles, never on persons."""

    EDITOR = "editor"
    SIGNATORY = "signatory"
    CASE_OFFICER = "case_officer"
    DECISION_MAKER = "decision_maker"
    CONTROLLER = "controller"
    RESEARCHER = "researcher"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class Organisation(Model):
    """A legal unit that may apply, take part, decide or do research."""

    __tablename__ = "organisation"
    __table_args__ = (
        CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="valid_in_order"),
        Index("ix_organisation_kind_name", "kind", "name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    kind: Mapped[OrganisationKind]
    name: Mapped[str] = mapped_column(String(200))
    organisation_number: Mapped[str | None] = mapped_column(String(9), unique=True)
    number_basis: Mapped[NumberBasis] = mapped_column(default=NumberBasis.CONFIRMED)
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]

    versions: Mapped[list["MunicipalityVersion"]] = relationship(
        back_populates="organisation", order_by="MunicipalityVersion.valid_from", lazy="raise"
    )
    populations: Mapped[list["Population"]] = relationship(
        back_populates="organisation", order_by="Population.year", lazy="raise"
    )


class MunicipalityVersion(Model):
    """What a kommune was called and belonged to from a date until another (both included)."""

    __tablename__ = "municipality_version"
    __table_args__ = (
        UniqueConstraint("organisation_id", "valid_from"),
        UniqueConstraint("number", "valid_from"),
        CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="valid_in_order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    number: Mapped[str] = mapped_column(String(4), index=True)
    name: Mapped[str] = mapped_column(String(100))
    official_name: Mapped[str] = mapped_column(String(200))
    county_number: Mapped[str] = mapped_column(String(2))
    county_name: Mapped[str] = mapped_column(String(60))
    centrality: Mapped[int | None]
    centrality_index: Mapped[int | None]
    language_form: Mapped[LanguageForm | None]
    health_region: Mapped[HealthRegion | None]
    health_trust: Mapped[str | None] = mapped_column(String(100))
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]

    organisation: Mapped[Organisation] = relationship(back_populates="versions", lazy="raise")


class Population(Model):
    """Inhabitants on 1 January of a year (SSB table 07459)."""

    __tablename__ = "population"
    __table_args__ = (CheckConstraint("inhabitants >= 0", name="not_negative"),)

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    inhabitants: Mapped[int]

    organisation: Mapped[Organisation] = relationship(back_populates="populations", lazy="raise")


class MunicipalityChange(Model):
    """An edge in the history of kommuner: a new number, a split, a merger or a new name."""

    __tablename__ = "municipality_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    changed_on: Mapped[date] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(String(40))
    old_number: Mapped[str] = mapped_column(String(4))
    old_name: Mapped[str] = mapped_column(String(200))
    new_number: Mapped[str | None] = mapped_column(String(4))
    new_name: Mapped[str] = mapped_column(String(200))
    note: Mapped[str | None]


class Person(Model):
    """Somebody who signs in. Persons are never deleted: their acts stay theirs (inv. 156, 176)."""

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("locale IN ('nb', 'nn')", name="locale_is_norwegian"),
        CheckConstraint("failed_sign_ins >= 0", name="failures_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(200), unique=True)
    password_hash: Mapped[str | None] = mapped_column(String(200))
    locale: Mapped[str] = mapped_column(String(2), default="nb")
    created_at: Mapped[datetime]
    deactivated_at: Mapped[datetime | None]
    failed_sign_ins: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]

    memberships: Mapped[list["Membership"]] = relationship(
        back_populates="person",
        foreign_keys="Membership.person_id",
        order_by="Membership.id",
        lazy="raise",
    )

    @property
    def is_active(self) -> bool:
        """Tell whether the person may sign in at all."""
        return self.deactivated_at is None

    @property
    def is_authenticated(self) -> bool:
        """Tell Flask-Login that this is a person, not a stranger."""
        return True

    @property
    def is_anonymous(self) -> bool:
        """Tell Flask-Login that this is not a stranger."""
        return False

    @property
    def roles(self) -> frozenset[Role]:
        """The roles the person holds now; needs the memberships loaded."""
        return frozenset(m.role for m in self.memberships if m.ended_at is None)

    def organisations_as(self, *roles: Role) -> frozenset[int]:
        """Give the ids of the organisations for which the person holds one of the roles."""
        return frozenset(
            m.organisation_id for m in self.memberships if m.role in roles and m.ended_at is None
        )


class Membership(Model):
    """A person's role in an organisation, from when until when, and who gave it."""

    __tablename__ = "membership"
    __table_args__ = (
        Index(
            "uq_membership_living",
            "person_id",
            "organisation_id",
            "role",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("ix_membership_organisation_id", "organisation_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    role: Mapped[Role]
    given_at: Mapped[datetime]
    given_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(
        back_populates="memberships", foreign_keys=[person_id], lazy="raise"
    )
    organisation: Mapped[Organisation] = relationship(lazy="raise")


class SignIn(Model):
    """A signed-in session: only the token's hash is kept, and it ends."""

    __tablename__ = "sign_in"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    signed_in_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="raise")


class Token(Model):
    """A researcher's key to the statistics: for a purpose and for a time (inv. 359)."""

    __tablename__ = "token"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    purpose: Mapped[str] = mapped_column(String(500))
    created_at: Mapped[datetime]
    created_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    expires_on: Mapped[date]
    revoked_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(foreign_keys=[person_id], lazy="raise")


class Typed(Model):
    """What a person had typed when the session ended: kept until the same person saves it or lets it go.

    `path` is the page it was typed on; `fields` holds pairs of name and value, as they were sent.
    """

    __tablename__ = "typed"
    __table_args__ = (
        UniqueConstraint("person_id", "path"),
        Index("ix_typed_kept_at", "kept_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    path: Mapped[str] = mapped_column(String(300))
    fields: Mapped[JsonValue]
    kept_at: Mapped[datetime]


class AuditEntry(Model):
    """One act: who, when, what, on what basis; each entry seals the one before it (inv. 176)."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry_subject", "subject", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    act: Mapped[str] = mapped_column(String(80))
    subject: Mapped[str] = mapped_column(String(80))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    detail: Mapped[JsonValue]
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64), unique=True)
