"""Pages of this room. Importing a module puts its pages on the blueprint."""

from figures.views import (
    audit,
    editions,
    evaluating,
    evaluations,
    evidence,
    exporting,
    interface,
    overlaps,
    quality,
    research,
    stakes,
    standards,
    success,
    yearly,
)
from figures.views.blueprint import pages

__all__ = [
    "audit",
    "editions",
    "evaluating",
    "evaluations",
    "evidence",
    "exporting",
    "interface",
    "overlaps",
    "pages",
    "quality",
    "research",
    "stakes",
    "standards",
    "success",
    "yearly",
]
