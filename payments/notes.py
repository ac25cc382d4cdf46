"""What this room writes in a case's journal beside the moves of the procedure."""

from enum import StrEnum


class CaseNote(StrEnum):
    """Something that happened to a case's money. Attestations are not for the applicant to see."""

    INSTALMENT_ATTESTED = "instalment_attested"
    INSTALMENT_PAID = "instalment_paid"
    ATTESTATION_WITHDRAWN = "attestation_withdrawn"
    PAYMENT_WITHDRAWN = "payment_withdrawn"
    PAYMENT_RETURNED = "payment_returned"
    ATTESTATION_FELL = "attestation_fell"
    ATTESTATION_FELL_WITH_PLAN = "attestation_fell_with_plan"
    PLAN_ADJUSTED = "plan_adjusted"
    CASE_PASSED_ON = "case_passed_on"
    PAYMENT_STOPPED = "payment_stopped"
    PAYMENT_RESUMED = "payment_resumed"
    REDUCTION_NOTICED = "reduction_noticed"
    REDUCTION_DECIDED = "reduction_decided"
    RECLAIM_NOTICED = "reclaim_noticed"
    RECLAIM_COMMENTED = "reclaim_commented"
    RECLAIM_DECIDED = "reclaim_decided"
    RECLAIM_DROPPED = "reclaim_dropped"
    RECLAIM_PAID = "reclaim_paid"
    RECLAIM_AGREED = "reclaim_agreed"
    INTEREST_CHARGED = "interest_charged"
    RECLAIM_WRITTEN_OFF = "reclaim_written_off"
