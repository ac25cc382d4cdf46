"""What this room writes in a case's journal. All of it is for the applicant to see."""

from enum import StrEnum

from criteria.duties import DutyKind


class CaseNote(StrEnum):
    """Something that happened to a report, or to a duty that has none."""

    STATUS_SUBMITTED = "status_report_submitted"
    STATUS_APPROVED = "status_report_approved"
    STATUS_RETURNED = "status_report_returned"
    ANNUAL_SUBMITTED = "annual_report_submitted"
    ANNUAL_APPROVED = "annual_report_approved"
    ANNUAL_RETURNED = "annual_report_returned"
    FINAL_SUBMITTED = "final_report_submitted"
    FINAL_APPROVED = "final_report_approved"
    FINAL_RETURNED = "final_report_returned"
    BENEFITS_SUBMITTED = "benefits_report_submitted"
    BENEFITS_APPROVED = "benefits_report_approved"
    BENEFITS_RETURNED = "benefits_report_returned"
    BENEFITS_MET = "benefits_duty_met"
    EXPERIENCE_MET = "experience_duty_met"


SUBMITTED = {
    DutyKind.STATUS: CaseNote.STATUS_SUBMITTED,
    DutyKind.ANNUAL: CaseNote.ANNUAL_SUBMITTED,
    DutyKind.FINAL: CaseNote.FINAL_SUBMITTED,
    DutyKind.BENEFITS: CaseNote.BENEFITS_SUBMITTED,
}
APPROVED = {
    DutyKind.STATUS: CaseNote.STATUS_APPROVED,
    DutyKind.ANNUAL: CaseNote.ANNUAL_APPROVED,
    DutyKind.FINAL: CaseNote.FINAL_APPROVED,
    DutyKind.BENEFITS: CaseNote.BENEFITS_APPROVED,
}
RETURNED = {
    DutyKind.STATUS: CaseNote.STATUS_RETURNED,
    DutyKind.ANNUAL: CaseNote.ANNUAL_RETURNED,
    DutyKind.FINAL: CaseNote.FINAL_RETURNED,
    DutyKind.BENEFITS: CaseNote.BENEFITS_RETURNED,
}
MET = {
    DutyKind.BENEFITS: CaseNote.BENEFITS_MET,
    DutyKind.EXPERIENCE: CaseNote.EXPERIENCE_MET,
}
