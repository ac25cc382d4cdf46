"""The balances are kept once for each statement on PostgreSQL, not once for each entry.

An act that books many entries writes them in one statement. The triggers that add them to the balances and
refuse a closed month now see all of the statement's entries together: a balance is moved once by their sum. The
limits hold as before for what the statement leaves behind. SQLite has no such triggers, and there they are cheap
as they are: they stay.

Revision: 0030
Follows: 0029
"""

from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

FIGURES = {
    "appropriated": ("appropriation", "carry_over", "transfer"),
    "committed": ("commitment", "commitment_change", "commitment_lapse"),
    "paid": ("payment", "payment_return", "repayment"),
    "claimed": ("claim", "repayment", "write_off"),
}
OF_CASES = ("committed", "paid", "claimed")
POST_KEY = ("budget_post_id", "year")
CASE_KEY = ("application_id", "budget_post_id", "year")
SAID = "the month is closed"


def upgrade() -> None:
    """Bring the schema forward."""
    if op.get_bind().dialect.name == "postgresql":
        _drop()
        _by_statement(
            "entry_keeps_closed",
            "IF (SELECT min(booked_on) FROM booked) <= (SELECT max(last_day) FROM closed_month) "
            f"THEN RAISE EXCEPTION '{SAID}'; END IF;",
        )
        _by_statement(
            "entry_keeps_balances",
            f"{_added('post_balance', POST_KEY, tuple(FIGURES))} "
            f"{_added('case_balance', CASE_KEY, OF_CASES)}",
            declared="DECLARE added RECORD; ",
        )


def downgrade() -> None:
    """Take it back."""
    if op.get_bind().dialect.name == "postgresql":
        _drop()
        _by_row(
            "entry_keeps_closed",
            "BEFORE",
            "IF EXISTS (SELECT 1 FROM closed_month WHERE last_day >= NEW.booked_on) "
            f"THEN RAISE EXCEPTION '{SAID}'; END IF; RETURN NEW;",
        )
        _by_row(
            "entry_keeps_balances",
            "AFTER",
            f"{_kept('post_balance', POST_KEY, tuple(FIGURES))} "
            f"{_kept('case_balance', CASE_KEY, OF_CASES)} RETURN NULL;",
        )


def _drop() -> None:
    for trigger in ("entry_keeps_closed", "entry_keeps_balances"):
        op.execute(f"DROP TRIGGER {trigger} ON entry")
        op.execute(f"DROP FUNCTION {trigger}()")


def _by_statement(name: str, body: str, *, declared: str = "") -> None:
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {declared}BEGIN "
        f"{body} RETURN NULL; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {name} AFTER INSERT ON entry REFERENCING NEW TABLE AS booked "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
    )


def _by_row(name: str, when: str, body: str) -> None:
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"
    )
    op.execute(
        f"CREATE TRIGGER {name} {when} INSERT ON entry FOR EACH ROW EXECUTE FUNCTION {name}()"
    )


def _part(figure: str, row: str) -> str:
    """Write what an entry adds to a figure."""
    kinds = ", ".join(f"'{kind}'" for kind in FIGURES[figure])
    return f"CASE WHEN {row}booked_as IN ({kinds}) THEN {row}amount ELSE 0 END"


def _added(table: str, key: tuple[str, ...], figures: tuple[str, ...]) -> str:
    """Write what adds a statement's entries to the balances they belong to, one after another by its key.

    One statement for all of them would be a join, whose plan is a bad one for few entries or for many.
    """
    keys, columns = ", ".join(key), ("entries", *figures)
    sums = ", ".join(f"sum({_part(one, '')}) AS {one}" for one in figures)
    moved = ", ".join(f"{one} = {one} + added.{one}" for one in columns)
    where = " AND ".join(f"{one} = added.{one}" for one in key)
    return (
        f"FOR added IN SELECT {keys}, count(*) AS entries, {sums} FROM booked "
        f"WHERE {key[0]} IS NOT NULL GROUP BY {keys} ORDER BY {keys} LOOP "
        f"UPDATE {table} SET {moved} WHERE {where}; "
        f"IF NOT FOUND THEN INSERT INTO {table} ({', '.join((*key, *columns))}) "
        f"VALUES ({', '.join(f'added.{one}' for one in (*key, *columns))}); END IF; END LOOP;"
    )


def _kept(table: str, key: tuple[str, ...], figures: tuple[str, ...]) -> str:
    """Write the two statements that add one entry to a balance, as they were before."""
    columns = ", ".join((*key, "entries", *figures))
    new = ", ".join(f"NEW.{one}" for one in key)
    moved = ", ".join(f"{one} = {one} + {_part(one, 'NEW.')}" for one in figures)
    where = " AND ".join(f"{one} = NEW.{one}" for one in key)
    zeros = ", ".join("0" for _ in ("entries", *figures))
    return (
        f"INSERT INTO {table} ({columns}) SELECT {new}, {zeros} "
        f"WHERE NEW.{key[0]} IS NOT NULL ON CONFLICT DO NOTHING; "
        f"UPDATE {table} SET entries = entries + 1, {moved} WHERE {where};"
    )
