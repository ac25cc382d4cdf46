"""What a grant obliges to beyond the annual and the final report.

- Every call says when an auditor must confirm the accounts, as it has been until now: each grant by itself, from
  the threshold on; and which duties it adds. Old calls add none.
- A duty that has no report form keeps when it was met, by whom it was noted, and how.

Revision: 0027
Follows: 0026
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

ALONE = {
    "nb": "Grensen holdes mot tilskuddet i hvert vedtak.",
    "nn": "Grensa blir halden mot tilskotet i kvart vedtak.",
}
ENOUGH = {"nb": "Beløpet selv er nok.", "nn": "Beløpet sjølv er nok."}
NOTHING = {"nb": "Utlysningen krever ikke dette.", "nn": "Utlysinga krev ikkje dette."}
RULES = {
    "audit_per": ("decision", ALONE),
    "audit_from": ("at_least", ENOUGH),
    "status_month": ("", NOTHING),
    "benefit_years": ("", NOTHING),
    "experience_months": ("", NOTHING),
}
MET = (
    "met_at DATETIME",
    "met_by_id INTEGER CONSTRAINT fk_duty_met_by_id REFERENCES person (id)",
    (
        "met_how VARCHAR DEFAULT '' NOT NULL CONSTRAINT ck_duty_met_is_told "
        "CHECK ((met_at IS NULL) = (met_how = ''))"
    ),
)
OF_REPORTS = ("account_line", "reported_activity", "reported_benefit")
NEW_KINDS = "SELECT id FROM duty WHERE kind IN ('status', 'benefits', 'experience')"


def upgrade() -> None:
    """Bring the schema forward."""
    _fill_rules()
    at_home = op.get_bind().dialect.name == "sqlite"
    for column in MET:
        written = column if at_home else column.replace("DATETIME", "TIMESTAMP WITH TIME ZONE")
        op.execute(f"ALTER TABLE duty ADD COLUMN {written}")
    if not at_home:
        op.alter_column("duty", "met_how", server_default=None)


def downgrade() -> None:
    """Take it back, with the duties that the schema before did not know."""
    rules = sa.table("call_rule", sa.column("key", sa.String))
    op.execute(rules.delete().where(rules.c.key.in_(list(RULES))))
    reports = f"SELECT id FROM report WHERE duty_id IN ({NEW_KINDS})"
    for table in OF_REPORTS:
        op.execute(f"DELETE FROM {table} WHERE report_id IN ({reports})")
    for table in ("report", "duty_extension"):
        op.execute(f"DELETE FROM {table} WHERE duty_id IN ({NEW_KINDS})")
    op.execute(f"DELETE FROM duty WHERE id IN ({NEW_KINDS})")
    for column in reversed(MET):  # its check goes with it
        op.execute(f"ALTER TABLE duty DROP COLUMN {column.split()[0]}")


def _fill_rules() -> None:
    calls = sa.table("call", sa.column("id", sa.Integer))
    names = ("call_id", "key", "value", "note", "chosen_by_administrator", "source")
    rules = sa.table("call_rule", *(sa.column(name) for name in names))
    for key, (value, note) in RULES.items():
        said = json.dumps(note, ensure_ascii=False)
        row = (calls.c.id, *(sa.literal(one) for one in (key, value, said)), sa.false())
        op.execute(rules.insert().from_select(names, sa.select(*row, sa.literal(""))))
