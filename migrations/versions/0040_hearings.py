"""Drafts of calls are heard before they are published, and applicants say what it took to apply.

Adds hearings: a draft's criteria and rules as they were sent out, what organisations said of them, and what the
office answered. A call has at most one. Adds the minutes that the lead of an application says it took, beside
what was measured. A question may have guidance for kommuner of a certain size; those there are have none.

Revision: 0040
Follows: 0039
"""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

WORD = 40
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Bring the schema forward."""
    _create_hearing()
    _create_points()
    _create_comments()
    _create_answers()
    _create_effort()
    op.add_column("question", sa.Column("guidance", sa.Text(), nullable=True))


def downgrade() -> None:
    """Take the schema back; what was said in hearings, and of the work, is lost."""
    op.drop_column("question", "guidance")
    for table in (
        "effort_said", "hearing_answered", "hearing_answer", "hearing_comment", "hearing_point", "hearing",
    ):  # fmt: skip
        op.drop_table(table)


def _create_hearing() -> None:
    op.create_table(
        "hearing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("opened_by_id", sa.Integer(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("summed_up_at", MOMENT, nullable=True),
        sa.Column("summed_up_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(summary IS NULL) = (summed_up_at IS NULL)"
            " AND (summary IS NULL) = (summed_up_by_id IS NULL)",
            name=op.f("ck_hearing_summed_up_by_somebody"),
        ),
        _refers("hearing", "call_id", "call"),
        _refers("hearing", "opened_by_id", "person"),
        _refers("hearing", "summed_up_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing")),
        sa.UniqueConstraint("call_id", name=op.f("uq_hearing_call_id")),
    )


def _create_points() -> None:
    op.create_table(
        "hearing_point",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=WORD), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        _refers("hearing_point", "hearing_id", "hearing"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing_point")),
        sa.UniqueConstraint("hearing_id", "id", name=op.f("uq_hearing_point_hearing_id_id")),
        sa.UniqueConstraint(
            "hearing_id", "position", name=op.f("uq_hearing_point_hearing_id_position")
        ),
    )


def _create_comments() -> None:
    op.create_table(
        "hearing_comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Integer(), nullable=False),
        sa.Column("point_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column("given_at", MOMENT, nullable=False),
        sa.Column("given_by_id", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.Column("withdrawn_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)",
            name=op.f("ck_hearing_comment_withdrawn_by_somebody"),
        ),
        sa.CheckConstraint(
            "withdrawn_at >= given_at", name=op.f("ck_hearing_comment_withdrawn_after_it_was_given")
        ),
        _refers("hearing_comment", "hearing_id", "hearing"),
        sa.ForeignKeyConstraint(
            ["hearing_id", "point_id"],
            ["hearing_point.hearing_id", "hearing_point.id"],
            name=op.f("fk_hearing_comment_hearing_id_point_id"),
        ),
        _refers("hearing_comment", "organisation_id", "organisation"),
        _refers("hearing_comment", "given_by_id", "person"),
        _refers("hearing_comment", "withdrawn_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing_comment")),
    )
    op.create_index(
        "ix_hearing_comment_hearing_id_organisation_id",
        "hearing_comment",
        ["hearing_id", "organisation_id"],
    )


def _create_answers() -> None:
    op.create_table(
        "hearing_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=WORD), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=False),
        _refers("hearing_answer", "hearing_id", "hearing"),
        _refers("hearing_answer", "answered_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing_answer")),
    )
    op.create_table(
        "hearing_answered",
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("comment_id", sa.Integer(), nullable=False),
        _refers("hearing_answered", "answer_id", "hearing_answer"),
        _refers("hearing_answered", "comment_id", "hearing_comment"),
        sa.PrimaryKeyConstraint("answer_id", "comment_id", name=op.f("pk_hearing_answered")),
    )
    op.create_index("ix_hearing_answered_comment_id", "hearing_answered", ["comment_id"])


def _create_effort() -> None:
    op.create_table(
        "effort_said",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("said_at", MOMENT, nullable=False),
        sa.Column("said_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_effort_said_took_some_time")),
        _refers("effort_said", "application_id", "application"),
        _refers("effort_said", "said_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_effort_said")),
    )
    op.create_index(
        "ix_effort_said_application_id_id", "effort_said", ["application_id", "id"]
    )


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))
