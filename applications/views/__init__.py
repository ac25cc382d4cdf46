"""The applicant's pages, and the documents of a case for the office."""

from applications.views import (
    attachments,
    budget,
    confirming,
    overview,
    partners,
    sections,
    submission,
    supplementing,
)
from applications.views.room import pages

__all__ = [
    "attachments",
    "budget",
    "confirming",
    "overview",
    "pages",
    "partners",
    "sections",
    "submission",
    "supplementing",
]
