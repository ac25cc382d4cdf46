"""The sheets that a new call can begin from, read once."""

from functools import cache

from grants.catalogue import CALLS, CallSheet, load_call


@cache
def call_sheets() -> dict[str, CallSheet]:
    """Give the sheets that lie with the code, by their codes."""
    return {sheet.code: sheet for sheet in map(load_call, CALLS)}
