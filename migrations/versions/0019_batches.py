"""Batches of payments, their bank files, and what the bank answers.

Adds whose account is drawn on, the batches and their lines, the bank's files and the movements they tell of.
An instalment has at most one line that lives, a batch one file. Nothing of this is known of payments that are
authorised already: they were paid outside of batches.

Revision: 0019
Follows: 0018
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(length=40)
TABLES = ("payer", "payment_batch", "payment_line", "bank_message", "bank_movement")


def upgrade() -> None:
    """Bring the schema forward."""
    _create_payer()
    _create_payment_batch()
    _create_payment_line()
    _create_bank_message()
    _create_bank_movement()


def downgrade() -> None:
    """Take it back."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_payer() -> None:
    op.create_table(
        "payer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=70), nullable=False),
        sa.Column("organisation_number", sa.String(length=9), nullable=False),
        sa.Column("account_number", sa.String(length=11), nullable=False),
        sa.Column("bic", sa.String(length=11), nullable=False),
        sa.Column("customer_id", sa.String(length=35), nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.Column("set_by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["set_by_id"], ["person.id"], name=op.f("fk_payer_set_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payer")),
    )


def _create_payment_batch() -> None:
    op.create_table(
        "payment_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.String(length=35), nullable=False),
        sa.Column("payer_id", sa.Integer(), nullable=False),
        sa.Column("due_by", sa.Date(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("execute_on", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("attested_at", MOMENT, nullable=False),
        sa.Column("attested_by_id", sa.Integer(), nullable=False),
        sa.Column("authorised_at", MOMENT, nullable=True),
        sa.Column("authorised_by_id", sa.Integer(), nullable=True),
        sa.Column("file_sha256", sa.String(length=64), nullable=True),
        sa.Column("fetched_at", MOMENT, nullable=True),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("sent_by_id", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.Column("withdrawn_by_id", sa.Integer(), nullable=True),
        sa.Column("withdrawn_because", sa.String(length=180), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "fetched_at IS NULL OR authorised_at IS NOT NULL",
            name=op.f("ck_payment_batch_authorised_before_fetched"),
        ),
        sa.CheckConstraint(
            "(authorised_at IS NULL) = (authorised_by_id IS NULL)",
            name=op.f("ck_payment_batch_authorised_by_somebody"),
        ),
        sa.CheckConstraint(
            "(authorised_at IS NULL) = (file_sha256 IS NULL)",
            name=op.f("ck_payment_batch_authorised_has_its_file"),
        ),
        sa.CheckConstraint(
            "sent_at IS NULL OR fetched_at IS NOT NULL",
            name=op.f("ck_payment_batch_fetched_before_sent"),
        ),
        sa.CheckConstraint(
            "number > 0 AND total > 0", name=op.f("ck_payment_batch_pays_something")
        ),
        sa.CheckConstraint(
            "(sent_at IS NULL) = (sent_by_id IS NULL)",
            name=op.f("ck_payment_batch_sent_by_somebody"),
        ),
        sa.CheckConstraint(
            "withdrawn_at IS NULL OR sent_at IS NULL",
            name=op.f("ck_payment_batch_sent_or_withdrawn"),
        ),
        sa.CheckConstraint(
            "authorised_by_id IS NULL OR authorised_by_id <> attested_by_id",
            name=op.f("ck_payment_batch_two_different_persons"),
        ),
        sa.CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)",
            name=op.f("ck_payment_batch_withdrawn_by_somebody"),
        ),
        sa.CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_because IS NULL)",
            name=op.f("ck_payment_batch_withdrawn_for_a_reason"),
        ),
        sa.ForeignKeyConstraint(
            ["attested_by_id"], ["person.id"], name=op.f("fk_payment_batch_attested_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["authorised_by_id"], ["person.id"], name=op.f("fk_payment_batch_authorised_by_id")
        ),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_payment_batch_call_id")),
        sa.ForeignKeyConstraint(["payer_id"], ["payer.id"], name=op.f("fk_payment_batch_payer_id")),
        sa.ForeignKeyConstraint(
            ["sent_by_id"], ["person.id"], name=op.f("fk_payment_batch_sent_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["withdrawn_by_id"], ["person.id"], name=op.f("fk_payment_batch_withdrawn_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_batch")),
        sa.UniqueConstraint("file_sha256", name=op.f("uq_payment_batch_file_sha256")),
        sa.UniqueConstraint("message_id", name=op.f("uq_payment_batch_message_id")),
    )


def _create_payment_line() -> None:
    op.create_table(
        "payment_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("instalment_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=35), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("organisation_number", sa.String(length=9), nullable=False),
        sa.Column("account_number", sa.String(length=11), nullable=False),
        sa.Column("first_time", sa.Boolean(), nullable=False),
        sa.Column("text", sa.String(length=140), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("ending", WORD, nullable=True),
        sa.Column("counter_id", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(length=4), nullable=True),
        sa.Column("code", sa.String(length=35), nullable=True),
        sa.Column("bank_text", sa.String(length=500), nullable=True),
        sa.Column("looked_into_at", MOMENT, nullable=True),
        sa.Column("looked_into_by_id", sa.Integer(), nullable=True),
        sa.Column("finding", sa.String(length=500), nullable=True),
        sa.CheckConstraint("amount > 0", name=op.f("ck_payment_line_amount_above_0")),
        sa.CheckConstraint(
            "(entry_id IS NULL OR ending IS NULL) = (counter_id IS NULL)",
            name=op.f("ck_payment_line_ended_payment_is_countered"),
        ),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (ending IS NULL)", name=op.f("ck_payment_line_ended_somehow")
        ),
        sa.CheckConstraint(
            "(looked_into_at IS NULL) = (looked_into_by_id IS NULL)",
            name=op.f("ck_payment_line_looked_into_by_somebody"),
        ),
        sa.CheckConstraint(
            "(looked_into_at IS NULL) = (finding IS NULL)",
            name=op.f("ck_payment_line_looked_into_found_something"),
        ),
        sa.CheckConstraint(
            "ending <> 'returned' OR entry_id IS NOT NULL",
            name=op.f("ck_payment_line_returned_was_paid"),
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["payment_batch.id"], name=op.f("fk_payment_line_batch_id")
        ),
        sa.ForeignKeyConstraint(
            ["counter_id"], ["entry.id"], name=op.f("fk_payment_line_counter_id")
        ),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_payment_line_entry_id")),
        sa.ForeignKeyConstraint(
            ["instalment_id"], ["instalment.id"], name=op.f("fk_payment_line_instalment_id")
        ),
        sa.ForeignKeyConstraint(
            ["looked_into_by_id"], ["person.id"], name=op.f("fk_payment_line_looked_into_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_line")),
        sa.UniqueConstraint("batch_id", "position", name=op.f("uq_payment_line_batch_id_position")),
        sa.UniqueConstraint("counter_id", name=op.f("uq_payment_line_counter_id")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_payment_line_entry_id")),
        sa.UniqueConstraint("reference", name=op.f("uq_payment_line_reference")),
    )
    op.create_index(
        "ix_payment_line_account_number", "payment_line", ["account_number"], unique=False
    )
    op.create_index(
        "ix_payment_line_instalment_id", "payment_line", ["instalment_id"], unique=False
    )
    op.create_index(
        "uq_payment_line_living_instalment_id",
        "payment_line",
        ["instalment_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )


def _create_bank_message() -> None:
    op.create_table(
        "bank_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("message_id", sa.String(length=35), nullable=False),
        sa.Column("about", sa.String(length=35), nullable=True),
        sa.Column("status", sa.String(length=4), nullable=True),
        sa.Column("filename", sa.String(length=200), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("opening", sa.BigInteger(), nullable=True),
        sa.Column("closing", sa.BigInteger(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("received_by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["received_by_id"], ["person.id"], name=op.f("fk_bank_message_received_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_message")),
        sa.UniqueConstraint("kind", "message_id", name=op.f("uq_bank_message_kind_message_id")),
        sa.UniqueConstraint("sha256", name=op.f("uq_bank_message_sha256")),
    )


def _create_bank_movement() -> None:
    op.create_table(
        "bank_movement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=True),
        sa.Column("repeats_id", sa.Integer(), nullable=True),
        sa.Column("reference", sa.String(length=35), nullable=True),
        sa.Column("servicer_reference", sa.String(length=35), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("booked_on", sa.Date(), nullable=False),
        sa.Column("account", sa.String(length=34), nullable=True),
        sa.Column("name", sa.String(length=140), nullable=True),
        sa.Column("text", sa.String(length=500), nullable=False),
        sa.Column("code", sa.String(length=35), nullable=True),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_bank_movement_amount_is_something")),
        sa.ForeignKeyConstraint(
            ["line_id"], ["payment_line.id"], name=op.f("fk_bank_movement_line_id")
        ),
        sa.ForeignKeyConstraint(
            ["message_id"], ["bank_message.id"], name=op.f("fk_bank_movement_message_id")
        ),
        sa.ForeignKeyConstraint(
            ["repeats_id"], ["bank_movement.id"], name=op.f("fk_bank_movement_repeats_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_movement")),
    )
    op.create_index("ix_bank_movement_booked_on", "bank_movement", ["booked_on"], unique=False)
    op.create_index("ix_bank_movement_line_id", "bank_movement", ["line_id"], unique=False)
    op.create_index("ix_bank_movement_message_id", "bank_movement", ["message_id"], unique=False)
    op.create_index(
        "ix_bank_movement_servicer_reference", "bank_movement", ["servicer_reference"], unique=False
    )
