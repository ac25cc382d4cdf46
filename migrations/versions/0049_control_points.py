"""Stage gates with go or no-go, and instalments that wait for them.

Adds the points of cases, what projects tell at them and what is decided. An instalment may wait for a point:
triggers on it refuse that it falls due before the point is passed, and that it waits for a point of another case
or one that is withdrawn, whoever writes it. What is decided is never changed, and a point is passed once.

The table of instalments is not made anew, for triggers name it (0036). A migration that makes `instalment`,
`stage_gate` or `point_account` anew on SQLite must set these triggers again. No instalment waits for a point
from before.

Revision: 0049
Follows: 0048
"""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None

WORD = 40
MOMENT = sa.DateTime(timezone=True)
POINT, ACCOUNT = "stage_gate", "point_account"
PASSES = "outcome IN ('point_go_on', 'point_go_on_conditionally')"
WAITS, STANDS = "instalment_waits_for_its_point", "point_account_stands"
NO_POINT = "there is no such point in the case"
NOT_PASSED = "the stage gate is not passed"
DECIDED = "what is decided at a point is not changed"
ASKED = "NEW.stage_gate_id IS NOT NULL AND NEW.amount > 0"
UNKNOWN = (
    "NOT EXISTS (SELECT 1 FROM stage_gate WHERE stage_gate.id = NEW.stage_gate_id"
    " AND stage_gate.application_id = NEW.application_id AND stage_gate.withdrawn_at IS NULL)"
)
UNPASSED = (
    "NEW.due_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM point_account"
    f" WHERE point_account.point_id = NEW.stage_gate_id AND point_account.{PASSES})"
)


def upgrade() -> None:
    """Bring the schema forward."""
    _create_point()
    _create_account()
    # Written out: the table is not made anew, and on SQLite a rule can only come with its column.
    op.execute(
        "ALTER TABLE instalment ADD COLUMN stage_gate_id INTEGER"
        " CONSTRAINT fk_instalment_stage_gate_id REFERENCES stage_gate (id)"
        " CONSTRAINT ck_instalment_point_is_named"
        " CHECK ((trigger = 'stage_gate') = (stage_gate_id IS NOT NULL))"
    )
    op.create_index("ix_instalment_stage_gate_id", "instalment", ["stage_gate_id"])
    if op.get_bind().dialect.name == "sqlite":
        _set_triggers_of_sqlite()
    else:
        _set_triggers_of_postgresql()


def downgrade() -> None:
    """Take the schema back: what waited for a point waits for the final report; what was told is lost."""
    if op.get_bind().dialect.name == "sqlite":
        for name in (f"{WAITS}_added", f"{WAITS}_changed", f"{STANDS}_changed", f"{STANDS}_deleted"):
            op.execute(f"DROP TRIGGER {name}")
    else:
        for table, name in (("instalment", WAITS), (ACCOUNT, STANDS)):
            op.execute(f"DROP TRIGGER {name} ON {table}")
            op.execute(f"DROP FUNCTION {name}()")
    op.execute(
        "UPDATE instalment SET trigger = 'final_report_approved', stage_gate_id = NULL"
        " WHERE trigger = 'stage_gate'"
    )
    op.drop_index("ix_instalment_stage_gate_id", "instalment")
    op.drop_column("instalment", "stage_gate_id")
    op.drop_table(ACCOUNT)
    op.drop_table(POINT)


def _set_triggers_of_sqlite() -> None:
    whens = f"WHEN {UNKNOWN} THEN RAISE(ABORT, '{NO_POINT}') WHEN {UNPASSED} THEN RAISE(ABORT, '{NOT_PASSED}')"
    for name, written in (("added", "INSERT"), ("changed", "UPDATE")):
        op.execute(
            f"CREATE TRIGGER {WAITS}_{name} BEFORE {written} ON instalment WHEN {ASKED} "
            f"BEGIN SELECT CASE {whens} END; END"
        )
    for name, written, so in (
        ("changed", "UPDATE", "WHEN OLD.decided_at IS NOT NULL"), ("deleted", "DELETE", ""),
    ):  # fmt: skip
        op.execute(
            f"CREATE TRIGGER {STANDS}_{name} BEFORE {written} ON {ACCOUNT} {so} "
            f"BEGIN SELECT RAISE(ABORT, '{DECIDED}'); END"
        )


