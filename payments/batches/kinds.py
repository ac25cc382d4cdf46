"""How a payment ends, and how far a batch has come."""

from enum import StrEnum


class Ending(StrEnum):
    """Why a payment of a batch is one no more."""

    WITHDRAWN = "withdrawn"
    RETURNED = "returned"


class BatchState(StrEnum):
    """How far a batch has come: read from its moments, never stored."""

    TO_AUTHORISE = "batch_to_authorise"
    TO_SEND = "batch_to_send"
    SENT = "batch_sent"
    WITHDRAWN = "batch_withdrawn"
