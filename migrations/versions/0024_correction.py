"""Nothing yet: what this step adds is written with it."""

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    """Bring the schema forward."""


def downgrade() -> None:
    """Take the schema back."""
