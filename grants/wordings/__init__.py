"""The question catalogue: what every code asks, version by version, for all calls.

A new wording of the same question is a new version; a question that means something else gets a new code.
"""

from grants.wordings.reading import (
    Listed,
    Use,
    all_wordings,
    is_of_draft_alone,
    listed,
    newest_version,
    uses_of,
    wording,
    wordings_of,
)
from grants.wordings.values import (
    as_asked,
    same_answers,
    same_words,
    sheet_of,
    sheet_of_wording,
    write_words,
)

__all__ = [
    "Listed",
    "Use",
    "all_wordings",
    "as_asked",
    "is_of_draft_alone",
    "listed",
    "newest_version",
    "same_answers",
    "same_words",
    "sheet_of",
    "sheet_of_wording",
    "uses_of",
    "wording",
    "wordings_of",
    "write_words",
]
