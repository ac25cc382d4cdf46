"""A kommune says what it would have done without a grant.

Adds the answer to the fact sheets. Those that are confirmed already have not been asked.

Revision: 0031
Follows: 0030
"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("fact_sheet", sa.Column("without_grant", sa.String(length=40), nullable=True))


def downgrade() -> None:
    """Take the schema back."""
    op.drop_column("fact_sheet", "without_grant")
