"""The applicant's pages."""

from applications import infections
from applications.corrections import models as corrections
from applications.views import (
    attachments,
    budget,
    confirming,
    overview,
    partners,
    sections,
    submission,
    supplementing,
    talking,
)
from applications.views.room import pages

__all__ = [
    "attachments",
    "budget",
    "confirming",
    "corrections",
    "infections",
    "overview",
    "pages",
    "partners",
    "sections",
    "submission",
    "supplementing",
    "talking",
]
