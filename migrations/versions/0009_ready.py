"""Whether a draft was found ready to be handed in, and under which version of its call.

Revision: 0009
Follows: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward. Old drafts are looked over when they are handed in."""
    op.add_column("application", sa.Column("ready_fingerprint", sa.String(length=64)))
    op.add_column("application", sa.Column("ready_call_version", sa.Integer()))


def downgrade() -> None:
    """Take it back."""
    op.drop_column("application", "ready_call_version")
    op.drop_column("application", "ready_fingerprint")
