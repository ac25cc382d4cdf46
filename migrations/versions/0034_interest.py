"""Interest on what is owed late is booked.

The ledger has three more kinds of entry: interest that is charged on a claim, paid, and written off. They name
their reclaim, and the balances keep what is charged and not settled as a sum of its own, never below nothing;
nothing of it was booked before. A charge keeps the days it is for, is only added to, and the database refuses
one for days that a standing charge of the claim already covers. A part of an agreement says how much of it is
interest; of those there were, nothing is.

`entry` and the balances are made anew on SQLite for their rules, and so the triggers are set again.

Revision: 0034
Follows: 0033
"""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

BEFORE = "booked_as NOT IN ('claim', 'repayment', 'write_off') OR reclaim_id IS NOT NULL"
AFTER = (
    "booked_as NOT IN ('claim', 'repayment', 'write_off', 'interest', 'interest_payment',"
    " 'interest_write_off') OR reclaim_id IS NOT NULL"
)
OLD_FIGURES = {
    "appropriated": ("appropriation", "carry_over", "transfer"),
    "committed": ("commitment", "commitment_change", "commitment_lapse"),
    "paid": ("payment", "payment_return", "repayment"),
    "claimed": ("claim", "repayment", "write_off"),
}
FIGURES = OLD_FIGURES | {"interest": ("interest", "interest_payment", "interest_write_off")}
POST_KEY = ("budget_post_id", "year")
CASE_KEY = ("application_id", "budget_post_id", "year")
SAID = "the month is closed"
TWICE = "interest for these days is charged already"
STANDS = (
    "SELECT 1 FROM interest_charge charge WHERE charge.reclaim_id = NEW.reclaim_id "
    "AND charge.last_on >= NEW.first_on AND NOT EXISTS "
    "(SELECT 1 FROM entry counter WHERE counter.counters_id = charge.entry_id)"
)


def upgrade() -> None:
    """Bring the schema forward."""
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    if on_sqlite:
        op.execute("DROP TRIGGER entry_keeps_balances")
    _add_amount("post_balance", "interest")
    _add_amount("case_balance", "interest", rule="interest_not_below_0", least="interest >= 0")
    _add_amount(
        "reclaim_part", "interest", rule="interest_within_amount",
        least="interest BETWEEN 0 AND amount",
    )  # fmt: skip
    _change_entry(AFTER)
    _create_charge()
    _keep(on_sqlite, FIGURES)
    _refuse_charges(on_sqlite)


def downgrade() -> None:
    """Take it back. Not possible once interest is booked: entries are never deleted."""
    booked = "SELECT count(*) FROM entry WHERE booked_as LIKE 'interest%'"
    if op.get_bind().scalar(sa.text(booked)):
        raise RuntimeError("interest is booked, and the ledger is only added to")
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    op.drop_table("interest_charge")
    if on_sqlite:
        op.execute("DROP TRIGGER entry_keeps_balances")
    else:
        op.execute("DROP FUNCTION interest_charge_once()")
    _change_entry(BEFORE)
    for table, rule in (
        ("reclaim_part", "interest_within_amount"),
        ("case_balance", "interest_not_below_0"),
        ("post_balance", None),
    ):
        with op.batch_alter_table(table) as changed:
            if rule:
                changed.drop_constraint(op.f(f"ck_{table}_{rule}"), type_="check")
            changed.drop_column("interest")
    _keep(on_sqlite, OLD_FIGURES)


def _add_amount(table: str, column: str, *, rule: str = "", least: str = "") -> None:
    with op.batch_alter_table(table) as changed:
        changed.add_column(sa.Column(column, sa.BigInteger(), nullable=False, server_default="0"))
        if rule:
            changed.create_check_constraint(op.f(f"ck_{table}_{rule}"), least)
    with op.batch_alter_table(table) as changed:
        changed.alter_column(column, server_default=None)


def _change_entry(claims: str) -> None:
    with op.batch_alter_table("entry") as entry:
        entry.drop_constraint(op.f("ck_entry_claim_has_a_reclaim"), type_="check")
        entry.create_check_constraint(op.f("ck_entry_claim_has_a_reclaim"), claims)


