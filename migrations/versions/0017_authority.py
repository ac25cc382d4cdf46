"""Who may sign, attest and authorise how much, and where an accepted grant is paid when that changes.

Adds the authorities for amounts, which one person gives to another: nobody has one before somebody gives it, so
those who could sign before must be given theirs. Adds the changes of a grant's account, and how long a scheme
waits before one holds.

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
CHANGE_RULES = {
    "another_account": "new_account <> old_account",
    "two_different_persons": "confirmed_by_id <> asked_by_id",
    "confirmed_by_somebody": "(confirmed_at IS NULL) = (confirmed_by_id IS NULL)",
    "confirmed_has_its_day": "(confirmed_at IS NULL) = (holds_from IS NULL)",
    "waits_for_its_day": "holds_from > confirmed_at",
    "done_after_its_day": "done_at >= holds_from",
    "done_is_confirmed": "done_at IS NULL OR confirmed_at IS NOT NULL",
    "done_or_ended": "done_at IS NULL OR ended_at IS NULL",
    "ended_by_somebody": "(ended_at IS NULL) = (ended_by_id IS NULL)",
    "ended_for_a_reason": "(ended_at IS NULL) = (ended_because IS NULL)",
}


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
    _create_account_changes()


def _create_account_changes() -> None:
    op.create_table(
        "account_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("old_account", sa.String(length=11), nullable=False),
        sa.Column("new_account", sa.String(length=11), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("confirmed_at", MOMENT, nullable=True),
        sa.Column("confirmed_by_id", sa.Integer(), nullable=True),
        sa.Column("holds_from", MOMENT, nullable=True),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("ended_by_id", sa.Integer(), nullable=True),
        sa.Column("ended_because", sa.String(), nullable=True),
        *(
            sa.CheckConstraint(rule, name=op.f(f"ck_account_change_{name}"))
            for name, rule in CHANGE_RULES.items()
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_account_change_application_id")
        ),
        *(
            sa.ForeignKeyConstraint(
                [column], ["person.id"], name=op.f(f"fk_account_change_{column}")
            )
            for column in ("asked_by_id", "confirmed_by_id", "ended_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_change")),
    )
    open_one = sa.text("done_at IS NULL AND ended_at IS NULL")
    op.create_index(
        "uq_account_change_open",
        "account_change",
        ["application_id"],
        unique=True,
        sqlite_where=open_one,
        postgresql_where=open_one,
    )
    op.create_index(
        "ix_account_change_application_id_id", "account_change", ["application_id", "id"]
    )
    op.create_table(
        "account_wait",
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.Column("set_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("days BETWEEN 1 AND 60", name=op.f("ck_account_wait_days_within_bounds")),
        sa.ForeignKeyConstraint(
            ["scheme_id"], ["scheme.id"], name=op.f("fk_account_wait_scheme_id")
        ),
        sa.ForeignKeyConstraint(
            ["set_by_id"], ["person.id"], name=op.f("fk_account_wait_set_by_id")
        ),
        sa.PrimaryKeyConstraint("scheme_id", name=op.f("pk_account_wait")),
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("account_wait")
    op.drop_table("account_change")
    op.drop_table("authority")
