"""Acts on money: booking and correcting appropriations, and paying instalments by two persons."""

from payments.services.booking import book_appropriation, reverse
from payments.services.paying import (
    Batch,
    Refused,
    attest,
    attest_many,
    authorise,
    authorise_many,
)

__all__ = [
    "Batch",
    "Refused",
    "attest",
    "attest_many",
    "authorise",
    "authorise_many",
    "book_appropriation",
    "reverse",
]
