"""The texts of letters are the scheme's own, in versions, and there are more kinds of letters.

Adds the versions of each kind's texts and the form of Norwegian that a scheme writes to the neutral in. A
scheme gets the shipped texts as its first version when it next makes a letter of the kind. A letter keeps
which version it was made from, what it says when it is about no decision, what it is about so that it is sent
once, and whether its form of Norwegian was the sender's choice. None of this is known of letters already sent.
A round's publication can be set to a time, and its letters tried before they are made.

Revision: 0016
Follows: 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

KINDS = 40
MOMENT = sa.DateTime(timezone=True)
OF_DECISIONS = "'award', 'partial_award', 'refusal', 'rejection'"
FROM_RECORDS = f"{OF_DECISIONS}, 'receipt', 'deficiency'"


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "letter_template",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=KINDS), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("texts", sa.Text(), nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.Column("saved_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("number >= 1", name=op.f("ck_letter_template_numbered_from_1")),
        sa.CheckConstraint(
            "number = 1 OR saved_by_id IS NOT NULL",
            name=op.f("ck_letter_template_changed_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["scheme_id"], ["scheme.id"], name=op.f("fk_letter_template_scheme_id")
        ),
        sa.ForeignKeyConstraint(
            ["saved_by_id"], ["person.id"], name=op.f("fk_letter_template_saved_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_template")),
        sa.UniqueConstraint(
            "scheme_id", "kind", "number", name=op.f("uq_letter_template_scheme_id_kind_number")
        ),
    )
    op.create_table(
        "neutral_form",
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("chosen_at", MOMENT, nullable=False),
        sa.Column("chosen_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "language IN ('nb', 'nn')", name=op.f("ck_neutral_form_language_is_norwegian")
        ),
        sa.ForeignKeyConstraint(
            ["scheme_id"], ["scheme.id"], name=op.f("fk_neutral_form_scheme_id")
        ),
        sa.ForeignKeyConstraint(
            ["chosen_by_id"], ["person.id"], name=op.f("fk_neutral_form_chosen_by_id")
        ),
        sa.PrimaryKeyConstraint("scheme_id", name=op.f("pk_neutral_form")),
    )
    op.create_table(
        "release",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("publish_at", MOMENT, nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.Column("set_by_id", sa.Integer(), nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("published", sa.Integer(), nullable=True),
        sa.Column("failure", sa.String(), nullable=True),
        sa.CheckConstraint("publish_at > set_at", name=op.f("ck_release_set_before_it_is")),
        sa.CheckConstraint(
            "published IS NULL OR ended_at IS NOT NULL", name=op.f("ck_release_published_is_ended")
        ),
        sa.CheckConstraint(
            "failure IS NULL OR published IS NULL", name=op.f("ck_release_failed_or_published")
        ),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_release_call_id")),
        sa.ForeignKeyConstraint(["set_by_id"], ["person.id"], name=op.f("fk_release_set_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release")),
    )
    op.create_index(
        "uq_release_living_call",
        "release",
        ["call_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "letter_trial",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("started_by_id", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("problems", sa.Text(), nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.CheckConstraint("done BETWEEN 0 AND total", name=op.f("ck_letter_trial_done_of_total")),
        sa.CheckConstraint(
            "ended_at IS NULL OR done = total", name=op.f("ck_letter_trial_ended_is_done")
        ),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_letter_trial_call_id")),
        sa.ForeignKeyConstraint(
            ["started_by_id"], ["person.id"], name=op.f("fk_letter_trial_started_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_trial")),
    )
    op.create_index("ix_letter_trial_call_id_id", "letter_trial", ["call_id", "id"])
    with op.batch_alter_table("letter") as letter:
        letter.add_column(sa.Column("by_choice", sa.Boolean(), nullable=True))
        letter.add_column(sa.Column("about", sa.String(length=60), nullable=True))
        letter.add_column(sa.Column("content", sa.Text(), nullable=True))
        letter.add_column(sa.Column("template_id", sa.Integer(), nullable=True))
        letter.create_foreign_key(
            op.f("fk_letter_template_id"), "letter_template", ["template_id"], ["id"]
        )
        letter.drop_constraint(op.f("ck_letter_decision_letters_have_a_decision"), type_="check")
        letter.create_check_constraint(
            op.f("ck_letter_decision_letters_have_a_decision"),
            f"(kind IN ({OF_DECISIONS})) = (decision_id IS NOT NULL)",
        )
        letter.create_check_constraint(
            op.f("ck_letter_other_letters_keep_what_they_say"),
            f"(content IS NULL) = (kind IN ({FROM_RECORDS}))",
        )
        letter.create_index(
            "uq_letter_kind_about_organisation_id",
            ["kind", "about", "organisation_id"],
            unique=True,
            sqlite_where=sa.text("about IS NOT NULL"),
            postgresql_where=sa.text("about IS NOT NULL"),
        )


def downgrade() -> None:
    """Take it back: letters of the new kinds are of no use to what came before."""
    op.execute(f"DELETE FROM letter WHERE kind NOT IN ({FROM_RECORDS})")
    with op.batch_alter_table("letter") as letter:
        letter.drop_index("uq_letter_kind_about_organisation_id")
        letter.drop_constraint(op.f("ck_letter_other_letters_keep_what_they_say"), type_="check")
        letter.drop_constraint(op.f("ck_letter_decision_letters_have_a_decision"), type_="check")
        letter.create_check_constraint(
            op.f("ck_letter_decision_letters_have_a_decision"),
            "(kind IN ('receipt', 'deficiency')) = (decision_id IS NULL)",
        )
        letter.drop_constraint(op.f("fk_letter_template_id"), type_="foreignkey")
        letter.drop_column("template_id")
        letter.drop_column("content")
        letter.drop_column("about")
        letter.drop_column("by_choice")
    op.drop_table("letter_trial")
    op.drop_table("release")
    op.drop_table("neutral_form")
    op.drop_table("letter_template")
