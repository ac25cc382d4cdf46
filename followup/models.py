"""What came of it: report duties, reports with accounts and results."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from applications.models import Application
from criteria.duties import DutyKind
from criteria.reporting import ActivityStatus
from foundation.database import Model
from foundation.money import Ore
from grants.models import Activity, Benefit


class Duty(Model):
    """A duty of a grant: it exists from the acceptance on, whether or not a form is filled in.

    One that has no report form is met where it is done: `met_how` says how, in a word or by whoever noted it.
    """

    __tablename__ = "duty"
    __table_args__ = (
        UniqueConstraint("application_id", "kind", "year"),
        Index("ix_duty_due_on", "due_on"),
        CheckConstraint("(met_at IS NULL) = (met_how = '')", name="met_is_told"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    kind: Mapped[DutyKind]
    year: Mapped[int]
    due_on: Mapped[date]
    created_at: Mapped[datetime]
    reminded_of: Mapped[date | None]
    """The day that the lead was reminded of by e-mail before it came; another day is reminded of anew."""
    met_at: Mapped[datetime | None]
    met_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    met_how: Mapped[str] = mapped_column(default="")

    application: Mapped[Application] = relationship(lazy="raise")
    reports: Mapped[list["Report"]] = relationship(
        order_by="Report.number", back_populates="duty", lazy="raise"
    )


class Report(Model):
    """What the lead reports for a year. A returned report stays; a new number answers it.

    The auditor's statement and the printed report lie by their checksums in the file store.
    """

    __tablename__ = "report"
    __table_args__ = (
        UniqueConstraint("duty_id", "number"),
        CheckConstraint(
            "(submitted_at IS NULL) = (submitted_by_id IS NULL)", name="submitted_by_somebody"
        ),
        CheckConstraint(
            "(reviewed_at IS NULL) = (reviewed_by_id IS NULL)", name="reviewed_by_somebody"
        ),
        CheckConstraint("(reviewed_at IS NULL) = (approved IS NULL)", name="reviewed_has_a_result"),
        CheckConstraint(
            "reviewed_at IS NULL OR submitted_at IS NOT NULL", name="submitted_before_reviewed"
        ),
        CheckConstraint(
            "approved IS NULL OR approved OR length(trim(review)) > 0",
            name="returned_with_a_reason",
        ),
        CheckConstraint(
            "(audit_sha256 IS NULL) = (audit_filename IS NULL)", name="audit_has_a_name"
        ),
        CheckConstraint(
            "document_sha256 IS NULL OR submitted_at IS NOT NULL", name="document_of_what_was_sent"
        ),
        Index("ix_report_submitted_at_reviewed_at", "submitted_at", "reviewed_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    duty_id: Mapped[int] = mapped_column(ForeignKey("duty.id"))
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), index=True)
    number: Mapped[int]
    progress: Mapped[str] = mapped_column(default="")
    results: Mapped[str] = mapped_column(default="")
    deviations: Mapped[str] = mapped_column(default="")
    experience: Mapped[str] = mapped_column(default="")
    started_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    submitted_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reviewed_at: Mapped[datetime | None]
    reviewed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    approved: Mapped[bool | None]
    review: Mapped[str | None]
    audit_sha256: Mapped[str | None] = mapped_column(String(64))
    audit_filename: Mapped[str | None] = mapped_column(String(200))
    document_sha256: Mapped[str | None] = mapped_column(String(64))
    version: Mapped[int] = mapped_column()

    duty: Mapped[Duty] = relationship(back_populates="reports", lazy="raise")
    application: Mapped[Application] = relationship(lazy="raise")
    submitted_by: Mapped[Person | None] = relationship(foreign_keys=[submitted_by_id], lazy="raise")
    reviewed_by: Mapped[Person | None] = relationship(foreign_keys=[reviewed_by_id], lazy="raise")
    accounts: Mapped[list["AccountLine"]] = relationship(
        order_by="AccountLine.activity_id", lazy="raise"
    )
    activities: Mapped[list["ReportedActivity"]] = relationship(
        order_by="ReportedActivity.activity_id", lazy="raise"
    )
    benefits: Mapped[list["ReportedBenefit"]] = relationship(
        order_by="ReportedBenefit.benefit_id", lazy="raise"
    )
    answers: Mapped[list["ReportAnswer"]] = relationship(
        order_by="ReportAnswer.question_id", cascade="all, delete-orphan", lazy="raise"
    )
    files: Mapped[list["ReportFile"]] = relationship(
        order_by="ReportFile.id", cascade="all, delete-orphan", lazy="raise"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def subject(self) -> str:
        """Give what the audit trail and the outbox call it."""
        return f"report:{self.id}"


class AccountLine(Model):
    """What was spent of the grant on an activity: in the report's year, in a final report altogether."""

    __tablename__ = "account_line"
    __table_args__ = (CheckConstraint("spent >= 0", name="spent_not_negative"),)

    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), primary_key=True)
    spent: Mapped[Ore]

    activity: Mapped[Activity] = relationship(lazy="raise")


class ReportedActivity(Model):
    """How an activity of the application stands."""

    __tablename__ = "reported_activity"
    __table_args__ = (CheckConstraint("percent BETWEEN 0 AND 100", name="percent_done"),)

    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), primary_key=True)
    status: Mapped[ActivityStatus]
    percent: Mapped[int]
    comment: Mapped[str] = mapped_column(default="")

    activity: Mapped[Activity] = relationship(lazy="raise")


class ReportedBenefit(Model):
    """What is known of a benefit: whose it is, where it began, where it should be, where it is."""

    __tablename__ = "reported_benefit"

    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), primary_key=True)
    benefit_id: Mapped[int] = mapped_column(ForeignKey("benefit.id"), primary_key=True)
    indicator: Mapped[str] = mapped_column(String(200), default="")
    unit: Mapped[str] = mapped_column(String(40), default="")
    owner: Mapped[str] = mapped_column(String(120), default="")
    baseline: Mapped[Decimal | None] = mapped_column(Numeric(14, 2))
    target: Mapped[Decimal | None] = mapped_column(Numeric(14, 2))
    target_on: Mapped[date | None]
    measured: Mapped[Decimal | None] = mapped_column(Numeric(14, 2))
    measured_on: Mapped[date | None]
    comment: Mapped[str] = mapped_column(default="")

    benefit: Mapped[Benefit] = relationship(lazy="raise")


class ReportAnswer(Model):
    """The answer to a question of a report, kept as an application's answers are.

    «Ikke relevant, fordi …» is an answer of its own: then the reason counts.
    """

    __tablename__ = "report_answer"
    __table_args__ = (
        CheckConstraint(
            "irrelevant_because IS NULL OR irrelevant_because <> ''", name="irrelevant_has_a_reason"
        ),
    )

    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    value: Mapped[str]
    irrelevant_because: Mapped[str | None]
    answered_at: Mapped[datetime]
    answered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class ReportFile(Model):
    """A document that answers a question of a report; the bytes lie by their checksum in the file store."""

    __tablename__ = "report_file"
    __table_args__ = (Index("ix_report_file_report_id", "report_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"))
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    filename: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    uploaded_at: Mapped[datetime]
    uploaded_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    infected_at: Mapped[datetime | None]
