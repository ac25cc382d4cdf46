"""The sheets that lie with the code, read once: the scheme, and the calls that a new one can begin from."""

from functools import cache

from grants.catalogue import CALLS, SCHEME, CallSheet, SchemeSheet, load_call, load_scheme


@cache
def scheme_sheet() -> SchemeSheet:
    """Give the scheme's sheet."""
    return load_scheme(SCHEME)


@cache
def call_sheets() -> dict[str, CallSheet]:
    """Give the calls' sheets by their codes."""
    return {sheet.code: sheet for sheet in map(load_call, CALLS)}
