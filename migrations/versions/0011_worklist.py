"""What lists of cases are worked from: the words of cases, kept choices, and dates for marks.

`case_text` holds what each case says, and an index over it: on SQLite an FTS5 table that triggers keep in
step, on PostgreSQL a GIN index. The index is no part of the models (`foundation.schema.BY_HAND`). Cases
that are there already get their words here, by the rule of this revision; a nightly routine writes them anew
by the rule of the day. `saved_view` and `opening_view` hold what persons keep of their choices,
`marking_date` by when the marks of a round should be finished. `application` gets an index by amount and
`declaration` one by person.

Revision: 0011
Follows: 0010
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

LONGEST = 11
BATCH = 500
MADE = (
    """CREATE VIRTUAL TABLE case_index USING fts5(
        words, content='case_text', content_rowid='place', detail='none', columnsize=0,
        prefix='2 3 4 5 6 7 8 9 10', tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TRIGGER case_text_in AFTER INSERT ON case_text BEGIN
        INSERT INTO case_index (rowid, words) VALUES (new.place, new.words); END""",
    """CREATE TRIGGER case_text_out AFTER DELETE ON case_text BEGIN
        INSERT INTO case_index (case_index, rowid, words) VALUES ('delete', old.place, old.words); END""",
    """CREATE TRIGGER case_text_anew AFTER UPDATE ON case_text BEGIN
        INSERT INTO case_index (case_index, rowid, words) VALUES ('delete', old.place, old.words);
        INSERT INTO case_index (rowid, words) VALUES (new.place, new.words); END""",
)
ON_POSTGRESQL = (
    "CREATE INDEX ix_case_text_words ON case_text"
    " USING gin (array_to_tsvector(string_to_array(ltrim(words), ' ')))"
)

CASES = "SELECT id, case_number, title, collaboration_name FROM application WHERE case_number IS NOT NULL ORDER BY id"
COVERS = """
    SELECT p.application_id, p.role, o.name FROM partner p JOIN organisation o ON o.id = p.organisation_id
    WHERE p.declined_at IS NULL AND p.application_id BETWEEN :first AND :last ORDER BY p.id"""
INSIDE = (
    """SELECT application_id, description, 'text' FROM chosen_activity
    WHERE application_id BETWEEN :first AND :last ORDER BY application_id, activity_id""",
    """SELECT a.application_id, coalesce(a.irrelevant_because, a.value),
    CASE WHEN a.irrelevant_because IS NULL THEN q.kind ELSE 'text' END
    FROM answer a JOIN question q ON q.id = a.question_id
    WHERE a.application_id BETWEEN :first AND :last
    AND (q.kind IN ('text', 'table') OR a.irrelevant_because IS NOT NULL)
    ORDER BY a.application_id, q.position""",
    """SELECT a.application_id, c.label, 'label' FROM answer a JOIN choice c ON c.question_id = a.question_id
    WHERE a.application_id BETWEEN :first AND :last AND a.irrelevant_because IS NULL
    AND ' ' || a.value || ' ' LIKE '% ' || c.value || ' %' ORDER BY a.application_id, c.id""",
    """SELECT application_id, filename, 'text' FROM attachment
    WHERE application_id BETWEEN :first AND :last AND removed_at IS NULL AND infected_at IS NULL
    ORDER BY application_id, id""",
)


def upgrade() -> None:
    """Bring the schema forward, and write down what cases say."""
    text = op.create_table(
        "case_text",
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("cover", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_case_text_application_id")
        ),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_case_text")),
        sa.UniqueConstraint("application_id", name=op.f("uq_case_text_application_id")),
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in MADE:
            op.execute(statement)
    else:
        op.execute(ON_POSTGRESQL)
    _fill(text)
    _make_lists()
    op.create_index("ix_application_asked_id", "application", ["asked", "id"])
    op.create_index(
        "ix_declaration_person_id_application_id_id",
        "declaration",
        ["person_id", "application_id", "id"],
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_index("ix_declaration_person_id_application_id_id", "declaration")
    op.drop_index("ix_application_asked_id", "application")
    op.drop_table("marking_date")
    op.drop_table("opening_view")
    op.drop_table("saved_view")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE case_index")
    op.drop_table("case_text")  # with its triggers, or its index


def _make_lists() -> None:
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("query", sa.String(length=1000), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("shared_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("length(trim(name)) > 0", name=op.f("ck_saved_view_has_a_name")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_saved_view_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint("person_id", "name", name=op.f("uq_saved_view_person_id_name")),
    )
    op.create_table(
        "opening_view",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("view_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_opening_view_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["view_id"], ["saved_view.id"], name=op.f("fk_opening_view_view_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_opening_view")),
    )
    op.create_index("ix_opening_view_view_id", "opening_view", ["view_id"])
    op.create_table(
        "marking_date",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("set_by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_marking_date_call_id")),
        sa.ForeignKeyConstraint(
            ["set_by_id"], ["person.id"], name=op.f("fk_marking_date_set_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_marking_date")),
    )
    op.create_index("ix_marking_date_call_id_id", "marking_date", ["call_id", "id"])


def _fill(text: sa.Table) -> None:
    cases = op.get_bind().execute(sa.text(CASES)).all()
    for start in range(0, len(cases), BATCH):
        op.bulk_insert(text, list(_rows(cases[start : start + BATCH])))


def _rows(cases: list[sa.Row[tuple[int, str, str, str]]]) -> Iterator[dict[str, object]]:
    span = {"first": cases[0][0], "last": cases[-1][0]}
    covers: defaultdict[int, list[str]] = defaultdict(list)
    inside: defaultdict[int, list[str]] = defaultdict(list)
    for application, number, title, name in cases:
        covers[application] += [number, title]
        inside[application] += [name] if name else []
    for application, role, name in op.get_bind().execute(sa.text(COVERS), span):
        (covers if role == "lead" else inside)[application].append(name)
    for statement in INSIDE:
        for application, value, kind in op.get_bind().execute(sa.text(statement), span):
            inside[application].append(_read(value, kind))
    for application, number, _title, _name in cases:
        year, serial = number.split("/")
        yield {
            "place": int(year) * 100_000 + int(serial),
            "application_id": application,
            "cover": _words(covers[application]),
            "words": _words(covers[application] + inside[application]),
            "body": "\n".join(inside[application]),
        }


def _read(value: str, kind: str) -> str:
    if kind == "table":
        return " – ".join(cell for row in json.loads(value or "[]") for cell in row.values())
    if kind == "label":
        return " / ".join(dict.fromkeys(json.loads(value).values()))
    return value


def _words(texts: list[str]) -> str:
    found = {one[:LONGEST] for text in texts for one in re.findall(r"[^\W_]+", text.lower())}
    return "".join(f" {one}" for one in sorted(found))
