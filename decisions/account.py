"""Norwegian bank account numbers: eleven digits, the last of which is computed from the others (mod 11)."""

import re

from stdnum.no import kontonr

_WRITTEN = re.compile(r"[0-9]{11}")
_SEPARATORS = re.compile(r"[\s.\-\u00a0]+")


def read_account(typed: str) -> str | None:
    """Read what a person types, with spaces and dots; give eleven digits, or None when it is wrong."""
    digits = _SEPARATORS.sub("", typed)
    return digits if _WRITTEN.fullmatch(digits) and kontonr.is_valid(digits) else None
