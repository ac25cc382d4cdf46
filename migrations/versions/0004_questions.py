"""The question catalogue: each code and version once, and new ways of asking and answering.

- `wording` holds what every code asks in every version. It is filled from the questions of the calls that
  are there: the first call that asked a code in a version says how it is worded.
- A question points to its wording, may have a unit, bounds and columns of a table, may be asked only when
  an earlier answer says so, and may be answered with «ikke relevant, fordi …». Old questions have none of
  it: always asked, never irrelevant.
- An answer may be that the question is not relevant, with the reason. An attachment may answer a question.

SQLite cannot add a foreign key to a table that is there, and cannot drop one that others refer to while
foreign keys are watched, so there `question`, `choice` and `answer` are written anew with their rows.

Revision: 0004
Follows: 0003
"""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

OLD = {
    "question": (
        "id", "call_id", "position", "code", "code_version", "section", "kind", "label", "help",
        "required", "max_chars",
    ),
    "choice": ("id", "question_id", "position", "value", "label"),
    "answer": ("application_id", "question_id", "value", "answered_at", "answered_by_id"),
}  # fmt: skip
CONDITION_IS_WHOLE = (
    "(when_code IS NULL) = (when_test IS NULL) AND (when_code IS NULL) = (when_value IS NULL)"
)
ROOM = "max_chars IS NULL OR max_chars > 0"
HAS_A_REASON = "irrelevant_because IS NULL OR irrelevant_because <> ''"


def upgrade() -> None:
    """Bring the schema forward."""
    _create_wording()
    _fill_wording()
    if _on_sqlite():
        _keep()
        _create_question(*_of_question(), _wording_key(), _whole_condition())
        _create_choice()
        _create_answer(
            _reason(),
            sa.CheckConstraint(HAS_A_REASON, name=op.f("ck_answer_irrelevant_has_a_reason")),
        )
        _put_back("false AS may_be_irrelevant")
    else:
        for column in _of_question():
            op.add_column("question", column)
        op.alter_column("question", "may_be_irrelevant", server_default=None)
        op.create_foreign_key(
            op.f("fk_question_code_code_version"), "question", "wording",
            ["code", "code_version"], ["code", "version"],
        )  # fmt: skip
        op.create_check_constraint(
            op.f("ck_question_a_condition_is_whole"), "question", CONDITION_IS_WHOLE
        )
        op.add_column("answer", _reason())
        op.create_check_constraint(
            op.f("ck_answer_irrelevant_has_a_reason"), "answer", HAS_A_REASON
        )
    op.execute(
        "ALTER TABLE attachment ADD COLUMN question_id INTEGER "
        "CONSTRAINT fk_attachment_question_id REFERENCES question (id)"
    )


def downgrade() -> None:
    """Take it back."""
    op.execute("ALTER TABLE attachment DROP COLUMN question_id")  # and its foreign key with it
    if _on_sqlite():
        _keep()
        _create_question()
        _create_choice()
        _create_answer()
        _put_back()
    else:
        op.drop_constraint(op.f("ck_answer_irrelevant_has_a_reason"), "answer", type_="check")
        op.drop_column("answer", "irrelevant_because")
        op.drop_constraint(op.f("ck_question_a_condition_is_whole"), "question", type_="check")
        op.drop_constraint(op.f("fk_question_code_code_version"), "question", type_="foreignkey")
        for column in _of_question():
            op.drop_column("question", column.name)
    op.drop_table("wording")


