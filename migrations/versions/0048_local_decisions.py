"""Money waits for each kommune's own decision, where the call asks for one.

Adds the rule to every call there is: none of them asks. Adds who owes a decision and what was registered, in
versions with a document. A trigger on the ledger refuses payments in a case that lacks one, whoever writes
them, as those of 0036 do; payments of before are not asked about. It stands beside them, so that neither need
be made anew for the other.

Revision: 0048
Follows: 0047
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None

WORD = 40
MOMENT = sa.DateTime(timezone=True)
OWED, DECIDED = "owed_decision", "local_decision"
NAME = "entry_awaits_local_decisions"
KEY = "local_decisions"
NOTE = {"nb": "Utlysningen krever ikke dette.", "nn": "Utlysinga krev ikkje dette."}
LACKS = (
    "SELECT 1 FROM owed_decision WHERE owed_decision.application_id = NEW.application_id"
    " AND owed_decision.released_at IS NULL AND NOT EXISTS (SELECT 1 FROM local_decision"
    " WHERE local_decision.owed_id = owed_decision.id AND local_decision.infected_at IS NULL)"
)
SAID = "a kommune has not decided"
OUT = "NEW.booked_as IN ('payment', 'payment_return') AND NEW.amount > 0"
"""Money goes out: a payment, or what counters one that was taken back."""


def upgrade() -> None:
    """Bring the schema forward."""
    _fill_rule()
    _create_owed()
    _create_decided()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER {NAME} BEFORE INSERT ON entry WHEN {OUT} AND EXISTS ({LACKS}) "
            f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
        )
        return
    # The case is held by a statement of its own: the next sees what was committed while it waited.
    op.execute(
        f"CREATE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "PERFORM 1 FROM application WHERE id = NEW.application_id FOR NO KEY UPDATE; "
        f"IF EXISTS ({LACKS}) THEN RAISE EXCEPTION '{SAID}'; END IF; RETURN NEW; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {NAME} BEFORE INSERT ON entry FOR EACH ROW WHEN ({OUT}) "
        f"EXECUTE FUNCTION {NAME}()"
    )


def downgrade() -> None:
    """Take it back; what the kommuner registered is lost, and nothing waits for it."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"DROP TRIGGER {NAME}")
    else:
        op.execute(f"DROP TRIGGER {NAME} ON entry")
        op.execute(f"DROP FUNCTION {NAME}()")
    op.drop_table(DECIDED)
    op.drop_table(OWED)
    rules = sa.table("call_rule", sa.column("key", sa.String))
    op.execute(rules.delete().where(rules.c.key == KEY))


def _fill_rule() -> None:
    calls = sa.table("call", sa.column("id", sa.Integer))
    names = ("call_id", "key", "value", "note", "chosen_by_administrator", "source")
    rules = sa.table("call_rule", *(sa.column(name) for name in names))
    said = json.dumps(NOTE, ensure_ascii=False)
    row = (calls.c.id, *(sa.literal(one) for one in (KEY, "not_asked", said)), sa.false())
    op.execute(rules.insert().from_select(names, sa.select(*row, sa.literal(""))))


def _create_owed() -> None:
    op.create_table(
        OWED,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("owed_at", MOMENT, nullable=False),
        sa.Column("released_at", MOMENT, nullable=True),
        sa.Column("released_why", sa.String(length=WORD), nullable=True),
        sa.Column("reminded_at", MOMENT, nullable=True),
        sa.CheckConstraint(
            "(released_at IS NULL) = (released_why IS NULL)",
            name=op.f("ck_owed_decision_released_says_why"),
        ),
        _refers(OWED, "application_id", "application"),
        _refers(OWED, "organisation_id", "organisation"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owed_decision")),
        sa.UniqueConstraint(
            "application_id",
            "organisation_id",
            name=op.f("uq_owed_decision_application_id_organisation_id"),
        ),
    )


def _create_decided() -> None:
    op.create_table(
        DECIDED,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owed_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(length=WORD), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("reference", sa.String(length=100), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("consequences", sa.String(), nullable=False),
        sa.Column("filename", sa.String(length=200), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("infected_at", MOMENT, nullable=True),
        sa.Column("registered_at", MOMENT, nullable=False),
        sa.Column("registered_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("cost >= 0", name=op.f("ck_local_decision_cost_not_negative")),
        sa.CheckConstraint(
            "reference <> '' AND consequences <> ''", name=op.f("ck_local_decision_says_what")
        ),
        _refers(DECIDED, "owed_id", OWED),
        _refers(DECIDED, "registered_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_local_decision")),
        sa.UniqueConstraint("owed_id", "number", name=op.f("uq_local_decision_owed_id_number")),
    )
    op.create_index("ix_local_decision_sha256", DECIDED, ["sha256"])


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))
