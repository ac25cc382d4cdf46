"""What this room writes in a case's journal. All of it is for the applicant to see."""

from enum import StrEnum

from criteria.duties import DutyKind


class CaseNote(StrEnum):
    """Something that happened to a report."""

    ANNUAL_SUBMITTED = "annual_report_submitted"
    ANNUAL_APPROVED = "annual_report_approved"
    ANNUAL_RETURNED = "annual_report_returned"
    FINAL_SUBMITTED = "final_report_submitted"
    FINAL_APPROVED = "final_report_approved"
    FINAL_RETURNED = "final_report_returned"


SUBMITTED = {
    DutyKind.ANNUAL: CaseNote.ANNUAL_SUBMITTED,
    DutyKind.FINAL: CaseNote.FINAL_SUBMITTED,
}
APPROVED = {DutyKind.ANNUAL: CaseNote.ANNUAL_APPROVED, DutyKind.FINAL: CaseNote.FINAL_APPROVED}
RETURNED = {DutyKind.ANNUAL: CaseNote.ANNUAL_RETURNED, DutyKind.FINAL: CaseNote.FINAL_RETURNED}
