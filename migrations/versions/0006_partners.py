"""Partners that answer with more than a yes, fact sheets, and interest in later calls.

A partner gets its contacts, what it was invited with, when it was reminded and why it declined. A
confirmation keeps what it covered and since when that has been another part; of the ones that are there,
what they covered is written down where it still is so, and those that no longer cover their part have
fallen. New tables: other figures that a partner proposes, fact sheets with systems and their use, interests.

Revision: 0006
Follows: 0005
"""

import hashlib
import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

PARTNER_TEXTS = {
    "invitation": 1000,
    "declined_reason": 500,
    "contact_name": 120,
    "contact_email": 200,
    "contact_phone": 30,
    "backup_name": 120,
    "backup_email": 200,
    "backup_phone": 30,
}
CONFIRMATION_COLUMNS: dict[str, sa.types.TypeEngine[Any]] = {
    "covered": sa.Text(),
    "inhabitants": sa.Integer(),
    "fell_at": sa.DateTime(timezone=True),
    "told_at": sa.DateTime(timezone=True),
}


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("partner", sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True))
    for name, length in PARTNER_TEXTS.items():
        op.add_column(
            "partner", sa.Column(name, sa.String(length=length), nullable=False, server_default="")
        )
        if op.get_bind().dialect.name != "sqlite":
            op.alter_column("partner", name, server_default=None)
    for name, kind in CONFIRMATION_COLUMNS.items():
        op.add_column("confirmation", sa.Column(name, kind, nullable=True))
    _create_counter_offer()
    _create_fact_sheets()
    _create_interest()
    _write_down_what_is_covered()


def downgrade() -> None:
    """Take it back."""
    for table in ("interest", "sheet_use", "system_in_use", "fact_sheet", "counter_offer"):
        op.drop_table(table)
    for name in CONFIRMATION_COLUMNS:
        op.drop_column("confirmation", name)
    for name in (*PARTNER_TEXTS, "reminded_at"):
        op.drop_column("partner", name)


def _create_counter_offer() -> None:
    op.create_table(
        "counter_offer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("effort_hours", sa.Integer(), nullable=False),
        sa.Column("cells", sa.Text(), nullable=False),
        sa.Column("comment", sa.String(length=1000), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("accepted", sa.Boolean(), nullable=True),
        sa.Column("answer", sa.String(length=1000), nullable=False),
        sa.CheckConstraint("effort_hours >= 0", name=op.f("ck_counter_offer_effort_not_negative")),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (accepted IS NULL)",
            name=op.f("ck_counter_offer_answered_is_yes_or_no"),
        ),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL)",
            name=op.f("ck_counter_offer_answered_by_somebody"),
        ),
        sa.CheckConstraint(
            "answered_at IS NULL OR withdrawn_at IS NULL",
            name=op.f("ck_counter_offer_answered_or_withdrawn"),
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name=op.f("fk_counter_offer_partner_id")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_counter_offer_made_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_counter_offer_answered_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counter_offer")),
    )
    op.create_index("ix_counter_offer_partner_id", "counter_offer", ["partner_id"])
    is_open = sa.text("answered_at IS NULL AND withdrawn_at IS NULL")
    op.create_index(
        "uq_counter_offer_open", "counter_offer", ["partner_id"], unique=True,
        sqlite_where=is_open, postgresql_where=is_open,
    )


