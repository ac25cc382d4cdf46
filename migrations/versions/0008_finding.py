"""Add what kommuner plan, with its needs, services and networks, and the groups they gather in.

Kommuner with coinciding needs find each other before there is an application. Only new tables:
nothing that stands is changed.

Revision: 0008
Follows: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("public_summary", sa.String(), nullable=False),
        sa.Column("present_system", sa.String(length=100), nullable=False),
        sa.Column("wanted_from", sa.Date(), nullable=True),
        sa.Column("contact_name", sa.String(length=120), nullable=False),
        sa.Column("contact_email", sa.String(length=200), nullable=False),
        sa.Column("contact_phone", sa.String(length=30), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by_id", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)",
            name=op.f("ck_plan_withdrawn_by_somebody"),
        ),
        sa.ForeignKeyConstraint(["measure_id"], ["measure.id"], name=op.f("fk_plan_measure_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_plan_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["published_by_id"], ["person.id"], name=op.f("fk_plan_published_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["withdrawn_by_id"], ["person.id"], name=op.f("fk_plan_withdrawn_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
    )
    op.create_index(
        "ix_plan_measure_id_withdrawn_at", "plan", ["measure_id", "withdrawn_at"], unique=False
    )
    op.create_index("ix_plan_withdrawn_at_id", "plan", ["withdrawn_at", "id"], unique=False)
    op.create_index(
        "uq_plan_living",
        "plan",
        ["organisation_id", "measure_id"],
        unique=True,
        sqlite_where=sa.text("withdrawn_at IS NULL"),
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )
    op.create_table(
        "plan_need",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("need_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["need_id"], ["need.id"], name=op.f("fk_plan_need_need_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_need_plan_id")),
        sa.PrimaryKeyConstraint("plan_id", "need_id", name=op.f("pk_plan_need")),
    )
    op.create_index(op.f("ix_plan_need_need_id"), "plan_need", ["need_id"], unique=False)
    op.create_table(
        "plan_network",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("network", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_network_plan_id")),
        sa.PrimaryKeyConstraint("plan_id", "network", name=op.f("pk_plan_network")),
    )
    op.create_table(
        "plan_service",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("service", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_service_plan_id")),
        sa.PrimaryKeyConstraint("plan_id", "service", name=op.f("pk_plan_service")),
    )
    op.create_table(
        "plan_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("formed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("formed_by_id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=True),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(application_id IS NULL) = (applied_at IS NULL)",
            name=op.f("ck_plan_group_applied_at_a_moment"),
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_plan_group_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["formed_by_id"], ["person.id"], name=op.f("fk_plan_group_formed_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_plan_group_measure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_group")),
        sa.UniqueConstraint("application_id", name=op.f("uq_plan_group_application_id")),
    )
    op.create_table(
        "plan_group_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("invited_by_id", sa.Integer(), nullable=False),
        sa.Column("reply", sa.String(length=40), nullable=True),
        sa.Column("replied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("replied_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(reply IS NULL) = (replied_at IS NULL)",
            name=op.f("ck_plan_group_member_replied_at_a_moment"),
        ),
        sa.CheckConstraint(
            "(reply IS NULL) = (replied_by_id IS NULL)",
            name=op.f("ck_plan_group_member_replied_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["plan_group.id"], name=op.f("fk_plan_group_member_group_id")
        ),
        sa.ForeignKeyConstraint(
            ["invited_by_id"], ["person.id"], name=op.f("fk_plan_group_member_invited_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_plan_group_member_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["replied_by_id"], ["person.id"], name=op.f("fk_plan_group_member_replied_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_group_member")),
        sa.UniqueConstraint(
            "group_id",
            "organisation_id",
            name=op.f("uq_plan_group_member_group_id_organisation_id"),
        ),
    )
    op.create_index(
        "ix_plan_group_member_organisation_id_group_id",
        "plan_group_member",
        ["organisation_id", "group_id"],
        unique=False,
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_index("ix_plan_group_member_organisation_id_group_id", table_name="plan_group_member")
    op.drop_table("plan_group_member")
    op.drop_table("plan_group")
    op.drop_table("plan_service")
    op.drop_table("plan_network")
    op.drop_index(op.f("ix_plan_need_need_id"), table_name="plan_need")
    op.drop_table("plan_need")
    op.drop_index(
        "uq_plan_living",
        table_name="plan",
        sqlite_where=sa.text("withdrawn_at IS NULL"),
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )
    op.drop_index("ix_plan_withdrawn_at_id", table_name="plan")
    op.drop_index("ix_plan_measure_id_withdrawn_at", table_name="plan")
    op.drop_table("plan")
