"""What a kommune owes and is owed passes to its successor.

Adds who carries a case on when a kommune in it has ended, and with which shares. An instalment may now be
another's than the lead's, and a change of account may be a successor's own first account. Nothing that is
there changes: what has no organisation is the lead's, as before.

Revision: 0033
Follows: 0032
"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WITH_PAYEE = ("instalment", "account_change")


def upgrade() -> None:
    """Bring the schema forward."""
    for name in WITH_PAYEE:
        with op.batch_alter_table(name) as table:
            table.add_column(sa.Column("organisation_id", sa.Integer(), nullable=True))
            table.create_foreign_key(
                op.f(f"fk_{name}_organisation_id"), "organisation", ["organisation_id"], ["id"]
            )
    op.create_table(
        "succession",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("former_id", sa.Integer(), nullable=False),
        sa.Column("main_id", sa.Integer(), nullable=False),
        sa.Column("led", sa.Boolean(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=False),
        sa.Column("unpaid", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("passed_at", MOMENT, nullable=False),
        sa.Column("passed_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("former_id <> main_id", name=op.f("ck_succession_passes_to_another")),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_succession_has_a_reason")),
        sa.CheckConstraint("unpaid >= 0", name=op.f("ck_succession_unpaid_not_below_0")),
        *(
            sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_succession_{column}"))
            for column, to in (
                ("application_id", "application"),
                ("former_id", "organisation"),
                ("main_id", "organisation"),
                ("passed_by_id", "person"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_succession")),
        sa.UniqueConstraint(
            "application_id", "former_id", name=op.f("uq_succession_application_id_former_id")
        ),
    )
    op.create_table(
        "successor_share",
        sa.Column("succession_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "percent BETWEEN 1 AND 100", name=op.f("ck_successor_share_percent_of_the_whole")
        ),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_successor_share_amount_not_below_0")),
        sa.ForeignKeyConstraint(
            ["succession_id"], ["succession.id"], name=op.f("fk_successor_share_succession_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_successor_share_organisation_id"),
        ),
        sa.PrimaryKeyConstraint(
            "succession_id", "organisation_id", name=op.f("pk_successor_share")
        ),
    )


def downgrade() -> None:
    """Take the schema back: what is shared is the lead's again."""
    op.drop_table("successor_share")
    op.drop_table("succession")
    for name in WITH_PAYEE:
        with op.batch_alter_table(name) as table:
            table.drop_constraint(op.f(f"fk_{name}_organisation_id"), type_="foreignkey")
            table.drop_column("organisation_id")
