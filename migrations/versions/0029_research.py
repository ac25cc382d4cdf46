"""Editions of the data for research, and who accepted the terms.

Adds the editions with their files, known by checksum, and a researcher's acceptance of the terms. There were
none before: researchers accept the terms before they fetch again.

Revision: 0029
Follows: 0028
"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "snapshot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("under_way", sa.Boolean(), nullable=True),
        sa.Column("taken_at", MOMENT, nullable=True),
        sa.Column("package_sha256", sa.String(length=64), nullable=True),
        sa.Column("told", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "under_way IS NULL OR under_way", name=op.f("ck_snapshot_under_way_or_nothing")
        ),
        sa.CheckConstraint(
            "(taken_at IS NULL) = (under_way IS NOT NULL)",
            name=op.f("ck_snapshot_taken_or_under_way"),
        ),
        sa.CheckConstraint(
            "(taken_at IS NULL) = (package_sha256 IS NULL)",
            name=op.f("ck_snapshot_taken_has_a_package"),
        ),
        sa.CheckConstraint(
            "(taken_at IS NULL) = (told IS NULL)", name=op.f("ck_snapshot_taken_keeps_what_it_told")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["person.id"], name=op.f("fk_snapshot_asked_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot")),
        sa.UniqueConstraint("under_way", name=op.f("uq_snapshot_under_way")),
    )
    op.create_table(
        "snapshot_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("table_code", sa.String(length=40), nullable=False),
        sa.Column("format", sa.String(length=10), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("control_sum", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("size > 0", name=op.f("ck_snapshot_file_not_empty")),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["snapshot.id"], name=op.f("fk_snapshot_file_snapshot_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot_file")),
        sa.UniqueConstraint("snapshot_id", "name", name=op.f("uq_snapshot_file_snapshot_id_name")),
    )
    op.create_table(
        "accepted_terms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("terms", sa.Integer(), nullable=False),
        sa.Column("accepted_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_accepted_terms_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accepted_terms")),
        sa.UniqueConstraint("person_id", "terms", name=op.f("uq_accepted_terms_person_id_terms")),
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("accepted_terms")
    op.drop_table("snapshot_file")
    op.drop_table("snapshot")
