"""Pages of this room. Importing a module puts its pages on the blueprint."""

from grants.views import (
    administration,
    changes,
    copying,
    drafts,
    hearingoffice,
    hearings,
    papers,
    parts,
    public,
    questioncatalogue,
    questions,
    rowpages,
    solutionregister,
    standardregister,
)
from grants.views.blueprint import pages

__all__ = [
    "administration", "changes", "copying", "drafts", "hearingoffice", "hearings", "pages", "papers",
    "parts", "public", "questioncatalogue", "questions", "rowpages", "solutionregister",
    "standardregister",
]  # fmt: skip
