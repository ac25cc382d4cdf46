"""Third readings, moderated marks, approved budgets, and what the officers do when facts change.

Adds the third readings that are asked for, the marks that are moderated (each gives the score another edition
in its round), the budget as the handler approves it, the place a reading had among the officer's own, why a
formal control was run and who confirmed it, and that an internal note takes the place of an earlier one.

Calls that are there set no limit on how far two readings may be from each other, and let the mean of three
count, which is what they did. Controls that were run until now were asked for by an officer; one that a case
went on by was confirmed by whoever let it. Nobody noted in which order applications were read.

Revision: 0012
Follows: 0011
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
NO_LIMIT = {"nb": "Utlysningen setter ingen grense.", "nn": "Utlysinga set inga grense."}
MEAN = {
    "nb": "Har tre lest en søknad, gjelder snittet av karakterene.",
    "nn": "Har tre lese ein søknad, gjeld snittet av karakterane.",
}
RULES = {
    "mark_gap": ("", NO_LIMIT),
    "total_gap": ("", NO_LIMIT),
    "near_line": ("", NO_LIMIT),
    "settling": ("mean", MEAN),
}


def upgrade() -> None:
    """Bring the schema forward."""
    _add_readings()
    _add_approvals()
    with op.batch_alter_table("assessment") as assessment:
        assessment.add_column(sa.Column("reading_place", sa.Integer(), nullable=True))
    with op.batch_alter_table("score") as score:
        score.add_column(sa.Column("edition", sa.Integer(), nullable=False, server_default="1"))
        score.drop_constraint(op.f("uq_score_application_id_round"), type_="unique")
        score.create_unique_constraint(
            op.f("uq_score_application_id_round_edition"), ["application_id", "round", "edition"]
        )
        score.create_check_constraint(op.f("ck_score_editions_count_from_1"), "edition >= 1")
    with op.batch_alter_table("score") as score:
        score.alter_column("edition", server_default=None)
    _widen_examinations()
    with op.batch_alter_table("internal_note") as note:
        note.add_column(sa.Column("replaces_id", sa.Integer(), nullable=True))
        note.create_foreign_key(
            op.f("fk_internal_note_replaces_id"), "internal_note", ["replaces_id"], ["id"]
        )
        note.create_unique_constraint(op.f("uq_internal_note_replaces_id"), ["replaces_id"])
    _fill_rules()


def downgrade() -> None:
    """Take it back. Only the newest score of a round is left."""
    rules = sa.table("call_rule", sa.column("key", sa.String))
    op.execute(rules.delete().where(rules.c.key.in_(list(RULES))))
    with op.batch_alter_table("internal_note") as note:
        note.drop_constraint(op.f("uq_internal_note_replaces_id"), type_="unique")
        note.drop_constraint(op.f("fk_internal_note_replaces_id"), type_="foreignkey")
        note.drop_column("replaces_id")
    with op.batch_alter_table("examination") as examination:
        examination.drop_constraint(op.f("ck_examination_confirmed_by_somebody"), type_="check")
        examination.drop_constraint(op.f("fk_examination_confirmed_by_id"), type_="foreignkey")
        for name in ("confirmed_by_id", "confirmed_at", "because"):
            examination.drop_column(name)
    op.execute(
        "DELETE FROM score WHERE EXISTS (SELECT 1 FROM score AS later WHERE "
        "later.application_id = score.application_id AND later.round = score.round "
        "AND later.edition > score.edition)"
    )
    with op.batch_alter_table("score") as score:
        score.drop_constraint(op.f("ck_score_editions_count_from_1"), type_="check")
        score.drop_constraint(op.f("uq_score_application_id_round_edition"), type_="unique")
        score.create_unique_constraint(
            op.f("uq_score_application_id_round"), ["application_id", "round"]
        )
        score.drop_column("edition")
    with op.batch_alter_table("assessment") as assessment:
        assessment.drop_column("reading_place")
    for table in ("approved_line", "approved_budget", "moderation", "third_reading"):
        op.drop_table(table)


def _add_readings() -> None:
    op.create_table(
        "third_reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("adds_to", sa.Integer(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("adds_to <= round", name=op.f("ck_third_reading_adds_to_what_is_read")),
        sa.CheckConstraint(
            "asked_by_id IS NULL OR length(trim(reason)) > 0",
            name=op.f("ck_third_reading_somebody_gives_a_reason"),
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_third_reading_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["person.id"], name=op.f("fk_third_reading_asked_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_third_reading")),
        sa.UniqueConstraint(
            "application_id", "round", name=op.f("uq_third_reading_application_id_round")
        ),
    )
    op.create_table(
        "moderation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("moderated_at", MOMENT, nullable=False),
        sa.Column("moderated_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("points >= 0", name=op.f("ck_moderation_mark_not_negative")),
        sa.CheckConstraint(
            "length(trim(reason)) > 0", name=op.f("ck_moderation_mark_has_a_reason")
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_moderation_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["criterion_id"], ["criterion.id"], name=op.f("fk_moderation_criterion_id")
        ),
        sa.ForeignKeyConstraint(
            ["moderated_by_id"], ["person.id"], name=op.f("fk_moderation_moderated_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moderation")),
    )
    op.create_index("ix_moderation_application_id_round", "moderation", ["application_id", "round"])


def _add_approvals() -> None:
    op.create_table(
        "approved_budget",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("approved_at", MOMENT, nullable=False),
        sa.Column("approved_by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_approved_budget_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["approved_by_id"], ["person.id"], name=op.f("fk_approved_budget_approved_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approved_budget")),
    )
    op.create_index(
        "ix_approved_budget_application_id_id", "approved_budget", ["application_id", "id"]
    )
    op.create_table(
        "approved_line",
        sa.Column("approved_budget_id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("asked", sa.BigInteger(), nullable=False),
        sa.Column("approved", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.CheckConstraint(
            "approved >= 0 AND approved <= asked",
            name=op.f("ck_approved_line_approved_within_asked"),
        ),
        sa.CheckConstraint(
            "approved = asked OR length(trim(reason)) > 0",
            name=op.f("ck_approved_line_less_has_a_reason"),
        ),
        sa.ForeignKeyConstraint(
            ["approved_budget_id"],
            ["approved_budget.id"],
            name=op.f("fk_approved_line_approved_budget_id"),
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_approved_line_activity_id")
        ),
        sa.PrimaryKeyConstraint("approved_budget_id", "activity_id", name=op.f("pk_approved_line")),
    )


def _widen_examinations() -> None:
    with op.batch_alter_table("examination") as examination:
        examination.add_column(
            sa.Column("because", sa.String(length=40), nullable=False, server_default="asked_for")
        )
        examination.add_column(sa.Column("confirmed_at", MOMENT, nullable=True))
        examination.add_column(sa.Column("confirmed_by_id", sa.Integer(), nullable=True))
        examination.create_foreign_key(
            op.f("fk_examination_confirmed_by_id"), "person", ["confirmed_by_id"], ["id"]
        )
        examination.create_check_constraint(
            op.f("ck_examination_confirmed_by_somebody"),
            "(confirmed_at IS NULL) = (confirmed_by_id IS NULL)",
        )
    with op.batch_alter_table("examination") as examination:
        examination.alter_column("because", server_default=None)
    _confirm_what_was_acted_on()


def _confirm_what_was_acted_on() -> None:
    """Note who let a case go on, or not, by its newest control."""
    op.execute(
        "UPDATE examination SET "
        "confirmed_at = (SELECT event.at FROM event "
        "WHERE event.application_id = examination.application_id AND event.person_id IS NOT NULL "
        "AND event.act IN ('find_eligible', 'find_ineligible') ORDER BY event.id DESC LIMIT 1), "
        "confirmed_by_id = (SELECT event.person_id FROM event "
        "WHERE event.application_id = examination.application_id AND event.person_id IS NOT NULL "
        "AND event.act IN ('find_eligible', 'find_ineligible') ORDER BY event.id DESC LIMIT 1) "
        "WHERE id IN (SELECT max(later.id) FROM examination AS later GROUP BY later.application_id)"
    )


def _fill_rules() -> None:
    calls = sa.table("call", sa.column("id", sa.Integer))
    names = ("call_id", "key", "value", "note", "chosen_by_administrator", "source")
    rules = sa.table("call_rule", *(sa.column(name) for name in names))
    for key, (value, note) in RULES.items():
        said = json.dumps(note, ensure_ascii=False)
        row = (calls.c.id, *(sa.literal(one) for one in (key, value, said)), sa.false())
        op.execute(rules.insert().from_select(names, sa.select(*row, sa.literal(""))))
