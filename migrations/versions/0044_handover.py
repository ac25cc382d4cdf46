"""The responsibility for a benefit is handed over to another, who signs for it too.

Adds handovers: whose benefits, from whom, to whom, from which day, how they are to be measured and the receiver's
answer. One without a project is about the scheme's own follow-up. What was measured is not moved.

Revision: 0044
Follows: 0043
"""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Bring the schema forward."""
    _create_handover()
    _create_handed()


def downgrade() -> None:
    """Take the schema back; who has taken benefits over is lost."""
    op.drop_table("benefit_handed")
    op.drop_table("benefit_handover")


def _create_handover() -> None:
    name = "benefit_handover"
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("giver_id", sa.Integer(), nullable=True),
        sa.Column("receiver_id", sa.Integer(), nullable=False),
        sa.Column("contact", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("takes_over_on", sa.Date(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("enclosed", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("proposed_at", MOMENT, nullable=False),
        sa.Column("proposed_by_id", sa.Integer(), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("accepted", sa.Boolean(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("holds_from", sa.Date(), nullable=True),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.Column("withdrawn_by_id", sa.Integer(), nullable=True),
        *_rules(name),
        _refers(name, "application_id", "application"),
        *(_refers(name, one, "organisation") for one in ("organisation_id", "giver_id", "receiver_id")),
        *(
            _refers(name, one, "person")
            for one in ("proposed_by_id", "answered_by_id", "withdrawn_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit_handover")),
    )
    op.create_index("ix_benefit_handover_application_id", name, ["application_id"])
    op.create_index("ix_benefit_handover_receiver_id", name, ["receiver_id"])


def _rules(table: str) -> list[sa.CheckConstraint]:
    rules = {
        "a_kommunes_or_the_schemes": "(application_id IS NULL) = (organisation_id IS NULL)"
        " AND (application_id IS NULL) = (giver_id IS NULL)",
        "to_another": "giver_id <> receiver_id",
        "answered_by_somebody": "(answered_at IS NULL) = (answered_by_id IS NULL)"
        " AND (answered_at IS NULL) = (accepted IS NULL)",
        "holds_when_accepted": "(holds_from IS NOT NULL) = (accepted IS NOT NULL AND accepted)"
        " AND holds_from >= takes_over_on",
        "declined_says_why": "(reason <> '') = (accepted IS NOT NULL AND NOT accepted)",
        "withdrawn_by_somebody": "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)",
        "answered_or_withdrawn": "withdrawn_at IS NULL OR answered_at IS NULL",
    }
    return [
        sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}")) for name, rule in rules.items()
    ]


def _create_handed() -> None:
    op.create_table(
        "benefit_handed",
        sa.Column("handover_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        _refers("benefit_handed", "handover_id", "benefit_handover"),
        sa.PrimaryKeyConstraint("handover_id", "code", name=op.f("pk_benefit_handed")),
    )


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))
