"""What a grant obliges to beyond the annual and the final report.

- Every call says when an auditor must confirm the accounts, as it has been until now: each grant by itself, from
  the threshold on; and which duties it adds. Old calls add none.
- A duty that has no report form keeps when it was met, by whom it was noted, and how.
- Accounts of experience with what they are about and their documents: the library that everybody may read.
- What signs of risk are worth, samples drawn by a published seed with everybody who could be drawn, the controls
  of those drawn, and what was found. Old schemes give no points: every case has one lot.

Revision: 0027
Follows: 0026
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

ALONE = {
    "nb": "Grensen holdes mot tilskuddet i hvert vedtak.",
    "nn": "Grensa blir halden mot tilskotet i kvart vedtak.",
}
ENOUGH = {"nb": "Beløpet selv er nok.", "nn": "Beløpet sjølv er nok."}
NOTHING = {"nb": "Utlysningen krever ikke dette.", "nn": "Utlysinga krev ikkje dette."}
RULES = {
    "audit_per": ("decision", ALONE),
    "audit_from": ("at_least", ENOUGH),
    "status_month": ("", NOTHING),
    "benefit_years": ("", NOTHING),
    "experience_months": ("", NOTHING),
}
MET = (
    "met_at DATETIME",
    "met_by_id INTEGER CONSTRAINT fk_duty_met_by_id REFERENCES person (id)",
    (
        "met_how VARCHAR DEFAULT '' NOT NULL CONSTRAINT ck_duty_met_is_told "
        "CHECK ((met_at IS NULL) = (met_how = ''))"
    ),
)
OF_REPORTS = ("account_line", "reported_activity", "reported_benefit")
CONTROLS = (
    "control_finding", "control_check", "control", "sample_case", "control_sample", "risk_point",
)  # fmt: skip
EXPERIENCE = ("experience_document", "experience_tag", "experience")
MOMENT = sa.DateTime(timezone=True)
NEW_KINDS = "SELECT id FROM duty WHERE kind IN ('status', 'benefits', 'experience')"


def upgrade() -> None:
    """Bring the schema forward."""
    _fill_rules()
    at_home = op.get_bind().dialect.name == "sqlite"
    for column in MET:
        written = column if at_home else column.replace("DATETIME", "TIMESTAMP WITH TIME ZONE")
        op.execute(f"ALTER TABLE duty ADD COLUMN {written}")
    if not at_home:
        op.alter_column("duty", "met_how", server_default=None)
    _create_experience()
    _create_parts_of_experience()
    _create_samples()
    _create_controls()


def downgrade() -> None:
    """Take it back, with the duties that the schema before did not know."""
    for table in (*CONTROLS, *EXPERIENCE):
        op.drop_table(table)
    rules = sa.table("call_rule", sa.column("key", sa.String))
    op.execute(rules.delete().where(rules.c.key.in_(list(RULES))))
    reports = f"SELECT id FROM report WHERE duty_id IN ({NEW_KINDS})"
    for table in OF_REPORTS:
        op.execute(f"DELETE FROM {table} WHERE report_id IN ({reports})")
    for table in ("report", "duty_extension"):
        op.execute(f"DELETE FROM {table} WHERE duty_id IN ({NEW_KINDS})")
    op.execute(f"DELETE FROM duty WHERE id IN ({NEW_KINDS})")
    for column in reversed(MET):  # its check goes with it
        op.execute(f"ALTER TABLE duty DROP COLUMN {column.split()[0]}")


def _fill_rules() -> None:
    calls = sa.table("call", sa.column("id", sa.Integer))
    names = ("call_id", "key", "value", "note", "chosen_by_administrator", "source")
    rules = sa.table("call_rule", *(sa.column(name) for name in names))
    for key, (value, note) in RULES.items():
        said = json.dumps(note, ensure_ascii=False)
        row = (calls.c.id, *(sa.literal(one) for one in (key, value, said)), sa.false())
        op.execute(rules.insert().from_select(names, sa.select(*row, sa.literal(""))))


def _create_experience() -> None:
    op.create_table(
        "experience",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("done", sa.String(), nullable=False),
        sa.Column("worked", sa.String(), nullable=False),
        sa.Column("failed", sa.String(), nullable=False),
        sa.Column("contact_name", sa.String(length=120), nullable=False),
        sa.Column("contact_email", sa.String(length=200), nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("sent_by_id", sa.Integer(), nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("published", sa.Boolean(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.Column("withdrawn_why", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(sent_at IS NULL) = (sent_by_id IS NULL)", name=op.f("ck_experience_sent_by_somebody")
        ),
        sa.CheckConstraint(
            "answered_at IS NULL OR sent_at IS NOT NULL",
            name=op.f("ck_experience_sent_before_answered"),
        ),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL)"
            " AND (answered_at IS NULL) = (published IS NULL)",
            name=op.f("ck_experience_answered_by_somebody"),
        ),
        sa.CheckConstraint(
            "published IS NULL OR published OR answer <> ''",
            name=op.f("ck_experience_returned_says_why"),
        ),
        sa.CheckConstraint(
            "withdrawn_at IS NULL OR (published AND withdrawn_why <> '')",
            name=op.f("ck_experience_withdrawn_says_why"),
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_experience_answered_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_experience_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["sent_by_id"], ["person.id"], name=op.f("fk_experience_sent_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_experience")),
        sa.UniqueConstraint(
            "application_id", "number", name=op.f("uq_experience_application_id_number")
        ),
    )
    op.create_index("ix_experience_answered_at", "experience", ["answered_at"])
    for name, condition in (
        ("uq_experience_unanswered", "answered_at IS NULL"),
        ("uq_experience_published", "published AND withdrawn_at IS NULL"),
    ):
        op.create_index(
            name,
            "experience",
            ["application_id"],
            unique=True,
            sqlite_where=sa.text(condition),
            postgresql_where=sa.text(condition),
        )


def _create_parts_of_experience() -> None:
    op.create_table(
        "experience_tag",
        sa.Column("experience_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["experience_id"], ["experience.id"], name=op.f("fk_experience_tag_experience_id")
        ),
        sa.PrimaryKeyConstraint("experience_id", "kind", "code", name=op.f("pk_experience_tag")),
    )
    op.create_index("ix_experience_tag_kind_code", "experience_tag", ["kind", "code"])
    op.create_table(
        "experience_document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("experience_id", sa.Integer(), nullable=False),
        sa.Column("filename", sa.String(length=200), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["experience_id"], ["experience.id"], name=op.f("fk_experience_document_experience_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_experience_document")),
    )
    op.create_index(
        "ix_experience_document_experience_id", "experience_document", ["experience_id"]
    )


def _create_samples() -> None:
    op.create_table(
        "risk_point",
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("sign", sa.String(length=40), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("limit", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("points >= 0", name=op.f("ck_risk_point_points_not_negative")),
        sa.CheckConstraint(
            '"limit" IS NULL OR "limit" > 0', name=op.f("ck_risk_point_limit_above_0")
        ),
        sa.ForeignKeyConstraint(
            ["scheme_id"], ["scheme.id"], name=op.f("fk_risk_point_scheme_id")
        ),
        sa.PrimaryKeyConstraint("scheme_id", "sign", name=op.f("pk_risk_point")),
    )
    op.create_table(
        "control_sample",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("seed", sa.String(length=80), nullable=False),
        sa.Column("seed_source", sa.String(length=200), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("drawn_at", MOMENT, nullable=False),
        sa.Column("drawn_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("size > 0", name=op.f("ck_control_sample_size_above_0")),
        sa.CheckConstraint(
            "seed <> '' AND seed_source <> ''", name=op.f("ck_control_sample_seed_is_told")
        ),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_control_sample_call_id")),
        sa.ForeignKeyConstraint(
            ["drawn_by_id"], ["person.id"], name=op.f("fk_control_sample_drawn_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_control_sample")),
    )
    op.create_index("ix_control_sample_call_id", "control_sample", ["call_id"])
    op.create_table(
        "sample_case",
        sa.Column("sample_id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("case_number", sa.String(length=20), nullable=False),
        sa.Column("lots", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.CheckConstraint("lots > 0", name=op.f("ck_sample_case_has_a_lot")),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_sample_case_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["sample_id"], ["control_sample.id"], name=op.f("fk_sample_case_sample_id")
        ),
        sa.PrimaryKeyConstraint("sample_id", "application_id", name=op.f("pk_sample_case")),
        sa.UniqueConstraint(
            "sample_id", "position", name=op.f("uq_sample_case_sample_id_position")
        ),
    )


def _create_controls() -> None:
    op.create_table(
        "control",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sample_id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("concluded_at", MOMENT, nullable=True),
        sa.Column("concluded_by_id", sa.Integer(), nullable=True),
        sa.Column("conclusion", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(concluded_at IS NULL) = (concluded_by_id IS NULL)"
            " AND (concluded_at IS NULL) = (conclusion = '')",
            name=op.f("ck_control_concluded_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_control_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["concluded_by_id"], ["person.id"], name=op.f("fk_control_concluded_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["sample_id"], ["control_sample.id"], name=op.f("fk_control_sample_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_control")),
        sa.UniqueConstraint(
            "sample_id", "application_id", name=op.f("uq_control_sample_id_application_id")
        ),
    )
    op.create_index(op.f("ix_control_application_id"), "control", ["application_id"])
    op.create_table(
        "control_check",
        sa.Column("control_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(length=40), nullable=False),
        sa.Column("verdict", sa.String(length=40), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["control_id"], ["control.id"], name=op.f("fk_control_check_control_id")
        ),
        sa.PrimaryKeyConstraint("control_id", "item", name=op.f("pk_control_check")),
    )
    op.create_table(
        "control_finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("control_id", sa.Integer(), nullable=False),
        sa.Column("severity", sa.String(length=40), nullable=False),
        sa.Column("consequence", sa.String(length=40), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("found_at", MOMENT, nullable=False),
        sa.Column("found_by_id", sa.Integer(), nullable=False),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.Column("settled_by_id", sa.Integer(), nullable=True),
        sa.Column("settled_how", sa.String(), nullable=False),
        sa.CheckConstraint("text <> ''", name=op.f("ck_control_finding_says_what")),
        sa.CheckConstraint(
            "(consequence = 'follow_up') = (due_on IS NOT NULL)",
            name=op.f("ck_control_finding_follow_up_has_a_day"),
        ),
        sa.CheckConstraint(
            "(settled_at IS NULL) = (settled_by_id IS NULL)"
            " AND (settled_at IS NULL) = (settled_how = '')",
            name=op.f("ck_control_finding_settled_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["control_id"], ["control.id"], name=op.f("fk_control_finding_control_id")
        ),
        sa.ForeignKeyConstraint(
            ["found_by_id"], ["person.id"], name=op.f("fk_control_finding_found_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["settled_by_id"], ["person.id"], name=op.f("fk_control_finding_settled_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_control_finding")),
    )
    op.create_index("ix_control_finding_control_id", "control_finding", ["control_id"])
