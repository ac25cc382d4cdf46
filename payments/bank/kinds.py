"""What a file from the bank can be."""

from enum import StrEnum


class MessageKind(StrEnum):
    """What a file from the bank is."""

    STATUS = "bank_status"
    STATEMENT = "bank_statement"
    NOTICE = "bank_notice"
