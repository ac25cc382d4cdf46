"""The stage gates of cases, what projects tell at them, and what is decided there."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from applications.models import Application
from criteria.stagegates import (
    PASSING,
    Outlook,
    PointKind,
    PointOutcome,
    PointPlan,
    PointState,
    stands,
)
from foundation.database import Model
from foundation.money import Ore

_PASSES = "outcome IN ('point_go_on', 'point_go_on_conditionally')"


class StageGate(Model):
    """A point that a project with a grant must be let past. It can be changed until something is told."""

    __tablename__ = "stage_gate"
    __table_args__ = (
        Index("ix_stage_gate_application_id", "application_id"),
        CheckConstraint("name <> '' AND to_show <> ''", name="says_what"),
        CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)"
            " AND (withdrawn_at IS NULL) = (withdrawn_why = '')",
            name="withdrawn_says_why",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    kind: Mapped[PointKind]
    name: Mapped[str] = mapped_column(String(120))
    to_show: Mapped[str]
    """What the project must show to be let past."""
    due_on: Mapped[date]
    set_at: Mapped[datetime]
    set_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    withdrawn_why: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column()

    application: Mapped[Application] = relationship(lazy="raise")
    accounts: Mapped[list["PointAccount"]] = relationship(
        order_by="PointAccount.number", back_populates="point", lazy="raise"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def plan(self) -> PointPlan:
        """The point as the rules read it."""
        return PointPlan(self.kind, self.name, self.to_show, self.due_on)

    @property
    def newest(self) -> "PointAccount | None":
        """What was told last. Needs what was told."""
        return self.accounts[-1] if self.accounts else None

    @property
    def state(self) -> PointState:
        """Where the point stands. Needs what was told."""
        return stands([one.outcome for one in self.accounts], withdrawn=self.withdrawn_at is not None)

    @property
    def is_passed(self) -> bool:
        """Tell whether the project is past it. Needs what was told."""
        return any(one.outcome in PASSING for one in self.accounts)


class PointAccount(Model):
    """What a project told at a point, in numbers that are only added to, and what was decided of it.

    The database lets nobody change one that is decided, nor pass a point twice.
    """

    __tablename__ = "point_account"
    __table_args__ = (
        UniqueConstraint("point_id", "number"),
        Index(
            "ix_point_account_passed_once", "point_id", unique=True,
            sqlite_where=text(_PASSES), postgresql_where=text(_PASSES),
        ),
        CheckConstraint("number > 0", name="numbered_from_1"),
        CheckConstraint("delivered <> '' AND outlook_why <> ''", name="says_what"),
        CheckConstraint("spent >= 0 AND expected >= spent", name="spent_is_expected"),
        CheckConstraint(
            "(decided_at IS NULL) = (decided_by_id IS NULL)"
            " AND (decided_at IS NULL) = (outcome IS NULL) AND (decided_at IS NULL) = (reason = '')",
            name="decided_for_a_reason",
        ),
        CheckConstraint(
            "(conditions <> '') = (outcome IS NOT NULL AND outcome = 'point_go_on_conditionally')",
            name="conditions_where_they_are",
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    point_id: Mapped[int] = mapped_column(ForeignKey("stage_gate.id"))
    number: Mapped[int]
    delivered: Mapped[str]
    spent: Mapped[Ore]
    """What the project has cost so far."""
    expected: Mapped[Ore]
    """What the project is expected to have cost when it is over."""
    outlook: Mapped[Outlook]
    outlook_why: Mapped[str]
    told_at: Mapped[datetime]
    told_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    outcome: Mapped[PointOutcome | None]
    reason: Mapped[str] = mapped_column(default="")
    conditions: Mapped[str] = mapped_column(default="")

    point: Mapped[StageGate] = relationship(back_populates="accounts", lazy="raise")
    told_by: Mapped[Person] = relationship(foreign_keys=[told_by_id], lazy="raise")
