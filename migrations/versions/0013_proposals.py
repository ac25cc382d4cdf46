"""How a call shares its frame out, and proposals made by the solver and from an extra frame.

- Every call gets the rules for ties, the largest grant that is made and what the best combination aims
  at, as it has been until now: fewest inhabitants, then the first handed in, no largest grant.
- `portfolio_bound` holds what the grants of a call as a whole must keep to. Old calls bind nothing.
- A proposal says whether it is made down the list or by the solver, and by which; one that shares out an
  extra frame names the proposal it builds on. Old ones are made down the list, under the call's frame.
- A line says what it got on top of the proposal before, and whether that is a decision of its own.
- `proposal_run` is a best combination that somebody has asked for, and what came of it.

SQLite adds a check only together with its column, so the checks here hang on columns.

Revision: 0013
Follows: 0012
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

TIES = {
    "nb": "Regelen avgjør hvem som kommer først når to søknader har like mange poeng.",
    "nn": "Regelen avgjer kven som kjem først når to søknader har like mange poeng.",
}
NO_LIMIT = {"nb": "Utlysningen setter ingen grense.", "nn": "Utlysinga set inga grense."}
NO_DRAW = {
    "nb": "Utlysningen bruker ikke loddtrekning.",
    "nn": "Utlysinga bruker ikkje loddtrekking.",
}
AIM = {
    "nb": "Listen kan settes ved siden av den fordelingen som gir mest til sammen.",
    "nn": "Lista kan setjast ved sida av den fordelinga som gir mest til saman.",
}
RULES = {
    "grant_cap": ("", NO_LIMIT),
    "tie_first": ("fewer_inhabitants", TIES),
    "tie_second": ("earlier_submitted", TIES),
    "tie_third": ("lower_number", TIES),
    "lot": ("", NO_DRAW),
    "aim": ("points_for_money", AIM),
}
COLUMNS = {
    "proposal": (
        "aim VARCHAR(40) DEFAULT 'points_for_money' NOT NULL",
        "selection VARCHAR(40) DEFAULT 'down_the_list' NOT NULL",
        (
            "solver VARCHAR(60) CONSTRAINT ck_proposal_solver_of_the_optimum "
            "CHECK ((selection = 'optimum') = (solver IS NOT NULL))"
        ),
        "worth BIGINT",
        "proven BIGINT",
        "builds_on_id INTEGER CONSTRAINT fk_proposal_builds_on_id REFERENCES proposal (id)",
        (
            "extra BIGINT DEFAULT 0 NOT NULL CONSTRAINT ck_proposal_extra_builds_on_another "
            "CHECK ((builds_on_id IS NOT NULL) = (extra > 0))"
        ),
        (
            "extra_basis TEXT CONSTRAINT ck_proposal_extra_says_where_from "
            "CHECK (extra = 0 OR length(trim(extra_basis)) > 0)"
        ),
    ),
    "proposal_line": (
        (
            "added BIGINT DEFAULT 0 NOT NULL "
            "CONSTRAINT ck_proposal_line_added_within_amount CHECK (added >= 0 AND added <= amount)"
        ),
        (
            "supplements BOOLEAN DEFAULT false NOT NULL "
            "CONSTRAINT ck_proposal_line_supplement_adds CHECK (NOT supplements OR added > 0)"
        ),
    ),
}
KEPT_DEFAULTS = {
    "proposal": ("aim", "selection", "extra"),
    "proposal_line": ("added", "supplements"),
}


def upgrade() -> None:
    """Bring the schema forward."""
    _create_portfolio_bound()
    _fill_rules()
    for table, columns in COLUMNS.items():
        for column in columns:
            op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
        if op.get_bind().dialect.name != "sqlite":
            for name in KEPT_DEFAULTS[table]:
                op.alter_column(table, name, server_default=None)
    op.create_index("ix_proposal_builds_on_id", "proposal", ["builds_on_id"])
    _create_proposal_run()


def downgrade() -> None:
    """Take it back."""
    op.drop_table("proposal_run")
    op.drop_index("ix_proposal_builds_on_id", table_name="proposal")
    for table, columns in COLUMNS.items():
        for column in reversed(columns):  # its check goes with it
            op.execute(f"ALTER TABLE {table} DROP COLUMN {column.split()[0]}")
    rules = sa.table("call_rule", sa.column("key", sa.String))
    op.execute(rules.delete().where(rules.c.key.in_(list(RULES))))
    op.drop_table("portfolio_bound")


def _create_portfolio_bound() -> None:
    op.create_table(
        "portfolio_bound",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("trait", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=60), nullable=False),
        sa.Column("least_cases", sa.Integer(), nullable=False),
        sa.Column("most_cases", sa.Integer(), nullable=True),
        sa.Column("least_amount", sa.BigInteger(), nullable=False),
        sa.Column("most_amount", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.CheckConstraint(
            "least_cases >= 0 AND least_amount >= 0",
            name=op.f("ck_portfolio_bound_floors_not_negative"),
        ),
        sa.CheckConstraint(
            "most_cases >= least_cases", name=op.f("ck_portfolio_bound_cases_in_order")
        ),
        sa.CheckConstraint(
            "most_amount >= least_amount", name=op.f("ck_portfolio_bound_amounts_in_order")
        ),
        sa.CheckConstraint(
            "least_cases > 0 OR least_amount > 0 OR most_cases IS NOT NULL"
            " OR most_amount IS NOT NULL",
            name=op.f("ck_portfolio_bound_limits_something"),
        ),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_portfolio_bound_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_portfolio_bound")),
        sa.UniqueConstraint(
            "call_id", "trait", "value", name=op.f("uq_portfolio_bound_call_id_trait_value")
        ),
    )


def _create_proposal_run() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "proposal_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("frame", sa.BigInteger(), nullable=False),
        sa.Column("inputs", sa.Text(), nullable=False),
        sa.Column("inputs_hash", sa.String(length=64), nullable=False),
        sa.Column("asked_at", moment, nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("done_at", moment, nullable=True),
        sa.Column("proposal_id", sa.Integer(), nullable=True),
        sa.Column("failure", sa.String(length=40), nullable=True),
        sa.CheckConstraint(
            "(done_at IS NOT NULL) = (proposal_id IS NOT NULL OR failure IS NOT NULL)",
            name=op.f("ck_proposal_run_done_with_a_proposal_or_a_reason"),
        ),
        sa.CheckConstraint(
            "proposal_id IS NULL OR failure IS NULL", name=op.f("ck_proposal_run_one_outcome")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["person.id"], name=op.f("fk_proposal_run_asked_by_id")
        ),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_proposal_run_call_id")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_proposal_run_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_run")),
    )
    op.create_index("ix_proposal_run_call_id_id", "proposal_run", ["call_id", "id"])


def _fill_rules() -> None:
    calls = sa.table("call", sa.column("id", sa.Integer))
    names = ("call_id", "key", "value", "note", "chosen_by_administrator", "source")
    rules = sa.table("call_rule", *(sa.column(name) for name in names))
    for key, (value, note) in RULES.items():
        said = json.dumps(note, ensure_ascii=False)
        row = (calls.c.id, *(sa.literal(one) for one in (key, value, said)), sa.false())
        op.execute(rules.insert().from_select(names, sa.select(*row, sa.literal(""))))
