"""Complaints with their files, rulings and way to the appeal body, and requests for reasons.

A decision gets its kind: those that are there are the first of their cases, and all give their reasons.

Revision: 0015
Follows: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0013"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(length=40)
TABLES = (
    "reasons_request", "complaint_forwarding", "complaint_ruling", "complaint_file", "complaint",
)  # fmt: skip
ADDED = {
    "kind": (WORD, sa.text("'original'")),
    "reasons_left_out": (sa.Boolean(), sa.false()),
}


def upgrade() -> None:
    """Bring the schema forward."""
    for name, (kind, value) in ADDED.items():
        op.add_column("decision", sa.Column(name, kind, nullable=False, server_default=value))
        if op.get_bind().dialect.name != "sqlite":
            op.alter_column("decision", name, server_default=None)
    _create_complaint()
    _create_complaint_file()
    _create_complaint_ruling()
    _create_complaint_forwarding()
    _create_reasons_request()


def downgrade() -> None:
    """Take it back."""
    for table in TABLES:
        op.drop_table(table)
    for name in ADDED:
        op.drop_column("decision", name)


def _create_complaint() -> None:
    op.create_table(
        "complaint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("wanted", sa.String(), nullable=False),
        sa.Column("grounds", sa.String(), nullable=False),
        sa.Column("late_because", sa.String(), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("begun_by_id", sa.Integer(), nullable=False),
        sa.Column("submitted_at", MOMENT, nullable=True),
        sa.Column("submitted_by_id", sa.Integer(), nullable=True),
        sa.Column("came", WORD, nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("counting", sa.Text(), nullable=True),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.Column("withdrawn_by_id", sa.Integer(), nullable=True),
        sa.Column("leave", WORD, nullable=True),
        sa.Column("leave_reason", sa.String(), nullable=False),
        sa.Column("leave_at", MOMENT, nullable=True),
        sa.Column("leave_by_id", sa.Integer(), nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "leave IS NULL OR (came = 'late' AND leave_reason <> '')",
            name=op.f("ck_complaint_leave_is_for_the_late"),
        ),
        sa.CheckConstraint(
            "submitted_at IS NULL OR (wanted <> '' AND grounds <> '')",
            name=op.f("ck_complaint_submitted_says_something"),
        ),
        sa.CheckConstraint(
            "(leave IS NULL) = (leave_at IS NULL)", name=op.f("ck_complaint_leave_has_a_moment")
        ),
        sa.CheckConstraint(
            "(leave IS NULL) = (leave_by_id IS NULL)", name=op.f("ck_complaint_leave_by_somebody")
        ),
        sa.CheckConstraint(
            "(submitted_at IS NULL) = (came IS NULL)", name=op.f("ck_complaint_submitted_is_timed")
        ),
        sa.CheckConstraint(
            "(submitted_at IS NULL) = (submitted_by_id IS NULL)",
            name=op.f("ck_complaint_submitted_by_somebody"),
        ),
        sa.CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)",
            name=op.f("ck_complaint_withdrawn_by_somebody"),
        ),
        sa.CheckConstraint(
            "closed_at IS NULL OR submitted_at IS NOT NULL",
            name=op.f("ck_complaint_closed_was_submitted"),
        ),
        sa.CheckConstraint(
            "withdrawn_at IS NULL OR closed_at IS NOT NULL",
            name=op.f("ck_complaint_withdrawn_is_closed"),
        ),
        sa.CheckConstraint(
            "withdrawn_at IS NULL OR submitted_at IS NOT NULL",
            name=op.f("ck_complaint_withdrawn_was_submitted"),
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_complaint_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["begun_by_id"], ["person.id"], name=op.f("fk_complaint_begun_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_complaint_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["leave_by_id"], ["person.id"], name=op.f("fk_complaint_leave_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_complaint_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["submitted_by_id"], ["person.id"], name=op.f("fk_complaint_submitted_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["withdrawn_by_id"], ["person.id"], name=op.f("fk_complaint_withdrawn_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint")),
    )
    op.create_index(
        "ix_complaint_application_id_id", "complaint", ["application_id", "id"], unique=False
    )
    op.create_index(
        "ix_complaint_closed_at_submitted_at",
        "complaint",
        ["closed_at", "submitted_at"],
        unique=False,
    )
    op.create_index(
        "uq_complaint_living",
        "complaint",
        ["decision_id", "organisation_id"],
        unique=True,
        sqlite_where=sa.text("withdrawn_at IS NULL"),
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )


def _create_complaint_file() -> None:
    op.create_table(
        "complaint_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("filename", sa.String(length=200), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("uploaded_at", MOMENT, nullable=False),
        sa.Column("uploaded_by_id", sa.Integer(), nullable=False),
        sa.Column("removed_at", MOMENT, nullable=True),
        sa.Column("removed_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(removed_at IS NULL) = (removed_by_id IS NULL)",
            name=op.f("ck_complaint_file_removed_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_complaint_file_complaint_id")
        ),
        sa.ForeignKeyConstraint(
            ["removed_by_id"], ["person.id"], name=op.f("fk_complaint_file_removed_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["uploaded_by_id"], ["person.id"], name=op.f("fk_complaint_file_uploaded_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_file")),
    )
    op.create_index(
        "ix_complaint_file_complaint_id_id", "complaint_file", ["complaint_id", "id"], unique=False
    )


def _create_complaint_ruling() -> None:
    op.create_table(
        "complaint_ruling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("ruling", WORD, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("prepared_at", MOMENT, nullable=False),
        sa.Column("prepared_by_id", sa.Integer(), nullable=False),
        sa.Column("confirmed_at", MOMENT, nullable=True),
        sa.Column("confirmed_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_complaint_ruling_says_why")),
        sa.CheckConstraint(
            "(amount IS NULL) = (decision_id IS NULL)",
            name=op.f("ck_complaint_ruling_money_has_a_decision"),
        ),
        sa.CheckConstraint(
            "(confirmed_at IS NULL) = (confirmed_by_id IS NULL)",
            name=op.f("ck_complaint_ruling_confirmed_by_somebody"),
        ),
        sa.CheckConstraint(
            "amount IS NULL OR amount > 0", name=op.f("ck_complaint_ruling_amount_above_0")
        ),
        sa.CheckConstraint(
            "confirmed_by_id IS NULL OR confirmed_by_id <> prepared_by_id",
            name=op.f("ck_complaint_ruling_four_eyes"),
        ),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_complaint_ruling_complaint_id")
        ),
        sa.ForeignKeyConstraint(
            ["confirmed_by_id"], ["person.id"], name=op.f("fk_complaint_ruling_confirmed_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_complaint_ruling_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["prepared_by_id"], ["person.id"], name=op.f("fk_complaint_ruling_prepared_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_ruling")),
        sa.UniqueConstraint(
            "complaint_id", "number", name=op.f("uq_complaint_ruling_complaint_id_number")
        ),
    )
    op.create_index(
        "ix_complaint_ruling_decision_id", "complaint_ruling", ["decision_id"], unique=False
    )
    op.create_index(
        "uq_complaint_ruling_confirmed",
        "complaint_ruling",
        ["complaint_id"],
        unique=True,
        sqlite_where=sa.text("confirmed_at IS NOT NULL"),
        postgresql_where=sa.text("confirmed_at IS NOT NULL"),
    )


def _create_complaint_forwarding() -> None:
    op.create_table(
        "complaint_forwarding",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.Column("comment_due_on", sa.Date(), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("commented_at", MOMENT, nullable=True),
        sa.Column("commented_by_id", sa.Integer(), nullable=True),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("sent_by_id", sa.Integer(), nullable=True),
        sa.Column("result", WORD, nullable=True),
        sa.Column("result_text", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("registered_at", MOMENT, nullable=True),
        sa.Column("registered_by_id", sa.Integer(), nullable=True),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("acted_at", MOMENT, nullable=True),
        sa.CheckConstraint(
            "(commented_at IS NULL) = (comment = '')",
            name=op.f("ck_complaint_forwarding_comment_has_a_moment"),
        ),
        sa.CheckConstraint(
            "acted_at IS NULL OR result IN ('reversed', 'sent_back')",
            name=op.f("ck_complaint_forwarding_acted_on_a_change"),
        ),
        sa.CheckConstraint(
            "(commented_at IS NULL) = (commented_by_id IS NULL)",
            name=op.f("ck_complaint_forwarding_commented_by_somebody"),
        ),
        sa.CheckConstraint(
            "(result IS NULL) = (decided_on IS NULL)",
            name=op.f("ck_complaint_forwarding_result_has_a_date"),
        ),
        sa.CheckConstraint(
            "(result IS NULL) = (registered_at IS NULL)",
            name=op.f("ck_complaint_forwarding_result_has_a_moment"),
        ),
        sa.CheckConstraint(
            "(result IS NULL) = (registered_by_id IS NULL)",
            name=op.f("ck_complaint_forwarding_result_by_somebody"),
        ),
        sa.CheckConstraint(
            "(sent_at IS NULL) = (sent_by_id IS NULL)",
            name=op.f("ck_complaint_forwarding_sent_by_somebody"),
        ),
        sa.CheckConstraint(
            "result IS NULL OR sent_at IS NOT NULL",
            name=op.f("ck_complaint_forwarding_result_was_asked_for"),
        ),
        sa.ForeignKeyConstraint(
            ["commented_by_id"], ["person.id"], name=op.f("fk_complaint_forwarding_commented_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_complaint_forwarding_complaint_id")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_complaint_forwarding_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["registered_by_id"],
            ["person.id"],
            name=op.f("fk_complaint_forwarding_registered_by_id"),
        ),
        sa.ForeignKeyConstraint(
            ["sent_by_id"], ["person.id"], name=op.f("fk_complaint_forwarding_sent_by_id")
        ),
        sa.PrimaryKeyConstraint("complaint_id", name=op.f("pk_complaint_forwarding")),
    )
    op.create_index(
        "ix_complaint_forwarding_decision_id", "complaint_forwarding", ["decision_id"], unique=False
    )


def _create_reasons_request() -> None:
    op.create_table(
        "reasons_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (answer = '')",
            name=op.f("ck_reasons_request_answer_has_a_moment"),
        ),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL)",
            name=op.f("ck_reasons_request_answered_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_reasons_request_answered_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["person.id"], name=op.f("fk_reasons_request_asked_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_reasons_request_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_reasons_request_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reasons_request")),
        sa.UniqueConstraint(
            "decision_id",
            "organisation_id",
            name=op.f("uq_reasons_request_decision_id_organisation_id"),
        ),
    )
    op.create_index(
        "ix_reasons_request_answered_at_asked_at",
        "reasons_request",
        ["answered_at", "asked_at"],
        unique=False,
    )
