"""How each case's grant is paid can be changed, in versions that are kept.

A step of a call may be paid on a day in the budget year, and so may an instalment; one that waits for a report
says which year's. An instalment that a later plan has no use for stays with nothing in it. Adds the versions of
cases' plans and the facts that let money fall due. What was planned before becomes each case's first version,
and reports that are approved already become facts. A reclaim may be a reduction, which takes what is not paid first;
those there were are none. Rates of interest on late claims are kept by scheme; there are none from before.

Revision: 0025
Follows: 0024
"""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(length=40)
TABLES = ("interest_rate", "plan_fact", "plan_version")


def upgrade() -> None:
    """Bring the schema forward."""
    with op.batch_alter_table("plan_step") as step:
        step.add_column(sa.Column("month", sa.Integer(), nullable=True))
        step.add_column(sa.Column("day", sa.Integer(), nullable=True))
        step.create_check_constraint(
            op.f("ck_plan_step_date_has_its_day"),
            "(trigger = 'on_date') = (month IS NOT NULL)"
            " AND (trigger = 'on_date') = (day IS NOT NULL)",
        )
        step.create_check_constraint(
            op.f("ck_plan_step_day_of_any_year"), "month BETWEEN 1 AND 12 AND day BETWEEN 1 AND 28"
        )
    op.add_column("instalment", sa.Column("report_year", sa.Integer(), nullable=True))
    op.execute("UPDATE instalment SET report_year = year WHERE trigger = 'report_approved'")
    with op.batch_alter_table("instalment") as instalment:
        instalment.add_column(sa.Column("due_on", sa.Date(), nullable=True))
        instalment.drop_constraint(op.f("ck_instalment_amount_above_0"), type_="check")
        instalment.create_check_constraint(
            op.f("ck_instalment_something_or_fallen_away"),
            "amount > 0 OR (amount = 0 AND due_at IS NULL)",
        )
        instalment.create_check_constraint(
            op.f("ck_instalment_date_has_its_day"), "(trigger = 'on_date') = (due_on IS NOT NULL)"
        )
        instalment.create_check_constraint(
            op.f("ck_instalment_report_has_its_year"),
            "(trigger = 'report_approved') = (report_year IS NOT NULL)",
        )
    with op.batch_alter_table("reclaim") as reclaim:
        reclaim.add_column(sa.Column("kind", WORD, nullable=False, server_default="claim_back"))
        reclaim.add_column(sa.Column("cut_amount", sa.BigInteger(), nullable=True))
        reclaim.create_check_constraint(
            op.f("ck_reclaim_reduction_says_what_is_cut"),
            "(cut_amount IS NOT NULL) = (kind = 'reduce' AND decided_at IS NOT NULL)",
        )
        reclaim.create_check_constraint(
            op.f("ck_reclaim_cut_within_notice"),
            "cut_amount IS NULL OR (cut_amount >= 0 AND cut_amount + decided_amount <= amount)",
        )
    with op.batch_alter_table("reclaim") as reclaim:
        reclaim.alter_column("kind", server_default=None)
    _create_version()
    _create_fact()
    _create_rate()
    _keep_first_versions()
    _keep_facts()


def downgrade() -> None:
    """Take it back: a plan that was made by hand stays as it is, but knows less of what it waits for."""
    for table in TABLES:
        op.drop_table(table)
    with op.batch_alter_table("reclaim") as reclaim:
        for name in ("cut_within_notice", "reduction_says_what_is_cut"):
            reclaim.drop_constraint(op.f(f"ck_reclaim_{name}"), type_="check")
        reclaim.drop_column("cut_amount")
        reclaim.drop_column("kind")
    op.execute(
        "UPDATE payment_line SET instalment_id = (SELECT min(other.id) FROM instalment other"
        " JOIN instalment one ON one.application_id = other.application_id AND other.amount > 0"
        " WHERE one.id = payment_line.instalment_id)"
        " WHERE instalment_id IN (SELECT id FROM instalment WHERE amount = 0)"
    )
    op.execute("DELETE FROM instalment WHERE amount = 0")
    with op.batch_alter_table("instalment") as instalment:
        for name in ("report_has_its_year", "date_has_its_day", "something_or_fallen_away"):
            instalment.drop_constraint(op.f(f"ck_instalment_{name}"), type_="check")
        instalment.create_check_constraint(op.f("ck_instalment_amount_above_0"), "amount > 0")
        instalment.drop_column("due_on")
        instalment.drop_column("report_year")
    with op.batch_alter_table("plan_step") as step:
        step.drop_constraint(op.f("ck_plan_step_day_of_any_year"), type_="check")
        step.drop_constraint(op.f("ck_plan_step_date_has_its_day"), type_="check")
        step.drop_column("day")
        step.drop_column("month")
    for table in ("instalment", "plan_step"):
        op.execute(f"UPDATE {table} SET trigger = 'accepted' WHERE trigger = 'on_date'")


