"""What it costs to run the scheme is written down.

Adds a table of its own, beside the ledger: no entry and no balance of the grants has anything to do with it. A
line is only added to; one is taken back by a counter-line, once. The database refuses to change or delete any.

Revision: 0039
Follows: 0038
"""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

TABLE = "running_cost"
REFERENCES = {"scheme_id": "scheme", "counters_id": TABLE, "registered_by_id": "person"}
RULES = {
    "amount_not_nothing": "amount <> 0",
    "less_only_by_counter": "(counters_id IS NULL) = (amount > 0)",
    "has_a_source": "source <> ''",
}


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        TABLE,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("counters_id", sa.Integer(), nullable=True),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("registered_by_id", sa.Integer(), nullable=False),
        *(sa.CheckConstraint(rule, name=op.f(f"ck_{TABLE}_{name}")) for name, rule in RULES.items()),
        *(
            sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{TABLE}_{column}"))
            for column, to in REFERENCES.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{TABLE}")),
        sa.UniqueConstraint("counters_id", name=op.f(f"uq_{TABLE}_counters_id")),
    )
    op.create_index(f"ix_{TABLE}_scheme_id_year", TABLE, ["scheme_id", "year"])
    if op.get_bind().dialect.name != "sqlite":
        op.execute(
            f"CREATE TRIGGER {TABLE}_refuses_change BEFORE UPDATE OR DELETE ON {TABLE} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        return
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {TABLE}_refuses_{act.lower()} BEFORE {act} ON {TABLE} "
            f"BEGIN SELECT RAISE(ABORT, '{TABLE} is only added to'); END"
        )


def downgrade() -> None:
    """Take the schema back; what the running of the scheme cost is lost."""
    op.drop_table(TABLE)
