"""Talk between applicant and office, notices as each wants them, and files that are examined.

Adds the messages of a case with how far each has read (a message is only added, never changed), the office's
internal notes, new contacts of a case, sections opened for correction, what persons have chosen about notices
and the notices that wait to be gathered, addresses that e-mail does not reach, verdicts on files, and the days
on which daily routines were put. Files that are there already have the verdict that is true of them: nobody
has examined them.

Revision: 0007
Follows: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KINDS = 40
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "scan",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=KINDS), nullable=False),
        sa.Column("put_at", MOMENT, nullable=False),
        sa.Column("examined_at", MOMENT, nullable=True),
        sa.Column("finding", sa.String(length=200), nullable=True),
        sa.CheckConstraint(
            "(state IN ('clean', 'infected')) = (examined_at IS NOT NULL)",
            name=op.f("ck_scan_verdict_has_a_moment"),
        ),
        sa.CheckConstraint(
            "(state = 'infected') = (finding IS NOT NULL)",
            name=op.f("ck_scan_infected_by_something"),
        ),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_scan")),
    )
    op.create_index("ix_scan_state_sha256", "scan", ["state", "sha256"], unique=False)
    op.create_table(
        "routine",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("put_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_routine")),
    )
    op.create_table(
        "notice_choice",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=KINDS), nullable=False),
        sa.Column("frequency", sa.String(length=KINDS), nullable=False),
        sa.Column("chosen_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_notice_choice_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "topic", name=op.f("pk_notice_choice")),
    )
    op.create_table(
        "waiting_notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=KINDS), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("put_at", MOMENT, nullable=False),
        sa.Column("gathered_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_waiting_notice_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_notice")),
    )
    op.create_index(
        "ix_waiting_notice_gathered_at_person_id_id",
        "waiting_notice",
        ["gathered_at", "person_id", "id"],
        unique=False,
    )
    op.create_table(
        "dead_address",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("source", sa.String(length=KINDS), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("reported_at", MOMENT, nullable=False),
        sa.Column("reported_by_id", sa.Integer(), nullable=True),
        sa.Column("cleared_at", MOMENT, nullable=True),
        sa.Column("cleared_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("email = lower(email)", name=op.f("ck_dead_address_email_in_small_letters")),
        sa.CheckConstraint(
            "(source = 'person') = (reported_by_id IS NOT NULL)",
            name=op.f("ck_dead_address_known_from_somebody"),
        ),
        sa.CheckConstraint(
            "(cleared_at IS NULL) = (cleared_by_id IS NULL)",
            name=op.f("ck_dead_address_cleared_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["reported_by_id"], ["person.id"], name=op.f("fk_dead_address_reported_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["cleared_by_id"], ["person.id"], name=op.f("fk_dead_address_cleared_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dead_address")),
    )
    op.create_index(
        "uq_dead_address_living",
        "dead_address",
        ["email"],
        unique=True,
        sqlite_where=sa.text("cleared_at IS NULL"),
        postgresql_where=sa.text("cleared_at IS NULL"),
    )
    _messages()
    op.create_table(
        "internal_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.CheckConstraint("body <> ''", name=op.f("ck_internal_note_says_something")),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_internal_note_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_internal_note_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_internal_note")),
    )
    op.create_index(
        "ix_internal_note_application_id_id",
        "internal_note",
        ["application_id", "id"],
        unique=False,
    )
    op.create_table(
        "case_contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=30), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("named_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("name <> '' AND email <> ''", name=op.f("ck_case_contact_can_be_reached")),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_case_contact_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["named_by_id"], ["person.id"], name=op.f("fk_case_contact_named_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_contact")),
    )
    op.create_index(
        "ix_case_contact_application_id_id", "case_contact", ["application_id", "id"], unique=False
    )
    op.create_table(
        "correction",
        sa.Column("deficiency_id", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(length=KINDS), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["deficiency_id"], ["deficiency.id"], name=op.f("fk_correction_deficiency_id")
        ),
        sa.PrimaryKeyConstraint("deficiency_id", "section", name=op.f("pk_correction")),
    )
    op.add_column("mail", sa.Column("refused_at", MOMENT, nullable=True))
    op.add_column("attachment", sa.Column("infected_at", MOMENT, nullable=True))
    op.add_column("deficiency", sa.Column("reminded_at", MOMENT, nullable=True))
    op.execute(
        "INSERT INTO scan (sha256, state, put_at) "
        "SELECT sha256, 'unexamined', min(uploaded_at) FROM attachment GROUP BY sha256"
    )
    op.execute(
        "INSERT INTO scan (sha256, state, put_at) "
        "SELECT audit_sha256, 'unexamined', min(started_at) FROM report "
        "WHERE audit_sha256 IS NOT NULL AND audit_sha256 NOT IN (SELECT sha256 FROM scan) "
        "GROUP BY audit_sha256"
    )


def _messages() -> None:
    op.create_table(
        "message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=KINDS), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("filename", sa.String(length=200), nullable=True),
        sa.Column("media_type", sa.String(length=100), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "(sha256 IS NULL) = (filename IS NULL) AND (sha256 IS NULL) = (media_type IS NULL)"
            " AND (sha256 IS NULL) = (size IS NULL)",
            name=op.f("ck_message_file_is_whole"),
        ),
        sa.CheckConstraint("body <> ''", name=op.f("ck_message_says_something")),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_message_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_message_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_message_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
    )
    op.create_index(
        "ix_message_application_id_id", "message", ["application_id", "id"], unique=False
    )
    _refuse_changes()
    op.create_table(
        "message_read",
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=KINDS), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("read_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_message_read_application_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_message_read_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["message_id"], ["message.id"], name=op.f("fk_message_read_message_id")
        ),
        sa.PrimaryKeyConstraint("application_id", "person_id", name=op.f("pk_message_read")),
    )
    op.create_table(
        "message_settled",
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("settled_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["message.id"], name=op.f("fk_message_settled_message_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_message_settled_person_id")
        ),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_message_settled")),
    )


def _refuse_changes() -> None:
    """Let the database itself refuse to change or delete a message."""
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER message_refuses_{act.lower()} BEFORE {act} ON message "
                "BEGIN SELECT RAISE(ABORT, 'message is only added to'); END"
            )
        return
    op.execute(
        "CREATE TRIGGER message_refuses_change BEFORE UPDATE OR DELETE ON message "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_column("deficiency", "reminded_at")
    op.drop_column("attachment", "infected_at")
    op.drop_column("mail", "refused_at")
    for table in (
        "correction", "case_contact", "internal_note", "message_settled", "message_read", "message",
        "dead_address", "waiting_notice", "notice_choice", "routine", "scan",
    ):
        op.drop_table(table)
