"""A call's life after it is published: editions of a round, withdrawal, and what everybody is told.

Every call that is there becomes the first edition of its round; nothing was copied, nothing withdrawn.

Revision: 0002
Follows: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

CHECKS = {
    "editions_count_from_1": "edition >= 1",
    "only_later_editions_follow": "(edition = 1) = (first_id IS NULL)",
    "withdrawn_by_somebody": "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)",
    "withdrawn_when_published": "withdrawn_at IS NULL OR published_at IS NOT NULL",
}
REFERENCES = {
    "first_id": "call.id",
    "copied_from_id": "call.id",
    "withdrawn_by_id": "person.id",
}


def upgrade() -> None:
    """Bring the schema forward."""
    with op.batch_alter_table("call") as call:
        call.add_column(sa.Column("edition", sa.Integer(), nullable=False, server_default="1"))
        call.add_column(sa.Column("first_id", sa.Integer(), nullable=True))
        call.add_column(sa.Column("copied_from_id", sa.Integer(), nullable=True))
        call.add_column(sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True))
        call.add_column(sa.Column("withdrawn_by_id", sa.Integer(), nullable=True))
        call.drop_constraint(op.f("uq_call_code"), type_="unique")
        call.create_unique_constraint(op.f("uq_call_code_edition"), ["code", "edition"])
        for column, target in REFERENCES.items():
            call.create_foreign_key(
                op.f(f"fk_call_{column}"), target.split(".")[0], [column], ["id"]
            )
        for name, condition in CHECKS.items():
            call.create_check_constraint(op.f(f"ck_call_{name}"), condition)
        call.create_index("ix_call_first_id", ["first_id"])
        call.create_index("ix_call_copied_from_id", ["copied_from_id"])
    with op.batch_alter_table("call") as call:
        call.alter_column("edition", server_default=None)
    op.create_table(
        "announcement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(kind = 'extended') = (closed_on IS NOT NULL)",
            name=op.f("ck_announcement_extended_from_a_date"),
        ),
        sa.CheckConstraint(
            "(closes_on IS NULL) = (closed_on IS NULL)",
            name=op.f("ck_announcement_extended_to_a_date"),
        ),
        sa.CheckConstraint(
            "closes_on > closed_on", name=op.f("ck_announcement_deadline_moves_forward")
        ),
        sa.CheckConstraint(
            "(kind = 'changed') = (edition IS NOT NULL)",
            name=op.f("ck_announcement_changed_to_an_edition"),
        ),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_announcement_by_id")),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_announcement_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcement")),
    )
    op.create_index("ix_announcement_call_id_id", "announcement", ["call_id", "id"])
    op.create_index(
        "uq_announcement_withdrawn",
        "announcement",
        ["call_id"],
        unique=True,
        sqlite_where=sa.text("kind = 'withdrawn'"),
        postgresql_where=sa.text("kind = 'withdrawn'"),
    )


def downgrade() -> None:
    """Take it back. Refuses when a round has a later edition: its code would no longer be its own."""
    op.drop_table("announcement")
    with op.batch_alter_table("call") as call:
        call.drop_index("ix_call_copied_from_id")
        call.drop_index("ix_call_first_id")
        for name in CHECKS:
            call.drop_constraint(op.f(f"ck_call_{name}"), type_="check")
        for column in REFERENCES:
            call.drop_constraint(op.f(f"fk_call_{column}"), type_="foreignkey")
        call.drop_constraint(op.f("uq_call_code_edition"), type_="unique")
        call.create_unique_constraint(op.f("uq_call_code"), ["code"])
        for column in ("edition", *REFERENCES, "withdrawn_at"):
            call.drop_column(column)
