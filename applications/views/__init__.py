"""The applicant's pages."""

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
