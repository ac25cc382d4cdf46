"""The call's further rules, the one organisation it may be for, and the sender of letters as data.

Every call that is there gets the new rules without a limit, which is what it had. The sender of a scheme
that is there is the one that its letters have borne until now.

Revision: 0003
Follows: 0002
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NO_LIMIT = {"nb": "Utlysningen setter ingen grense.", "nn": "Utlysinga set inga grense."}
BOTH = {
    "nb": "Begge kravene til størrelse gjelder når utlysningen setter begge.",
    "nn": "Begge krava til storleik gjeld når utlysinga set begge.",
}
RULES = {
    "min_population": ("", NO_LIMIT),
    "enough": ("both", BOTH),
    "min_grant_per_partner": ("", NO_LIMIT),
    "max_grant_per_partner": ("", NO_LIMIT),
    "max_months": ("", NO_LIMIT),
}
SENDER = {
    "name": "Helsedirektoratet",
    "organisation_number": "983544622",
    "address": "Postboks 220 Skøyen\n0213 Oslo",
    "email": "postmottak@helsedir.no",
    "phone": "47 47 20 20",
    "website": "helsedirektoratet.no",
    "complaint_body": json.dumps(
        {"nb": "Helse- og omsorgsdepartementet", "nn": "Helse- og omsorgsdepartementet"},
        ensure_ascii=False,
    ),
    "standard_terms": json.dumps(
        {
            "nb": "Standardvilkår for tilskudd fra Helsedirektoratet av 12. september 2022",
            "nn": "Standardvilkår for tilskot frå Helsedirektoratet av 8. november 2023",
        },
        ensure_ascii=False,
    ),
}


def upgrade() -> None:
    """Bring the schema forward."""
    with op.batch_alter_table("call") as call:
        call.add_column(sa.Column("only_lead_id", sa.Integer(), nullable=True))
        call.create_foreign_key(
            op.f("fk_call_only_lead_id"), "organisation", ["only_lead_id"], ["id"]
        )
    op.create_table(
        "sender",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scheme_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("organisation_number", sa.String(length=9), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("website", sa.String(length=200), nullable=False),
        sa.Column("complaint_body", sa.Text(), nullable=False),
        sa.Column("standard_terms", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name=op.f("fk_sender_scheme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sender")),
        sa.UniqueConstraint("scheme_id", name=op.f("uq_sender_scheme_id")),
    )
    _fill_rules()
    _fill_senders()


def downgrade() -> None:
    """Take it back."""
    rules = sa.table("call_rule", sa.column("key", sa.String))
    op.execute(rules.delete().where(rules.c.key.in_(list(RULES))))
    op.drop_table("sender")
    with op.batch_alter_table("call") as call:
        call.drop_constraint(op.f("fk_call_only_lead_id"), type_="foreignkey")
        call.drop_column("only_lead_id")


def _fill_rules() -> None:
    calls = sa.table("call", sa.column("id", sa.Integer))
    names = ("call_id", "key", "value", "note", "chosen_by_administrator", "source")
    rules = sa.table("call_rule", *(sa.column(name) for name in names))
    for key, (value, note) in RULES.items():
        said = json.dumps(note, ensure_ascii=False)
        row = (calls.c.id, *(sa.literal(one) for one in (key, value, said)), sa.false())
        op.execute(rules.insert().from_select(names, sa.select(*row, sa.literal(""))))


def _fill_senders() -> None:
    schemes = sa.table("scheme", sa.column("id", sa.Integer))
    names = ("scheme_id", *SENDER, "version")
    senders = sa.table("sender", *(sa.column(name) for name in names))
    row = (schemes.c.id, *(sa.literal(value) for value in SENDER.values()), sa.literal(1))
    op.execute(senders.insert().from_select(names, sa.select(*row)))
