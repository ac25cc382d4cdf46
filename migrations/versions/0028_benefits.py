"""Benefits: the catalogue in versions, the effects, and the registers of projects.

Values are only added to: the database itself refuses to change or delete one (`benefit_measurement`).

Revision: 0028
Follows: 0027
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(length=40)
TABLES = (
    "benefit_version",
    "benefit_indicator",
    "benefit_point",
    "effect",
    "project_benefit",
    "project_indicator",
    "benefit_ownership",
    "benefit_measurement",
    "benefit_risk",
    "benefit_question",
)


def upgrade() -> None:
    """Bring the schema forward."""
    _create_benefit_version()
    _create_benefit_indicator()
    _create_benefit_point()
    _create_effect()
    _create_project_benefit()
    _create_project_indicator()
    _create_benefit_ownership()
    _create_benefit_measurement()
    _create_benefit_risk()
    _create_benefit_question()
    _refuse_changes()


def downgrade() -> None:
    """Take it back."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _refuse_changes() -> None:
    """Let the database itself refuse to change or delete a value."""
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER benefit_measurement_refuses_{act.lower()} BEFORE {act} "
                "ON benefit_measurement "
                "BEGIN SELECT RAISE(ABORT, 'benefit_measurement is only added to'); END"
            )
        return
    op.execute(
        "CREATE TRIGGER benefit_measurement_refuses_change BEFORE UPDATE OR DELETE "
        "ON benefit_measurement FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )


def _create_benefit_version() -> None:
    op.create_table(
        "benefit_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("use", sa.Text(), nullable=False),
        sa.Column("followed_up", sa.Boolean(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("potential", WORD, nullable=False),
        sa.Column("strategy", WORD, nullable=False),
        sa.Column("measurability", WORD, nullable=False),
        sa.Column("causality", WORD, nullable=False),
        sa.Column("risk", WORD, nullable=False),
        sa.Column("actors", sa.String(length=120), nullable=False),
        sa.Column("measures", sa.String(length=60), nullable=False),
        sa.Column("needs", sa.String(length=80), nullable=False),
        sa.Column("effects", sa.String(length=80), nullable=False),
        sa.Column("goals", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("rank > 0", name=op.f("ck_benefit_version_rank_above_0")),
        sa.CheckConstraint("version > 0", name=op.f("ck_benefit_version_version_above_0")),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_benefit_version_made_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit_version")),
        sa.UniqueConstraint("code", "version", name=op.f("uq_benefit_version_code_version")),
    )


def _create_benefit_indicator() -> None:
    op.create_table(
        "benefit_indicator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("benefit_version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("frequency", WORD, nullable=False),
        sa.Column("measured_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["benefit_version_id"],
            ["benefit_version.id"],
            name=op.f("fk_benefit_indicator_benefit_version_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit_indicator")),
        sa.UniqueConstraint(
            "benefit_version_id", "code", name=op.f("uq_benefit_indicator_benefit_version_id_code")
        ),
    )


def _create_benefit_point() -> None:
    op.create_table(
        "benefit_point",
        sa.Column("benefit_version_id", sa.Integer(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["benefit_version_id"],
            ["benefit_version.id"],
            name=op.f("fk_benefit_point_benefit_version_id"),
        ),
        sa.PrimaryKeyConstraint(
            "benefit_version_id", "kind", "position", name=op.f("pk_benefit_point")
        ),
    )


def _create_effect() -> None:
    op.create_table(
        "effect",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("needs", sa.String(length=80), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_effect")),
        sa.UniqueConstraint("code", name=op.f("uq_effect_code")),
    )


def _create_project_benefit() -> None:
    op.create_table(
        "project_benefit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("benefit_version_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("actors", sa.String(length=120), nullable=False),
        sa.Column("potential", WORD, nullable=False),
        sa.Column("strategy", WORD, nullable=False),
        sa.Column("measurability", WORD, nullable=False),
        sa.Column("causality", WORD, nullable=False),
        sa.Column("risk", WORD, nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("added_by_id", sa.Integer(), nullable=False),
        sa.Column("dropped_at", MOMENT, nullable=True),
        sa.Column("dropped_by_id", sa.Integer(), nullable=True),
        sa.Column("dropped_why", sa.String(), nullable=False),
        sa.CheckConstraint(
            "(dropped_at IS NULL) = (dropped_why = '')",
            name=op.f("ck_project_benefit_dropped_says_why"),
        ),
        sa.CheckConstraint(
            "(dropped_at IS NULL) = (dropped_by_id IS NULL)",
            name=op.f("ck_project_benefit_dropped_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["added_by_id"], ["person.id"], name=op.f("fk_project_benefit_added_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_project_benefit_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["benefit_version_id"],
            ["benefit_version.id"],
            name=op.f("fk_project_benefit_benefit_version_id"),
        ),
        sa.ForeignKeyConstraint(
            ["dropped_by_id"], ["person.id"], name=op.f("fk_project_benefit_dropped_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_benefit")),
        sa.UniqueConstraint(
            "application_id", "code", name=op.f("uq_project_benefit_application_id_code")
        ),
    )


def _create_project_indicator() -> None:
    op.create_table(
        "project_indicator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_benefit_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("added_by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["added_by_id"], ["person.id"], name=op.f("fk_project_indicator_added_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["project_benefit_id"],
            ["project_benefit.id"],
            name=op.f("fk_project_indicator_project_benefit_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_indicator")),
        sa.UniqueConstraint(
            "project_benefit_id", "code", name=op.f("uq_project_indicator_project_benefit_id_code")
        ),
    )


def _create_benefit_ownership() -> None:
    op.create_table(
        "benefit_ownership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_benefit_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(length=120), nullable=False),
        sa.Column("use", WORD, nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("other_causes", sa.String(), nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("recorded_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("owner <> ''", name=op.f("ck_benefit_ownership_names_an_owner")),
        sa.CheckConstraint("revision > 0", name=op.f("ck_benefit_ownership_revision_above_0")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_benefit_ownership_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["project_benefit_id"],
            ["project_benefit.id"],
            name=op.f("fk_benefit_ownership_project_benefit_id"),
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_benefit_ownership_recorded_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit_ownership")),
        sa.UniqueConstraint(
            "project_benefit_id",
            "organisation_id",
            "revision",
            name="uq_benefit_ownership_revision",
        ),
    )


def _create_benefit_measurement() -> None:
    op.create_table(
        "benefit_measurement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_indicator_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("value", sa.Numeric(precision=14, scale=2), nullable=True),
        sa.Column("valid_on", sa.Date(), nullable=False),
        sa.Column("method", sa.String(length=300), nullable=False),
        sa.Column("grade", WORD, nullable=True),
        sa.Column("explanation", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("recorded_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(kind = 'mal') = (grade IS NULL)",
            name=op.f("ck_benefit_measurement_grade_of_what_is_found"),
        ),
        sa.CheckConstraint(
            "(kind = 'maling') = (place > 0)",
            name=op.f("ck_benefit_measurement_only_measurements_are_numbered"),
        ),
        sa.CheckConstraint(
            "(revision = 1) = (reason = '')", name=op.f("ck_benefit_measurement_corrected_says_why")
        ),
        sa.CheckConstraint(
            "kind = 'mal' OR method <> ''", name=op.f("ck_benefit_measurement_found_by_a_method")
        ),
        sa.CheckConstraint(
            "value IS NOT NULL OR (kind = 'maling' AND revision > 1)",
            name=op.f("ck_benefit_measurement_only_measurements_are_withdrawn"),
        ),
        sa.CheckConstraint("revision > 0", name=op.f("ck_benefit_measurement_revision_above_0")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_benefit_measurement_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["project_indicator_id"],
            ["project_indicator.id"],
            name=op.f("fk_benefit_measurement_project_indicator_id"),
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_benefit_measurement_recorded_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit_measurement")),
        sa.UniqueConstraint(
            "project_indicator_id",
            "organisation_id",
            "kind",
            "place",
            "revision",
            name="uq_benefit_measurement_revision",
        ),
    )
    op.create_index(
        "ix_benefit_measurement_organisation_id", "benefit_measurement", ["organisation_id"]
    )


def _create_benefit_risk() -> None:
    op.create_table(
        "benefit_risk",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_benefit_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("probability", sa.Integer(), nullable=False),
        sa.Column("share_lost", sa.Integer(), nullable=False),
        sa.Column("mitigation", sa.String(), nullable=False),
        sa.Column("owner", sa.String(length=120), nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("recorded_by_id", sa.Integer(), nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("closed_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(closed_at IS NULL) = (closed_by_id IS NULL)",
            name=op.f("ck_benefit_risk_closed_by_somebody"),
        ),
        sa.CheckConstraint(
            "probability BETWEEN 0 AND 100", name=op.f("ck_benefit_risk_probability_is_a_percent")
        ),
        sa.CheckConstraint(
            "share_lost BETWEEN 0 AND 100", name=op.f("ck_benefit_risk_share_lost_is_a_percent")
        ),
        sa.ForeignKeyConstraint(
            ["closed_by_id"], ["person.id"], name=op.f("fk_benefit_risk_closed_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["project_benefit_id"],
            ["project_benefit.id"],
            name=op.f("fk_benefit_risk_project_benefit_id"),
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_benefit_risk_recorded_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit_risk")),
        sa.UniqueConstraint(
            "project_benefit_id", "number", name=op.f("uq_benefit_risk_project_benefit_id_number")
        ),
    )


def _create_benefit_question() -> None:
    op.create_table(
        "benefit_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_indicator_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (answer = '')",
            name=op.f("ck_benefit_question_answer_says_something"),
        ),
        sa.CheckConstraint("text <> ''", name=op.f("ck_benefit_question_asks_something")),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL)",
            name=op.f("ck_benefit_question_answered_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_benefit_question_answered_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["person.id"], name=op.f("fk_benefit_question_asked_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_benefit_question_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["project_indicator_id"],
            ["project_indicator.id"],
            name=op.f("fk_benefit_question_project_indicator_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit_question")),
    )
    op.create_index(
        "ix_benefit_question_project_indicator_id_organisation_id",
        "benefit_question",
        ["project_indicator_id", "organisation_id"],
    )
