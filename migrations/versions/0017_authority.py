"""Who may sign, attest and authorise how much: an authority for amounts, given by one person to another.

Nobody has one before somebody gives it: those who could sign before must be given theirs.

Revision: 0017
Follows: 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "authority",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("given_at", MOMENT, nullable=False),
        sa.Column("given_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_authority_amount_not_negative")),
        sa.CheckConstraint(
            "to_on IS NULL OR to_on >= from_on", name=op.f("ck_authority_days_in_order")
        ),
        sa.CheckConstraint(
            "amount IS NOT NULL OR to_on IS NULL", name=op.f("ck_authority_taken_back_for_good")
        ),
        sa.CheckConstraint(
            "given_by_id <> person_id", name=op.f("ck_authority_nobody_gives_oneself")
        ),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_authority_given_for_a_reason")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_authority_person_id")),
        sa.ForeignKeyConstraint(
            ["given_by_id"], ["person.id"], name=op.f("fk_authority_given_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_authority")),
    )
    op.create_index(
        "ix_authority_person_id_kind_from_on_id",
        "authority",
        ["person_id", "kind", "from_on", "id"],
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("authority")
