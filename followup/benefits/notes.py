"""What benefits write in a case's journal. All of it is for those who take part to see; no values are."""

from enum import StrEnum


class BenefitNote(StrEnum):
    """Something that happened to a project's register of benefits."""

    ADDED = "benefit_added"
    DROPPED = "benefit_dropped"
    ASKED = "benefit_asked"
    ANSWERED = "benefit_answered"
    HANDOVER_PROPOSED = "benefit_handover_proposed"
    HANDOVER_ACCEPTED = "benefit_handover_accepted"
    HANDOVER_DECLINED = "benefit_handover_declined"
    HANDOVER_WITHDRAWN = "benefit_handover_withdrawn"
