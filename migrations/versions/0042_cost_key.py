"""Members may agree how they divide what they carry themselves.

Adds which key an application has, and each partner's percentage in hundredths where the key is of agreed
percentages. Nothing is agreed in those that were there before.

Revision: 0042
Follows: 0041
"""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("application", sa.Column("cost_key", sa.String(length=40), nullable=True))
    # Written out: the tables are not made anew, and on SQLite a rule can only come with its column.
    op.execute(
        "ALTER TABLE partner ADD COLUMN cost_percent INTEGER"
        " CONSTRAINT ck_partner_cost_percent_of_a_whole CHECK (cost_percent BETWEEN 0 AND 10000)"
    )


def downgrade() -> None:
    """Take the schema back; what was agreed is lost."""
    op.drop_column("partner", "cost_percent")
    op.drop_column("application", "cost_key")
