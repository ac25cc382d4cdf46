"""Norwegian bank account numbers: eleven digits, the last of which is computed from the others (mod 11)."""

from stdnum.no import kontonr

DIGITS = 11


def read_account(typed: str) -> str | None:
    """Read what a person types, with spaces and dots; give eleven digits, or None when it is wrong."""
    number = kontonr.compact(typed)
    return number if len(number) == DIGITS and kontonr.is_valid(number) else None
