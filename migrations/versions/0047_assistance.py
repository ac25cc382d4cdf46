"""Projects ask for help with standards, and what they were given is noted.

Adds requests for help, with the answer and what the kommune said of it when it was over, and the help
that was given, line by line. A wrong line is taken back and stays.

Revision: 0047
Follows: 0046
"""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

WORD = 40
MOMENT = sa.DateTime(timezone=True)
REQUEST, GIVEN = "assistance_request", "assistance_given"


def upgrade() -> None:
    """Bring the schema forward."""
    _create_requests()
    _create_given()


def downgrade() -> None:
    """Take the schema back; what was asked for and given is lost."""
    op.drop_table(GIVEN)
    op.drop_table(REQUEST)


def _create_requests() -> None:
    op.create_table(
        REQUEST,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=WORD), nullable=False),
        sa.Column("standard_id", sa.Integer(), nullable=True),
        sa.Column("need", sa.String(), nullable=False),
        sa.Column("wanted_by", sa.Date(), nullable=True),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("taken_on", sa.Boolean(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("closed_by_id", sa.Integer(), nullable=True),
        sa.Column("usefulness", sa.String(length=WORD), nullable=True),
        sa.Column("closing_words", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("need <> ''", name=op.f("ck_assistance_request_says_what")),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL)"
            " AND (answered_at IS NULL) = (taken_on IS NULL)"
            " AND (answered_at IS NULL OR answer <> '')",
            name=op.f("ck_assistance_request_answered_by_somebody"),
        ),
        sa.CheckConstraint(
            "(closed_at IS NULL) = (closed_by_id IS NULL)",
            name=op.f("ck_assistance_request_closed_by_somebody"),
        ),
        sa.CheckConstraint(
            "usefulness IS NULL OR (closed_at IS NOT NULL AND taken_on)",
            name=op.f("ck_assistance_request_judged_when_given"),
        ),
        _refers(REQUEST, "application_id", "application"),
        _refers(REQUEST, "organisation_id", "organisation"),
        _refers(REQUEST, "standard_id", "standard"),
        _refers(REQUEST, "asked_by_id", "person"),
        _refers(REQUEST, "answered_by_id", "person"),
        _refers(REQUEST, "closed_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assistance_request")),
    )
    op.create_index("ix_assistance_request_application_id", REQUEST, ["application_id"])


def _create_given() -> None:
    op.create_table(
        GIVEN,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("given_by", sa.String(length=200), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("done", sa.String(), nullable=False),
        sa.Column("noted_at", MOMENT, nullable=False),
        sa.Column("noted_by_id", sa.Integer(), nullable=False),
        sa.Column("taken_back_at", MOMENT, nullable=True),
        sa.Column("taken_back_by_id", sa.Integer(), nullable=True),
        sa.Column("taken_back_why", sa.String(), nullable=False),
        sa.CheckConstraint("hours > 0", name=op.f("ck_assistance_given_took_time")),
        sa.CheckConstraint(
            "given_by <> '' AND done <> ''", name=op.f("ck_assistance_given_says_what")
        ),
        sa.CheckConstraint(
            "(taken_back_at IS NULL) = (taken_back_by_id IS NULL)"
            " AND (taken_back_at IS NULL OR taken_back_why <> '')",
            name=op.f("ck_assistance_given_taken_back_says_why"),
        ),
        _refers(GIVEN, "request_id", REQUEST),
        _refers(GIVEN, "noted_by_id", "person"),
        _refers(GIVEN, "taken_back_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assistance_given")),
    )
    op.create_index("ix_assistance_given_request_id", GIVEN, ["request_id"])


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))