def _create_version() -> None:
    op.create_table(
        "plan_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("origin", WORD, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("number > 0", name=op.f("ck_plan_version_numbered_from_1")),
        sa.CheckConstraint(
            "origin <> 'plan_adjusted' OR reason <> ''",
            name=op.f("ck_plan_version_adjusted_for_a_reason"),
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_plan_version_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_plan_version_made_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_version")),
        sa.UniqueConstraint(
            "application_id", "number", name=op.f("uq_plan_version_application_id_number")
        ),
    )


def _create_fact() -> None:
    op.create_table(
        "plan_fact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("trigger", WORD, nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("happened_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_plan_fact_application_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_fact")),
        sa.UniqueConstraint(
            "application_id",
            "trigger",
            "year",
            name=op.f("uq_plan_fact_application_id_trigger_year"),
        ),
    )


def _create_rate() -> None:
    op.create_table(
        "interest_rate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("basis_points", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.Column("set_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "basis_points BETWEEN 0 AND 3000", name=op.f("ck_interest_rate_rate_within_bounds")
        ),
        sa.CheckConstraint("source <> ''", name=op.f("ck_interest_rate_has_a_source")),
        sa.ForeignKeyConstraint(
            ["scheme_id"], ["scheme.id"], name=op.f("fk_interest_rate_scheme_id")
        ),
        sa.ForeignKeyConstraint(
            ["set_by_id"], ["person.id"], name=op.f("fk_interest_rate_set_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interest_rate")),
        sa.UniqueConstraint(
            "scheme_id", "from_on", name=op.f("uq_interest_rate_scheme_id_from_on")
        ),
    )


def _keep_first_versions() -> None:
    """Keep how each grant is to be paid as the version of its acceptance."""
    connection = op.get_bind()
    accepted = dict(
        connection.execute(
            sa.text(
                "SELECT d.application_id, min(a.answered_at) AS answered_at FROM acceptance a"
                " JOIN decision d ON d.id = a.decision_id GROUP BY d.application_id"
            ).columns(application_id=sa.Integer(), answered_at=MOMENT)
        ).all()
    )
    cases: dict[int, list[dict[str, Any]]] = {}
    rows = connection.execute(
        sa.text(
            "SELECT application_id, id, number, year, amount, trigger, report_year, entry_id"
            " FROM instalment ORDER BY decision_id, number"
        )
    )
    for case, row, number, year, amount, trigger, report_year, entry in rows:
        cases.setdefault(case, []).append(
            {
                "instalment": row, "number": number, "year": year, "amount": amount,
                "trigger": trigger, "report_year": report_year, "due_on": None,
                "paid": entry is not None,
            }
        )  # fmt: skip
    for case, parts in cases.items():
        connection.execute(
            sa.text(
                "INSERT INTO plan_version (application_id, number, origin, reason, content, made_at)"
                " VALUES (:case, 1, 'plan_accepted', '', :content, :at)"
            ).bindparams(sa.bindparam("at", type_=MOMENT)),
            {"case": case, "content": json.dumps({"parts": parts}), "at": accepted[case]},
        )


def _keep_facts() -> None:
    op.execute(
        "INSERT INTO plan_fact (application_id, trigger, year, happened_at)"
        " SELECT d.application_id,"
        " CASE d.kind WHEN 'annual' THEN 'report_approved' ELSE 'final_report_approved' END,"
        " CASE d.kind WHEN 'annual' THEN d.year END, max(r.reviewed_at)"
        " FROM report r JOIN duty d ON d.id = r.duty_id WHERE r.approved"
        " GROUP BY d.application_id, d.kind, d.year"
    )
