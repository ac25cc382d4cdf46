"""The public journal: its lines, the versions of the marks on them, and requests for documents.

No line is written here: the first night after the upgrade the journal is kept from all that is there.

Revision: 0022
Follows: 0020
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0020"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(length=40)


def upgrade() -> None:
    """Bring the schema forward."""
    _create_journal_line()
    _create_exemption()
    _create_disclosure_request()


def downgrade() -> None:
    """Take it back."""
    for table in ("disclosure_request", "exemption", "journal_line"):
        op.drop_table(table)


def _create_journal_line() -> None:
    op.create_table(
        "journal_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("direction", WORD, nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("kept_at", MOMENT, nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_journal_line_number_above_0")),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_journal_line_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_journal_line_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_line")),
        sa.UniqueConstraint(
            "application_id", "number", name=op.f("uq_journal_line_application_id_number")
        ),
        sa.UniqueConstraint("kind", "source_id", name=op.f("uq_journal_line_kind_source_id")),
    )
    op.create_index("ix_journal_line_dated_id", "journal_line", ["dated", "id"])
    op.create_index(
        "ix_journal_line_organisation_id_dated_id",
        "journal_line",
        ["organisation_id", "dated", "id"],
    )


def _create_exemption() -> None:
    op.create_table(
        "exemption",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("ground", WORD, nullable=True),
        sa.Column("title", sa.String(length=200), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.Column("set_by_id", sa.Integer(), nullable=False),
        sa.Column("superseded_at", MOMENT, nullable=True),
        sa.CheckConstraint(
            "ground IS NOT NULL OR title IS NULL", name=op.f("ck_exemption_open_hides_no_title")
        ),
        sa.CheckConstraint(
            "title IS NULL OR title <> ''", name=op.f("ck_exemption_title_says_something")
        ),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_exemption_says_why")),
        sa.ForeignKeyConstraint(
            ["line_id"], ["journal_line.id"], name=op.f("fk_exemption_line_id")
        ),
        sa.ForeignKeyConstraint(["set_by_id"], ["person.id"], name=op.f("fk_exemption_set_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exemption")),
        sa.UniqueConstraint("line_id", "number", name=op.f("uq_exemption_line_id_number")),
    )
    op.create_index(
        "uq_exemption_living",
        "exemption",
        ["line_id"],
        unique=True,
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )


def _create_disclosure_request() -> None:
    op.create_table(
        "disclosure_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("given", sa.Text(), nullable=True),
        sa.Column("ground", WORD, nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("key_hash", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL)",
            name=op.f("ck_disclosure_request_answered_by_somebody"),
        ),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (given IS NULL)",
            name=op.f("ck_disclosure_request_answer_gives_or_not"),
        ),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (key_hash IS NULL)",
            name=op.f("ck_disclosure_request_answer_has_an_address"),
        ),
        sa.CheckConstraint(
            "answered_at IS NOT NULL OR ground IS NULL",
            name=op.f("ck_disclosure_request_ground_of_an_answer"),
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_disclosure_request_answered_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["line_id"], ["journal_line.id"], name=op.f("fk_disclosure_request_line_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosure_request")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_disclosure_request_key_hash")),
    )
    op.create_index(
        "ix_disclosure_request_answered_at_due_on",
        "disclosure_request",
        ["answered_at", "due_on"],
    )
    op.create_index("ix_disclosure_request_line_id", "disclosure_request", ["line_id"])
