"""The applicant's pages."""

from applications import infections, reminding, telling
from applications.corrections import models as corrections
from applications.searching import nightly
from applications.views import (
    attachments,
    budget,
    budget_sheet,
    confirming,
    costkey,
    following,
    interests,
    offers,
    organisations,
    overview,
    partners,
    rounds,
    sections,
    submission,
    supplementing,
    talking,
)
from applications.views.room import pages

__all__ = [
    "attachments",
    "budget",
    "budget_sheet",
    "confirming",
    "corrections",
    "costkey",
    "following",
    "infections",
    "interests",
    "nightly",
    "offers",
    "organisations",
    "overview",
    "pages",
    "partners",
    "reminding",
    "rounds",
    "sections",
    "submission",
    "supplementing",
    "talking",
    "telling",
]