def _set_triggers_of_postgresql() -> None:
    op.execute(
        f"CREATE FUNCTION {WAITS}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {UNKNOWN} THEN RAISE EXCEPTION '{NO_POINT}'; END IF; "
        f"IF {UNPASSED} THEN RAISE EXCEPTION '{NOT_PASSED}'; END IF; RETURN NEW; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {WAITS} BEFORE INSERT OR UPDATE ON instalment FOR EACH ROW WHEN ({ASKED}) "
        f"EXECUTE FUNCTION {WAITS}()"
    )
    op.execute(
        f"CREATE FUNCTION {STANDS}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'DELETE' OR OLD.decided_at IS NOT NULL THEN RAISE EXCEPTION '{DECIDED}'; END IF; "
        "RETURN NEW; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {STANDS} BEFORE UPDATE OR DELETE ON {ACCOUNT} FOR EACH ROW "
        f"EXECUTE FUNCTION {STANDS}()"
    )


def _create_point() -> None:
    op.create_table(
        POINT,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=WORD), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("to_show", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.Column("set_by_id", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.Column("withdrawn_by_id", sa.Integer(), nullable=True),
        sa.Column("withdrawn_why", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _rule(POINT, "says_what", "name <> '' AND to_show <> ''"),
        _rule(
            POINT,
            "withdrawn_says_why",
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)"
            " AND (withdrawn_at IS NULL) = (withdrawn_why = '')",
        ),
        _refers(POINT, "application_id", "application"),
        _refers(POINT, "set_by_id", "person"),
        _refers(POINT, "withdrawn_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stage_gate")),
    )
    op.create_index("ix_stage_gate_application_id", POINT, ["application_id"])


def _create_account() -> None:
    op.create_table(
        ACCOUNT,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("point_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("delivered", sa.String(), nullable=False),
        sa.Column("spent", sa.BigInteger(), nullable=False),
        sa.Column("expected", sa.BigInteger(), nullable=False),
        sa.Column("outlook", sa.String(length=WORD), nullable=False),
        sa.Column("outlook_why", sa.String(), nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.Column("told_by_id", sa.Integer(), nullable=False),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(length=WORD), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("conditions", sa.String(), nullable=False),
        _rule(ACCOUNT, "numbered_from_1", "number > 0"),
        _rule(ACCOUNT, "says_what", "delivered <> '' AND outlook_why <> ''"),
        _rule(ACCOUNT, "spent_is_expected", "spent >= 0 AND expected >= spent"),
        _rule(
            ACCOUNT,
            "decided_for_a_reason",
            "(decided_at IS NULL) = (decided_by_id IS NULL)"
            " AND (decided_at IS NULL) = (outcome IS NULL) AND (decided_at IS NULL) = (reason = '')",
        ),
        _rule(
            ACCOUNT,
            "conditions_where_they_are",
            "(conditions <> '') = (outcome IS NOT NULL AND outcome = 'point_go_on_conditionally')",
        ),
        _refers(ACCOUNT, "point_id", POINT),
        _refers(ACCOUNT, "told_by_id", "person"),
        _refers(ACCOUNT, "decided_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_point_account")),
        sa.UniqueConstraint("point_id", "number", name=op.f("uq_point_account_point_id_number")),
    )
    op.create_index(
        "ix_point_account_passed_once", ACCOUNT, ["point_id"], unique=True,
        sqlite_where=sa.text(PASSES), postgresql_where=sa.text(PASSES),
    )  # fmt: skip


def _rule(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))
