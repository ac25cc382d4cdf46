"""Which tables are evidence of a case and of a year's books, and how their rows are found."""

from typing import NamedTuple


class Branch(NamedTuple):
    """Rows that belong to rows of another table: those whose `column` has an id of it."""

    table: str
    column: str
    parent: str | None


class Beside(NamedTuple):
    """Rows that a case's rows refer to: those whose `column` is what `named`, tables and columns, say."""

    table: str
    column: str
    named: tuple[tuple[str, str], ...]


TREE = tuple(
    Branch(*one)
    for one in (
        ("application", "id", None),
        ("partner", "application_id", "application"),
        ("confirmation", "partner_id", "partner"),
        ("chosen_activity", "application_id", "application"),
        ("budget_line", "application_id", "application"),
        ("answer", "application_id", "application"),
        ("attachment", "application_id", "application"),
        ("deficiency", "application_id", "application"),
        ("correction", "deficiency_id", "deficiency"),
        ("event", "application_id", "application"),
        ("journal_line", "application_id", "application"),
        ("exemption", "line_id", "journal_line"),
        ("assignment", "application_id", "application"),
        ("third_reading", "application_id", "application"),
        ("examination", "application_id", "application"),
        ("formal_finding", "examination_id", "examination"),
        ("approved_budget", "application_id", "application"),
        ("approved_line", "approved_budget_id", "approved_budget"),
        ("assessment", "application_id", "application"),
        ("mark", "assessment_id", "assessment"),
        ("moderation", "application_id", "application"),
        ("score", "application_id", "application"),
        ("proposal_line", "application_id", "application"),
        ("decision", "application_id", "application"),
        ("decision_year", "decision_id", "decision"),
        ("decision_correction", "decision_id", "decision"),
        ("acceptance", "decision_id", "decision"),
        ("account_change", "application_id", "application"),
        ("owed_decision", "application_id", "application"),
        ("local_decision", "owed_id", "owed_decision"),
        ("stage_gate", "application_id", "application"),
        ("point_account", "point_id", "stage_gate"),
        ("succession", "application_id", "application"),
        ("successor_share", "succession_id", "succession"),
        ("reasons_request", "decision_id", "decision"),
        ("letter", "application_id", "application"),
        ("complaint", "application_id", "application"),
        ("complaint_file", "complaint_id", "complaint"),
        ("complaint_forwarding", "complaint_id", "complaint"),
        ("complaint_ruling", "complaint_id", "complaint"),
        ("entry", "application_id", "application"),
        ("case_balance", "application_id", "application"),
        ("instalment", "application_id", "application"),
        ("plan_version", "application_id", "application"),
        ("plan_fact", "application_id", "application"),
        ("payment_line", "instalment_id", "instalment"),
        ("bank_movement", "line_id", "payment_line"),
        ("payment_stop", "application_id", "application"),
        ("reclaim", "application_id", "application"),
        ("reclaim_part", "reclaim_id", "reclaim"),
        ("interest_charge", "reclaim_id", "reclaim"),
        ("carry_over", "application_id", "application"),
        ("change_request", "application_id", "application"),
        ("change_confirmation", "change_id", "change_request"),
        ("duty", "application_id", "application"),
        ("duty_extension", "duty_id", "duty"),
        ("report", "application_id", "application"),
        ("account_line", "report_id", "report"),
        ("reported_activity", "report_id", "report"),
        ("reported_benefit", "report_id", "report"),
        ("report_answer", "report_id", "report"),
        ("report_file", "report_id", "report"),
        ("sample_case", "application_id", "application"),
        ("control", "application_id", "application"),
        ("control_point", "control_id", "control"),
        ("control_check", "control_id", "control"),
        ("control_finding", "control_id", "control"),
        ("project_benefit", "application_id", "application"),
        ("benefit_ownership", "project_benefit_id", "project_benefit"),
        ("benefit_risk", "project_benefit_id", "project_benefit"),
        ("project_indicator", "project_benefit_id", "project_benefit"),
        ("benefit_measurement", "project_indicator_id", "project_indicator"),
        ("benefit_question", "project_indicator_id", "project_indicator"),
        ("benefit_handover", "application_id", "application"),
        ("benefit_handed", "handover_id", "benefit_handover"),
    )
)
"""What of a case is evidence: each table, the column that it belongs by, and the table it belongs to.

Talk, internal notes and what people said of their own ties are not among it.
"""
EVIDENCE = frozenset(one.table for one in TREE)
"""The tables whose rows belong to a case and are evidence of it."""

BESIDE = (
    Beside("call", "id", (("application", "call_id"),)),
    Beside("budget_post", "id", (("entry", "budget_post_id"),)),
    Beside("control_sample", "id", (("sample_case", "sample_id"), ("control", "sample_id"))),
    Beside("movement", "id", (("entry", "movement_id"),)),
    Beside("payment_batch", "id", (("payment_line", "batch_id"),)),
    Beside("bank_message", "id", (("bank_movement", "message_id"),)),
    Beside(
        "authority",
        "person_id",
        (
            ("decision", "signed_by_id"),
            ("instalment", "attested_by_id"),
            ("instalment", "authorised_by_id"),
            ("payment_batch", "attested_by_id"),
            ("payment_batch", "authorised_by_id"),
            ("carry_over", "decided_by_id"),
        ),
    ),
)
"""What a case's rows refer to and do not own: by what right, in which batch, from which file."""

NOT_SENT = {
    "assessment": "finished_at",
    "decision": "published_at",
    "decision_correction": "signed_at",
    "letter": "made_at",
    "report": "submitted_at",
    "change_request": "submitted_at",
    "complaint": "submitted_at",
    "complaint_ruling": "confirmed_at",
}
"""Rows that are not sent yet are drafts, and no evidence: those without this moment."""

ABOUT = {
    "payment_batch": "batch",
    **{
        table: table
        for table in (
            "application", "partner", "decision", "letter", "entry", "change_request", "report",
            "complaint", "account_change", "movement", "payment_line", "bank_message", "carry_over",
            "project_benefit", "benefit_measurement", "journal_line", "control", "control_sample",
        )
    },
}  # fmt: skip
"""What the audit trail calls a row of a table: `batch:12`."""
