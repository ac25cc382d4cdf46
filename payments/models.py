"""What is paid: the append-only ledger and the instalments that draw on it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation, Person
from applications.models import Application
from criteria.instalments import Trigger
from criteria.postings import EntryKind
from decisions.models import Decision
from foundation.database import Model
from foundation.money import Ore
from grants.models import BudgetPost
from payments.books.models import Movement
from payments.points.models import StageGate
from payments.reclaims.models import Reclaim


class Entry(Model):
    """A posting in the ledger (hovedbok). Never changed or deleted: the database refuses both.

    Amounts are øre with a sign, as `criteria.postings` tells; a reversal carries the opposite sign of the
    entry that it counters and is booked as that entry's kind, so that sums need only `booked_as`. The
    database itself keeps the sums (`payments.books.models`) and books nothing in a closed month.
    """

    __tablename__ = "entry"
    __table_args__ = (
        Index("ix_entry_budget_post_id_year_booked_as", "budget_post_id", "year", "booked_as"),
        Index("ix_entry_application_id_booked_as", "application_id", "booked_as"),
        CheckConstraint("amount <> 0", name="amount_is_something"),
        CheckConstraint(
            "(kind = 'reversal') = (counters_id IS NOT NULL)", name="reversal_counters_an_entry"
        ),
        CheckConstraint("kind = 'reversal' OR booked_as = kind", name="booked_as_its_own_kind"),
        CheckConstraint(
            "booked_as IN ('appropriation', 'carry_over', 'transfer') OR application_id IS NOT NULL",
            name="money_out_has_a_case",
        ),
        CheckConstraint(
            "booked_as NOT IN ('transfer', 'commitment_change') OR movement_id IS NOT NULL",
            name="moved_by_a_movement",
        ),
        CheckConstraint(
            "booked_as NOT IN ('claim', 'repayment', 'write_off', 'interest', 'interest_payment',"
            " 'interest_write_off') OR reclaim_id IS NOT NULL",
            name="claim_has_a_reclaim",
        ),
        Index("ix_entry_reclaim_id", "reclaim_id"),
        Index("ix_entry_booked_on", "booked_on"),
        Index("ix_entry_movement_id", "movement_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[EntryKind]
    booked_as: Mapped[EntryKind]
    budget_post_id: Mapped[int] = mapped_column(ForeignKey("budget_post.id"))
    call_id: Mapped[int | None] = mapped_column(ForeignKey("call.id"))
    application_id: Mapped[int | None] = mapped_column(ForeignKey("application.id"))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    year: Mapped[int]
    amount: Mapped[Ore]
    booked_on: Mapped[date]
    happened_on: Mapped[date | None]
    """The day that it belongs to, where that was in a month that was closed when it came to be known."""
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    """Whom the money goes to or comes from."""
    movement_id: Mapped[int | None] = mapped_column(ForeignKey("movement.id"))
    reclaim_id: Mapped[int | None] = mapped_column(ForeignKey("reclaim.id"))
    text: Mapped[str] = mapped_column(String(200))
    posted_at: Mapped[datetime]
    posted_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    counters_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"), unique=True)
    appropriation_id: Mapped[int | None] = mapped_column(
        ForeignKey("appropriation.id"), unique=True
    )

    budget_post: Mapped[BudgetPost] = relationship(lazy="raise")
    application: Mapped[Application | None] = relationship(lazy="raise")
    posted_by: Mapped[Person | None] = relationship(lazy="raise")
    organisation: Mapped[Organisation | None] = relationship(lazy="raise")
    movement: Mapped[Movement | None] = relationship(lazy="raise")
    reclaim: Mapped[Reclaim | None] = relationship(lazy="raise")


class Instalment(Model):
    """A part of a grant that falls due by a fact, is attested by one and authorised by another.

    `report_year`: the year told of by the report that it waits for; `due_on`: the day that it waits for;
    `stage_gate_id`: the point that must be passed, before which the database lets it not fall due. One that
    a later plan has no use for stays with nothing in it.
    """

    __tablename__ = "instalment"
    __table_args__ = (
        UniqueConstraint("decision_id", "number"),
        CheckConstraint(
            "amount > 0 OR (amount = 0 AND due_at IS NULL)", name="something_or_fallen_away"
        ),
        CheckConstraint("(trigger = 'on_date') = (due_on IS NOT NULL)", name="date_has_its_day"),
        CheckConstraint(
            "(trigger = 'report_approved') = (report_year IS NOT NULL)", name="report_has_its_year"
        ),
        CheckConstraint(
            "(trigger = 'stage_gate') = (stage_gate_id IS NOT NULL)", name="point_is_named"
        ),
        CheckConstraint(
            "(attested_at IS NULL) = (attested_by_id IS NULL)", name="attested_by_somebody"
        ),
        CheckConstraint(
            "(authorised_at IS NULL) = (authorised_by_id IS NULL)", name="authorised_by_somebody"
        ),
        CheckConstraint(
            "authorised_by_id IS NULL OR authorised_by_id <> attested_by_id",
            name="two_different_persons",
        ),
        CheckConstraint(
            "authorised_at IS NULL OR attested_at IS NOT NULL", name="attested_before_authorised"
        ),
        CheckConstraint("attested_at IS NULL OR due_at IS NOT NULL", name="due_before_attested"),
        CheckConstraint(
            "(authorised_at IS NULL) = (entry_id IS NULL)", name="authorised_is_booked"
        ),
        Index("ix_instalment_due_at_authorised_at", "due_at", "authorised_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), index=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    """Whose share it is, where the lead was split and this is another successor's; else the lead's."""
    number: Mapped[int]
    year: Mapped[int]
    amount: Mapped[Ore]
    trigger: Mapped[Trigger]
    report_year: Mapped[int | None]
    due_on: Mapped[date | None]
    stage_gate_id: Mapped[int | None] = mapped_column(
        ForeignKey("stage_gate.id"), index=True
    )
    account_number: Mapped[str] = mapped_column(String(11))
    due_at: Mapped[datetime | None]
    attested_at: Mapped[datetime | None]
    attested_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    authorised_at: Mapped[datetime | None]
    authorised_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"), unique=True)
    version: Mapped[int] = mapped_column()

    application: Mapped[Application] = relationship(lazy="raise")
    decision: Mapped[Decision] = relationship(lazy="raise")
    stage_gate: Mapped[StageGate | None] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": version}

    @property
    def point_name(self) -> str | None:
        """The name of the point that it waits for. Needs the point."""
        return self.stage_gate.name if self.stage_gate_id and self.stage_gate else None

    def payee(self, lead: int) -> int:
        """Tell who is to be paid, of a case that a lead leads."""
        return self.organisation_id or lead