def _create_charge() -> None:
    op.create_table(
        "interest_charge",
        sa.Column("entry_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reclaim_id", sa.Integer(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.CheckConstraint("first_on <= last_on", name=op.f("ck_interest_charge_days_in_order")),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_interest_charge_entry_id")
        ),
        sa.ForeignKeyConstraint(
            ["reclaim_id"], ["reclaim.id"], name=op.f("fk_interest_charge_reclaim_id")
        ),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_interest_charge")),
    )
    op.create_index(
        "ix_interest_charge_reclaim_id_last_on", "interest_charge", ["reclaim_id", "last_on"]
    )


def _refuse_charges(on_sqlite: bool) -> None:
    """Let the database refuse to charge days twice, and to change or delete a charge."""
    if on_sqlite:
        op.execute(
            f"CREATE TRIGGER interest_charge_once BEFORE INSERT ON interest_charge "
            f"WHEN EXISTS ({STANDS}) BEGIN SELECT RAISE(ABORT, '{TWICE}'); END"
        )
        _refuse_changes_on_sqlite("interest_charge")
        return
    # Whoever charges the same claim at once waits here, and then sees what the other charged.
    op.execute(
        "CREATE FUNCTION interest_charge_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "PERFORM 1 FROM reclaim WHERE id = NEW.reclaim_id FOR NO KEY UPDATE; "
        f"IF EXISTS ({STANDS}) THEN RAISE EXCEPTION '{TWICE}'; END IF; RETURN NEW; END $$"
    )
    op.execute(
        "CREATE TRIGGER interest_charge_once BEFORE INSERT ON interest_charge "
        "FOR EACH ROW EXECUTE FUNCTION interest_charge_once()"
    )
    op.execute(
        "CREATE TRIGGER interest_charge_refuses_change BEFORE UPDATE OR DELETE ON interest_charge "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )


def _refuse_changes_on_sqlite(table: str) -> None:
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_refuses_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is only added to'); END"
        )


def _keep(on_sqlite: bool, figures: dict[str, tuple[str, ...]]) -> None:
    """Let the database keep the sums; on SQLite also set again what the new table lacks."""
    if on_sqlite:
        _refuse_changes_on_sqlite("entry")
        op.execute(
            "CREATE TRIGGER entry_keeps_closed BEFORE INSERT ON entry WHEN EXISTS "
            "(SELECT 1 FROM closed_month WHERE last_day >= NEW.booked_on) "
            f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
        )
        op.execute(
            "CREATE TRIGGER entry_keeps_balances AFTER INSERT ON entry BEGIN "
            f"{_kept('post_balance', POST_KEY, figures)} "
            f"{_kept('case_balance', CASE_KEY, _of_cases(figures))} END"
        )
        return
    op.execute(
        "CREATE OR REPLACE FUNCTION entry_keeps_balances() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"DECLARE added RECORD; BEGIN {_added('post_balance', POST_KEY, figures)} "
        f"{_added('case_balance', CASE_KEY, _of_cases(figures))} RETURN NULL; END $$"
    )


def _of_cases(figures: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {name: kinds for name, kinds in figures.items() if name != "appropriated"}


def _part(kinds: tuple[str, ...], row: str) -> str:
    """Write what an entry adds to a figure."""
    named = ", ".join(f"'{kind}'" for kind in kinds)
    return f"CASE WHEN {row}booked_as IN ({named}) THEN {row}amount ELSE 0 END"


def _kept(table: str, key: tuple[str, ...], figures: dict[str, tuple[str, ...]]) -> str:
    """Write the two statements that add one entry to a balance: the row is made first, then moved."""
    columns = ", ".join((*key, "entries", *figures))
    new = ", ".join(f"NEW.{one}" for one in key)
    moved = ", ".join(f"{one} = {one} + {_part(kinds, 'NEW.')}" for one, kinds in figures.items())
    where = " AND ".join(f"{one} = NEW.{one}" for one in key)
    zeros = ", ".join("0" for _ in ("entries", *figures))
    return (
        f"INSERT INTO {table} ({columns}) SELECT {new}, {zeros} "
        f"WHERE NEW.{key[0]} IS NOT NULL ON CONFLICT DO NOTHING; "
        f"UPDATE {table} SET entries = entries + 1, {moved} WHERE {where};"
    )


def _added(table: str, key: tuple[str, ...], figures: dict[str, tuple[str, ...]]) -> str:
    """Write what adds a statement's entries to the balances they belong to, one after another by its key."""
    keys, columns = ", ".join(key), ("entries", *figures)
    sums = ", ".join(f"sum({_part(kinds, '')}) AS {one}" for one, kinds in figures.items())
    moved = ", ".join(f"{one} = {one} + added.{one}" for one in columns)
    where = " AND ".join(f"{one} = added.{one}" for one in key)
    return (
        f"FOR added IN SELECT {keys}, count(*) AS entries, {sums} FROM booked "
        f"WHERE {key[0]} IS NOT NULL GROUP BY {keys} ORDER BY {keys} LOOP "
        f"UPDATE {table} SET {moved} WHERE {where}; "
        f"IF NOT FOUND THEN INSERT INTO {table} ({', '.join((*key, *columns))}) "
        f"VALUES ({', '.join(f'added.{one}' for one in (*key, *columns))}); END IF; END LOOP;"
    )
