"""Impartiality as a gate: who leads whom, registered ties, what a declaration covers, objections, rulings.

A declaration is made against those who take part when it is made; which, is kept from now on. Those that are
there already were made against the partners who had been invited by then and have not declined, which is what
their page showed.

Revision: 0010
Follows: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

KINDS = 40
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Bring the schema forward."""
    _leadership()
    _ties()
    op.create_table(
        "declaration_cover",
        sa.Column("declaration_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        _key("declaration_cover", "declaration_id", "declaration"),
        _key("declaration_cover", "organisation_id", "organisation"),
        sa.PrimaryKeyConstraint(
            "declaration_id", "organisation_id", name=op.f("pk_declaration_cover")
        ),
    )
    op.execute(
        "INSERT INTO declaration_cover (declaration_id, organisation_id) "
        "SELECT declaration.id, partner.organisation_id FROM declaration "
        "JOIN partner ON partner.application_id = declaration.application_id "
        "WHERE partner.declined_at IS NULL AND partner.invited_at <= declaration.declared_at"
    )
    _objections()
    _rulings()


def _key(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))


def _leadership() -> None:
    op.create_table(
        "leadership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.Column("set_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "leader_id <> person_id", name=op.f("ck_leadership_nobody_leads_oneself")
        ),
        _key("leadership", "person_id", "person"),
        _key("leadership", "leader_id", "person"),
        _key("leadership", "set_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leadership")),
    )
    op.create_index(
        "ix_leadership_person_id_from_on_id", "leadership", ["person_id", "from_on", "id"]
    )
    op.create_index("ix_leadership_leader_id", "leadership", ["leader_id"])


def _ties() -> None:
    op.create_table(
        "tie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=KINDS), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("registered_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.CheckConstraint(
            "to_on IS NULL OR from_on IS NULL OR to_on >= from_on", name=op.f("ck_tie_in_order")
        ),
        sa.CheckConstraint(
            "ended_at IS NULL OR to_on IS NOT NULL", name=op.f("ck_tie_ended_on_a_day")
        ),
        _key("tie", "person_id", "person"),
        _key("tie", "organisation_id", "organisation"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tie")),
    )
    op.create_index("ix_tie_person_id_id", "tie", ["person_id", "id"])


def _objections() -> None:
    op.create_table(
        "objection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("recorded_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(trim(text)) > 0", name=op.f("ck_objection_says_something")),
        _key("objection", "application_id", "application"),
        _key("objection", "person_id", "person"),
        _key("objection", "organisation_id", "organisation"),
        _key("objection", "recorded_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objection")),
    )
    op.create_index(
        "ix_objection_application_id_person_id_id",
        "objection",
        ["application_id", "person_id", "id"],
    )


def _rulings() -> None:
    op.create_table(
        "ruling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=KINDS), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("declaration_id", sa.Integer(), nullable=True),
        sa.Column("objection_id", sa.Integer(), nullable=True),
        sa.Column("substitute_id", sa.Integer(), nullable=True),
        sa.Column("ruled_at", MOMENT, nullable=False),
        sa.Column("ruled_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(trim(reason)) > 0", name=op.f("ck_ruling_has_a_reason")),
        sa.CheckConstraint(
            "ruled_by_id <> person_id", name=op.f("ck_ruling_nobody_rules_on_oneself")
        ),
        sa.CheckConstraint(
            "declaration_id IS NOT NULL OR objection_id IS NOT NULL",
            name=op.f("ck_ruling_answers_something"),
        ),
        sa.CheckConstraint(
            "substitute_id IS NULL OR outcome = 'partial'",
            name=op.f("ck_ruling_substitute_for_the_partial"),
        ),
        _key("ruling", "application_id", "application"),
        _key("ruling", "person_id", "person"),
        _key("ruling", "declaration_id", "declaration"),
        _key("ruling", "objection_id", "objection"),
        _key("ruling", "substitute_id", "person"),
        _key("ruling", "ruled_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ruling")),
    )
    op.create_index(
        "ix_ruling_application_id_person_id_id", "ruling", ["application_id", "person_id", "id"]
    )
    op.create_index("ix_ruling_declaration_id", "ruling", ["declaration_id"])
    op.create_index("ix_ruling_objection_id", "ruling", ["objection_id"])


def downgrade() -> None:
    """Take it back."""
    for table in ("ruling", "objection", "declaration_cover", "tie", "leadership"):
        op.drop_table(table)
