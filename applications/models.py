"""What is asked: the collaboration, its partners, the application and all that hangs on it."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation, Person
from applications.factsheets.models import SheetUse
from criteria.budget import Source
from criteria.costkey import CostKey
from criteria.procedure import Act, Step
from foundation.columns import JsonValue
from foundation.database import Model
from foundation.money import NOTHING, Ore
from grants.models import Activity, Call, Question


class LegalForm(StrEnum):
    """How the kommuner work together (kommuneloven § 17-1; inv. 83)."""

    AGREEMENT = "agreement"
    HOST_MUNICIPALITY = "host_municipality"
    POLITICAL_COUNCIL = "political_council"
    TASK_COMMUNITY = "task_community"
    COMPANY = "company"


class PartnerRole(StrEnum):
    """A partner's role. Exactly one lead answers towards the state (inv. 68)."""

    LEAD = "lead"
    PARTICIPANT = "participant"
    OBSERVER = "observer"


class Application(Model):
    """What a collaboration of kommuner asks of one call (søknad), and from submission on the case."""

    __tablename__ = "application"
    __table_args__ = (
        CheckConstraint("asked >= 0", name="asked_not_negative"),
        CheckConstraint("end_on IS NULL OR start_on IS NULL OR end_on >= start_on",
                        name="period_in_order"),
        CheckConstraint(
            "step = 'draft' OR step = 'withdrawn' OR submitted_at IS NOT NULL",
            name="handed_in_has_a_moment",
        ),
        CheckConstraint(
            "(submitted_at IS NULL) = (case_number IS NULL)", name="handed_in_has_a_case_number"
        ),
        CheckConstraint(
            "(submitted_at IS NULL) = (submitted_by_id IS NULL)", name="handed_in_by_somebody"
        ),
        Index("ix_application_call_id_step_id", "call_id", "step", "id"),
        Index("ix_application_step_submitted_at_id", "step", "submitted_at", "id"),
        Index("ix_application_submitted_at_id", "submitted_at", "id"),
        Index("ix_application_call_id_submitted_at_id", "call_id", "submitted_at", "id"),
        Index("ix_application_asked_id", "asked", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    title: Mapped[str] = mapped_column(String(200))
    collaboration_name: Mapped[str] = mapped_column(String(200), default="")
    legal_form: Mapped[LegalForm | None]
    start_on: Mapped[date | None]
    end_on: Mapped[date | None]
    contact_name: Mapped[str] = mapped_column(String(120), default="")
    contact_email: Mapped[str] = mapped_column(String(200), default="")
    contact_phone: Mapped[str] = mapped_column(String(30), default="")
    asked: Mapped[Ore] = mapped_column(default=NOTHING)
    step: Mapped[Step] = mapped_column(default=Step.DRAFT)
    case_number: Mapped[str | None] = mapped_column(String(12), unique=True)
    created_at: Mapped[datetime]
    created_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    submitted_at: Mapped[datetime | None]
    submitted_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    ready_fingerprint: Mapped[str | None] = mapped_column(String(64))
    """Of the draft as it was found ready (`ready.py`), as `record.fingerprint_of` gives it."""
    ready_call_version: Mapped[int | None]
    cost_key: Mapped[CostKey | None]
    """How the members divide what they carry themselves, when they have agreed on it."""
    version: Mapped[int] = mapped_column()

    call: Mapped[Call] = relationship(lazy="raise", cascade="")
    created_by: Mapped[Person] = relationship(foreign_keys=[created_by_id], lazy="raise")
    submitted_by: Mapped[Person | None] = relationship(
        foreign_keys=[submitted_by_id], lazy="raise"
    )
    partners: Mapped[list["Partner"]] = relationship(
        back_populates="application", order_by="Partner.id", lazy="raise"
    )
    chosen_activities: Mapped[list["ChosenActivity"]] = relationship(
        order_by="ChosenActivity.activity_id", lazy="raise"
    )
    budget_lines: Mapped[list["BudgetLine"]] = relationship(
        order_by="BudgetLine.year, BudgetLine.activity_id, BudgetLine.partner_id, BudgetLine.id",
        lazy="raise",
    )
    answers: Mapped[list["Answer"]] = relationship(order_by="Answer.question_id", lazy="raise")
    attachments: Mapped[list["Attachment"]] = relationship(
        order_by="Attachment.id", lazy="raise"
    )
    events: Mapped[list["Event"]] = relationship(order_by="Event.id", lazy="raise")
    deficiencies: Mapped[list["Deficiency"]] = relationship(
        order_by="Deficiency.id", lazy="raise"
    )

    __mapper_args__ = {"version_id_col": version}


class Partner(Model):
    """An organisation that takes part in an application, and what it brings."""

    __tablename__ = "partner"
    __table_args__ = (
        UniqueConstraint("application_id", "organisation_id"),
        Index(
            "uq_partner_lead", "application_id", unique=True,
            sqlite_where=text("role = 'lead'"), postgresql_where=text("role = 'lead'"),
        ),
        Index("ix_partner_organisation_id_application_id", "organisation_id", "application_id"),
        CheckConstraint("effort_hours >= 0", name="effort_not_negative"),
        CheckConstraint("systems_before >= 0", name="systems_before_not_negative"),
        CheckConstraint("cost_percent BETWEEN 0 AND 10000", name="cost_percent_of_a_whole"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    role: Mapped[PartnerRole]
    effort_hours: Mapped[int] = mapped_column(default=0)
    systems_before: Mapped[int] = mapped_column(default=0)
    invited_at: Mapped[datetime]
    invitation: Mapped[str] = mapped_column(String(1000), default="")
    """What the lead wrote with the invitation."""
    cost_percent: Mapped[int | None]
    """Its part of what the members carry, in hundredths of a percent, when percentages are agreed."""
    reminded_at: Mapped[datetime | None]
    declined_at: Mapped[datetime | None]
    declined_reason: Mapped[str] = mapped_column(String(500), default="")
    contact_name: Mapped[str] = mapped_column(String(120), default="")
    contact_email: Mapped[str] = mapped_column(String(200), default="")
    contact_phone: Mapped[str] = mapped_column(String(30), default="")
    backup_name: Mapped[str] = mapped_column(String(120), default="")
    backup_email: Mapped[str] = mapped_column(String(200), default="")
    backup_phone: Mapped[str] = mapped_column(String(30), default="")

    @property
    def asked_last(self) -> datetime:
        """When the partner was last asked to answer: invited, or reminded."""
        return self.reminded_at or self.invited_at

    application: Mapped[Application] = relationship(back_populates="partners", lazy="raise")
    organisation: Mapped[Organisation] = relationship(lazy="raise")
    confirmations: Mapped[list["Confirmation"]] = relationship(
        order_by="Confirmation.id", lazy="raise"
    )
    offers: Mapped[list["CounterOffer"]] = relationship(
        back_populates="partner", order_by="CounterOffer.id", lazy="raise", passive_deletes="all"
    )
    sheet_use: Mapped[SheetUse | None] = relationship(lazy="raise", viewonly=True)
    """The fact sheet that its systems and contacts were taken from, when they were."""


class Confirmation(Model):
    """A partner's signed yes to its own part; it holds as long as the fingerprint does.

    `covered` is the part as it was signed. `fell_at` is since when the part has been another one: kept
    in step with the fingerprint by the acts that change drafts, so that lists can count by it.
    """

    __tablename__ = "confirmation"

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    confirmed_at: Mapped[datetime]
    authority: Mapped[str] = mapped_column(String(300))
    fingerprint: Mapped[str] = mapped_column(String(64))
    covered: Mapped[JsonValue | None]
    inhabitants: Mapped[int | None]
    fell_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
    """When the partner was told that it fell."""

    person: Mapped[Person] = relationship(lazy="raise")


class CounterOffer(Model):
    """Other figures that a partner proposes for its own part, and the lead's answer. One is open."""

    __tablename__ = "counter_offer"
    __table_args__ = (
        Index(
            "uq_counter_offer_open", "partner_id", unique=True,
            sqlite_where=text("answered_at IS NULL AND withdrawn_at IS NULL"),
            postgresql_where=text("answered_at IS NULL AND withdrawn_at IS NULL"),
        ),
        Index("ix_counter_offer_partner_id", "partner_id"),
        CheckConstraint("effort_hours >= 0", name="effort_not_negative"),
        CheckConstraint(
            "(answered_at IS NULL) = (accepted IS NULL)", name="answered_is_yes_or_no"
        ),
        CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL)", name="answered_by_somebody"
        ),
        CheckConstraint(
            "answered_at IS NULL OR withdrawn_at IS NULL", name="answered_or_withdrawn"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    made_at: Mapped[datetime]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    effort_hours: Mapped[int]
    cells: Mapped[JsonValue]
    """{"cells": [[year, activity id, source, øre], …]}: the whole of the partner's budget."""
    comment: Mapped[str] = mapped_column(String(1000))
    withdrawn_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    accepted: Mapped[bool | None]
    answer: Mapped[str] = mapped_column(String(1000), default="")

    partner: Mapped[Partner] = relationship(back_populates="offers", lazy="raise")
    made_by: Mapped[Person] = relationship(foreign_keys=[made_by_id], lazy="raise")


class ChosenActivity(Model):
    """An activity that the application will carry out, in the applicant's own words."""

    __tablename__ = "chosen_activity"

    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), primary_key=True)
    description: Mapped[str] = mapped_column(default="")

    activity: Mapped[Activity] = relationship(lazy="raise")


class BudgetLine(Model):
    """One cell of the budget: year × partner × activity × source (inv. 88–92; ex. VAT)."""

    __tablename__ = "budget_line"
    __table_args__ = (
        UniqueConstraint("application_id", "year", "partner_id", "activity_id", "source"),
        CheckConstraint("amount > 0", name="amount_above_0"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    year: Mapped[int]
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"))
    source: Mapped[Source]
    amount: Mapped[Ore]

    partner: Mapped[Partner] = relationship(lazy="raise")
    activity: Mapped[Activity] = relationship(lazy="raise")


class Answer(Model):
    """The answer to a question, as `applications.answering` keeps each kind.

    «Ikke relevant, fordi …» is an answer of its own: then the reason counts, and what was answered
    before is only kept.
    """

    __tablename__ = "answer"
    __table_args__ = (
        CheckConstraint(
            "irrelevant_because IS NULL OR irrelevant_because <> ''", name="irrelevant_has_a_reason"
        ),
    )

    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    value: Mapped[str]
    irrelevant_because: Mapped[str | None]
    answered_at: Mapped[datetime]
    answered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    question: Mapped[Question] = relationship(lazy="raise")


class Attachment(Model):
    """A document in the case; the bytes lie by their checksum in the file store."""

    __tablename__ = "attachment"
    __table_args__ = (Index("ix_attachment_application_id_id", "application_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    deficiency_id: Mapped[int | None] = mapped_column(ForeignKey("deficiency.id"))
    question_id: Mapped[int | None] = mapped_column(ForeignKey("question.id"))
    """The question that the document answers, if any."""
    kind: Mapped[str] = mapped_column(String(40))
    filename: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    uploaded_at: Mapped[datetime]
    uploaded_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    removed_at: Mapped[datetime | None]
    removed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    infected_at: Mapped[datetime | None]

    @property
    def counts(self) -> bool:
        """Tell whether the document is there: not taken out, and not found to be infected."""
        return self.removed_at is None and self.infected_at is None


class Deficiency(Model):
    """What a case officer asks the applicant to mend, and the answer (mangelbrev, ettersending)."""

    __tablename__ = "deficiency"
    __table_args__ = (
        Index("ix_deficiency_application_id", "application_id"),
        CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL)", name="answered_by_somebody"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    asked: Mapped[str]
    asked_at: Mapped[datetime]
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    due_on: Mapped[date]
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reminded_at: Mapped[datetime | None]


class Event(Model):
    """A line in the case's journal. Only `journal.py` writes here."""

    __tablename__ = "event"
    __table_args__ = (Index("ix_event_application_id_id", "application_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    act: Mapped[Act | None]
    kind: Mapped[str] = mapped_column(String(60))
    step_from: Mapped[Step | None]
    step_to: Mapped[Step | None]
    at: Mapped[datetime]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    public: Mapped[bool]
    detail: Mapped[JsonValue]

    person: Mapped[Person | None] = relationship(lazy="raise")


class Sitting(Model):
    """A person's time with one part of a draft: what pages save by themselves in it is one audit entry.

    `act` is what the audit trail calls it; `scope` tells parts that share an act from each other.
    """

    __tablename__ = "sitting"
    __table_args__ = (
        Index("ix_sitting_application_id_act_id", "application_id", "act", "id"),
        CheckConstraint("saved_at >= began_at", name="in_order"),
        CheckConstraint("times > 0", name="saved_at_least_once"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    act: Mapped[str] = mapped_column(String(80))
    scope: Mapped[str] = mapped_column(default="")
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    began_at: Mapped[datetime]
    saved_at: Mapped[datetime]
    times: Mapped[int]


class CaseCounter(Model):
    """The last case number of a year: gapless, because it is raised in the act that uses it."""

    __tablename__ = "case_counter"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]
