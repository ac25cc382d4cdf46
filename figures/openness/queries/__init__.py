"""Reading the journal, its marks and the requests for documents."""

from figures.openness.queries.lines import (
    JournalFilter,
    JournalPage,
    ShownLine,
    journal_page,
    line,
    lines_of,
    living_mark,
    marks_of,
    own_line,
    public_line,
)
from figures.openness.queries.requests import (
    answered_lately,
    by_key,
    request,
    unanswered,
    unanswered_requests,
    waits_for,
)

__all__ = [
    "JournalFilter",
    "JournalPage",
    "ShownLine",
    "answered_lately",
    "by_key",
    "journal_page",
    "line",
    "lines_of",
    "living_mark",
    "marks_of",
    "own_line",
    "public_line",
    "request",
    "unanswered",
    "unanswered_requests",
    "waits_for",
]
