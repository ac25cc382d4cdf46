"""Measures are evaluated each year.

Adds the evaluations of a measure and year, in versions with the figures as they were signed, and the changes
that they propose: why, what the leader said, and the call that took each in. Nothing there is touched.

Revision: 0038
Follows: 0037
"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "evaluation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("learnt", sa.Text(), nullable=False),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("written_by_id", sa.Integer(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("signed_at", MOMENT, nullable=True),
        sa.Column("signed_by_id", sa.Integer(), nullable=True),
        sa.Column("published_at", MOMENT, nullable=True),
        sa.Column("published_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("number > 0", name=op.f("ck_evaluation_number_above_0")),
        sa.CheckConstraint(
            "(signed_at IS NULL) = (signed_by_id IS NULL)"
            " AND (signed_at IS NULL) = (figures IS NULL) AND (signed_at IS NULL) = (sha256 IS NULL)",
            name=op.f("ck_evaluation_signed_by_somebody"),
        ),
        sa.CheckConstraint(
            "signed_by_id IS NULL OR signed_by_id <> written_by_id",
            name=op.f("ck_evaluation_signed_by_another"),
        ),
        sa.CheckConstraint(
            "(published_at IS NULL) = (published_by_id IS NULL)",
            name=op.f("ck_evaluation_published_by_somebody"),
        ),
        sa.CheckConstraint(
            "published_at IS NULL OR signed_at IS NOT NULL",
            name=op.f("ck_evaluation_signed_before_published"),
        ),
        _refers("evaluation", "measure_id", "measure"),
        _refers("evaluation", "written_by_id", "person"),
        _refers("evaluation", "signed_by_id", "person"),
        _refers("evaluation", "published_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation")),
        sa.UniqueConstraint(
            "measure_id", "year", "number", name=op.f("uq_evaluation_measure_id_year_number")
        ),
    )
    unsigned = sa.text("signed_at IS NULL")
    op.create_index(
        "uq_evaluation_unsigned", "evaluation", ["measure_id", "year"], unique=True,
        sqlite_where=unsigned, postgresql_where=unsigned,
    )  # fmt: skip
    op.create_table(
        "proposed_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("evaluation_id", sa.Integer(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("standing", sa.String(length=40), nullable=False),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.Column("settled_by_id", sa.Integer(), nullable=True),
        sa.Column("settled_why", sa.String(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(standing = 'proposed') = (settled_at IS NULL)"
            " AND (settled_at IS NULL) = (settled_by_id IS NULL)"
            " AND (settled_at IS NULL) = (settled_why = '')",
            name=op.f("ck_proposed_change_settled_by_somebody"),
        ),
        sa.CheckConstraint(
            "call_id IS NULL OR standing = 'adopted'",
            name=op.f("ck_proposed_change_adopted_before_taken_in"),
        ),
        _refers("proposed_change", "evaluation_id", "evaluation"),
        _refers("proposed_change", "settled_by_id", "person"),
        _refers("proposed_change", "call_id", "call"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposed_change")),
    )
    op.create_index("ix_proposed_change_evaluation_id", "proposed_change", ["evaluation_id"])


def downgrade() -> None:
    """Take the schema back; the evaluations are lost."""
    op.drop_table("proposed_change")
    op.drop_table("evaluation")


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))