def _on_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _create_wording() -> None:
    op.create_table(
        "wording",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("help", sa.Text(), nullable=True),
        sa.Column("max_chars", sa.Integer(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("lowest", sa.BigInteger(), nullable=True),
        sa.Column("highest", sa.BigInteger(), nullable=True),
        sa.Column("offers", sa.Text(), nullable=False),
        sa.Column("parted_from", sa.String(length=20), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.Column("draft_of_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("version > 0", name=op.f("ck_wording_versions_start_at_1")),
        sa.CheckConstraint(ROOM, name=op.f("ck_wording_room_for_an_answer")),
        sa.ForeignKeyConstraint(
            ["draft_of_id"], ["call.id"], name=op.f("fk_wording_draft_of_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["made_by_id"], ["person.id"], name=op.f("fk_wording_made_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wording")),
        sa.UniqueConstraint("code", "version", name=op.f("uq_wording_code_version")),
    )


def _fill_wording() -> None:
    """Write each code and version once, as the first call that asked it did."""
    bind = op.get_bind()
    rows = bind.execute(
        sa.text(
            "SELECT question.id, question.code, question.code_version, question.kind, question.label, "
            "question.help, question.max_chars, call.created_at, call.created_by_id "
            "FROM question JOIN call ON call.id = question.call_id ORDER BY question.id"
        )
    ).all()
    seen = set()
    for row in rows:
        if (row.code, row.code_version) in seen:
            continue
        seen.add((row.code, row.code_version))
        choices = bind.execute(
            sa.text("SELECT value, label FROM choice WHERE question_id = :id ORDER BY position"),
            {"id": row.id},
        )
        offers = {
            "choices": [{"value": one.value, "label": json.loads(one.label)} for one in choices],
            "columns": [],
        }
        bind.execute(
            sa.text(
                "INSERT INTO wording (code, version, kind, label, help, max_chars, offers, made_at, "
                "made_by_id) VALUES (:code, :version, :kind, :label, :help, :max_chars, :offers, "
                ":made_at, :made_by_id)"
            ),
            {
                "code": row.code, "version": row.code_version, "kind": row.kind,
                "label": row.label, "help": row.help, "max_chars": row.max_chars,
                "offers": json.dumps(offers, ensure_ascii=False, sort_keys=True),
                "made_at": row.created_at, "made_by_id": row.created_by_id,
            },
        )  # fmt: skip


def _of_question() -> list[sa.Column[Any]]:
    return [
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("lowest", sa.BigInteger(), nullable=True),
        sa.Column("highest", sa.BigInteger(), nullable=True),
        sa.Column("table_columns", sa.Text(), nullable=True),
        sa.Column(
            "may_be_irrelevant", sa.Boolean(), nullable=False,
            server_default=None if _on_sqlite() else sa.false(),
        ),
        sa.Column("when_code", sa.String(length=20), nullable=True),
        sa.Column("when_test", sa.String(length=40), nullable=True),
        sa.Column("when_value", sa.String(length=400), nullable=True),
    ]  # fmt: skip


def _wording_key() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["code", "code_version"], ["wording.code", "wording.version"],
        name=op.f("fk_question_code_code_version"),
    )  # fmt: skip


def _whole_condition() -> sa.CheckConstraint:
    return sa.CheckConstraint(CONDITION_IS_WHOLE, name=op.f("ck_question_a_condition_is_whole"))


def _reason() -> sa.Column[Any]:
    return sa.Column("irrelevant_because", sa.String(), nullable=True)


def _keep() -> None:
    """Set the rows aside and drop the tables, those that refer to others first."""
    for table, columns in OLD.items():
        op.execute(f"CREATE TEMPORARY TABLE kept_{table} AS SELECT {', '.join(columns)} FROM {table}")
    for table in reversed(OLD):
        op.drop_table(table)


def _put_back(*new_of_question: str) -> None:
    for table, columns in OLD.items():
        new = new_of_question if table == "question" else ()
        into = ", ".join([*columns, *(one.split(" AS ")[1] for one in new)])
        values = ", ".join([*columns, *new])
        op.execute(f"INSERT INTO {table} ({into}) SELECT {values} FROM kept_{table}")
        op.execute(f"DROP TABLE kept_{table}")


def _create_question(*new: sa.Column[Any] | sa.Constraint) -> None:
    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("code_version", sa.Integer(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("help", sa.Text(), nullable=True),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("max_chars", sa.Integer(), nullable=True),
        *new,
        sa.CheckConstraint(ROOM, name=op.f("ck_question_room_for_an_answer")),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_question_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint("call_id", "code", name=op.f("uq_question_call_id_code")),
    )


def _create_choice() -> None:
    op.create_table(
        "choice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_choice_question_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_choice")),
        sa.UniqueConstraint("question_id", "value", name=op.f("uq_choice_question_id_value")),
    )


def _create_answer(*new: sa.Column[Any] | sa.Constraint) -> None:
    op.create_table(
        "answer",
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=False),
        *new,
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_answer_answered_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_answer_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_answer_question_id")
        ),
        sa.PrimaryKeyConstraint("application_id", "question_id", name=op.f("pk_answer")),
    )
