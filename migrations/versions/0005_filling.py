"""Filling in without losing anything: who sits with which part of a draft, and what an ended session left.

Pages save by themselves; `sitting` lets the audit trail have one entry for each time a person sits down,
and tells when a part was last saved. `typed` keeps what was typed when a session had ended, until the same
person signs in again. Nothing that is there changes: a draft without sittings was saved as its audit says.

Revision: 0005
Follows: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "sitting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=80), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.CheckConstraint("saved_at >= began_at", name=op.f("ck_sitting_in_order")),
        sa.CheckConstraint("times > 0", name=op.f("ck_sitting_saved_at_least_once")),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_sitting_application_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sitting_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting")),
    )
    op.create_index(
        "ix_sitting_application_id_act_id", "sitting", ["application_id", "act", "id"]
    )
    op.create_table(
        "typed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(length=300), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_typed_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_typed")),
        sa.UniqueConstraint("person_id", "path", name=op.f("uq_typed_person_id_path")),
    )
    op.create_index("ix_typed_kept_at", "typed", ["kept_at"])


def downgrade() -> None:
    """Take it back."""
    op.drop_table("typed")
    op.drop_table("sitting")
