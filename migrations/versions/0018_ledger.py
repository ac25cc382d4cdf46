"""The whole ledger: movements between posts and years, balances that the database keeps, closed months.

An entry can be one of a movement, name whom the money goes to or comes from, and tell the day that it belongs
to when that lies in a month that is closed. From now on the database itself adds each entry to the balance of
its post and year and of its case and year, whose rules hold the limits of the frame, and books nothing in a
closed month. The balances of what is booked already are made here.

Money can be asked back: a reclaim with its notice, comment and decision, the parts of an agreement to pay, and
the stops of payment of a case. Claims, repayments and write-offs name their reclaim.

Revision: 0018
Follows: 0017
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(length=40)
BEFORE = "booked_as IN ('appropriation', 'carry_over') OR application_id IS NOT NULL"
AFTER = "booked_as IN ('appropriation', 'carry_over', 'transfer') OR application_id IS NOT NULL"
MOVED = "booked_as NOT IN ('transfer', 'commitment_change') OR movement_id IS NOT NULL"
CLAIMED = "booked_as NOT IN ('claim', 'repayment', 'write_off') OR reclaim_id IS NOT NULL"
TABLES = (
    "payment_stop", "reclaim_part", "reclaim", "closed_month", "case_balance", "post_balance",
    "movement",
)  # fmt: skip
FIGURES = {
    "appropriated": ("appropriation", "carry_over", "transfer"),
    "committed": ("commitment", "commitment_change", "commitment_lapse"),
    "paid": ("payment", "payment_return", "repayment"),
    "claimed": ("claim", "repayment", "write_off"),
}
OF_CASES = ("committed", "paid", "claimed")
POST_KEY = ("budget_post_id", "year")
CASE_KEY = ("application_id", "budget_post_id", "year")


def upgrade() -> None:
    """Bring the schema forward."""
    _create_movement()
    _create_balances()
    _create_closed_month()
    _create_reclaim()
    _create_reclaim_part()
    _create_payment_stop()
    _change_entry()
    _fill("post_balance", POST_KEY, tuple(FIGURES))
    _fill("case_balance", CASE_KEY, OF_CASES)
    if op.get_bind().dialect.name == "sqlite":
        _refuse_changes_on_sqlite()
        _keep_on_sqlite()
    else:
        _keep_on_postgresql()


def downgrade() -> None:
    """Take it back."""
    if op.get_bind().dialect.name == "postgresql":
        for trigger in ("entry_keeps_closed", "entry_keeps_balances"):
            op.execute(f"DROP TRIGGER {trigger} ON entry")
            op.execute(f"DROP FUNCTION {trigger}()")
    op.drop_index("ix_entry_reclaim_id", "entry")
    op.drop_index("ix_entry_movement_id", "entry")
    op.drop_index("ix_entry_booked_on", "entry")
    with op.batch_alter_table("entry") as entry:
        entry.drop_constraint(op.f("ck_entry_claim_has_a_reclaim"), type_="check")
        entry.drop_constraint(op.f("ck_entry_moved_by_a_movement"), type_="check")
        entry.drop_constraint(op.f("ck_entry_money_out_has_a_case"), type_="check")
        entry.create_check_constraint(op.f("ck_entry_money_out_has_a_case"), BEFORE)
        for column in ("reclaim_id", "movement_id", "organisation_id"):
            entry.drop_constraint(op.f(f"fk_entry_{column}"), type_="foreignkey")
            entry.drop_column(column)
        entry.drop_column("happened_on")
    if op.get_bind().dialect.name == "sqlite":
        _refuse_changes_on_sqlite()
    for table in TABLES:
        op.drop_table(table)


def _create_movement() -> None:
    op.create_table(
        "movement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("authority", sa.String(length=300), nullable=False),
        sa.Column("filename", sa.String(length=200), nullable=True),
        sa.Column("media_type", sa.String(length=100), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("counters_id", sa.Integer(), nullable=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("authority <> ''", name=op.f("ck_movement_has_an_authority")),
        sa.CheckConstraint(
            "(sha256 IS NULL) = (filename IS NULL)", name=op.f("ck_movement_document_has_a_name")
        ),
        sa.CheckConstraint(
            "kind <> 'carry_over' OR sha256 IS NOT NULL",
            name=op.f("ck_movement_carry_over_has_its_document"),
        ),
        sa.CheckConstraint(
            "(kind = 'reversal') = (counters_id IS NOT NULL)",
            name=op.f("ck_movement_reversal_counters_a_movement"),
        ),
        sa.ForeignKeyConstraint(
            ["counters_id"], ["movement.id"], name=op.f("fk_movement_counters_id")
        ),
        sa.ForeignKeyConstraint(["made_by_id"], ["person.id"], name=op.f("fk_movement_made_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_movement")),
        sa.UniqueConstraint("counters_id", name=op.f("uq_movement_counters_id")),
    )


def _create_balances() -> None:
    _create_balance(
        "post_balance", POST_KEY, tuple(FIGURES), {
            "committed_not_below_0": "committed >= 0",
            "committed_within_appropriated": "committed <= appropriated",
        },
    )  # fmt: skip
    _create_balance(
        "case_balance", CASE_KEY, OF_CASES, {
            "paid_not_below_0": "paid >= 0",
            "paid_within_committed": "paid <= committed",
            "claimed_not_below_0": "claimed >= 0",
            "claimed_within_paid": "claimed <= paid",
        },
    )  # fmt: skip


def _create_balance(
    table: str, key: tuple[str, ...], figures: tuple[str, ...], rules: dict[str, str]
) -> None:
    op.create_table(
        table,
        *(sa.Column(one, sa.Integer(), autoincrement=False, nullable=False) for one in key),
        sa.Column("entries", sa.Integer(), nullable=False),
        *(sa.Column(one, sa.BigInteger(), nullable=False) for one in figures),
        *(
            sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))
            for name, rule in rules.items()
        ),
        *(
            sa.ForeignKeyConstraint(
                [one], [f"{one.removesuffix('_id')}.id"], name=op.f(f"fk_{table}_{one}")
            )
            for one in key
            if one != "year"
        ),
        sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{table}")),
    )


def _create_closed_month() -> None:
    op.create_table(
        "closed_month",
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("follows", sa.Date(), nullable=True),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", MOMENT, nullable=False),
        sa.Column("closed_by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["follows"], ["closed_month.first_day"], name=op.f("fk_closed_month_follows")
        ),
        sa.ForeignKeyConstraint(
            ["closed_by_id"], ["person.id"], name=op.f("fk_closed_month_closed_by_id")
        ),
        sa.PrimaryKeyConstraint("first_day", name=op.f("pk_closed_month")),
        sa.UniqueConstraint("last_day", name=op.f("uq_closed_month_last_day")),
        sa.UniqueConstraint("follows", name=op.f("uq_closed_month_follows")),
    )


def _by(table: str, column: str, other: str = "person") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))


def _rule(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def _one_of(table: str, name: str, where: str) -> None:
    """Let a case have no more than one row of a table that something is still true of."""
    op.create_index(
        f"uq_{table}_{name}", table, ["application_id"], unique=True,
        sqlite_where=sa.text(where), postgresql_where=sa.text(where),
    )  # fmt: skip


def _create_reclaim() -> None:
    op.create_table(
        "reclaim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("comment_by", sa.Date(), nullable=False),
        sa.Column("noticed_at", MOMENT, nullable=False),
        sa.Column("noticed_by_id", sa.Integer(), nullable=False),
        sa.Column("comment", sa.String(), nullable=True),
        sa.Column("commented_at", MOMENT, nullable=True),
        sa.Column("commented_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_amount", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("pay_by", sa.Date(), nullable=True),
        sa.Column("pay_to", sa.String(length=11), nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        _rule("reclaim", "amount_above_0", "amount > 0"),
        _rule("reclaim", "has_a_cause", "cause <> ''"),
        _rule(
            "reclaim",
            "commented_by_somebody",
            "(commented_at IS NULL) = (commented_by_id IS NULL)"
            " AND (commented_at IS NULL) = (comment IS NULL)",
        ),
        _rule(
            "reclaim",
            "decided_by_somebody",
            "(decided_at IS NULL) = (decided_by_id IS NULL)"
            " AND (decided_at IS NULL) = (decided_amount IS NULL)"
            " AND (decided_at IS NULL) = (reason IS NULL)",
        ),
        _rule(
            "reclaim",
            "two_different_persons",
            "decided_by_id IS NULL OR decided_by_id <> noticed_by_id",
        ),
        _rule(
            "reclaim",
            "decided_within_notice",
            "decided_amount IS NULL OR (decided_amount >= 0 AND decided_amount <= amount)",
        ),
        _rule(
            "reclaim",
            "claim_has_a_deadline",
            "decided_amount IS NULL OR (decided_amount > 0) = (pay_by IS NOT NULL)",
        ),
        _rule("reclaim", "deadline_has_an_account", "(pay_by IS NULL) = (pay_to IS NULL)"),
        _by("reclaim", "application_id", "application"),
        _by("reclaim", "organisation_id", "organisation"),
        _by("reclaim", "noticed_by_id"),
        _by("reclaim", "commented_by_id"),
        _by("reclaim", "decided_by_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reclaim")),
    )
    _one_of("reclaim", "undecided", "decided_at IS NULL")
    op.create_index("ix_reclaim_application_id_id", "reclaim", ["application_id", "id"])


def _create_reclaim_part() -> None:
    op.create_table(
        "reclaim_part",
        sa.Column("reclaim_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        _rule("reclaim_part", "amount_above_0", "amount > 0"),
        _by("reclaim_part", "reclaim_id", "reclaim"),
        sa.PrimaryKeyConstraint("reclaim_id", "number", name=op.f("pk_reclaim_part")),
    )


def _create_payment_stop() -> None:
    op.create_table(
        "payment_stop",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("stopped_at", MOMENT, nullable=False),
        sa.Column("stopped_by_id", sa.Integer(), nullable=False),
        sa.Column("lift_reason", sa.String(), nullable=True),
        sa.Column("lifted_at", MOMENT, nullable=True),
        sa.Column("lifted_by_id", sa.Integer(), nullable=True),
        _rule("payment_stop", "has_a_reason", "reason <> ''"),
        _rule(
            "payment_stop",
            "lifted_by_somebody",
            "(lifted_at IS NULL) = (lifted_by_id IS NULL)"
            " AND (lifted_at IS NULL) = (lift_reason IS NULL)",
        ),
        _rule(
            "payment_stop",
            "two_different_persons",
            "lifted_by_id IS NULL OR lifted_by_id <> stopped_by_id",
        ),
        _by("payment_stop", "application_id", "application"),
        _by("payment_stop", "stopped_by_id"),
        _by("payment_stop", "lifted_by_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_stop")),
    )
    _one_of("payment_stop", "standing", "lifted_at IS NULL")


def _change_entry() -> None:
    with op.batch_alter_table("entry") as entry:
        entry.add_column(sa.Column("happened_on", sa.Date(), nullable=True))
        for column in ("organisation_id", "movement_id", "reclaim_id"):
            entry.add_column(sa.Column(column, sa.Integer(), nullable=True))
            entry.create_foreign_key(
                op.f(f"fk_entry_{column}"), column.removesuffix("_id"), [column], ["id"]
            )
        entry.drop_constraint(op.f("ck_entry_money_out_has_a_case"), type_="check")
        entry.create_check_constraint(op.f("ck_entry_money_out_has_a_case"), AFTER)
        entry.create_check_constraint(op.f("ck_entry_moved_by_a_movement"), MOVED)
        entry.create_check_constraint(op.f("ck_entry_claim_has_a_reclaim"), CLAIMED)
    op.create_index("ix_entry_booked_on", "entry", ["booked_on"])
    op.create_index("ix_entry_movement_id", "entry", ["movement_id"])
    op.create_index("ix_entry_reclaim_id", "entry", ["reclaim_id"])


def _refuse_changes_on_sqlite() -> None:
    """Set the triggers again that SQLite drops when it makes the table anew."""
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER entry_refuses_{act.lower()} BEFORE {act} ON entry "
            "BEGIN SELECT RAISE(ABORT, 'entry is only added to'); END"
        )


def _part(figure: str, row: str) -> str:
    """Write what an entry adds to a figure."""
    kinds = ", ".join(f"'{kind}'" for kind in FIGURES[figure])
    return f"CASE WHEN {row}booked_as IN ({kinds}) THEN {row}amount ELSE 0 END"


def _fill(table: str, key: tuple[str, ...], figures: tuple[str, ...]) -> None:
    sums = ", ".join(f"SUM({_part(one, '')})" for one in figures)
    op.execute(
        f"INSERT INTO {table} ({', '.join((*key, 'entries', *figures))}) "
        f"SELECT {', '.join(key)}, COUNT(*), {sums} FROM entry "
        f"WHERE {key[0]} IS NOT NULL GROUP BY {', '.join(key)}"
    )


def _kept(table: str, key: tuple[str, ...], figures: tuple[str, ...]) -> str:
    """Write the two statements that add an entry to a balance: the row is made first, then moved.

    A row that is made with its figures at once would be held to its rules before it is added to what is
    there.
    """
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


CLOSED = "SELECT 1 FROM closed_month WHERE last_day >= NEW.booked_on"
SAID = "the month is closed"


def _keep_on_sqlite() -> None:
    op.execute(
        f"CREATE TRIGGER entry_keeps_closed BEFORE INSERT ON entry WHEN EXISTS ({CLOSED}) "
        f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
    )
    op.execute(
        "CREATE TRIGGER entry_keeps_balances AFTER INSERT ON entry BEGIN "
        f"{_kept('post_balance', POST_KEY, tuple(FIGURES))} "
        f"{_kept('case_balance', CASE_KEY, OF_CASES)} END"
    )


def _keep_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION entry_keeps_closed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF EXISTS ({CLOSED}) THEN RAISE EXCEPTION '{SAID}'; END IF; RETURN NEW; END $$"
    )
    op.execute(
        "CREATE TRIGGER entry_keeps_closed BEFORE INSERT ON entry "
        "FOR EACH ROW EXECUTE FUNCTION entry_keeps_closed()"
    )
    op.execute(
        "CREATE FUNCTION entry_keeps_balances() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"{_kept('post_balance', POST_KEY, tuple(FIGURES))} "
        f"{_kept('case_balance', CASE_KEY, OF_CASES)} RETURN NULL; END $$"
    )
    op.execute(
        "CREATE TRIGGER entry_keeps_balances AFTER INSERT ON entry "
        "FOR EACH ROW EXECUTE FUNCTION entry_keeps_balances()"
    )
