"""The letters that a case sends."""

from enum import StrEnum


class LetterKind(StrEnum):
    """The letters and receipts that a case sends."""

    AWARD = "award"
    PARTIAL_AWARD = "partial_award"
    REFUSAL = "refusal"
    REJECTION = "rejection"
    RECEIPT = "receipt"
    DEFICIENCY = "deficiency"
    INTERIM_REPLY = "interim_reply"
    REMINDER = "reminder"
    CHANGE_APPROVAL = "change_approval"
    RECLAIM_NOTICE = "reclaim_notice"
    RECLAIM = "reclaim"
    REDUCTION_NOTICE = "reduction_notice"
    REDUCTION = "reduction"
    INTEREST = "interest"
    CARRY_OVER = "carry_over"
    FORWARDING = "forwarding"
    COMPLAINT_DECISION = "complaint_decision"
    CORRECTION = "correction"


WRITTEN_AS = {LetterKind.PARTIAL_AWARD: LetterKind.AWARD}
"""A partial award is written from the same texts as an award."""
OF_DECISIONS = frozenset(
    (LetterKind.AWARD, LetterKind.PARTIAL_AWARD, LetterKind.REFUSAL, LetterKind.REJECTION)
)
TEXT_KINDS = tuple(kind for kind in LetterKind if kind not in WRITTEN_AS)
"""The kinds that have texts of their own."""

CASE_DOCUMENTS = {
    LetterKind.RECEIPT: "make_receipt",
    LetterKind.DEFICIENCY: "make_deficiency_letter",
}
"""The documents of a case that are letters only when they are made, with the jobs that make them."""


def text_kind(kind: LetterKind) -> LetterKind:
    """Give the kind whose texts a letter is written from."""
    return WRITTEN_AS.get(kind, kind)
