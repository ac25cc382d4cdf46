"""What is offered: the scheme and its money, and the calls with everything they ask and promise."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Organisation, OrganisationKind
from criteria import instalments
from criteria.allocation import Method
from criteria.asking import ShownWhen, Test
from criteria.instalments import Trigger
from criteria.ranking import Trait
from foundation.columns import JsonValue
from foundation.database import Model
from foundation.language import Bilingual
from foundation.money import Ore
from foundation.wording import format_day_of_year
from grants.sizeguidance import SizeGuidance, guidance_from
from grants.tablecolumns import TableColumn, columns_from

PARTS = "all, delete-orphan"
"""How the rows of a call follow it: what is taken out of its list is deleted."""


class MeasureKind(StrEnum):
    """The two kinds of instrument that the measures fall in (inv. 45)."""

    FINANCIAL = "finansielt"
    PEDAGOGICAL = "pedagogisk"


class RuleKey(StrEnum):
    """The numbers of a call that the administrator sets (inv. 38, 66, 88, 93, 97)."""

    MIN_KOMMUNER = "min_kommuner"
    MIN_POPULATION = "min_population"
    ENOUGH = "enough"
    OWN_SHARE_PERCENT = "own_share_percent"
    MIN_GRANT = "min_grant"
    MAX_GRANT = "max_grant"
    MIN_GRANT_PER_PARTNER = "min_grant_per_partner"
    MAX_GRANT_PER_PARTNER = "max_grant_per_partner"
    MAX_MONTHS = "max_months"
    MIDT_NORGE = "midt_norge"
    SCORE_THRESHOLD = "score_threshold"
    MARK_GAP = "mark_gap"
    TOTAL_GAP = "total_gap"
    NEAR_LINE = "near_line"
    SETTLING = "settling"
    SHARE_PERCENT = "share_percent"
    GRANT_CAP = "grant_cap"
    TIE_FIRST = "tie_first"
    TIE_SECOND = "tie_second"
    TIE_THIRD = "tie_third"
    LOT = "lot"
    AIM = "aim"
    AUDIT_THRESHOLD = "audit_threshold"
    AUDIT_PER = "audit_per"
    AUDIT_FROM = "audit_from"
    STATUS_MONTH = "status_month"
    BENEFIT_YEARS = "benefit_years"
    EXPERIENCE_MONTHS = "experience_months"
    LOCAL_DECISIONS = "local_decisions"
    ACCEPTANCE_DAYS = "acceptance_days"
    RATE_2024 = "rate_2024"
    RATE_2025 = "rate_2025"
    RATE_2026 = "rate_2026"
    RATE_2027 = "rate_2027"
    RATE_2028 = "rate_2028"


class QuestionKind(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    CHOICE = "choice"
    CHOICES = "choices"
    TABLE = "table"
    DATE = "date"
    FILE = "file"
    DECLARATION = "declaration"


class Purpose(StrEnum):
    """What a question is asked for: the application, or one kind of report, named as its duty is."""

    APPLICATION = "application"
    STATUS = "status"
    ANNUAL = "annual"
    FINAL = "final"
    BENEFITS = "benefits"


class Scheme(Model):
    """A grant scheme: purpose, goals, period and ambition level (inv. 12–14, 63, 347–350)."""

    __tablename__ = "scheme"
    __table_args__ = (
        CheckConstraint("last_year >= first_year", name="period_in_order"),
        CheckConstraint("ambition_level BETWEEN 1 AND 3", name="level_is_1_to_3"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[Bilingual]
    purpose: Mapped[Bilingual]
    purpose_source: Mapped[str] = mapped_column(String(200))
    societal_goal: Mapped[Bilingual]
    societal_goal_source: Mapped[str] = mapped_column(String(200))
    first_year: Mapped[int]
    last_year: Mapped[int]
    ambition_level: Mapped[int]
    contact: Mapped[Bilingual]
    version: Mapped[int] = mapped_column()

    goals: Mapped[list["Goal"]] = relationship(order_by="Goal.code", lazy="raise")
    posts: Mapped[list["BudgetPost"]] = relationship(
        order_by="BudgetPost.chapter, BudgetPost.post", lazy="raise", back_populates="scheme"
    )
    levels: Mapped[list["AmbitionLevel"]] = relationship(
        order_by="AmbitionLevel.level", lazy="raise"
    )
    measures: Mapped[list["Measure"]] = relationship(order_by="Measure.code", lazy="raise")
    calls: Mapped[list["Call"]] = relationship(
        order_by="Call.closes_on.desc(), Call.id", lazy="raise", back_populates="scheme"
    )

    __mapper_args__ = {"version_id_col": version}


class Sender(Model):
    """The state body that sends the scheme's letters, and what all of them refer to.

    Letters that are made keep what it was then: they are kept as files.
    """

    __tablename__ = "sender"
    __table_args__ = (UniqueConstraint("scheme_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme.id"))
    name: Mapped[str] = mapped_column(String(120))
    organisation_number: Mapped[str] = mapped_column(String(9))
    address: Mapped[str] = mapped_column(String(300))
    """Postal address, one line each."""
    email: Mapped[str] = mapped_column(String(200))
    phone: Mapped[str] = mapped_column(String(40))
    website: Mapped[str] = mapped_column(String(200))
    complaint_body: Mapped[Bilingual]
    standard_terms: Mapped[Bilingual]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}


class Goal(Model):
    """An effect goal of the scheme (effektmål EM1–EM3)."""

    __tablename__ = "goal"
    __table_args__ = (UniqueConstraint("scheme_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme.id"))
    code: Mapped[str] = mapped_column(String(10))
    text: Mapped[Bilingual]
    source: Mapped[str] = mapped_column(String(200))

    points: Mapped[list["GoalPoint"]] = relationship(order_by="GoalPoint.position", lazy="raise")


class GoalPoint(Model):
    """What an effect goal implies, one point at a time (inv. 348–350)."""

    __tablename__ = "goal_point"

    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[Bilingual]


class Need(Model):
    """A need that an application may address (behov B1–B13; inv. 332–335)."""

    __tablename__ = "need"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(10), unique=True)
    actor: Mapped[str] = mapped_column(String(40))
    text: Mapped[Bilingual]
    source: Mapped[str] = mapped_column(String(200))


class Benefit(Model):
    """A benefit of the catalogue (gevinst G1–G5; inv. 216)."""

    __tablename__ = "benefit"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(10), unique=True)
    name: Mapped[Bilingual]
    source: Mapped[str] = mapped_column(String(200))


class BudgetPost(Model):
    """A line in the state budget: kap. 701 post 60, post 73."""

    __tablename__ = "budget_post"
    __table_args__ = (UniqueConstraint("chapter", "post"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme.id"))
    chapter: Mapped[int]
    post: Mapped[int]
    name: Mapped[Bilingual]
    source: Mapped[str] = mapped_column(String(200))

    scheme: Mapped[Scheme] = relationship(back_populates="posts", lazy="raise")
    appropriations: Mapped[list["Appropriation"]] = relationship(
        order_by="Appropriation.year", back_populates="budget_post", lazy="raise"
    )


class AmbitionLevel(Model):
    """What one ambition level opens and costs a year (inv. 47–54)."""

    __tablename__ = "ambition_level"
    __table_args__ = (
        UniqueConstraint("scheme_id", "level"),
        CheckConstraint("coverage_percent BETWEEN 0 AND 100", name="coverage_is_a_percent"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme.id"))
    level: Mapped[int]
    name: Mapped[Bilingual]
    grants_per_year: Mapped[Ore]
    network_per_year: Mapped[Ore]
    coverage_percent: Mapped[int]
    measures: Mapped[str] = mapped_column(String(60))
    """The codes of the measures that it opens, parted by spaces."""
    source: Mapped[str] = mapped_column(String(200))

    def opens(self, measure_code: str) -> bool:
        """Tell whether the level opens a measure."""
        return measure_code in self.measures.split()


class Measure(Model):
    """One of the five measures T1–T5 (inv. 39–46)."""

    __tablename__ = "measure"
    __table_args__ = (UniqueConstraint("scheme_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme.id"))
    code: Mapped[str] = mapped_column(String(10))
    key: Mapped[str] = mapped_column(String(40))
    kind: Mapped[MeasureKind]
    name: Mapped[Bilingual]
    description: Mapped[Bilingual]
    source: Mapped[str] = mapped_column(String(200))


class Regulation(Model):
    """A dated version of the rules, with the paragraphs that letters refer to."""

    __tablename__ = "regulation"
    __table_args__ = (UniqueConstraint("scheme_id", "valid_from"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme.id"))
    title: Mapped[Bilingual]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    references: Mapped[JsonValue]


class Appropriation(Model):
    """What is granted to a budget post for a year (bevilgning).

    A change is a new row that adds to the sum or, when negative, takes from it.
    """

    __tablename__ = "appropriation"
    __table_args__ = (Index("ix_appropriation_budget_post_id_year", "budget_post_id", "year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    budget_post_id: Mapped[int] = mapped_column(ForeignKey("budget_post.id"))
    year: Mapped[int]
    amount: Mapped[Ore]
    authority: Mapped[str] = mapped_column(String(200))
    decided_on: Mapped[date]
    registered_at: Mapped[datetime]
    registered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    budget_post: Mapped[BudgetPost] = relationship(back_populates="appropriations", lazy="raise")


class Call(Model):
    """An edition of a round (utlysning): when, for what, with how much, on which terms.

    What is published does not change. A change is a new edition with rows of its own; applications
    stay with the edition they were begun under, and all editions of a round are ranked together.
    Dates, frame and withdrawal are the round's: every edition bears the same.
    """

    __tablename__ = "call"
    __table_args__ = (
        UniqueConstraint("code", "edition"),
        CheckConstraint("closes_on >= opens_on", name="opens_before_it_closes"),
        CheckConstraint("frame >= 0", name="frame_not_negative"),
        CheckConstraint("last_year >= first_year", name="period_in_order"),
        CheckConstraint(
            "(published_at IS NULL) = (published_by_id IS NULL)", name="published_by_somebody"
        ),
        CheckConstraint("edition >= 1", name="editions_count_from_1"),
        CheckConstraint("(edition = 1) = (first_id IS NULL)", name="only_later_editions_follow"),
        CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)", name="withdrawn_by_somebody"
        ),
        CheckConstraint(
            "withdrawn_at IS NULL OR published_at IS NOT NULL", name="withdrawn_when_published"
        ),
        Index("ix_call_published_at_closes_on", "published_at", "closes_on"),
        Index("ix_call_first_id", "first_id"),
        Index("ix_call_copied_from_id", "copied_from_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme.id"))
    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id"))
    budget_post_id: Mapped[int] = mapped_column(ForeignKey("budget_post.id"))
    regulation_id: Mapped[int] = mapped_column(ForeignKey("regulation.id"))
    code: Mapped[str] = mapped_column(String(40))
    """The round's: all its editions have the same."""
    edition: Mapped[int] = mapped_column(default=1)
    first_id: Mapped[int | None] = mapped_column(ForeignKey("call.id"))
    """The first edition of the round; nothing on the first itself."""
    copied_from_id: Mapped[int | None] = mapped_column(ForeignKey("call.id"))
    title: Mapped[Bilingual]
    purpose: Mapped[Bilingual]
    applicants: Mapped[Bilingual]
    only_lead_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    """The one organisation that the call is for, such as KS: then nobody else may lead."""
    opens_on: Mapped[date]
    closes_on: Mapped[date]
    frame: Mapped[Ore]
    first_year: Mapped[int]
    last_year: Mapped[int]
    method: Mapped[Method]
    appeal_allowed: Mapped[bool]
    appeal_text: Mapped[Bilingual]
    created_at: Mapped[datetime]
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    published_at: Mapped[datetime | None]
    published_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    version: Mapped[int] = mapped_column()

    scheme: Mapped[Scheme] = relationship(back_populates="calls", lazy="raise")
    measure: Mapped[Measure] = relationship(lazy="raise")
    budget_post: Mapped[BudgetPost] = relationship(lazy="raise")
    regulation: Mapped[Regulation] = relationship(lazy="raise")
    only_lead: Mapped[Organisation | None] = relationship(lazy="raise")
    kinds: Mapped[list["EligibleKind"]] = relationship(cascade=PARTS, lazy="raise")
    rules: Mapped[list["CallRule"]] = relationship(
        order_by="CallRule.id", cascade=PARTS, lazy="raise"
    )
    activities: Mapped[list["Activity"]] = relationship(
        order_by="Activity.position", cascade=PARTS, lazy="raise"
    )
    conditions: Mapped[list["Condition"]] = relationship(
        order_by="Condition.position", cascade=PARTS, lazy="raise"
    )
    questions: Mapped[list["Question"]] = relationship(
        primaryjoin="and_(Call.id == Question.call_id, Question.purpose == 'application')",
        order_by="Question.position",
        cascade=PARTS,
        lazy="raise",
        overlaps="report_questions",
    )
    """What the application asks; what reports ask is a set for each kind of report."""
    report_questions: Mapped[list["Question"]] = relationship(
        primaryjoin="and_(Call.id == Question.call_id, Question.purpose != 'application')",
        order_by="Question.position",
        cascade=PARTS,
        lazy="raise",
        overlaps="questions",
    )
    required_attachments: Mapped[list["RequiredAttachment"]] = relationship(
        order_by="RequiredAttachment.position", cascade=PARTS, lazy="raise"
    )
    criteria: Mapped[list["Criterion"]] = relationship(
        order_by="Criterion.position", cascade=PARTS, lazy="raise"
    )
    bounds: Mapped[list["PortfolioBound"]] = relationship(
        order_by="PortfolioBound.position", cascade=PARTS, lazy="raise"
    )
    plan_steps: Mapped[list["PlanStep"]] = relationship(
        order_by="PlanStep.position", cascade=PARTS, lazy="raise"
    )

    __mapper_args__ = {"version_id_col": version}

    def asking(self, purpose: Purpose) -> list["Question"]:
        """Give what is asked for a purpose, in no list that can be added to."""
        return [one for one in self.list_for(purpose) if one.purpose is purpose]

    def list_for(self, purpose: Purpose) -> list["Question"]:
        """Give the list that a question of a purpose is added to and taken out of."""
        return self.questions if purpose is Purpose.APPLICATION else self.report_questions

    @hybrid_property
    def round_id(self) -> int:
        """Name the round by its first edition: what cases are listed, ranked and decided by."""
        return self.id if self.first_id is None else self.first_id

    @round_id.inplace.expression
    @classmethod
    def _round_id_in_database(cls) -> ColumnElement[int]:
        return func.coalesce(cls.first_id, cls.id)


