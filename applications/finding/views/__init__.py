"""The pages on which kommuner find each other."""

from applications.finding.views import groups, overview, plans, suggestions
from applications.finding.views.room import pages

__all__ = ["groups", "overview", "pages", "plans", "suggestions"]
