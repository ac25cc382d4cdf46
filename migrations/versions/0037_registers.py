"""Standards and approved solutions have their registers.

Adds the register of standards, in versions, with the items that accounts of experience already name and those
that the scheme's analysis names; solutions with what is declared of them, step by step; and spot checks, drawn
or on suspicion. Versions, steps, draws and checks are only added to. Nothing that is there changes.

Revision: 0037
Follows: 0036
"""

import json
from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

WORD = 40
MOMENT = sa.DateTime(timezone=True)
ADDED_TO_ONLY = (
    "standard_version", "solution_claim_step", "spot_check_draw", "spot_check_lot", "spot_check",
)  # fmt: skip
GUIDE = (
    "https://www.ehelse.no/standardisering/standarder/veileder-for-helse-og-omsorgssektoren-bruk-av-"
    "digitaliseringsdirektoratets-overordnede-arkitekturprinsipper-for-digitalisering-av-offentlig-sektor"
)
CAME_WITH_IT = "Fulgte med løsningen."
# Code, bokmål, nynorsk, kind, source, link, in force from. What no source places is not placed here.
STANDARDS = (
    ("fhir", "HL7 FHIR", "HL7 FHIR", "unplaced", "unplaced", "", None),
    ("openehr", "openEHR", "openEHR", "unplaced", "unplaced", "", None),
    ("snomed_ct", "SNOMED CT", "SNOMED CT", "unplaced", "unplaced", "", None),
    ("icpc_2", "ICPC-2", "ICPC-2", "unplaced", "unplaced", "", None),
    ("icd_10", "ICD-10", "ICD-10", "unplaced", "unplaced", "", None),
    (
        "plo_messages", "Pleie- og omsorgsmeldinger", "Pleie- og omsorgsmeldingar",
        "unplaced", "unplaced", "", None,
    ),
    ("summary_care_record", "Kjernejournal", "Kjernejournal", "unplaced", "unplaced", "", None),
    ("e_prescription", "E-resept", "E-resept", "unplaced", "unplaced", "", None),
    (
        "medicines_list", "Pasientens legemiddelliste", "Legemiddellista til pasienten",
        "unplaced", "unplaced", "", None,
    ),
    (
        "welfare_node", "Velferdsteknologisk knutepunkt", "Velferdsteknologisk knutepunkt",
        "unplaced", "unplaced", "", None,
    ),
    (
        "code_of_conduct",
        "Normen (Norm for informasjonssikkerhet og personvern i helse- og omsorgssektoren)",
        "Normen (Norm for informasjonstryggleik og personvern i helse- og omsorgssektoren)",
        "mandatory", "other", "", None,
    ),
    (
        "standards_regulation", "Forskrift om standarder og nasjonale e-helseløsninger",
        "Forskrift om standardar og nasjonale e-helseløysingar",
        "mandatory", "regulation", "", date(2015, 9, 1),
    ),
    (
        "edi_agreement", "Godkjent 3.-partsavtale for EDI-tjenesten med Norsk helsenett",
        "Godkjend 3.-partsavtale for EDI-tenesta med Norsk helsenett",
        "mandatory", "other", "", None,
    ),
    (
        "message_test", "Test og godkjenning av meldinger (Meldingsvalidator)",
        "Test og godkjenning av meldingar (Meldingsvalidator)",
        "recommended", "other", "", None,
    ),
    (
        "welfare_technology", "Tekniske anbefalinger og krav for velferdsteknologi og digital hjemmeoppfølging",
        "Tekniske tilrådingar og krav for velferdsteknologi og digital heimeoppfølging",
        "recommended", "welfare_technology", "", None,
    ),
    (
        "architecture_guide",
        "Veileder: bruk av overordnede arkitekturprinsipper i helse- og omsorgssektoren",
        "Rettleiar: bruk av overordna arkitekturprinsipp i helse- og omsorgssektoren",
        "guideline", "other", GUIDE, None,
    ),
)  # fmt: skip


def upgrade() -> None:
    """Bring the schema forward."""
    _create_standards()
    _create_solutions()
    _create_checks()
    _fill()
    for table in ADDED_TO_ONLY:
        _refuse_changes(table)


def downgrade() -> None:
    """Take the schema back; what stands in the registers is lost."""
    for table in (
        "spot_check", "spot_check_lot", "spot_check_draw", "solution_claim_step", "solution_claim",
        "solution", "standard_version", "standard",
    ):  # fmt: skip
        op.drop_table(table)


def _create_standards() -> None:
    op.create_table(
        "standard",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standard")),
        sa.UniqueConstraint("code", name=op.f("uq_standard_code")),
    )
    op.create_table(
        "standard_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("standard_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=WORD), nullable=False),
        sa.Column("source", sa.String(length=WORD), nullable=False),
        sa.Column("level", sa.String(length=80), nullable=False),
        sa.Column("link", sa.String(length=500), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        sa.Column("made_at", MOMENT, nullable=True),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        _check("standard_version", "made_by_somebody", "(made_at IS NULL) = (made_by_id IS NULL)"),
        _check("standard_version", "says_why", "reason <> ''"),
        _check("standard_version", "ends_after_it_begins", "valid_to >= valid_from"),
        _refers("standard_version", "standard_id", "standard"),
        _refers("standard_version", "made_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standard_version")),
        sa.UniqueConstraint(
            "standard_id", "number", name=op.f("uq_standard_version_standard_id_number")
        ),
    )


