"""Changes of granted projects, with the participants' yes to their own part.

Nothing that is there is another for it: a project without an approved change is as it was granted.

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
TABLES = ("change_confirmation", "change_request")
_OPEN = "decided_at IS NULL AND withdrawn_at IS NULL"


def upgrade() -> None:
    """Bring the schema forward."""
    _create_change_request()
    _create_change_confirmation()


def downgrade() -> None:
    """Take the schema back."""
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
