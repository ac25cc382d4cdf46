"""What is owed is shared between the successors of a kommune.

Adds to a claim which succession divides it, and which claim it is a share of: each successor owes its own.
Nothing that is there changes. Each successor may have a change of account open of its own, where before one
was open in a case at a time.

Revision: 0035
Follows: 0034
"""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

OPEN = "done_at IS NULL AND ended_at IS NULL"
REFERENCES = {"succession_id": "succession", "origin_id": "reclaim"}


def upgrade() -> None:
    """Bring the schema forward."""
    with op.batch_alter_table("reclaim") as table:
        for column, to in REFERENCES.items():
            table.add_column(sa.Column(column, sa.Integer(), nullable=True))
            table.create_foreign_key(op.f(f"fk_reclaim_{column}"), to, [column], ["id"])
        table.create_index("ix_reclaim_origin_id", ["origin_id"])
    op.drop_index("uq_account_change_open", table_name="account_change")
    _one_open("uq_account_change_open", ["application_id"], f"{OPEN} AND organisation_id IS NULL")
    _one_open(
        "uq_account_change_own_open",
        ["application_id", "organisation_id"],
        f"{OPEN} AND organisation_id IS NOT NULL",
    )


def downgrade() -> None:
    """Take the schema back. Where two changes are open in a case, one of them must be ended first."""
    op.drop_index("uq_account_change_own_open", table_name="account_change")
    op.drop_index("uq_account_change_open", table_name="account_change")
    _one_open("uq_account_change_open", ["application_id"], OPEN)
    with op.batch_alter_table("reclaim") as table:
        table.drop_index("ix_reclaim_origin_id")
        for column in REFERENCES:
            table.drop_constraint(op.f(f"fk_reclaim_{column}"), type_="foreignkey")
            table.drop_column(column)


def _one_open(name: str, columns: list[str], where: str) -> None:
    op.create_index(
        name,
        "account_change",
        columns,
        unique=True,
        sqlite_where=sa.text(where),
        postgresql_where=sa.text(where),
    )
