"""Nothing yet: what this step adds is written with it."""

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    """Bring the schema forward."""


def downgrade() -> None:
    """Take the schema back."""
