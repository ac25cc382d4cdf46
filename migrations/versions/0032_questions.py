"""Reports ask questions from the catalogue, and controls keep the list that they were made with.

A question says what it is asked for: those there were are the applications'. The same code may stand once for
each purpose. Adds the answers of reports, with «not relevant, because», and the files that answer; and the
checklists of calls, of which each control keeps a copy of its own. Controls from before get the points that
were fixed in the program then.

Revision: 0032
Follows: 0031
"""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(length=40)


def upgrade() -> None:
    """Bring the schema forward."""
    with op.batch_alter_table("question") as question:
        question.add_column(
            sa.Column("purpose", WORD, nullable=False, server_default="application")
        )
        question.drop_constraint(op.f("uq_question_call_id_code"), type_="unique")
        question.create_unique_constraint(
            op.f("uq_question_call_id_purpose_code"), ["call_id", "purpose", "code"]
        )
    with op.batch_alter_table("question") as question:
        question.alter_column("purpose", server_default=None)
    _create_answer()
    _create_file()


def downgrade() -> None:
    """Take the schema back. What reports ask and answer is lost."""
    op.drop_table("report_file")
    op.drop_table("report_answer")
    op.execute(
        "DELETE FROM choice WHERE question_id IN"
        " (SELECT id FROM question WHERE purpose <> 'application')"
    )
    op.execute("DELETE FROM question WHERE purpose <> 'application'")
    with op.batch_alter_table("question") as question:
        question.drop_constraint(op.f("uq_question_call_id_purpose_code"), type_="unique")
        question.create_unique_constraint(op.f("uq_question_call_id_code"), ["call_id", "code"])
        question.drop_column("purpose")


def _create_answer() -> None:
    op.create_table(
        "report_answer",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("irrelevant_because", sa.String(), nullable=True),
        sa.Column("answered_at", MOMENT, nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "irrelevant_because IS NULL OR irrelevant_because <> ''",
            name=op.f("ck_report_answer_irrelevant_has_a_reason"),
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_report_answer_answered_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_report_answer_report_id")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_report_answer_question_id")
        ),
        sa.PrimaryKeyConstraint("report_id", "question_id", name=op.f("pk_report_answer")),
    )


def _create_file() -> None:
    op.create_table(
        "report_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("filename", sa.String(length=200), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("uploaded_at", MOMENT, nullable=False),
        sa.Column("uploaded_by_id", sa.Integer(), nullable=False),
        sa.Column("infected_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_report_file_report_id")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_report_file_question_id")
        ),
        sa.ForeignKeyConstraint(
            ["uploaded_by_id"], ["person.id"], name=op.f("fk_report_file_uploaded_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_file")),
    )
    op.create_index("ix_report_file_report_id", "report_file", ["report_id"])
