"""Corrections of clerical errors in decisions (retting).

Adds a table of its own beside the decisions: a correction has neither outcome nor amount, so that it cannot
change them, and what is in force stays what it was.

Revision: 0024
Follows: 0023
"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
TEXTS = ("wrong_nb", "right_nb", "wrong_nn", "right_nn", "why")
PERSONS = ("proposed_by_id", "signed_by_id", "withdrawn_by_id")
RULES = {
    "says_why": "why <> ''",
    "corrects_something": "wrong_nb <> '' OR wrong_nn <> ''",
    "whole_in_bokmal": "(wrong_nb = '') = (right_nb = '')",
    "whole_in_nynorsk": "(wrong_nn = '') = (right_nn = '')",
    "another_text_in_bokmal": "wrong_nb = '' OR wrong_nb <> right_nb",
    "another_text_in_nynorsk": "wrong_nn = '' OR wrong_nn <> right_nn",
    "signed_by_somebody": "(signed_at IS NULL) = (signed_by_id IS NULL)",
    "signature_is_bound_to_content": "(signed_at IS NULL) = (content_hash IS NULL)",
    "four_eyes": "signed_by_id <> proposed_by_id",
    "withdrawn_by_somebody": "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)",
    "signed_or_withdrawn": "signed_at IS NULL OR withdrawn_at IS NULL",
}


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "decision_correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(length=40), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in TEXTS),
        sa.Column("proposed_at", MOMENT, nullable=False),
        sa.Column("proposed_by_id", sa.Integer(), nullable=False),
        sa.Column("signed_at", MOMENT, nullable=True),
        sa.Column("signed_by_id", sa.Integer(), nullable=True),
        sa.Column("content_hash", sa.String(length=64), nullable=True),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.Column("withdrawn_by_id", sa.Integer(), nullable=True),
        *(
            sa.CheckConstraint(rule, name=op.f(f"ck_decision_correction_{name}"))
            for name, rule in RULES.items()
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_decision_correction_decision_id")
        ),
        *(
            sa.ForeignKeyConstraint(
                [column], ["person.id"], name=op.f(f"fk_decision_correction_{column}")
            )
            for column in PERSONS
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_correction")),
        sa.UniqueConstraint(
            "decision_id", "number", name=op.f("uq_decision_correction_decision_id_number")
        ),
    )
    open_one = sa.text("signed_at IS NULL AND withdrawn_at IS NULL")
    op.create_index(
        "uq_decision_correction_open",
        "decision_correction",
        ["decision_id"],
        unique=True,
        sqlite_where=open_one,
        postgresql_where=open_one,
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("decision_correction")
