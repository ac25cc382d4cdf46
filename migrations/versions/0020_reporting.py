"""Changes of granted projects with the participants' yes to their own part, and later days for reports.

Nothing that is there is another for it: a project without an approved change is as it was granted, and a
report is due on its day until a later one is given.

Revision: 0020
Follows: 0019
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
TABLES = ("duty_extension", "change_confirmation", "change_request")
_OPEN = "decided_at IS NULL AND withdrawn_at IS NULL"


def upgrade() -> None:
    """Bring the schema forward."""
    _create_change_request()
    _create_change_confirmation()
    _create_duty_extension()
    op.add_column("duty", sa.Column("reminded_of", sa.Date(), nullable=True))


def downgrade() -> None:
    """Take the schema back."""
    op.drop_column("duty", "reminded_of")
    for table in TABLES:
        op.drop_table(table)


def _key(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))


def _create_change_request() -> None:
    table = "change_request"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("opened_by_partner_id", sa.Integer(), nullable=True),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("begun_by_id", sa.Integer(), nullable=False),
        sa.Column("submitted_at", MOMENT, nullable=True),
        sa.Column("submitted_by_id", sa.Integer(), nullable=True),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.Column("withdrawn_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("approved", sa.Boolean(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("broken", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint(
            "application_id", "number", name=op.f(f"uq_{table}_application_id_number")
        ),
        *(
            sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))
            for name, rule in (
                ("submitted_by_somebody", "(submitted_at IS NULL) = (submitted_by_id IS NULL)"),
                ("submitted_against_a_decision", "(submitted_at IS NULL) = (decision_id IS NULL)"),
                ("submitted_says_why", "submitted_at IS NULL OR reason <> ''"),
                ("withdrawn_by_somebody", "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)"),
                ("decided_by_somebody", "(decided_at IS NULL) = (decided_by_id IS NULL)"),
                ("decided_is_yes_or_no", "(decided_at IS NULL) = (approved IS NULL)"),
                ("decided_says_why", "(decided_at IS NULL) = (answer = '')"),
                (
                    "decided_was_submitted",
                    "decided_at IS NULL OR (submitted_at IS NOT NULL AND withdrawn_at IS NULL)",
                ),
            )
        ),
        _key(table, "application_id", "application"),
        _key(table, "opened_by_partner_id", "partner"),
        _key(table, "begun_by_id", "person"),
        _key(table, "submitted_by_id", "person"),
        _key(table, "decision_id", "decision"),
        _key(table, "withdrawn_by_id", "person"),
        _key(table, "decided_by_id", "person"),
    )
    op.create_index(
        "uq_change_request_open", table, ["application_id"], unique=True,
        sqlite_where=sa.text(_OPEN), postgresql_where=sa.text(_OPEN),
    )  # fmt: skip
    op.create_index(
        "ix_change_request_submitted_at_decided_at", table, ["submitted_at", "decided_at"]
    )


def _create_change_confirmation() -> None:
    table = "change_confirmation"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("confirmed_at", MOMENT, nullable=False),
        sa.Column("authority", sa.String(length=300), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("covered", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint(
            "change_id",
            "partner_id",
            "fingerprint",
            name=op.f(f"uq_{table}_change_id_partner_id_fingerprint"),
        ),
        _key(table, "change_id", "change_request"),
        _key(table, "partner_id", "partner"),
        _key(table, "person_id", "person"),
    )


def _create_duty_extension() -> None:
    table = "duty_extension"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("duty_id", sa.Integer(), nullable=False),
        sa.Column("due_before", sa.Date(), nullable=False),
        sa.Column("wanted_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("granted_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        *(
            sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))
            for name, rule in (
                ("wanted_is_later", "wanted_on > due_before"),
                ("says_why", "reason <> ''"),
                ("answered_by_somebody", "(answered_at IS NULL) = (answered_by_id IS NULL)"),
                ("granted_is_answered", "answered_at IS NOT NULL OR granted_on IS NULL"),
                ("granted_is_later", "granted_on IS NULL OR granted_on > due_before"),
                (
                    "refused_says_why",
                    "answered_at IS NULL OR granted_on IS NOT NULL OR answer <> ''",
                ),
            )
        ),
        _key(table, "duty_id", "duty"),
        _key(table, "asked_by_id", "person"),
        _key(table, "answered_by_id", "person"),
    )
    op.create_index(
        "uq_duty_extension_open", table, ["duty_id"], unique=True,
        sqlite_where=sa.text("answered_at IS NULL"),
        postgresql_where=sa.text("answered_at IS NULL"),
    )  # fmt: skip
    op.create_index("ix_duty_extension_duty_id", table, ["duty_id"])
