"""Packs of evidence are made in the background and kept.

Adds the packs: what each is about, who asked for it, and what it is known by once it is made. There were none
before.

Revision: 0023
Follows: 0022
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "evidence_pack",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("extent", sa.String(length=40), nullable=False),
        sa.Column("about", sa.Integer(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("finished_at", MOMENT, nullable=True),
        sa.Column("files", sa.Integer(), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("last_hash", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "(finished_at IS NULL) = (sha256 IS NULL)",
            name=op.f("ck_evidence_pack_finished_is_kept"),
        ),
        sa.CheckConstraint(
            "(sha256 IS NULL) = (last_hash IS NULL)", name=op.f("ck_evidence_pack_kept_is_sealed")
        ),
        sa.CheckConstraint(
            "(sha256 IS NULL) = (size IS NULL) AND (sha256 IS NULL) = (files IS NULL)",
            name=op.f("ck_evidence_pack_kept_is_measured"),
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["person.id"], name=op.f("fk_evidence_pack_asked_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_pack")),
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("evidence_pack")
