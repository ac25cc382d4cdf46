"""What a grant obliges to beyond the annual and the final report.

- Every call says when an auditor must confirm the accounts, as it has been until now: each grant by itself, from
  the threshold on; and which duties it adds. Old calls add none.
- A duty that has no report form keeps when it was met, by whom it was noted, and how.
- Accounts of experience with what they are about and their documents: the library that everybody may read.

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


def downgrade() -> None:
    """Take it back, with the duties that the schema before did not know."""
    for table in EXPERIENCE:
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
