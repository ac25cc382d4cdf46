"""Reports ask questions from the catalogue, and controls keep the list that they were made with.

A question says what it is asked for: those there were are the applications'. The same code may stand once for
each purpose. Adds the answers of reports, with «not relevant, because», and the files that answer; and the
checklists of calls, of which each control keeps a copy of its own. Controls from before get the points that
were fixed in the program then.

Revision: 0032
Follows: 0031
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(length=40)
LETTER = "Vilkårene i tilskuddsbrevet"
BUDGET = "Bevilgningsreglementet § 10"
FIXED = (
    ("used_as_decided", "grave", BUDGET,
     "Tilskuddet er brukt til det vedtaket sier", "Tilskotet er brukt til det vedtaket seier"),
    ("accounts_agree", "breach", BUDGET,
     "Regnskapet stemmer med bilagene", "Rekneskapen stemmer med bilaga"),
    ("own_share", "breach", LETTER, "Egenandelen er dokumentert", "Eigendelen er dokumentert"),
    ("procurement", "breach", "Anskaffelsesloven",
     "Reglene for anskaffelser er fulgt", "Reglane for innkjøp er følgde"),
    ("partners_shared", "breach", LETTER,
     "Deltakerne har fått sin del", "Deltakarane har fått sin del"),
    ("conditions_met", "breach", LETTER,
     "Vilkårene i tilskuddsbrevet er oppfylt", "Vilkåra i tilskotsbrevet er oppfylte"),
    ("reported_truly", "grave", LETTER,
     "Det som er rapportert, er gjort", "Det som er rapportert, er gjort"),
)  # fmt: skip
"""The points that every control had before: code, severity, legal basis, bokmål and nynorsk."""


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
    _create_check_point()
    _create_control_point()
    _keep_points()


def downgrade() -> None:
    """Take the schema back. What reports ask and answer is lost."""
    op.drop_table("control_point")
    op.drop_table("check_point")
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


def _create_check_point() -> None:
    op.create_table(
        "check_point",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        *_said(),
        sa.ForeignKeyConstraint(
            ["scheme_id"], ["scheme.id"], name=op.f("fk_check_point_scheme_id")
        ),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_check_point_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_point")),
    )
    for name, columns, where in (
        ("uq_check_point_scheme", ["scheme_id", "code"], "call_id IS NULL"),
        ("uq_check_point_call", ["call_id", "code"], "call_id IS NOT NULL"),
    ):
        op.create_index(
            name, "check_point", columns, unique=True,
            sqlite_where=sa.text(where), postgresql_where=sa.text(where),
        )  # fmt: skip


def _create_control_point() -> None:
    op.create_table(
        "control_point",
        sa.Column("control_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_said(),
        sa.ForeignKeyConstraint(
            ["control_id"], ["control.id"], name=op.f("fk_control_point_control_id")
        ),
        sa.PrimaryKeyConstraint("control_id", "code", name=op.f("pk_control_point")),
    )


def _said() -> tuple["sa.Column[str]", ...]:
    return (
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("severity", sa.String(length=40), nullable=False),
        sa.Column("basis", sa.String(length=200), nullable=False),
    )


def _keep_points() -> None:
    """Give the controls that are there the list that they were made with."""
    connection = op.get_bind()
    for position, (code, severity, basis, nb, nn) in enumerate(FIXED, start=1):
        connection.execute(
            sa.text(
                "INSERT INTO control_point (control_id, position, code, text, severity, basis)"
                " SELECT id, :position, :code, :text, :severity, :basis FROM control"
            ),
            {
                "position": position,
                "code": code,
                "text": json.dumps({"nb": nb, "nn": nn}, ensure_ascii=False),
                "severity": severity,
                "basis": basis,
            },
        )
