"""Applications to use unused money of a grant's year in the next, with the answer that is proposed and signed.

What of a signed answer moves to the next year, or lapses, is booked by a movement that the row names. One
application for a case and year is open at a time.

Revision: 0026
Follows: 0025
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
OPEN = sa.text("decided_at IS NULL AND withdrawn_at IS NULL")
CHECKS = {
    "amount_above_0": "amount > 0",
    "amount_within_unused": "amount <= unused",
    "says_why": "reason <> ''",
    "withdrawn_by_somebody": "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)",
    "proposed_by_somebody": (
        "(proposed_at IS NULL) = (proposed_by_id IS NULL)"
        " AND (proposed_at IS NULL) = (granted IS NULL)"
        " AND (proposed_at IS NULL) = (answer = '')"
    ),
    "granted_within_asked": "granted IS NULL OR (granted >= 0 AND granted <= amount)",
    "decided_by_somebody": (
        "(decided_at IS NULL) = (decided_by_id IS NULL)"
        " AND (decided_at IS NULL) = (kept IS NULL)"
        " AND (decided_at IS NULL) = (moved IS NULL)"
        " AND (decided_at IS NULL) = (lapsed IS NULL)"
        " AND (decided_at IS NULL) = (owed IS NULL)"
    ),
    "decided_was_proposed": (
        "decided_at IS NULL OR (proposed_at IS NOT NULL AND withdrawn_at IS NULL)"
    ),
    "two_different_persons": "decided_by_id IS NULL OR decided_by_id <> proposed_by_id",
    "parts_are_the_whole": (
        "decided_at IS NULL OR (kept >= 0 AND moved >= 0 AND lapsed >= 0 AND owed >= 0"
        " AND kept + moved = granted AND lapsed + owed = amount - granted)"
    ),
    "what_moves_is_booked": (
        "decided_at IS NULL OR (moved + lapsed > 0) = (movement_id IS NOT NULL)"
    ),
}
NAMED = {
    "application_id": "application", "asked_by_id": "person", "withdrawn_by_id": "person",
    "proposed_by_id": "person", "decided_by_id": "person", "movement_id": "movement",
}  # fmt: skip


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "carry_over",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("unused", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("end_on", sa.Date(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.Column("withdrawn_by_id", sa.Integer(), nullable=True),
        sa.Column("granted", sa.BigInteger(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("proposed_at", MOMENT, nullable=True),
        sa.Column("proposed_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("kept", sa.BigInteger(), nullable=True),
        sa.Column("moved", sa.BigInteger(), nullable=True),
        sa.Column("lapsed", sa.BigInteger(), nullable=True),
        sa.Column("owed", sa.BigInteger(), nullable=True),
        sa.Column("movement_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        *(
            sa.CheckConstraint(rule, name=op.f(f"ck_carry_over_{name}"))
            for name, rule in CHECKS.items()
        ),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{table}.id"], name=op.f(f"fk_carry_over_{column}")
            )
            for column, table in NAMED.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carry_over")),
        sa.UniqueConstraint("movement_id", name=op.f("uq_carry_over_movement_id")),
    )
    op.create_index("ix_carry_over_application_id_year", "carry_over", ["application_id", "year"])
    op.create_index(
        "uq_carry_over_open",
        "carry_over",
        ["application_id", "year"],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("carry_over")
