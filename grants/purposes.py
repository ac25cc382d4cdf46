"""What a call asks questions for: each purpose is a part of the call, edited like the others."""

from collections.abc import Mapping

from grants.models import Purpose
from grants.words import CallPart

PART_OF: Mapping[Purpose, CallPart] = {
    Purpose.APPLICATION: CallPart.QUESTIONS,
    Purpose.STATUS: CallPart.STATUS_QUESTIONS,
    Purpose.ANNUAL: CallPart.ANNUAL_QUESTIONS,
    Purpose.FINAL: CallPart.FINAL_QUESTIONS,
    Purpose.BENEFITS: CallPart.BENEFIT_QUESTIONS,
}
ADDRESSES: Mapping[str, Purpose] = {
    "sporsmal": Purpose.APPLICATION,
    "sporsmal-statusrapport": Purpose.STATUS,
    "sporsmal-arsrapport": Purpose.ANNUAL,
    "sporsmal-sluttrapport": Purpose.FINAL,
    "sporsmal-gevinster": Purpose.BENEFITS,
}
"""The word in the address of each purpose's pages."""


def address_of(purpose: Purpose) -> str:
    """Give the word in the address of a purpose's pages."""
    return next(word for word, one in ADDRESSES.items() if one is purpose)