def _create_solutions() -> None:
    op.create_table(
        "solution",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("supplier", sa.String(length=120), nullable=False),
        sa.Column("product", sa.String(length=120), nullable=False),
        sa.Column("product_version", sa.String(length=40), nullable=False),
        sa.Column("registered_at", MOMENT, nullable=False),
        sa.Column("registered_by_id", sa.Integer(), nullable=False),
        _refers("solution", "registered_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_solution")),
        sa.UniqueConstraint(
            "supplier", "product", "product_version",
            name=op.f("uq_solution_supplier_product_product_version"),
        ),
    )  # fmt: skip
    op.create_table(
        "solution_claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("solution_id", sa.Integer(), nullable=False),
        sa.Column("standard_id", sa.Integer(), nullable=True),
        sa.Column("test_description", sa.String(length=500), nullable=False),
        sa.Column("mode", sa.String(length=WORD), nullable=False),
        sa.Column("profile", sa.String(length=120), nullable=False),
        sa.Column("ehds", sa.String(length=200), nullable=False),
        _check(
            "solution_claim", "claims_something", "standard_id IS NOT NULL OR test_description <> ''"
        ),
        _check(
            "solution_claim",
            "samples_have_a_test_description",
            "mode <> 'samples' OR test_description <> ''",
        ),
        _refers("solution_claim", "solution_id", "solution"),
        _refers("solution_claim", "standard_id", "standard"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_solution_claim")),
    )
    op.create_index("ix_solution_claim_solution_id", "solution_claim", ["solution_id"])
    op.create_index("ix_solution_claim_standard_id", "solution_claim", ["standard_id"])
    table = "solution_claim_step"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("standing", sa.String(length=WORD), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        sa.Column("evidence", sa.String(length=500), nullable=False),
        sa.Column("link", sa.String(length=500), nullable=False),
        sa.Column("lab", sa.String(length=120), nullable=False),
        sa.Column("certificate", sa.String(length=120), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        _check(table, "says_why", "reason <> ''"),
        _check(table, "rests_on_something", "standing = 'withdrawn' OR evidence <> ''"),
        _check(table, "begins_declared", "number <> 1 OR standing = 'declared'"),
        _check(table, "ends_after_it_begins", "valid_to >= happened_on"),
        _check(table, "certificate_of_a_lab", "(lab = '') = (certificate = '')"),
        _refers(table, "claim_id", "solution_claim"),
        _refers(table, "made_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_solution_claim_step")),
        sa.UniqueConstraint("claim_id", "number", name=op.f("uq_solution_claim_step_claim_id_number")),
    )


def _create_checks() -> None:
    op.create_table(
        "spot_check_draw",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seed", sa.String(length=80), nullable=False),
        sa.Column("seed_source", sa.String(length=200), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("drawn_at", MOMENT, nullable=False),
        sa.Column("drawn_by_id", sa.Integer(), nullable=False),
        _check("spot_check_draw", "size_above_0", "size > 0"),
        _check("spot_check_draw", "seed_is_told", "seed <> '' AND seed_source <> ''"),
        _refers("spot_check_draw", "drawn_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spot_check_draw")),
        sa.UniqueConstraint("seed", name=op.f("uq_spot_check_draw_seed")),
    )
    op.create_table(
        "spot_check_lot",
        sa.Column("draw_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        _refers("spot_check_lot", "draw_id", "spot_check_draw"),
        _refers("spot_check_lot", "claim_id", "solution_claim"),
        sa.PrimaryKeyConstraint("draw_id", "claim_id", name=op.f("pk_spot_check_lot")),
        sa.UniqueConstraint("draw_id", "position", name=op.f("uq_spot_check_lot_draw_id_position")),
    )
    op.create_table(
        "spot_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("after_step", sa.Integer(), nullable=False),
        sa.Column("draw_id", sa.Integer(), nullable=True),
        sa.Column("why", sa.String(length=1000), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("opened_by_id", sa.Integer(), nullable=False),
        _check("spot_check", "drawn_or_suspected", "(draw_id IS NULL) = (why <> '')"),
        _refers("spot_check", "claim_id", "solution_claim"),
        _refers("spot_check", "draw_id", "spot_check_draw"),
        _refers("spot_check", "opened_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spot_check")),
        sa.UniqueConstraint("claim_id", "after_step", name=op.f("uq_spot_check_claim_id_after_step")),
    )


def _fill() -> None:
    standards = sa.table("standard", sa.column("id", sa.Integer), sa.column("code", sa.String))
    words = ("title", "kind", "source", "level", "link", "reason")
    versions = sa.table(
        "standard_version",
        sa.column("standard_id", sa.Integer),
        sa.column("number", sa.Integer),
        sa.column("valid_from", sa.Date),
        *(sa.column(name, sa.Text) for name in words),
    )
    connection = op.get_bind()
    for code, nb, nn, kind, source, link, since in STANDARDS:
        number = connection.scalar(
            sa.insert(standards).values(code=code).returning(standards.c.id)
        )
        connection.execute(
            sa.insert(versions).values(
                standard_id=number,
                number=1,
                title=json.dumps({"nb": nb, "nn": nn}, ensure_ascii=False),
                kind=kind,
                source=source,
                level="",
                link=link,
                reason=CAME_WITH_IT,
                valid_from=since,
            )
        )


def _refuse_changes(table: str) -> None:
    """Let the database itself refuse to change or delete a row."""
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuses_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is only added to'); END"
            )
        return
    op.execute(
        f"CREATE TRIGGER {table}_refuses_change BEFORE UPDATE OR DELETE "
        f"ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))
