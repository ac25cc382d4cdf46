"""Rows in, letters out: what was recorded about a case, put in the addressee's form of Norwegian."""

from decisions.filling.case import case_letter_of
from decisions.filling.letters import letter_of
from decisions.filling.requests import deficiency_letter_of, receipt_of

__all__ = ["case_letter_of", "deficiency_letter_of", "letter_of", "receipt_of"]
