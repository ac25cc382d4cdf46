"""A signed evaluation stands: the database refuses to write in it, whoever writes.

What was signed keeps its measure, year, number, texts, figures and signature, and is not deleted; nor are the
changes that it proposes written anew, added to or taken away. What becomes of a change is no part of what was
signed, and is written afterwards, as is the publishing. The checksum of what was signed is called its seal: it
names no file, as what is called `sha256` does.

Revision: 0046
Follows: 0045
"""

from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

SAID = "a signed evaluation stands"
TEXTS = (
    "measure_id, year, number, learnt, assessment, written_at, written_by_id, figures, seal, signed_at,"
    " signed_by_id"
)
SIGNED = (
    "SELECT 1 FROM evaluation WHERE evaluation.id = {row}.evaluation_id"
    " AND evaluation.signed_at IS NOT NULL"
)
OF_CHANGES = (
    ("added", "INSERT", "NEW"),
    ("changed", "UPDATE OF evaluation_id, change, reason", "OLD"),
    ("moved", "UPDATE OF evaluation_id", "NEW"),
    ("deleted", "DELETE", "OLD"),
)
"""What is done to a proposed change, and which of its rows says whose it is."""
OF_WORDS = (("changed", f"UPDATE OF {TEXTS}"), ("deleted", "DELETE"))


def upgrade() -> None:
    """Bring the schema forward."""
    op.execute("ALTER TABLE evaluation RENAME COLUMN sha256 TO seal")
    if op.get_bind().dialect.name == "sqlite":
        refuse = f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
        for name, written in OF_WORDS:
            op.execute(
                f"CREATE TRIGGER evaluation_is_not_{name} BEFORE {written} ON evaluation "
                f"WHEN OLD.signed_at IS NOT NULL {refuse}"
            )
        for name, written, row in OF_CHANGES:
            op.execute(
                f"CREATE TRIGGER proposed_change_is_not_{name} BEFORE {written} ON proposed_change "
                f"WHEN EXISTS ({SIGNED.format(row=row)}) {refuse}"
            )
        return
    op.execute(
        "CREATE FUNCTION evaluation_stands() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE EXCEPTION '{SAID}'; END $$"
    )
    for name, written in OF_WORDS:
        op.execute(
            f"CREATE TRIGGER evaluation_is_not_{name} BEFORE {written} ON evaluation "
            "FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL) EXECUTE FUNCTION evaluation_stands()"
        )
    for name, written, row in OF_CHANGES:
        _guard_changes(name, written, row)


def downgrade() -> None:
    """Take it back: only the acts keep what was signed, and `./tilsagn check` tells."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    for name, *_ in OF_CHANGES:
        trigger = f"proposed_change_is_not_{name}"
        op.execute(f"DROP TRIGGER {trigger}" + ("" if sqlite else " ON proposed_change"))
        if not sqlite:
            op.execute(f"DROP FUNCTION {trigger}()")
    for name, _ in OF_WORDS:
        op.execute(f"DROP TRIGGER evaluation_is_not_{name}" + ("" if sqlite else " ON evaluation"))
    if not sqlite:
        op.execute("DROP FUNCTION evaluation_stands()")
    op.execute("ALTER TABLE evaluation RENAME COLUMN seal TO sha256")


def _guard_changes(name: str, written: str, row: str) -> None:
    # The evaluation is held by a statement of its own: the next sees whether it was signed meanwhile.
    trigger = f"proposed_change_is_not_{name}"
    op.execute(
        f"CREATE FUNCTION {trigger}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"PERFORM 1 FROM evaluation WHERE id = {row}.evaluation_id FOR NO KEY UPDATE; "
        f"IF EXISTS ({SIGNED.format(row=row)}) THEN RAISE EXCEPTION '{SAID}'; END IF; "
        f"RETURN {'OLD' if written == 'DELETE' else 'NEW'}; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {trigger} BEFORE {written} ON proposed_change "
        f"FOR EACH ROW EXECUTE FUNCTION {trigger}()"
    )