class AnnouncementKind(StrEnum):
    """What can happen to a round after it was published."""

    CHANGED = "changed"
    EXTENDED = "extended"
    WITHDRAWN = "withdrawn"


class Announcement(Model):
    """What everybody is told has happened to a published round, and why (kunngjøring)."""

    __tablename__ = "announcement"
    __table_args__ = (
        CheckConstraint(
            "(kind = 'extended') = (closed_on IS NOT NULL)", name="extended_from_a_date"
        ),
        CheckConstraint(
            "(closes_on IS NULL) = (closed_on IS NULL)", name="extended_to_a_date"
        ),
        CheckConstraint("closes_on > closed_on", name="deadline_moves_forward"),
        CheckConstraint("(kind = 'changed') = (edition IS NOT NULL)", name="changed_to_an_edition"),
        Index("ix_announcement_call_id_id", "call_id", "id"),
        Index(
            "uq_announcement_withdrawn", "call_id", unique=True,
            sqlite_where=text("kind = 'withdrawn'"), postgresql_where=text("kind = 'withdrawn'"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    """The round's first edition."""
    kind: Mapped[AnnouncementKind]
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[Bilingual]
    closed_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    edition: Mapped[int | None]


class EligibleKind(Model):
    """A kind of organisation that may be lead or participant in the call's applications."""

    __tablename__ = "eligible_kind"

    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"), primary_key=True)
    kind: Mapped[OrganisationKind] = mapped_column(primary_key=True)
    may_lead: Mapped[bool]


class CallRule(Model):
    """A number of the call, with its source, or with the note that the administrator chose it."""

    __tablename__ = "call_rule"
    __table_args__ = (UniqueConstraint("call_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    key: Mapped[RuleKey]
    value: Mapped[str] = mapped_column(String(40))
    """A whole number (an amount is in øre), a word, or nothing: then the call sets no limit."""
    note: Mapped[Bilingual]
    chosen_by_administrator: Mapped[bool]
    source: Mapped[str] = mapped_column(String(200))


class Activity(Model):
    """What the grant may be used for, or (supported = false) may not, with the reason (inv. 90–91)."""

    __tablename__ = "activity"
    __table_args__ = (UniqueConstraint("call_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    position: Mapped[int]
    code: Mapped[str] = mapped_column(String(20))
    text: Mapped[Bilingual]
    supported: Mapped[bool]
    reason: Mapped[Bilingual | None]
    source: Mapped[str] = mapped_column(String(200))


class Condition(Model):
    """A condition that every grant of the call carries (vilkår; inv. 126, 172)."""

    __tablename__ = "condition"
    __table_args__ = (UniqueConstraint("call_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    position: Mapped[int]
    code: Mapped[str] = mapped_column(String(20))
    title: Mapped[Bilingual]
    text: Mapped[Bilingual]
    source: Mapped[str] = mapped_column(String(200))


class Wording(Model):
    """What a question's code asks in one version, as the catalogue keeps it for all calls.

    A code keeps its meaning and a version its words for ever, so that answers compare across calls. The
    exception is a wording written in a draft: until another call uses it, that draft may still change it.
    """

    __tablename__ = "wording"
    __table_args__ = (
        UniqueConstraint("code", "version"),
        CheckConstraint("version > 0", name="versions_start_at_1"),
        CheckConstraint("max_chars IS NULL OR max_chars > 0", name="room_for_an_answer"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(20))
    version: Mapped[int]
    kind: Mapped[QuestionKind]
    label: Mapped[Bilingual]
    help: Mapped[Bilingual | None]
    max_chars: Mapped[int | None]
    unit: Mapped[Bilingual | None]
    lowest: Mapped[int | None] = mapped_column(BigInteger)
    highest: Mapped[int | None] = mapped_column(BigInteger)
    offers: Mapped[JsonValue]
    """The choices and the columns, as `grants.wordings` writes and reads them."""
    parted_from: Mapped[str | None] = mapped_column(String(20))
    """The code it was written from, when it got a code of its own because it means something else."""
    made_at: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    draft_of_id: Mapped[int | None] = mapped_column(ForeignKey("call.id", ondelete="SET NULL"))


class Question(Model):
    """A question of the call: a code and a version of the catalogue, and how this call asks it.

    The same code may be asked for several purposes, so that what is reported compares with what was applied
    for; positions and conditions are each purpose's own.
    """

    __tablename__ = "question"
    __table_args__ = (
        UniqueConstraint("call_id", "purpose", "code"),
        ForeignKeyConstraint(["code", "code_version"], ["wording.code", "wording.version"]),
        CheckConstraint("max_chars IS NULL OR max_chars > 0", name="room_for_an_answer"),
        CheckConstraint(
            "(when_code IS NULL) = (when_test IS NULL) AND (when_code IS NULL) = (when_value IS NULL)",
            name="a_condition_is_whole",
        ),
    )
    __mapper_args__ = {"legacy_is_orphan": True}  # it stands in one of two lists of its call

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    purpose: Mapped[Purpose] = mapped_column(default=Purpose.APPLICATION)
    position: Mapped[int]
    code: Mapped[str] = mapped_column(String(20))
    code_version: Mapped[int]
    section: Mapped[Bilingual]
    kind: Mapped[QuestionKind]
    label: Mapped[Bilingual]
    help: Mapped[Bilingual | None]
    required: Mapped[bool]
    max_chars: Mapped[int | None]
    unit: Mapped[Bilingual | None]
    lowest: Mapped[int | None] = mapped_column(BigInteger)
    highest: Mapped[int | None] = mapped_column(BigInteger)
    """The bounds of a number; of an amount in øre."""
    table_columns: Mapped[JsonValue | None]
    guidance: Mapped[JsonValue | None]
    """For kommuner of a certain size, as `grants.sizeguidance` writes and reads it."""
    may_be_irrelevant: Mapped[bool] = mapped_column(default=False)
    """Whether «ikke relevant, fordi …» is an answer here."""
    when_code: Mapped[str | None] = mapped_column(String(20))
    when_test: Mapped[Test | None]
    when_value: Mapped[str | None] = mapped_column(String(400))

    choices: Mapped[list["Choice"]] = relationship(
        cascade=PARTS, order_by="Choice.position", lazy="raise"
    )

    @property
    def shown_when(self) -> ShownWhen | None:
        """When the question is asked; None: always."""
        if self.when_code is None or self.when_test is None or self.when_value is None:
            return None
        return ShownWhen(self.when_code, self.when_test, self.when_value)

    @shown_when.setter
    def shown_when(self, condition: ShownWhen | None) -> None:
        self.when_code = condition.code if condition else None
        self.when_test = condition.test if condition else None
        self.when_value = condition.value if condition else None

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """The columns of a table; none for other kinds."""
        return columns_from(self.table_columns)

    @property
    def size_guidance(self) -> SizeGuidance | None:
        """What helps kommuner of a certain size; None: nothing but the help for all."""
        return guidance_from(self.guidance)


class Choice(Model):
    """One answer that a question of choice offers."""

    __tablename__ = "choice"
    __table_args__ = (UniqueConstraint("question_id", "value"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    position: Mapped[int]
    value: Mapped[str] = mapped_column(String(40))
    label: Mapped[Bilingual]


class RequiredAttachment(Model):
    """A document that an application of the call must have with it."""

    __tablename__ = "required_attachment"
    __table_args__ = (UniqueConstraint("call_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    position: Mapped[int]
    code: Mapped[str] = mapped_column(String(40))
    label: Mapped[Bilingual]


class Criterion(Model):
    """An award criterion (tildelingskriterium): a gate (weight 0) or scored with a weight."""

    __tablename__ = "criterion"
    __table_args__ = (
        UniqueConstraint("call_id", "code"),
        CheckConstraint("weight BETWEEN 0 AND 100", name="weight_is_a_percent"),
        CheckConstraint("max_mark > 0", name="marks_start_above_0"),
        CheckConstraint("scored OR weight = 0", name="a_gate_weighs_nothing"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    position: Mapped[int]
    code: Mapped[str] = mapped_column(String(20))
    scored: Mapped[bool]
    name: Mapped[Bilingual]
    guidance: Mapped[Bilingual]
    weight: Mapped[int]
    max_mark: Mapped[int]
    threshold: Mapped[int | None]
    source: Mapped[str] = mapped_column(String(200))

    anchors: Mapped[list["Anchor"]] = relationship(
        cascade=PARTS, order_by="Anchor.mark", lazy="raise"
    )


class Anchor(Model):
    """What a mark means for a criterion (ankertekst)."""

    __tablename__ = "anchor"

    criterion_id: Mapped[int] = mapped_column(ForeignKey("criterion.id"), primary_key=True)
    mark: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[Bilingual]


class PortfolioBound(Model):
    """What the call's grants as a whole keep to in a group: fewest and most cases, least and most money.

    `value` is the group's, as `criteria.ranking.Candidate` names it; empty is every group by itself.
    """

    __tablename__ = "portfolio_bound"
    __table_args__ = (
        UniqueConstraint("call_id", "trait", "value"),
        CheckConstraint("least_cases >= 0 AND least_amount >= 0", name="floors_not_negative"),
        CheckConstraint("most_cases >= least_cases", name="cases_in_order"),
        CheckConstraint("most_amount >= least_amount", name="amounts_in_order"),
        CheckConstraint(
            "least_cases > 0 OR least_amount > 0 OR most_cases IS NOT NULL"
            " OR most_amount IS NOT NULL",
            name="limits_something",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    position: Mapped[int]
    trait: Mapped[Trait]
    value: Mapped[str] = mapped_column(String(60))
    least_cases: Mapped[int]
    most_cases: Mapped[int | None]
    least_amount: Mapped[Ore]
    most_amount: Mapped[Ore | None]
    note: Mapped[Bilingual]
    source: Mapped[str] = mapped_column(String(200))


class PlanStep(Model):
    """A step of the call's payment plan: how much of a year's grant, and what releases it."""

    __tablename__ = "plan_step"
    __table_args__ = (
        UniqueConstraint("call_id", "position"),
        CheckConstraint("percent BETWEEN 1 AND 100", name="percent_of_the_year"),
        CheckConstraint(
            "(trigger = 'on_date') = (month IS NOT NULL)"
            " AND (trigger = 'on_date') = (day IS NOT NULL)",
            name="date_has_its_day",
        ),
        CheckConstraint("month BETWEEN 1 AND 12 AND day BETWEEN 1 AND 28", name="day_of_any_year"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    position: Mapped[int]
    percent: Mapped[int]
    trigger: Mapped[Trigger]
    month: Mapped[int | None]
    day: Mapped[int | None]
    """The day in each budget year, of a step that is paid on a date."""

    @property
    def day_of_year(self) -> str | None:
        """The day as people write it, the same in both forms of Norwegian."""
        return format_day_of_year(self.month, self.day) if self.month and self.day else None

    @property
    def rule(self) -> instalments.PlanStep:
        """The step as the rules read it."""
        return instalments.PlanStep(
            self.position, self.percent, self.trigger, self.month, self.day
        )
