"""Pages of this room. Importing a module puts its pages on the blueprint."""

from assessments.views import (
    approving,
    case,
    control,
    declaring,
    impartiality,
    marking,
    moderating,
    objecting,
    proposals,
    returning,
    staffing,
    talking,
    whatif,
    worklist,
)
from assessments.views.blueprint import pages

__all__ = [
    "approving",
    "case",
    "control",
    "declaring",
    "impartiality",
    "marking",
    "moderating",
    "objecting",
    "pages",
    "proposals",
    "returning",
    "staffing",
    "talking",
    "whatif",
    "worklist",
]
