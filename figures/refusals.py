"""Why the interface for research does not answer as asked."""

from enum import StrEnum


class KeyRefusal(StrEnum):
    """Why a key opens nothing."""

    MISSING = "missing"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    REVOKED = "revoked"
    CLOSED = "closed"
    TERMS = "terms"
    NO_TIME = "no_time"


class AskRefusal(StrEnum):
    """What was asked for and is not there."""

    NO_SUCH_TABLE = "no_such_table"
    NO_SUCH_YEAR = "no_such_year"
    NO_SUCH_FORMAT = "no_such_format"
    NO_SUCH_CODES = "no_such_codes"
    NO_CUBE = "no_cube"


class SnapshotRefusal(StrEnum):
    """Why no edition is made now."""

    UNDER_WAY = "snapshot_under_way"


class EvidenceRefusal(StrEnum):
    """Why no pack of evidence was made."""

    NOTHING_DECIDED = "nothing_decided"
