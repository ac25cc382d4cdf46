"""What holds a payment back is held by the database.

No payment is booked before its grant is accepted, while a complaint in the case is open, while payment is
stopped, while the account of whoever is paid is being changed, or while the instalments of the case are not, year
by year, what is promised. A trigger on the ledger asks this of each payment, whoever writes it. What corrects a
payment is none, and is asked nothing, unless it makes what is paid more; nor is what is booked already.

On PostgreSQL a payment holds its case, and so does what comes to hold the case back: of two that are written at
once, the later sees the earlier. On SQLite nobody writes at once. No table is changed.

SQLite does not rename a table to one that a trigger names and cannot find: a migration that makes one of these
tables anew drops `entry_withholds_payments` first and sets it again.

Revision: 0036
Follows: 0035
"""

from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

NAME, HOLDS = "entry_withholds_payments", "hold_case"
LEAD = (
    "(SELECT partner.organisation_id FROM partner"
    " WHERE partner.application_id = NEW.application_id AND partner.role = 'lead')"
)
ACCEPTED = (
    "SELECT 1 FROM acceptance JOIN decision ON decision.id = acceptance.decision_id"
    " WHERE acceptance.decision_id = NEW.decision_id AND acceptance.accepted"
    " AND decision.application_id = NEW.application_id"
)
DISPUTED = (
    "SELECT 1 FROM complaint WHERE complaint.application_id = NEW.application_id"
    " AND complaint.submitted_at IS NOT NULL AND complaint.closed_at IS NULL"
)
STOPPED = (
    "SELECT 1 FROM payment_stop WHERE payment_stop.application_id = NEW.application_id"
    " AND payment_stop.lifted_at IS NULL"
)
CHANGING = (
    "SELECT 1 FROM account_change changing WHERE changing.application_id = NEW.application_id"
    " AND changing.done_at IS NULL AND changing.ended_at IS NULL"
    f" AND coalesce(changing.organisation_id, {LEAD}) = coalesce(NEW.organisation_id, {LEAD})"
)
# What is repaid is promised no more, and its instalment stays paid.
UNLIKE = (
    "SELECT 1 FROM (SELECT year, committed AS amount FROM case_balance"
    " WHERE application_id = NEW.application_id"
    " UNION ALL SELECT year, -amount FROM instalment WHERE application_id = NEW.application_id"
    " UNION ALL SELECT year, -amount FROM entry"
    " WHERE application_id = NEW.application_id AND booked_as = 'repayment') AS part"
    " GROUP BY year HAVING sum(amount) <> 0"
)
REFUSED = (
    (f"NOT EXISTS ({ACCEPTED})", "the grant is not accepted"),
    (f"EXISTS ({DISPUTED})", "a complaint holds the payment"),
    (f"EXISTS ({STOPPED})", "payment is stopped"),
    (f"EXISTS ({CHANGING})", "the account is being changed"),
    (f"EXISTS ({UNLIKE})", "the instalments are not what is promised"),
)
OUT = "NEW.booked_as IN ('payment', 'payment_return') AND NEW.amount > 0"
"""Money goes out: a payment, or what counters one that was taken back."""
HOLDING = {
    "complaint": (
        "INSERT OR UPDATE OF submitted_at, closed_at, application_id",
        "NEW.submitted_at IS NOT NULL AND NEW.closed_at IS NULL",
    ),
    "payment_stop": (
        "INSERT OR UPDATE OF lifted_at, application_id", "NEW.lifted_at IS NULL",
    ),
    "account_change": (
        "INSERT OR UPDATE OF done_at, ended_at, application_id, organisation_id",
        "NEW.done_at IS NULL AND NEW.ended_at IS NULL",
    ),
}  # fmt: skip
"""What comes to hold a case back: when it is written, and so that it holds."""


def upgrade() -> None:
    """Bring the schema forward."""
    if op.get_bind().dialect.name == "sqlite":
        whens = " ".join(f"WHEN {asked} THEN RAISE(ABORT, '{said}')" for asked, said in REFUSED)
        op.execute(
            f"CREATE TRIGGER {NAME} BEFORE INSERT ON entry WHEN {OUT} "
            f"BEGIN SELECT CASE {whens} END; END"
        )
        return
    _hold_the_case()
    # The case is held by a statement of its own: the next sees what was committed while it waited.
    whens = " ".join(f"WHEN {asked} THEN '{said}'" for asked, said in REFUSED)
    op.execute(
        f"CREATE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE said text; BEGIN "
        "PERFORM 1 FROM application WHERE id = NEW.application_id FOR NO KEY UPDATE; "
        f"said := CASE {whens} END; "
        "IF said IS NOT NULL THEN RAISE EXCEPTION '%', said; END IF; RETURN NEW; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {NAME} BEFORE INSERT ON entry FOR EACH ROW WHEN ({OUT}) "
        f"EXECUTE FUNCTION {NAME}()"
    )


def downgrade() -> None:
    """Take it back: only the acts hold payments back, and `./tilsagn check` tells."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"DROP TRIGGER {NAME}")
        return
    op.execute(f"DROP TRIGGER {NAME} ON entry")
    op.execute(f"DROP FUNCTION {NAME}()")
    for table in HOLDING:
        op.execute(f"DROP TRIGGER {table}_holds_its_case ON {table}")
    op.execute(f"DROP FUNCTION {HOLDS}()")


def _hold_the_case() -> None:
    """Let what holds a case back wait for a payment in it that is being written."""
    op.execute(
        f"CREATE FUNCTION {HOLDS}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "PERFORM 1 FROM application WHERE id = NEW.application_id FOR NO KEY UPDATE; "
        "RETURN NEW; END $$"
    )
    for table, (written, so) in HOLDING.items():
        op.execute(
            f"CREATE TRIGGER {table}_holds_its_case BEFORE {written} ON {table} "
            f"FOR EACH ROW WHEN ({so}) EXECUTE FUNCTION {HOLDS}()"
        )