def _create_fact_sheets() -> None:
    op.create_table(
        "fact_sheet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_by_id", sa.Integer(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("post_email", sa.String(length=200), nullable=False),
        sa.Column("contact_name", sa.String(length=120), nullable=False),
        sa.Column("contact_email", sa.String(length=200), nullable=False),
        sa.Column("contact_phone", sa.String(length=30), nullable=False),
        sa.Column("backup_name", sa.String(length=120), nullable=False),
        sa.Column("backup_email", sa.String(length=200), nullable=False),
        sa.Column("backup_phone", sa.String(length=30), nullable=False),
        sa.Column("networks", sa.String(length=500), nullable=False),
        sa.Column("hours_a_year", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "hours_a_year IS NULL OR hours_a_year >= 0", name=op.f("ck_fact_sheet_hours_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_fact_sheet_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["confirmed_by_id"], ["person.id"], name=op.f("fk_fact_sheet_confirmed_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_sheet")),
    )
    op.create_index("ix_fact_sheet_organisation_id_id", "fact_sheet", ["organisation_id", "id"])
    op.create_table(
        "system_in_use",
        sa.Column("fact_sheet_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("used_for", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact_sheet_id"], ["fact_sheet.id"], name=op.f("fk_system_in_use_fact_sheet_id")
        ),
        sa.PrimaryKeyConstraint("fact_sheet_id", "position", name=op.f("pk_system_in_use")),
    )
    op.create_table(
        "sheet_use",
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("fact_sheet_id", sa.Integer(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name=op.f("fk_sheet_use_partner_id")
        ),
        sa.ForeignKeyConstraint(
            ["fact_sheet_id"], ["fact_sheet.id"], name=op.f("fk_sheet_use_fact_sheet_id")
        ),
        sa.PrimaryKeyConstraint("partner_id", name=op.f("pk_sheet_use")),
    )
    op.create_index(op.f("ix_sheet_use_fact_sheet_id"), "sheet_use", ["fact_sheet_id"])


def _create_interest() -> None:
    op.create_table(
        "interest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("contact_name", sa.String(length=120), nullable=False),
        sa.Column("contact_email", sa.String(length=200), nullable=False),
        sa.Column("note", sa.String(length=1000), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("registered_by_id", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_of_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "withdrawn_at IS NULL OR told_at IS NULL", name=op.f("ck_interest_withdrawn_or_told")
        ),
        sa.CheckConstraint(
            "(told_at IS NULL) = (told_of_id IS NULL)", name=op.f("ck_interest_told_of_a_call")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_interest_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_interest_measure_id")
        ),
        sa.ForeignKeyConstraint(
            ["registered_by_id"], ["person.id"], name=op.f("fk_interest_registered_by_id")
        ),
        sa.ForeignKeyConstraint(["told_of_id"], ["call.id"], name=op.f("fk_interest_told_of_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interest")),
    )
    op.create_index("ix_interest_measure_id", "interest", ["measure_id"])
    living = sa.text("withdrawn_at IS NULL AND told_at IS NULL")
    op.create_index(
        "uq_interest_living", "interest", ["organisation_id", "measure_id"], unique=True,
        sqlite_where=living, postgresql_where=living,
    )


def _write_down_what_is_covered() -> None:
    """Compare each partner's last confirmation with its part as it stands."""
    bind = op.get_bind()
    newest = bind.execute(
        sa.text(
            "SELECT c.id, c.fingerprint, p.id AS partner, p.role, p.effort_hours, p.organisation_id,"
            " a.id AS application, a.title, a.start_on, a.end_on"
            " FROM confirmation c JOIN partner p ON p.id = c.partner_id"
            " JOIN application a ON a.id = p.application_id"
            " WHERE c.id = (SELECT max(id) FROM confirmation WHERE partner_id = p.id)"
        )
    ).all()
    for row in newest:
        written = json.dumps(
            _part(bind, row), sort_keys=True, ensure_ascii=False, separators=(",", ":")
        )
        if hashlib.sha256(written.encode("utf-8")).hexdigest() == row.fingerprint:
            bind.execute(
                sa.text("UPDATE confirmation SET covered = :covered WHERE id = :id"),
                {"covered": written, "id": row.id},
            )
        else:
            # Nobody noted when it fell: it has at least since it was given.
            bind.execute(
                sa.text("UPDATE confirmation SET fell_at = confirmed_at WHERE id = :id"),
                {"id": row.id},
            )


def _part(bind: sa.Connection, row: sa.Row[Any]) -> dict[str, object]:
    lines = bind.execute(
        sa.text(
            "SELECT b.year, x.code, b.source, b.amount FROM budget_line b"
            " JOIN activity x ON x.id = b.activity_id WHERE b.partner_id = :partner"
        ),
        {"partner": row.partner},
    ).all()
    period = None
    if row.start_on is not None and row.end_on is not None:
        period = [str(row.start_on), str(row.end_on)]
    return {
        "application": row.application,
        "organisation": row.organisation_id,
        "role": row.role,
        "budget": sorted(list(line) for line in lines),
        "effort_hours": row.effort_hours,
        "title": row.title,
        "period": period,
    }
