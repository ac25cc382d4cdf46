"""The ground: every table of the first whole job, and the three that are only added to.

Revision: 0001
Follows: nothing
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ADDED_TO_ONLY = ("entry", "audit_entry", "event")


def _refuse_changes(table: str) -> None:
    """Let the database itself refuse to change or delete a row of the table."""
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuses_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is only added to'); END"
            )
        return
    op.execute(
        f"CREATE TRIGGER {table}_refuses_change BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "benefit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit")),
        sa.UniqueConstraint("code", name=op.f("uq_benefit_code")),
    )
    op.create_table(
        "case_counter",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_case_counter")),
    )
    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("put_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("failure", sa.String(), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    op.create_index("ix_job_done_at_due_at_id", "job", ["done_at", "due_at", "id"], unique=False)
    op.create_index("ix_job_subject", "job", ["subject"], unique=False)
    op.create_table(
        "mail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.String(length=200), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("put_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failure", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail")),
    )
    op.create_index("ix_mail_put_at_id", "mail", ["put_at", "id"], unique=False)
    op.create_table(
        "municipality_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("changed_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("old_number", sa.String(length=4), nullable=False),
        sa.Column("old_name", sa.String(length=200), nullable=False),
        sa.Column("new_number", sa.String(length=4), nullable=True),
        sa.Column("new_name", sa.String(length=200), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_municipality_change")),
    )
    op.create_index(
        op.f("ix_municipality_change_changed_on"),
        "municipality_change",
        ["changed_on"],
        unique=False,
    )
    op.create_table(
        "need",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need")),
        sa.UniqueConstraint("code", name=op.f("uq_need_code")),
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("organisation_number", sa.String(length=9), nullable=True),
        sa.Column("number_basis", sa.String(length=40), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_to >= valid_from",
            name=op.f("ck_organisation_valid_in_order"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sa.UniqueConstraint("code", name=op.f("uq_organisation_code")),
        sa.UniqueConstraint(
            "organisation_number", name=op.f("uq_organisation_organisation_number")
        ),
    )
    op.create_index("ix_organisation_kind_name", "organisation", ["kind", "name"], unique=False)
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("locale", sa.String(length=2), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deactivated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failed_sign_ins", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("locale IN ('nb', 'nn')", name=op.f("ck_person_locale_is_norwegian")),
        sa.CheckConstraint("failed_sign_ins >= 0", name=op.f("ck_person_failures_not_negative")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("email", name=op.f("uq_person_email")),
    )
    op.create_table(
        "scheme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("purpose_source", sa.String(length=200), nullable=False),
        sa.Column("societal_goal", sa.Text(), nullable=False),
        sa.Column("societal_goal_source", sa.String(length=200), nullable=False),
        sa.Column("first_year", sa.Integer(), nullable=False),
        sa.Column("last_year", sa.Integer(), nullable=False),
        sa.Column("ambition_level", sa.Integer(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "ambition_level BETWEEN 1 AND 3", name=op.f("ck_scheme_level_is_1_to_3")
        ),
        sa.CheckConstraint("last_year >= first_year", name=op.f("ck_scheme_period_in_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scheme")),
        sa.UniqueConstraint("code", name=op.f("uq_scheme_code")),
    )
    op.create_table(
        "ambition_level",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("grants_per_year", sa.BigInteger(), nullable=False),
        sa.Column("network_per_year", sa.BigInteger(), nullable=False),
        sa.Column("coverage_percent", sa.Integer(), nullable=False),
        sa.Column("measures", sa.String(length=60), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.CheckConstraint(
            "coverage_percent BETWEEN 0 AND 100",
            name=op.f("ck_ambition_level_coverage_is_a_percent"),
        ),
        sa.ForeignKeyConstraint(
            ["scheme_id"], ["scheme.id"], name=op.f("fk_ambition_level_scheme_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ambition_level")),
        sa.UniqueConstraint("scheme_id", "level", name=op.f("uq_ambition_level_scheme_id_level")),
    )
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("act", sa.String(length=80), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_audit_entry_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
        sa.UniqueConstraint("hash", name=op.f("uq_audit_entry_hash")),
    )
    op.create_index("ix_audit_entry_subject", "audit_entry", ["subject", "id"], unique=False)
    op.create_table(
        "budget_post",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("chapter", sa.Integer(), nullable=False),
        sa.Column("post", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["scheme_id"], ["scheme.id"], name=op.f("fk_budget_post_scheme_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_post")),
        sa.UniqueConstraint("chapter", "post", name=op.f("uq_budget_post_chapter_post")),
    )
    op.create_table(
        "goal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_goal_scheme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
        sa.UniqueConstraint("scheme_id", "code", name=op.f("uq_goal_scheme_id_code")),
    )
    op.create_table(
        "inspection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("results", sa.Text(), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["person.id"], name=op.f("fk_inspection_asked_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection")),
    )
    op.create_table(
        "measure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_measure_scheme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
        sa.UniqueConstraint("scheme_id", "code", name=op.f("uq_measure_scheme_id_code")),
    )
    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("given_by_id", sa.Integer(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["given_by_id"], ["person.id"], name=op.f("fk_membership_given_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_membership_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_membership_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
    )
    op.create_index(
        "ix_membership_organisation_id", "membership", ["organisation_id"], unique=False
    )
    op.create_index(
        "uq_membership_living",
        "membership",
        ["person_id", "organisation_id", "role"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "municipality_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=4), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("official_name", sa.String(length=200), nullable=False),
        sa.Column("county_number", sa.String(length=2), nullable=False),
        sa.Column("county_name", sa.String(length=60), nullable=False),
        sa.Column("centrality", sa.Integer(), nullable=True),
        sa.Column("centrality_index", sa.Integer(), nullable=True),
        sa.Column("language_form", sa.String(length=40), nullable=True),
        sa.Column("health_region", sa.String(length=40), nullable=True),
        sa.Column("health_trust", sa.String(length=100), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_to >= valid_from",
            name=op.f("ck_municipality_version_valid_in_order"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_municipality_version_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_municipality_version")),
        sa.UniqueConstraint(
            "number", "valid_from", name=op.f("uq_municipality_version_number_valid_from")
        ),
        sa.UniqueConstraint(
            "organisation_id",
            "valid_from",
            name=op.f("uq_municipality_version_organisation_id_valid_from"),
        ),
    )
    op.create_index(
        op.f("ix_municipality_version_number"), "municipality_version", ["number"], unique=False
    )
    op.create_table(
        "population",
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("inhabitants", sa.Integer(), nullable=False),
        sa.CheckConstraint("inhabitants >= 0", name=op.f("ck_population_not_negative")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_population_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "year", name=op.f("pk_population")),
    )
    op.create_table(
        "regulation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("references", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_regulation_scheme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regulation")),
        sa.UniqueConstraint(
            "scheme_id", "valid_from", name=op.f("uq_regulation_scheme_id_valid_from")
        ),
    )
    op.create_table(
        "sign_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("signed_in_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sign_in_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_token_hash")),
    )
    op.create_index(op.f("ix_sign_in_person_id"), "sign_in", ["person_id"], unique=False)
    op.create_table(
        "token",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("purpose", sa.String(length=500), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_token_created_by_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_token_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_token")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_token_token_hash")),
    )
    op.create_index(op.f("ix_token_person_id"), "token", ["person_id"], unique=False)
    op.create_table(
        "appropriation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("budget_post_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("authority", sa.String(length=200), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("registered_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["budget_post_id"], ["budget_post.id"], name=op.f("fk_appropriation_budget_post_id")
        ),
        sa.ForeignKeyConstraint(
            ["registered_by_id"], ["person.id"], name=op.f("fk_appropriation_registered_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appropriation")),
    )
    op.create_index(
        "ix_appropriation_budget_post_id_year",
        "appropriation",
        ["budget_post_id", "year"],
        unique=False,
    )
    op.create_table(
        "call",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("budget_post_id", sa.Integer(), nullable=False),
        sa.Column("regulation_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("applicants", sa.Text(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("frame", sa.BigInteger(), nullable=False),
        sa.Column("first_year", sa.Integer(), nullable=False),
        sa.Column("last_year", sa.Integer(), nullable=False),
        sa.Column("method", sa.String(length=40), nullable=False),
        sa.Column("appeal_allowed", sa.Boolean(), nullable=False),
        sa.Column("appeal_text", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_by_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(published_at IS NULL) = (published_by_id IS NULL)",
            name=op.f("ck_call_published_by_somebody"),
        ),
        sa.CheckConstraint("closes_on >= opens_on", name=op.f("ck_call_opens_before_it_closes")),
        sa.CheckConstraint("frame >= 0", name=op.f("ck_call_frame_not_negative")),
        sa.CheckConstraint("last_year >= first_year", name=op.f("ck_call_period_in_order")),
        sa.ForeignKeyConstraint(
            ["budget_post_id"], ["budget_post.id"], name=op.f("fk_call_budget_post_id")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_call_created_by_id")
        ),
        sa.ForeignKeyConstraint(["measure_id"], ["measure.id"], name=op.f("fk_call_measure_id")),
        sa.ForeignKeyConstraint(
            ["published_by_id"], ["person.id"], name=op.f("fk_call_published_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["regulation_id"], ["regulation.id"], name=op.f("fk_call_regulation_id")
        ),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_call_scheme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call")),
        sa.UniqueConstraint("code", name=op.f("uq_call_code")),
    )
    op.create_index(
        "ix_call_published_at_closes_on", "call", ["published_at", "closes_on"], unique=False
    )
    op.create_table(
        "goal_point",
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_goal_point_goal_id")),
        sa.PrimaryKeyConstraint("goal_id", "position", name=op.f("pk_goal_point")),
    )
    op.create_table(
        "query_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("token_id", sa.Integer(), nullable=True),
        sa.Column("what", sa.String(length=80), nullable=False),
        sa.Column("format", sa.String(length=10), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("filter", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("control_sum", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_query_log_person_id")),
        sa.ForeignKeyConstraint(["token_id"], ["token.id"], name=op.f("fk_query_log_token_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_query_log")),
    )
    op.create_index("ix_query_log_person_id_at", "query_log", ["person_id", "at"], unique=False)
    op.create_table(
        "activity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("supported", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_activity_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
        sa.UniqueConstraint("call_id", "code", name=op.f("uq_activity_call_id_code")),
    )
    op.create_table(
        "application",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("collaboration_name", sa.String(length=200), nullable=False),
        sa.Column("legal_form", sa.String(length=40), nullable=True),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("end_on", sa.Date(), nullable=True),
        sa.Column("contact_name", sa.String(length=120), nullable=False),
        sa.Column("contact_email", sa.String(length=200), nullable=False),
        sa.Column("contact_phone", sa.String(length=30), nullable=False),
        sa.Column("asked", sa.BigInteger(), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("case_number", sa.String(length=12), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("submitted_by_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "step = 'draft' OR step = 'withdrawn' OR submitted_at IS NOT NULL",
            name=op.f("ck_application_handed_in_has_a_moment"),
        ),
        sa.CheckConstraint(
            "(submitted_at IS NULL) = (case_number IS NULL)",
            name=op.f("ck_application_handed_in_has_a_case_number"),
        ),
        sa.CheckConstraint(
            "(submitted_at IS NULL) = (submitted_by_id IS NULL)",
            name=op.f("ck_application_handed_in_by_somebody"),
        ),
        sa.CheckConstraint("asked >= 0", name=op.f("ck_application_asked_not_negative")),
        sa.CheckConstraint(
            "end_on IS NULL OR start_on IS NULL OR end_on >= start_on",
            name=op.f("ck_application_period_in_order"),
        ),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_application_call_id")),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_application_created_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["submitted_by_id"], ["person.id"], name=op.f("fk_application_submitted_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
        sa.UniqueConstraint("case_number", name=op.f("uq_application_case_number")),
    )
    op.create_index(
        "ix_application_call_id_step_id", "application", ["call_id", "step", "id"], unique=False
    )
    op.create_index(
        "ix_application_call_id_submitted_at_id",
        "application",
        ["call_id", "submitted_at", "id"],
        unique=False,
    )
    op.create_index(
        "ix_application_step_submitted_at_id",
        "application",
        ["step", "submitted_at", "id"],
        unique=False,
    )
    op.create_index(
        "ix_application_submitted_at_id", "application", ["submitted_at", "id"], unique=False
    )
    op.create_table(
        "call_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("chosen_by_administrator", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_call_rule_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_rule")),
        sa.UniqueConstraint("call_id", "key", name=op.f("uq_call_rule_call_id_key")),
    )
    op.create_table(
        "condition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_condition_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_condition")),
        sa.UniqueConstraint("call_id", "code", name=op.f("uq_condition_call_id_code")),
    )
    op.create_table(
        "criterion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("scored", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("guidance", sa.Text(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("max_mark", sa.Integer(), nullable=False),
        sa.Column("threshold", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.CheckConstraint("max_mark > 0", name=op.f("ck_criterion_marks_start_above_0")),
        sa.CheckConstraint("scored OR weight = 0", name=op.f("ck_criterion_a_gate_weighs_nothing")),
        sa.CheckConstraint(
            "weight BETWEEN 0 AND 100", name=op.f("ck_criterion_weight_is_a_percent")
        ),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_criterion_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterion")),
        sa.UniqueConstraint("call_id", "code", name=op.f("uq_criterion_call_id_code")),
    )
    op.create_table(
        "eligible_kind",
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("may_lead", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_eligible_kind_call_id")),
        sa.PrimaryKeyConstraint("call_id", "kind", name=op.f("pk_eligible_kind")),
    )
    op.create_table(
        "plan_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("trigger", sa.String(length=40), nullable=False),
        sa.CheckConstraint(
            "percent BETWEEN 1 AND 100", name=op.f("ck_plan_step_percent_of_the_year")
        ),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_plan_step_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_step")),
        sa.UniqueConstraint("call_id", "position", name=op.f("uq_plan_step_call_id_position")),
    )
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("frame", sa.BigInteger(), nullable=False),
        sa.Column("method", sa.String(length=40), nullable=False),
        sa.Column("threshold", sa.Numeric(precision=5, scale=2), nullable=False),
        sa.Column("inputs", sa.Text(), nullable=False),
        sa.Column("inputs_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("chosen_by_id", sa.Integer(), nullable=True),
        sa.Column("chosen_reason", sa.String(), nullable=True),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "chosen_at IS NULL OR (chosen_by_id IS NOT NULL AND length(trim(chosen_reason)) > 0)",
            name=op.f("ck_proposal_choice_has_somebody_and_a_reason"),
        ),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_proposal_call_id")),
        sa.ForeignKeyConstraint(
            ["chosen_by_id"], ["person.id"], name=op.f("fk_proposal_chosen_by_id")
        ),
        sa.ForeignKeyConstraint(["made_by_id"], ["person.id"], name=op.f("fk_proposal_made_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
    )
    op.create_index("ix_proposal_call_id_id", "proposal", ["call_id", "id"], unique=False)
    op.create_index(
        "uq_proposal_chosen",
        "proposal",
        ["call_id"],
        unique=True,
        sqlite_where=sa.text("chosen_at IS NOT NULL AND superseded_at IS NULL"),
        postgresql_where=sa.text("chosen_at IS NOT NULL AND superseded_at IS NULL"),
    )
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
        sa.CheckConstraint(
            "max_chars IS NULL OR max_chars > 0", name=op.f("ck_question_room_for_an_answer")
        ),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_question_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint("call_id", "code", name=op.f("uq_question_call_id_code")),
    )
    op.create_table(
        "required_attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["call_id"], ["call.id"], name=op.f("fk_required_attachment_call_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_required_attachment")),
        sa.UniqueConstraint("call_id", "code", name=op.f("uq_required_attachment_call_id_code")),
    )
    op.create_table(
        "anchor",
        sa.Column("criterion_id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["criterion_id"], ["criterion.id"], name=op.f("fk_anchor_criterion_id")
        ),
        sa.PrimaryKeyConstraint("criterion_id", "mark", name=op.f("pk_anchor")),
    )
    op.create_table(
        "answer",
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=False),
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
    op.create_table(
        "assessment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_assessment_application_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_assessment_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
        sa.UniqueConstraint(
            "application_id",
            "person_id",
            "round",
            name=op.f("uq_assessment_application_id_person_id_round"),
        ),
    )
    op.create_index(op.f("ix_assessment_person_id"), "assessment", ["person_id"], unique=False)
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(length=40), nullable=False),
        sa.Column("assigned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("assigned_by_id", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_assignment_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["assigned_by_id"], ["person.id"], name=op.f("fk_assignment_assigned_by_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_assignment_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    op.create_index(
        "ix_assignment_person_id_application_id",
        "assignment",
        ["person_id", "application_id"],
        unique=False,
    )
    op.create_index(
        "uq_assignment_handler",
        "assignment",
        ["application_id"],
        unique=True,
        sqlite_where=sa.text("task = 'handle' AND ended_at IS NULL"),
        postgresql_where=sa.text("task = 'handle' AND ended_at IS NULL"),
    )
    op.create_index(
        "uq_assignment_living",
        "assignment",
        ["application_id", "person_id", "task"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
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
    op.create_table(
        "chosen_activity",
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_chosen_activity_activity_id")
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_chosen_activity_application_id")
        ),
        sa.PrimaryKeyConstraint("application_id", "activity_id", name=op.f("pk_chosen_activity")),
    )
    op.create_table(
        "declaration",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("view", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "view = 'impartial' OR length(trim(reason)) > 0",
            name=op.f("ck_declaration_doubt_has_a_reason"),
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_declaration_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_declaration_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_declaration")),
    )
    op.create_index(
        "ix_declaration_application_id_person_id_id",
        "declaration",
        ["application_id", "person_id", "id"],
        unique=False,
    )
    op.create_table(
        "deficiency",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL)",
            name=op.f("ck_deficiency_answered_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_deficiency_answered_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_deficiency_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["person.id"], name=op.f("fk_deficiency_asked_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deficiency")),
    )
    op.create_index("ix_deficiency_application_id", "deficiency", ["application_id"], unique=False)
    op.create_table(
        "duty",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_duty_application_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
        sa.UniqueConstraint(
            "application_id", "kind", "year", name=op.f("uq_duty_application_id_kind_year")
        ),
    )
    op.create_index("ix_duty_due_on", "duty", ["due_on"], unique=False)
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=40), nullable=True),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("step_from", sa.String(length=40), nullable=True),
        sa.Column("step_to", sa.String(length=40), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_event_application_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_event_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_index("ix_event_application_id_id", "event", ["application_id", "id"], unique=False)
    op.create_table(
        "examination",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("examined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("examined_by_id", sa.Integer(), nullable=True),
        sa.Column("lacks", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_examination_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["examined_by_id"], ["person.id"], name=op.f("fk_examination_examined_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_examination")),
    )
    op.create_index(
        "ix_examination_application_id_id", "examination", ["application_id", "id"], unique=False
    )
    op.create_table(
        "partner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("effort_hours", sa.Integer(), nullable=False),
        sa.Column("systems_before", sa.Integer(), nullable=False),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("declined_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("effort_hours >= 0", name=op.f("ck_partner_effort_not_negative")),
        sa.CheckConstraint(
            "systems_before >= 0", name=op.f("ck_partner_systems_before_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_partner_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_partner_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner")),
        sa.UniqueConstraint(
            "application_id",
            "organisation_id",
            name=op.f("uq_partner_application_id_organisation_id"),
        ),
    )
    op.create_index(
        "ix_partner_organisation_id_application_id",
        "partner",
        ["organisation_id", "application_id"],
        unique=False,
    )
    op.create_index(
        "uq_partner_lead",
        "partner",
        ["application_id"],
        unique=True,
        sqlite_where=sa.text("role = 'lead'"),
        postgresql_where=sa.text("role = 'lead'"),
    )
    op.create_table(
        "proposal_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("score", sa.Numeric(precision=5, scale=2), nullable=False),
        sa.Column("asked", sa.BigInteger(), nullable=False),
        sa.Column("rate_percent", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.CheckConstraint(
            "amount >= 0 AND amount <= asked", name=op.f("ck_proposal_line_amount_within_asked")
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_proposal_line_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_proposal_line_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_line")),
        sa.UniqueConstraint(
            "proposal_id",
            "application_id",
            name=op.f("uq_proposal_line_proposal_id_application_id"),
        ),
        sa.UniqueConstraint(
            "proposal_id", "place", name=op.f("uq_proposal_line_proposal_id_place")
        ),
    )
    op.create_index(
        op.f("ix_proposal_line_application_id"), "proposal_line", ["application_id"], unique=False
    )
    op.create_table(
        "score",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("total", sa.Numeric(precision=5, scale=2), nullable=False),
        sa.Column("below_threshold", sa.Boolean(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("computed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_score_application_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score")),
        sa.UniqueConstraint("application_id", "round", name=op.f("uq_score_application_id_round")),
    )
    op.create_index("ix_score_application_id_id", "score", ["application_id", "id"], unique=False)
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("deficiency_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("filename", sa.String(length=200), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("uploaded_by_id", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_attachment_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["deficiency_id"], ["deficiency.id"], name=op.f("fk_attachment_deficiency_id")
        ),
        sa.ForeignKeyConstraint(
            ["removed_by_id"], ["person.id"], name=op.f("fk_attachment_removed_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["uploaded_by_id"], ["person.id"], name=op.f("fk_attachment_uploaded_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index(
        "ix_attachment_application_id_id", "attachment", ["application_id", "id"], unique=False
    )
    op.create_table(
        "budget_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_budget_line_amount_above_0")),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_budget_line_activity_id")
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_budget_line_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name=op.f("fk_budget_line_partner_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_line")),
        sa.UniqueConstraint(
            "application_id",
            "year",
            "partner_id",
            "activity_id",
            "source",
            name=op.f("uq_budget_line_application_id_year_partner_id_activity_id_source"),
        ),
    )
    op.create_table(
        "confirmation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("authority", sa.String(length=300), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name=op.f("fk_confirmation_partner_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_confirmation_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmation")),
    )
    op.create_index(
        op.f("ix_confirmation_partner_id"), "confirmation", ["partner_id"], unique=False
    )
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("supersedes_id", sa.Integer(), nullable=True),
        sa.Column("proposal_line_id", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("drafted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("drafted_by_id", sa.Integer(), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("signed_by_id", sa.Integer(), nullable=True),
        sa.Column("content_hash", sa.String(length=64), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(outcome IN ('award', 'partial_award')) = (amount > 0)",
            name=op.f("ck_decision_only_awards_give_money"),
        ),
        sa.CheckConstraint(
            "(published_at IS NULL) = (published_by_id IS NULL)",
            name=op.f("ck_decision_published_by_somebody"),
        ),
        sa.CheckConstraint(
            "(signed_at IS NULL) = (content_hash IS NULL)",
            name=op.f("ck_decision_signature_is_bound_to_content"),
        ),
        sa.CheckConstraint(
            "(signed_at IS NULL) = (signed_by_id IS NULL)",
            name=op.f("ck_decision_signed_by_somebody"),
        ),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_decision_amount_not_negative")),
        sa.CheckConstraint(
            "published_at IS NULL OR signed_at IS NOT NULL",
            name=op.f("ck_decision_published_is_signed"),
        ),
        sa.CheckConstraint(
            "signed_by_id IS NULL OR signed_by_id <> drafted_by_id",
            name=op.f("ck_decision_four_eyes"),
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_decision_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["drafted_by_id"], ["person.id"], name=op.f("fk_decision_drafted_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_line_id"], ["proposal_line.id"], name=op.f("fk_decision_proposal_line_id")
        ),
        sa.ForeignKeyConstraint(
            ["published_by_id"], ["person.id"], name=op.f("fk_decision_published_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["signed_by_id"], ["person.id"], name=op.f("fk_decision_signed_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["decision.id"], name=op.f("fk_decision_supersedes_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint(
            "application_id", "number", name=op.f("uq_decision_application_id_number")
        ),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_decision_supersedes_id")),
    )
    op.create_index("ix_decision_proposal_line_id", "decision", ["proposal_line_id"], unique=False)
    op.create_index(
        "ix_decision_signed_at_published_at",
        "decision",
        ["signed_at", "published_at"],
        unique=False,
    )
    op.create_table(
        "formal_finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("examination_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(length=40), nullable=False),
        sa.Column("met", sa.Boolean(), nullable=False),
        sa.Column("blocking", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("values", sa.Text(), nullable=False),
        sa.Column("overruled_reason", sa.String(), nullable=True),
        sa.Column("overruled_by_id", sa.Integer(), nullable=True),
        sa.Column("overruled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(overruled_at IS NULL AND overruled_by_id IS NULL AND overruled_reason IS NULL) OR (overruled_at IS NOT NULL AND overruled_by_id IS NOT NULL AND length(trim(overruled_reason)) > 0)",
            name=op.f("ck_formal_finding_overruled_by_somebody_with_a_reason"),
        ),
        sa.ForeignKeyConstraint(
            ["examination_id"], ["examination.id"], name=op.f("fk_formal_finding_examination_id")
        ),
        sa.ForeignKeyConstraint(
            ["overruled_by_id"], ["person.id"], name=op.f("fk_formal_finding_overruled_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_formal_finding")),
        sa.UniqueConstraint(
            "examination_id", "rule", name=op.f("uq_formal_finding_examination_id_rule")
        ),
    )
    op.create_table(
        "mark",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(trim(reason)) > 0", name=op.f("ck_mark_mark_has_a_reason")),
        sa.CheckConstraint("points >= 0", name=op.f("ck_mark_mark_not_negative")),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_mark_assessment_id")
        ),
        sa.ForeignKeyConstraint(
            ["criterion_id"], ["criterion.id"], name=op.f("fk_mark_criterion_id")
        ),
        sa.PrimaryKeyConstraint("assessment_id", "criterion_id", name=op.f("pk_mark")),
    )
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("duty_id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("progress", sa.String(), nullable=False),
        sa.Column("results", sa.String(), nullable=False),
        sa.Column("deviations", sa.String(), nullable=False),
        sa.Column("experience", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("submitted_by_id", sa.Integer(), nullable=True),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reviewed_by_id", sa.Integer(), nullable=True),
        sa.Column("approved", sa.Boolean(), nullable=True),
        sa.Column("review", sa.String(), nullable=True),
        sa.Column("audit_sha256", sa.String(length=64), nullable=True),
        sa.Column("audit_filename", sa.String(length=200), nullable=True),
        sa.Column("document_sha256", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(audit_sha256 IS NULL) = (audit_filename IS NULL)",
            name=op.f("ck_report_audit_has_a_name"),
        ),
        sa.CheckConstraint(
            "(reviewed_at IS NULL) = (approved IS NULL)",
            name=op.f("ck_report_reviewed_has_a_result"),
        ),
        sa.CheckConstraint(
            "(reviewed_at IS NULL) = (reviewed_by_id IS NULL)",
            name=op.f("ck_report_reviewed_by_somebody"),
        ),
        sa.CheckConstraint(
            "(submitted_at IS NULL) = (submitted_by_id IS NULL)",
            name=op.f("ck_report_submitted_by_somebody"),
        ),
        sa.CheckConstraint(
            "approved IS NULL OR approved OR length(trim(review)) > 0",
            name=op.f("ck_report_returned_with_a_reason"),
        ),
        sa.CheckConstraint(
            "document_sha256 IS NULL OR submitted_at IS NOT NULL",
            name=op.f("ck_report_document_of_what_was_sent"),
        ),
        sa.CheckConstraint(
            "reviewed_at IS NULL OR submitted_at IS NOT NULL",
            name=op.f("ck_report_submitted_before_reviewed"),
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_report_application_id")
        ),
        sa.ForeignKeyConstraint(["duty_id"], ["duty.id"], name=op.f("fk_report_duty_id")),
        sa.ForeignKeyConstraint(
            ["reviewed_by_id"], ["person.id"], name=op.f("fk_report_reviewed_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["submitted_by_id"], ["person.id"], name=op.f("fk_report_submitted_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.UniqueConstraint("duty_id", "number", name=op.f("uq_report_duty_id_number")),
    )
    op.create_index(op.f("ix_report_application_id"), "report", ["application_id"], unique=False)
    op.create_index(
        "ix_report_submitted_at_reviewed_at",
        "report",
        ["submitted_at", "reviewed_at"],
        unique=False,
    )
    op.create_table(
        "acceptance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("account_number", sa.String(length=11), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(accepted) = (account_number IS NOT NULL)",
            name=op.f("ck_acceptance_yes_has_an_account"),
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_acceptance_answered_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_acceptance_decision_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acceptance")),
        sa.UniqueConstraint("decision_id", name=op.f("uq_acceptance_decision_id")),
    )
    op.create_table(
        "account_line",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("spent", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("spent >= 0", name=op.f("ck_account_line_spent_not_negative")),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_account_line_activity_id")
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_account_line_report_id")
        ),
        sa.PrimaryKeyConstraint("report_id", "activity_id", name=op.f("pk_account_line")),
    )
    op.create_table(
        "decision_year",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_decision_year_amount_above_0")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_decision_year_decision_id")
        ),
        sa.PrimaryKeyConstraint("decision_id", "year", name=op.f("pk_decision_year")),
    )
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("booked_as", sa.String(length=40), nullable=False),
        sa.Column("budget_post_id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=True),
        sa.Column("application_id", sa.Integer(), nullable=True),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("booked_on", sa.Date(), nullable=False),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("posted_by_id", sa.Integer(), nullable=True),
        sa.Column("counters_id", sa.Integer(), nullable=True),
        sa.Column("appropriation_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(kind = 'reversal') = (counters_id IS NOT NULL)",
            name=op.f("ck_entry_reversal_counters_an_entry"),
        ),
        sa.CheckConstraint(
            "booked_as IN ('appropriation', 'carry_over') OR application_id IS NOT NULL",
            name=op.f("ck_entry_money_out_has_a_case"),
        ),
        sa.CheckConstraint(
            "kind = 'reversal' OR booked_as = kind", name=op.f("ck_entry_booked_as_its_own_kind")
        ),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_entry_amount_is_something")),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_entry_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["appropriation_id"], ["appropriation.id"], name=op.f("fk_entry_appropriation_id")
        ),
        sa.ForeignKeyConstraint(
            ["budget_post_id"], ["budget_post.id"], name=op.f("fk_entry_budget_post_id")
        ),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_entry_call_id")),
        sa.ForeignKeyConstraint(["counters_id"], ["entry.id"], name=op.f("fk_entry_counters_id")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_entry_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["posted_by_id"], ["person.id"], name=op.f("fk_entry_posted_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
        sa.UniqueConstraint("appropriation_id", name=op.f("uq_entry_appropriation_id")),
        sa.UniqueConstraint("counters_id", name=op.f("uq_entry_counters_id")),
    )
    op.create_index(
        "ix_entry_application_id_booked_as", "entry", ["application_id", "booked_as"], unique=False
    )
    op.create_index(
        "ix_entry_budget_post_id_year_booked_as",
        "entry",
        ["budget_post_id", "year", "booked_as"],
        unique=False,
    )
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("deficiency_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("failure", sa.String(), nullable=True),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(kind = 'deficiency') = (deficiency_id IS NOT NULL)",
            name=op.f("ck_letter_deficiency_letters_have_a_deficiency"),
        ),
        sa.CheckConstraint(
            "(kind IN ('receipt', 'deficiency')) = (decision_id IS NULL)",
            name=op.f("ck_letter_decision_letters_have_a_decision"),
        ),
        sa.CheckConstraint(
            "language IN ('nb', 'nn')", name=op.f("ck_letter_language_is_norwegian")
        ),
        sa.CheckConstraint(
            "(made_at IS NULL) = (sha256 IS NULL)", name=op.f("ck_letter_made_has_a_checksum")
        ),
        sa.CheckConstraint(
            "(made_at IS NULL) = (size IS NULL)", name=op.f("ck_letter_made_has_a_size")
        ),
        sa.CheckConstraint(
            "(opened_at IS NULL) = (opened_by_id IS NULL)",
            name=op.f("ck_letter_opened_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_letter_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_letter_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["deficiency_id"], ["deficiency.id"], name=op.f("fk_letter_deficiency_id")
        ),
        sa.ForeignKeyConstraint(
            ["opened_by_id"], ["person.id"], name=op.f("fk_letter_opened_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_letter_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("deficiency_id", name=op.f("uq_letter_deficiency_id")),
    )
    op.create_index("ix_letter_application_id_id", "letter", ["application_id", "id"], unique=False)
    op.create_index(
        "ix_letter_organisation_id_id", "letter", ["organisation_id", "id"], unique=False
    )
    op.create_index(
        "uq_letter_living_decision",
        "letter",
        ["decision_id", "organisation_id"],
        unique=True,
        sqlite_where=sa.text("decision_id IS NOT NULL AND superseded_at IS NULL"),
        postgresql_where=sa.text("decision_id IS NOT NULL AND superseded_at IS NULL"),
    )
    op.create_index(
        "uq_letter_receipt",
        "letter",
        ["application_id"],
        unique=True,
        sqlite_where=sa.text("kind = 'receipt'"),
        postgresql_where=sa.text("kind = 'receipt'"),
    )
    op.create_table(
        "reported_activity",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.CheckConstraint(
            "percent BETWEEN 0 AND 100", name=op.f("ck_reported_activity_percent_done")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_reported_activity_activity_id")
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_reported_activity_report_id")
        ),
        sa.PrimaryKeyConstraint("report_id", "activity_id", name=op.f("pk_reported_activity")),
    )
    op.create_table(
        "reported_benefit",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("benefit_id", sa.Integer(), nullable=False),
        sa.Column("indicator", sa.String(length=200), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("owner", sa.String(length=120), nullable=False),
        sa.Column("baseline", sa.Numeric(precision=14, scale=2), nullable=True),
        sa.Column("target", sa.Numeric(precision=14, scale=2), nullable=True),
        sa.Column("target_on", sa.Date(), nullable=True),
        sa.Column("measured", sa.Numeric(precision=14, scale=2), nullable=True),
        sa.Column("measured_on", sa.Date(), nullable=True),
        sa.Column("comment", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["benefit_id"], ["benefit.id"], name=op.f("fk_reported_benefit_benefit_id")
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_reported_benefit_report_id")
        ),
        sa.PrimaryKeyConstraint("report_id", "benefit_id", name=op.f("pk_reported_benefit")),
    )
    op.create_table(
        "instalment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("trigger", sa.String(length=40), nullable=False),
        sa.Column("account_number", sa.String(length=11), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attested_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attested_by_id", sa.Integer(), nullable=True),
        sa.Column("authorised_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("authorised_by_id", sa.Integer(), nullable=True),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(attested_at IS NULL) = (attested_by_id IS NULL)",
            name=op.f("ck_instalment_attested_by_somebody"),
        ),
        sa.CheckConstraint(
            "(authorised_at IS NULL) = (authorised_by_id IS NULL)",
            name=op.f("ck_instalment_authorised_by_somebody"),
        ),
        sa.CheckConstraint(
            "(authorised_at IS NULL) = (entry_id IS NULL)",
            name=op.f("ck_instalment_authorised_is_booked"),
        ),
        sa.CheckConstraint("amount > 0", name=op.f("ck_instalment_amount_above_0")),
        sa.CheckConstraint(
            "attested_at IS NULL OR due_at IS NOT NULL",
            name=op.f("ck_instalment_due_before_attested"),
        ),
        sa.CheckConstraint(
            "authorised_at IS NULL OR attested_at IS NOT NULL",
            name=op.f("ck_instalment_attested_before_authorised"),
        ),
        sa.CheckConstraint(
            "authorised_by_id IS NULL OR authorised_by_id <> attested_by_id",
            name=op.f("ck_instalment_two_different_persons"),
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_instalment_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["attested_by_id"], ["person.id"], name=op.f("fk_instalment_attested_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["authorised_by_id"], ["person.id"], name=op.f("fk_instalment_authorised_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_instalment_decision_id")
        ),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_instalment_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instalment")),
        sa.UniqueConstraint("decision_id", "number", name=op.f("uq_instalment_decision_id_number")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_instalment_entry_id")),
    )
    op.create_index(
        op.f("ix_instalment_application_id"), "instalment", ["application_id"], unique=False
    )
    op.create_index(
        "ix_instalment_due_at_authorised_at",
        "instalment",
        ["due_at", "authorised_at"],
        unique=False,
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "RAISE EXCEPTION '% is only added to', TG_TABLE_NAME; END $$"
        )
    for table in ADDED_TO_ONLY:
        _refuse_changes(table)


def downgrade() -> None:
    """Bring the schema back to nothing."""
    op.drop_table("instalment")
    op.drop_table("reported_benefit")
    op.drop_table("reported_activity")
    op.drop_table("letter")
    op.drop_table("entry")
    op.drop_table("decision_year")
    op.drop_table("account_line")
    op.drop_table("acceptance")
    op.drop_table("report")
    op.drop_table("mark")
    op.drop_table("formal_finding")
    op.drop_table("decision")
    op.drop_table("confirmation")
    op.drop_table("budget_line")
    op.drop_table("attachment")
    op.drop_table("score")
    op.drop_table("proposal_line")
    op.drop_table("partner")
    op.drop_table("examination")
    op.drop_table("event")
    op.drop_table("duty")
    op.drop_table("deficiency")
    op.drop_table("declaration")
    op.drop_table("chosen_activity")
    op.drop_table("choice")
    op.drop_table("assignment")
    op.drop_table("assessment")
    op.drop_table("answer")
    op.drop_table("anchor")
    op.drop_table("required_attachment")
    op.drop_table("question")
    op.drop_table("proposal")
    op.drop_table("plan_step")
    op.drop_table("eligible_kind")
    op.drop_table("criterion")
    op.drop_table("condition")
    op.drop_table("call_rule")
    op.drop_table("application")
    op.drop_table("activity")
    op.drop_table("query_log")
    op.drop_table("goal_point")
    op.drop_table("call")
    op.drop_table("appropriation")
    op.drop_table("token")
    op.drop_table("sign_in")
    op.drop_table("regulation")
    op.drop_table("population")
    op.drop_table("municipality_version")
    op.drop_table("membership")
    op.drop_table("measure")
    op.drop_table("inspection")
    op.drop_table("goal")
    op.drop_table("budget_post")
    op.drop_table("audit_entry")
    op.drop_table("ambition_level")
    op.drop_table("scheme")
    op.drop_table("person")
    op.drop_table("organisation")
    op.drop_table("need")
    op.drop_table("municipality_change")
    op.drop_table("mail")
    op.drop_table("job")
    op.drop_table("case_counter")
    op.drop_table("benefit")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change()")
