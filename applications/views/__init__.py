"""The applicant's pages."""

from applications import infections, telling
from applications.corrections import models as corrections
from applications.views import (
    attachments,
    budget,
    confirming,
    offers,
    organisations,
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
    "offers",
    "organisations",
    "overview",
    "pages",
    "partners",
    "sections",
    "submission",
    "supplementing",
    "talking",
    "telling",
]
